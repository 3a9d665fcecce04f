// Elements of a page, made without a single line of HTML: whatever a name holds, it stays text.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, facts, children) {
  for (const [name, value] of Object.entries(facts)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.setAttribute("class", value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An element: `make("p", {class: "soft"}, "words", child)`; strings become text, facts that are null are left out. */
export function make(tag, facts = {}, ...children) {
  return fill(document.createElement(tag), facts, children);
}

/** An element of a drawing, like `make`. */
export function draw(tag, facts = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), facts, children);
}

/** Somebody's name: isolated, so that no direction mark turns its neighbours round. */
export function nameOf(text, facts = {}) {
  const said = String(text ?? "");
  return make("bdi", { ...facts, class: `name ${facts.class ?? ""}`.trim(), title: facts.title ?? null }, said);
}

/** Put these in place of all that an element holds. */
export function refill(element, ...children) {
  element.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** The width of a bar, a share of its trough between 0 and 1. */
export function stretch(element, share) {
  element.style.setProperty("--share", String(Math.max(0, Math.min(1, share || 0))));
  return element;
}
