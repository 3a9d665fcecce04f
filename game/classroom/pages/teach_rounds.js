// A new round: which scenario, played how, for how long.

import { ask } from "./asking.js";
import { make } from "./elements.js";
import { inLanguage, say } from "./language.js";
import { perform, showDialog } from "./teach_doing.js";
import { modeName, sheetRows } from "./teach_sessions.js";

const MODES = ["race", "vote", "set", "tables", "exam"];

function explained(mode) {
  return {
    race: say("Everybody meets the same customer, each on their own."),
    vote: say("One conversation on the projector; everybody votes on the next line, from a phone or by hand."),
    set: say("Several scenarios at once; everybody takes them in any order."),
    tables: say("One laptop for a group; names of all at the table in one seat."),
    exam: say("One try, no hints."),
  }[mode];
}

/** The form in a window; a new round waits or opens at once. */
export async function roundForm(desk) {
  let shelf;
  try {
    shelf = await ask("/api/v1/trainer/scenarios");
  } catch {
    shelf = { scenarios: [] };
  }
  const scenario = make("select", { name: "scenario" }, (shelf.scenarios ?? []).map((one) => make("option", { value: one.id }, inLanguage(one.titles))));
  const mode = make("select", { name: "mode" }, MODES.map((one) => make("option", { value: one }, modeName(one))));
  const about = make("p", { class: "soft" }, explained("race"));
  mode.addEventListener("change", () => (about.textContent = explained(mode.value)));
  const minutes = make("input", { type: "number", name: "minutes", min: 1, max: 480, value: 25 });
  const attempts = make("input", { type: "number", name: "attempts", min: 0, max: 100, value: 3 });
  const counts = make("select", { name: "counts" }, make("option", { value: "best" }, say("the best")), make("option", { value: "last" }, say("the last")), make("option", { value: "first" }, say("the first")));
  const hints = make("input", { type: "checkbox", name: "hints", checked: true });
  const part = make("select", { name: "part" }, make("option", { value: "" }, say("a round by itself")), make("option", { value: "before" }, say("before the course")), make("option", { value: "after" }, say("after the course")));
  const compares = make("p", { class: "soft" });
  part.addEventListener("change", () => {
    compares.textContent = part.value ? say("Before and after meet two customers that a simulated class finds equally hard; choosing them takes some seconds the first time.") : "";
    if (part.value && mode.value !== "exam") {
      mode.value = "exam";
      mode.dispatchEvent(new Event("change"));
    }
  });

  async function submit(event) {
    event.preventDefault();
    const body = { scenario: scenario.value, mode: mode.value, open: event.submitter?.value !== "wait" };
    if (minutes.value && mode.value !== "vote") body.minutes = Number(minutes.value);
    if (mode.value !== "exam" && mode.value !== "vote") Object.assign(body, { attempts: Number(attempts.value), counts: counts.value, hints: hints.checked });
    if (part.value) body.part = part.value;
    if (await perform(`${desk.base}/rounds`, body)) close();
  }
  const field = (words, input) => make("label", { class: "field" }, make("span", {}, words), input);
  const close = showDialog(
    say("New round"),
    make(
      "form", { class: "round-form", onsubmit: submit },
      field(say("Scenario"), scenario),
      field(say("Played as"), mode),
      about,
      make("div", { class: "row-of" }, field(say("Minutes"), minutes), field(say("Attempts (0: any number)"), attempts), field(say("Counts"), counts)),
      field(say("Before and after"), part),
      compares,
      make("label", { class: "tick" }, hints, make("span", {}, say("Hints are allowed"))),
      make("div", { class: "row-of" }, make("button", { type: "submit", class: "main", value: "open" }, say("Begin now")), make("button", { type: "submit", value: "wait" }, say("Put it aside"))),
    ),
  );
}

/** Choose one of the run sheets that come with Rapport for a class that has none. */
export async function planForm(desk) {
  let shelf = {};
  try {
    shelf = await ask("/api/v1/trainer/scenarios");
  } catch {
    // The window stays empty.
  }
  const close = showDialog(
    say("Run sheet"),
    make(
      "div", { class: "sheets" },
      (shelf.run_sheets ?? []).map((sheet) =>
        make(
          "section", {},
          make("button", { type: "button", onclick: async () => (await desk.do("run-sheet", { rows: sheet.id })) && close() }, inLanguage(sheet.titles)),
          sheetRows(sheet.rows, shelf.scenarios ?? []),
        ),
      ),
    ),
  );
}
