// The standings: at most eight rows that change places before everybody's eyes.

import { make, nameOf, refill, stretch } from "./elements.js";
import { flip, moving } from "./motion.js";
import { seals, mark } from "./signs.js";
import { stageName, STAGES } from "./stages.js";
import { inLanguage, say } from "./language.js";

const ROWS = 8;
const TITLES = {
  score: () => say("Score"),
  stage: () => say("Stage reached"),
  insight: () => say("Insight"),
  team: () => say("Teams"),
};

class Row {
  constructor() {
    this.rank = make("span", { class: "rank digits" });
    this.name = make("span", { class: "who" });
    this.middle = make("span", { class: "middle" });
    this.seals = make("span", { class: "earned" });
    this.figure = make("span", { class: "figure digits" });
    this.bar = make("span", { class: "bar" });
    this.element = make("li", { class: "row" }, this.rank, this.name, this.middle, this.seals, this.figure);
  }

  show(entry, view, most) {
    const { rank, name, team, score, stage, insight } = entry;
    this.rank.textContent = rank ?? "–";
    this.element.classList.toggle("first", rank === 1);
    refill(this.name, nameOf(name, { class: "nick" }), view !== "team" && team ? nameOf(team, { class: "team" }) : null);
    refill(this.seals, view === "team" ? null : seals(entry.seals));
    if (view === "stage") {
      const reached = typeof stage === "number" ? stage : STAGES.indexOf(stage);
      const steps = STAGES.map((_, i) => make("i", { class: i < reached ? "done" : i === reached ? "now" : "" }));
      refill(this.middle, make("span", { class: "steps", "aria-hidden": "true" }, steps));
      refill(this.figure, stageName(STAGES[reached]) || "–");
    } else {
      const value = view === "insight" ? insight : score;
      refill(this.middle, make("span", { class: "trough" }, stretch(this.bar, (value ?? 0) / most)));
      refill(this.figure, value === null || value === undefined ? "–" : view === "insight" ? `${value} %` : String(value));
    }
    if (view === "team") refill(this.seals, entry.count ? make("span", { class: "members digits" }, mark("people"), String(entry.count)) : null);
  }
}

export class Standings {
  constructor() {
    this.heading = make("h1", {});
    this.about = make("p", { class: "about name" });
    this.frozen = make("p", { class: "frozen-word", hidden: true });
    this.rime = make("div", { class: "rime", "aria-hidden": "true" });
    this.list = make("ol", { class: "rows" });
    this.quiet = make("p", { class: "quiet", hidden: true });
    this.element = make(
      "section", { class: "standings" },
      make("div", { class: "heading" }, this.heading, this.about, this.frozen),
      make("div", { class: "field" }, this.list, this.quiet, this.rime),
    );
    this.rows = new Map();
    this.wasFrozen = false;
  }

  show(board) {
    const view = TITLES[board.view] ? board.view : "score";
    const entries = (view === "team" ? board.teams ?? [] : board.rows ?? []).slice(0, ROWS);
    this.heading.textContent = TITLES[view]();
    this.element.dataset.view = view;
    const round = board.round;
    const several = (board.counted ?? 1) > 1;
    this.about.textContent = several
      ? say("{n} rounds together", { n: board.counted })
      : round ? [say("Round {n}", { n: round.number ?? 1 }), inLanguage(round.titles)].filter(Boolean).join(" · ") : "";
    const revealing = this.wasFrozen && !board.frozen;
    this.wasFrozen = Boolean(board.frozen);
    refill(this.frozen, mark("ice"), say("Frozen"));
    this.frozen.hidden = !board.frozen;
    this.element.classList.toggle("frozen", Boolean(board.frozen));
    this.quiet.hidden = entries.length > 0;
    this.quiet.textContent = board.frozen ? say("The standings stay secret until the reveal.") : say("The first result will stand here.");
    const most = view === "insight" ? 100 : 1000 * (several ? board.counted : 1);
    flip(this.list, moving(), revealing ? 260 : 0, () => {
      const kept = new Map();
      const seen = new Map();
      const elements = entries.map((entry) => {
        // Two seats of one name keep their rows apart by counting.
        const who = entry.id ?? entry.name;
        const times = (seen.get(who) ?? 0) + 1;
        seen.set(who, times);
        const key = `${view === "team" ? "team" : "seat"} ${times} ${who}`;
        const row = this.rows.get(key) ?? new Row();
        row.show(entry, view, most);
        kept.set(key, row);
        return row.element;
      });
      this.rows = kept;
      // Rows that stay are moved, not made anew, so that their bars can grow.
      elements.forEach((element, place) => {
        if (this.list.children[place] !== element) this.list.insertBefore(element, this.list.children[place] ?? null);
      });
      while (this.list.children.length > elements.length) this.list.lastChild.remove();
    });
  }
}
