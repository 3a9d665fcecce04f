// Three pictures beside the code, for classes that want to see the wall in whoever comes in.

import { draw, make } from "./elements.js";
import { say } from "./language.js";

const SHAPES = {
  moon: "M12.6 2A8.2 8.2 0 1 0 18 13.4 7 7 0 0 1 12.6 2Z",
  fish: "M1.5 10C4 5.5 9 4.6 13.4 9.2L18.5 5.6V14.4L13.4 10.8C9 15.4 4 14.5 1.5 10ZM5.4 8.4A1.1 1.1 0 1 0 5.4 10.6 1.1 1.1 0 0 0 5.4 8.4Z",
  key: "M6 5.2A4.8 4.8 0 1 0 10.5 11.6H13V14.4H15.4V11.6H19V8.4H10.5A4.8 4.8 0 0 0 6 5.2ZM6 8.2A1.8 1.8 0 1 1 6 11.8 1.8 1.8 0 0 1 6 8.2Z",
  leaf: "M3 17C2.4 8.6 7.6 3 17.6 2.6 18 12.4 12.4 17.6 6.2 15.4L4.4 17.8Z",
  cup: "M3 5H14V8H15.6A3 3 0 0 1 15.6 14H13.4A5 5 0 0 1 9.6 16H7.4A4.6 4.6 0 0 1 3 11.4ZM14 9.8V12.2H15.4A1.2 1.2 0 0 0 15.4 9.8Z",
  bell: "M10 2A5.4 5.4 0 0 1 15.4 7.4V12L17.4 14.8H2.6L4.6 12V7.4A5.4 5.4 0 0 1 10 2ZM7.8 16H12.2A2.2 2.2 0 0 1 7.8 16Z",
  star: "M10 1.4 12.5 7.2 18.8 7.8 14 12 15.4 18.2 10 14.9 4.6 18.2 6 12 1.2 7.8 7.5 7.2Z",
  boat: "M9.4 2V11.6H3.2ZM11 4.4 16.8 11.6H11ZM1.6 13H18.4L15.4 17.6H4.6Z",
  house: "M10 2 18.6 9.4H16.4V17.6H11.8V12.2H8.2V17.6H3.6V9.4H1.4Z",
};

export function emblemName(emblem) {
  return { moon: say("moon"), fish: say("fish"), key: say("key"), leaf: say("leaf"), cup: say("cup"), bell: say("bell"), star: say("star"), boat: say("boat"), house: say("house") }[emblem] ?? emblem;
}

function shape(emblem) {
  return draw("svg", { class: "emblem", viewBox: "0 0 20 20", "aria-hidden": "true" }, draw("path", { d: SHAPES[emblem] ?? "", "fill-rule": "evenodd" }));
}

/** The row on the wall, each picture with its name, because whoever sits at a computer types it. */
export function emblemRow(emblems) {
  return make("p", { class: "emblems" }, emblems.map((emblem) => make("span", {}, shape(emblem), make("span", { class: "emblem-name" }, emblemName(emblem)))));
}

/** Nine buttons of which three are tapped in order; calls `done(three)`. */
export function emblemPad(emblems, done) {
  const chosen = [];
  const sofar = make("p", { class: "emblems chosen", "aria-live": "polite" });
  const show = () => sofar.replaceChildren(...chosen.map((emblem) => make("span", {}, shape(emblem), make("span", { class: "emblem-name" }, emblemName(emblem)))));
  const tap = (emblem) => {
    if (chosen.length === 3) return;
    chosen.push(emblem);
    show();
    if (chosen.length === 3) done([...chosen]);
  };
  const again = () => {
    chosen.length = 0;
    show();
  };
  return make(
    "div", { class: "emblem-pad", role: "group", "aria-label": say("The three pictures on the board, in their order") },
    make("p", {}, say("The three pictures on the board, in their order")),
    make("div", { class: "keys" }, emblems.map((emblem) => make("button", { type: "button", "data-emblem": emblem, onclick: () => tap(emblem) }, shape(emblem), make("span", {}, emblemName(emblem))))),
    sofar,
    make("button", { type: "button", class: "quiet", onclick: again }, say("From the beginning")),
  );
}
