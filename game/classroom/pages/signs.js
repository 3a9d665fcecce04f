// Signs drawn as shapes: judgements (shape before colour), seals pressed in cinnabar, small marks.

import { draw, make } from "./elements.js";

const INSIDE = {
  best: [["path", { d: "M10 3.6 11.9 7.7 16.3 8.2 13 11.2 13.9 15.6 10 13.4 6.1 15.6 7 11.2 3.7 8.2 8.1 7.7Z" }]],
  good: [["path", { d: "M5.6 10.4 8.7 13.4 14.4 7.1", class: "stroke" }]],
};

function sign(kind, parts) {
  return draw("svg", { class: `sign ${kind}`, viewBox: "0 0 20 20", "aria-hidden": "true" }, parts);
}

/** The sign of a judgement: star, tick, wave, triangle or crossed diamond. */
export function judgementSign(judgement) {
  switch (judgement) {
    case "best":
    case "good":
      return sign(`judgement ${judgement}`, [
        draw("circle", { cx: 10, cy: 10, r: 9.4, class: "ground" }),
        ...INSIDE[judgement].map(([tag, facts]) => draw(tag, { ...facts, class: facts.class ?? "inside" })),
      ]);
    case "inaccuracy":
      return sign("judgement inaccuracy", [
        draw("circle", { cx: 10, cy: 10, r: 8.2, class: "ring" }),
        draw("path", { d: "M5 11.2Q7.5 6.8 10 10T15 8.8", class: "wave" }),
      ]);
    case "mistake":
      return sign("judgement mistake", [
        draw("path", { d: "M10 1.2 19.4 18.2H.6Z", class: "ground" }),
        draw("path", { d: "M10 7V12.2M10 14.6V15.6", class: "stroke" }),
      ]);
    case "blunder":
      return sign("judgement blunder", [
        draw("path", { d: "M10 .4 19.6 10 10 19.6.4 10Z", class: "ground" }),
        draw("path", { d: "M7 7 13 13M13 7 7 13", class: "stroke" }),
      ]);
    default:
      return null;
  }
}

/** A seal pressed in cinnabar, worn at the edge. */
export function seal() {
  return draw(
    "svg",
    { class: "seal", viewBox: "-10.6 -10.6 21.2 21.2", "aria-hidden": "true" },
    draw("path", { class: "ground", d: "M-9.4-8.6-2-9.8 9-9.2 10 1 9.2 9.4-1 10-9.8 9-10-1Z" }),
    draw("rect", { class: "frame", x: -7.6, y: -7.6, width: 15.2, height: 15.2, rx: 1 }),
    draw("path", { class: "mark", d: "M-4.5-4.5H4.5V4.5H-4.5V-1H1V2" }),
  );
}

/** Up to three seals side by side, or one with their number. */
export function seals(earned) {
  const count = Array.isArray(earned) ? earned.length : Number(earned) || 0;
  const shown = count > 3 ? [seal(), make("span", { class: "digits times" }, `×${count}`)] : Array.from({ length: count }, seal);
  return make("span", { class: "seals" }, shown);
}

const MARKS = {
  people: "M7 9.2A3.1 3.1 0 1 0 7 3 3.1 3.1 0 0 0 7 9.2ZM1.4 16.6C1.4 12.8 3.6 11 7 11S12.6 12.8 12.6 16.6ZM13.6 9.4A2.5 2.5 0 1 0 13.6 4.4 2.5 2.5 0 0 0 13.6 9.4ZM14.2 16.6H18.6C18.6 13.2 17 11.2 13.4 11.2 14 12.6 14.2 14.4 14.2 16.6Z",
  ice: "M10 1V19M2.2 5.5 17.8 14.5M2.2 14.5 17.8 5.5M7.6 2.4 10 4.8 12.4 2.4M7.6 17.6 10 15.2 12.4 17.6M2.4 8.6 5.6 7.5 4.7 4.2M17.6 11.4 14.4 12.5 15.3 15.8M17.6 8.6 14.4 7.5 15.3 4.2M2.4 11.4 5.6 12.5 4.7 15.8",
  eye: "M1.2 10Q10 1.6 18.8 10 10 18.4 1.2 10ZM10 7.4A2.6 2.6 0 1 0 10 12.6 2.6 2.6 0 0 0 10 7.4Z",
  why: "M7 16.2H13M8 18.6H12M10 1.6A6 6 0 0 0 6.6 12.6C7.4 13.2 7.6 13.6 7.6 14H12.4C12.4 13.6 12.6 13.2 13.4 12.6A6 6 0 0 0 10 1.6Z",
  pause: "M5 3H8.4V17H5ZM11.6 3H15V17H11.6Z",
  play: "M5 2.6 17 10 5 17.4Z",
  clock: "M10 1.8A8.2 8.2 0 1 0 10 18.2 8.2 8.2 0 0 0 10 1.8ZM10 5V10.4L13.6 12.4",
  thought: "M10 2.4C15 2.4 18.4 5 18.4 8.4S15 14.4 10 14.4 1.6 11.8 1.6 8.4 5 2.4 10 2.4ZM5.2 15.2A1.6 1.6 0 1 0 5.2 18.4 1.6 1.6 0 0 0 5.2 15.2Z",
};
const OUTLINED = new Set(["ice", "clock", "eye", "why"]);

/** A small mark beside words; it says nothing that the words do not say. */
export function mark(kind) {
  return sign(`mark ${OUTLINED.has(kind) ? "outlined" : "solid"} ${kind}`, [draw("path", { d: MARKS[kind] })]);
}
