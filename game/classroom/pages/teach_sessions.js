// The classes of this machine, and a new one.

import { make, nameOf } from "./elements.js";
import { inLanguage, say, spoken } from "./language.js";
import { perform } from "./teach_doing.js";

/** The state of a class in a word. */
export function stateName(state) {
  return { lobby: say("not begun"), open: say("running"), paused: say("paused"), over: say("over"), waiting: say("waiting"), closed: say("closed") }[state] ?? state;
}

/** A way of playing in a word. */
export function modeName(mode) {
  return { race: say("Race"), set: say("Set"), exam: say("Exam"), vote: say("Vote"), tables: say("Tables") }[mode] ?? mode;
}

function day(at) {
  return at ? new Intl.DateTimeFormat(spoken() === "zh" ? "zh-CN" : "en-GB", { dateStyle: "medium", timeStyle: "short" }).format(new Date(at)) : "";
}

function sessionCard(session) {
  return make(
    "li", {},
    make(
      "a", { class: "card session", href: `#/s/${session.id}` },
      make("b", {}, nameOf(session.title)),
      make("span", { class: `state ${session.state}` }, stateName(session.state)),
      make("span", { class: "code-small" }, session.state === "over" ? "" : session.code),
      make("span", { class: "soft" }, day(session.created_at)),
    ),
  );
}

function tick(name, words, checked = false) {
  const input = make("input", { type: "checkbox", name, checked });
  return { input, element: make("label", { class: "tick" }, input, make("span", {}, words)) };
}

/** The rows of a run sheet, to look at before it is chosen. */
export function sheetRows(rows, scenarios) {
  const titles = new Map(scenarios.map((one) => [one.id, one.titles]));
  return make(
    "ol", { class: "sheet-preview" },
    rows.map((row) => make("li", {}, make("span", {}, inLanguage(titles.get(row.scenario)) || row.scenario), make("span", { class: "soft" }, [modeName(row.mode ?? "race"), row.minutes ? say("{n} min", { n: row.minutes }) : ""].filter(Boolean).join(" · ")))),
  );
}

function newClass(shelf) {
  const title = make("input", { name: "title", required: true, maxlength: 120, placeholder: say("for example: New consultants, spring") });
  const language = make("select", { name: "language" }, make("option", { value: "en" }, "English"), make("option", { value: "zh" }, "中文"));
  language.value = spoken();
  const sheets = shelf.run_sheets ?? [];
  const sheet = make("select", { name: "run_sheet" }, make("option", { value: "" }, say("No plan: I choose as we go")), sheets.map((one) => make("option", { value: one.id }, inLanguage(one.titles))));
  const preview = make("div", {});
  sheet.addEventListener("change", () => {
    const chosen = sheets.find((one) => one.id === sheet.value);
    preview.replaceChildren(...(chosen ? [sheetRows(chosen.rows, shelf.scenarios ?? [])] : []));
  });
  const teams = make("input", { name: "teams", placeholder: say("East, West, Back row"), maxlength: 600 });
  const approve = tick("approve", say("I let everybody in myself"));
  const late = tick("late", say("People may join after the start"), true);
  const motion = tick("motion", say("Things move on the board"), true);
  const theme = make("select", { name: "theme" }, make("option", { value: "night" }, say("Dark (dim room)")), make("option", { value: "paper" }, say("Light (bright room)")));

  async function submit(event) {
    event.preventDefault();
    const body = {
      title: title.value.trim(),
      language: language.value,
      approve: approve.input.checked,
      late: late.input.checked,
      motion: motion.input.checked,
      theme: theme.value,
      teams: teams.value.split(/[,，、;；]/).map((name) => name.trim()).filter(Boolean),
    };
    if (sheet.value) body.run_sheet = sheet.value;
    const made = await perform("/api/v1/trainer/sessions", body);
    if (made?.id) location.hash = `#/s/${made.id}`;
  }

  const field = (words, input) => make("label", { class: "field" }, make("span", {}, words), input);
  return make(
    "form", { class: "card new-class", onsubmit: submit },
    make("h2", {}, say("New class")),
    field(say("Title"), title),
    make("div", { class: "row-of" }, field(say("Language of the board"), language), field(say("Looks of the board"), theme)),
    field(say("Run sheet"), sheet),
    preview,
    field(say("Teams (may stay empty)"), teams),
    make("div", {}, approve.element, late.element, motion.element),
    make("button", { class: "main", type: "submit" }, say("Open the class")),
  );
}

/** The page of all classes. */
export function classes(sessions, shelf) {
  const running = sessions.filter((one) => one.state !== "over");
  const over = sessions.filter((one) => one.state === "over");
  return make(
    "div", { class: "classes" },
    make(
      "section", {},
      make("h1", {}, say("Classes")),
      running.length ? make("ul", { class: "session-list" }, running.map(sessionCard)) : make("p", { class: "card soft" }, say("No class is open. Make one, and the code and the board come with it.")),
      over.length > 0 && make("h2", {}, say("Earlier classes")),
      over.length > 0 && make("ul", { class: "session-list" }, over.map(sessionCard)),
    ),
    newClass(shelf),
  );
}
