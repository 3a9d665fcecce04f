// Doing things: every press of a button ends in something seen, a change, a sentence or an offer to undo.

import { ask, Refused } from "./asking.js";
import { make, refill } from "./elements.js";
import { say } from "./language.js";

const TOAST = 8_000;
let timer = 0;

/** A sentence at the top of the page until the next one; an empty one takes it away. */
export function warn(sentence) {
  const place = document.getElementById("alert");
  place.textContent = sentence ?? "";
  place.hidden = !sentence;
}

/** A sentence at the bottom for some seconds, with a way back where there is one. */
export function toast(sentence, undo = null) {
  const place = document.getElementById("toast");
  clearTimeout(timer);
  refill(
    place,
    make("span", {}, sentence),
    undo && make("button", { type: "button", onclick: () => (refill(place), undo()) }, say("Undo")),
  );
  timer = setTimeout(() => refill(place), TOAST);
}

/** What was pressed and is not answered yet. */
const underWay = new Map();
let presses = 0;
let warned = 0;

/**
 * Ask the server to do something, or give it a file: its answer, or null. What it refuses is said.
 *
 * Pressed again before the answer is there, it counts once: nobody begins two rounds because the network was slow. What
 * is refused stays to be read until something pressed later goes well, in whatever order the answers come.
 */
export function perform(path, body = {}, file = undefined) {
  const press = file ? null : `${path} ${JSON.stringify(body)}`;
  if (press && underWay.has(press)) return underWay.get(press);
  const number = ++presses;
  const answer = heard(path, file ? { method: "POST", file } : { method: "POST", body }, number);
  if (press) underWay.set(press, answer.finally(() => (underWay.delete(press), drawBusy())));
  drawBusy();
  return answer;
}

async function heard(path, request, number) {
  try {
    const told = await ask(path, request);
    if (number > warned) warn("");
    return told ?? true;
  } catch (fault) {
    if (fault instanceof Refused && fault.status === 401) dispatchEvent(new Event("rapport-signed-out"));
    warned = Math.max(warned, number);
    warn(fault instanceof Refused ? fault.message : say("The server does not answer. Nothing was changed."));
    return null;
  }
}

function drawBusy() {
  document.body.toggleAttribute("data-busy", underWay.size > 0);
}

/** A window over the page that closes with Escape; returns a function that closes it. */
export function showDialog(title, ...children) {
  const dialog = make("dialog", { "aria-label": title });
  const close = () => dialog.close();
  dialog.append(
    make("div", { class: "dialog-head" }, make("h2", {}, title), make("button", { type: "button", class: "quiet", onclick: close }, say("Close"))),
    ...children.filter(Boolean),
  );
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && close());
  document.body.append(dialog);
  dialog.showModal();
  (dialog.querySelector("[autofocus]") ?? dialog.querySelector("input, select, button.main"))?.focus();
  return close;
}

/** Ask before something that cannot be taken back; whoever presses Enter without reading has done nothing. */
export function askFirst(title, words, doing, does) {
  const close = showDialog(
    title,
    make("p", {}, words),
    make("div", { class: "row-of" }, make("button", { type: "button", class: "main", onclick: () => (close(), does()) }, doing), make("button", { type: "button", autofocus: true, onclick: () => close() }, say("Not now"))),
  );
}
