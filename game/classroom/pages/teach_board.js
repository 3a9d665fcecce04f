// What the projector shows: order, looks, a sentence for every screen, who may come in.

import { make } from "./elements.js";
import { say } from "./language.js";
import { perform, toast } from "./teach_doing.js";

function choice(desk, legend, name, now, options, does) {
  return make(
    "fieldset", {},
    make("legend", {}, legend),
    make("div", { class: "filters" }, options.map(([value, words]) => make("button", { type: "button", "data-key": `${name}-${value}`, "aria-pressed": String(now === value), onclick: () => does(value) }, words))),
  );
}

/** People as the organisation knows them: in every export, never on the board. */
function classList(desk, set) {
  const settings = desk.session.settings ?? {};
  const file = make("input", { type: "file", name: "roster", accept: ".csv,.xlsx,text/csv", "aria-label": say("Class list (CSV or XLSX)") });
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    const told = await perform(`${desk.base}/roster-file`, undefined, chosen);
    file.value = "";
    if (told) toast(say("{n} people are on the class list.", { n: told.entries ?? 0 }));
  });
  return make(
    "section", { class: "card" },
    make("h2", {}, say("Class list")),
    make("p", { class: "soft" }, say("Columns key, name, team. It stands in every export; on the board there are nicknames only.")),
    file,
    settings.roster_entries > 0 && make("p", {}, say("{n} people are on the class list.", { n: settings.roster_entries })),
    choice(desk, say("Whoever joins gives a key"), "roster", settings.roster ?? "off", [["off", say("is not asked")], ["asked", say("may give one")], ["required", say("must give one")]], (roster) => set({ roster })),
  );
}

/** The tab of the board. */
export function boardTab(desk) {
  const { session, discussion } = desk.lobby;
  const settings = session.settings ?? {};
  const notice = make("input", { name: "notice", maxlength: 300, value: session.notice ?? "" });
  const set = (body) => perform(desk.base, body);
  return make(
    "div", { class: "board-tab" },
    make(
      "section", { class: "card" },
      choice(desk, say("Ordered by"), "view", session.view, [["score", say("Score")], ["stage", say("Stage reached")], ["insight", say("Insight")], ["team", say("Teams")]], (view) => desk.do("view", { view })),
      choice(desk, say("Counts"), "board", settings.board ?? "round", [["round", say("This round")], ["all", say("All rounds")]], (board) => set({ board })),
      choice(desk, say("Looks"), "theme", session.theme, [["night", say("Dark (dim room)")], ["paper", say("Light (bright room)")]], (theme) => desk.do("view", { theme })),
      choice(desk, say("Movement"), "motion", session.motion, [[true, say("Rows change places")], [false, say("Nothing moves")]], (motion) => desk.do("view", { motion })),
      choice(desk, say("Language of the board"), "language", session.language, [["en", "English"], ["zh", "中文"]], (language) => set({ language })),
    ),
    make(
      "form",
      {
        class: "card",
        onsubmit: async (event) => {
          event.preventDefault();
          document.activeElement?.blur();
          if (await desk.do("notice", { text: notice.value })) toast(notice.value ? say("On every screen now.") : say("Taken away."));
        },
      },
      make("label", { class: "field" }, make("span", {}, say("A sentence for every screen")), notice),
      make("div", { class: "buttons" }, make("button", { type: "submit" }, say("Show it")), session.notice && make("button", { type: "button", "data-key": "quiet", onclick: () => desk.do("notice", { text: "" }) }, say("Take it away"))),
    ),
    make(
      "section", { class: "card" },
      choice(desk, say("Who comes in"), "approve", settings.approve ?? false, [[false, say("Everybody with the code")], [true, say("Only after my nod")]], (approve) => set({ approve })),
      choice(desk, say("After the start"), "late", settings.late ?? true, [[true, say("Late comers may join")], [false, say("Nobody joins any more")]], (late) => set({ late })),
      choice(desk, say("Whoever joins"), "emblems", settings.emblems ?? false, [[false, say("needs the code")], [true, say("needs the code and three pictures that change on the board")]], (emblems) => set({ emblems })),
      make("p", {}, make("button", { type: "button", "data-key": "lift", onclick: async () => (await desk.do("lift")) && toast(say("Wrong codes are forgotten; everybody may try again.")) }, say("Forget wrong codes")), make("span", { class: "soft" }, " ", say("when a whole class behind one address is kept waiting"))),
    ),
    classList(desk, set),
    make("p", { class: "soft" }, say("On the board itself: F fills the screen, B shows the standings in place of a question.")),
    discussion && make("section", { class: "card" }, make("p", {}, say("A moment of the conversation is on the board.")), make("button", { type: "button", "data-key": "no-discussion", onclick: () => desk.do("discussion", {}) }, say("Take it off the board"))),
  );
}
