// Rows that change places: measured before, changed, measured again, and moved from there to here.

const EASE_OUT = "cubic-bezier(.2, .7, .2, 1)";

/** Whether anything may move: neither the trainer nor the machine has asked for rest. */
export function moving() {
  return !document.documentElement.classList.contains("still");
}

/**
 * Change a list and let its rows move to their new places.
 *
 * @param {Element} list - the list
 * @param {boolean} move - false changes at once
 * @param {number} step - milliseconds between one row and the next, the last first (a reveal); 0 for all at once
 * @param {() => void} change - what changes the list
 */
export function flip(list, move, step, change) {
  const before = new Map();
  if (move) for (const row of list.children) before.set(row, row.getBoundingClientRect().top);
  change();
  if (!move) return;
  const rows = [...list.children];
  rows.forEach((row, place) => {
    const delay = step * (rows.length - 1 - place);
    const was = before.get(row);
    if (was === undefined) {
      row.animate([{ opacity: 0, transform: "translateY(24px)" }, { opacity: 1, transform: "none" }], {
        duration: 320, delay, easing: EASE_OUT, fill: "backwards",
      });
      return;
    }
    const by = was - row.getBoundingClientRect().top;
    if (Math.abs(by) < 1) return;
    const rises = by > 0;
    row.animate(
      [{ transform: `translateY(${by}px)`, zIndex: rises ? 2 : 1 }, { transform: "none", zIndex: rises ? 2 : 1 }],
      { duration: 700, delay, easing: EASE_OUT, fill: "backwards" },
    );
    if (rises) {
      row.classList.add("rising");
      setTimeout(() => row.classList.remove("rising"), 900 + delay);
    }
  });
}
