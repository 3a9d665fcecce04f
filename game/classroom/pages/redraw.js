// Drawing again what somebody may have in their hands.

import { refill } from "./elements.js";

/**
 * Draw again without taking anything out of anybody's hands: focus stays where it was, open menus stay open, and
 * while somebody types nothing is drawn at all.
 */
export function redraw(place, ...children) {
  const active = document.activeElement;
  const within = active && place.contains(active);
  if (within && /^(INPUT|SELECT|TEXTAREA)$/.test(active.tagName) && active.type !== "checkbox") {
    place.dataset.stale = "yes";
    return false;
  }
  const key = within ? active.closest("[data-key]")?.dataset.key : null;
  const opened = [...place.querySelectorAll("details[open][data-key]")].map((one) => one.dataset.key);
  const { scrollTop } = place;
  refill(place, ...children);
  for (const one of place.querySelectorAll("details[data-key]")) if (opened.includes(one.dataset.key)) one.open = true;
  if (key) [...place.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key)?.focus({ preventScroll: true });
  place.scrollTop = scrollTop;
  delete place.dataset.stale;
  return true;
}
