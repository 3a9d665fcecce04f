// A ring that closes as the class comes in.

import { draw, make } from "./elements.js";

const ROUND = 2 * Math.PI * 44;

/** How many of how many: a number in a ring, with words under it. */
export function dial(count, of, words) {
  const share = of ? Math.min(1, count / of) : 0;
  return make(
    "div",
    { class: "dial" },
    draw(
      "svg",
      { class: "ring", viewBox: "0 0 100 100", "aria-hidden": "true" },
      draw("circle", { cx: 50, cy: 50, r: 44, class: "whole" }),
      draw("circle", { cx: 50, cy: 50, r: 44, class: "part", transform: "rotate(-90 50 50)", "stroke-dasharray": `${(share * ROUND).toFixed(1)} ${ROUND.toFixed(1)}` }),
    ),
    make("p", { class: "digits" }, make("b", {}, String(count)), make("span", {}, words)),
  );
}
