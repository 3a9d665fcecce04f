// Afterwards: files to take along, what waits for the learning record store, what was done.

import { ask } from "./asking.js";
import { make } from "./elements.js";
import { say, spoken } from "./language.js";
import { perform } from "./teach_doing.js";

export class AfterTab {
  constructor(desk) {
    this.desk = desk;
    this.audit = null;
    this.statements = null;
    this.pages = null;
    this.asking = null;
  }

  async fetch() {
    const quietly = async (path) => {
      try {
        return await ask(`${this.desk.base}/${path}`);
      } catch {
        return null;
      }
    };
    [this.audit, this.statements, this.pages] = await Promise.all([quietly("audit"), quietly("statements"), quietly("take-home")]);
    clearTimeout(this.asking);
    // While pages are being worked out, their number is looked at now and then.
    if (this.pages?.waiting && this.desk.tab === "after") this.asking = setTimeout(() => this.desk.tab === "after" && this.fetch(), 4_000);
    if (this.desk.tab === "after") this.desk.drawBody();
  }

  draw(fresh = false) {
    if (fresh || this.audit === null) this.fetch();
    return make("div", { class: "after-tab" }, this.files(), this.home(), this.queue(), this.done());
  }

  files() {
    const { desk } = this;
    const kinds = [
      ["html", say("Report to print")],
      ["xlsx", say("Workbook (XLSX)")],
      ["csv", say("One row per attempt (CSV)")],
      ["moodle.csv", say("Gradebook for Moodle (CSV)")],
      ["jsonl", say("Everything (JSON lines)")],
    ];
    if (desk.lobby.rounds.some((one) => one.settings?.part)) kinds.push(["gain.json", say("Before and after (JSON)")]);
    const link = (kind, board) => `${desk.base}/export.${kind}?board=${board}&lang=${spoken()}`;
    return make(
      "section", { class: "card" },
      make("h2", {}, say("Take along")),
      desk.session.frozen && make("p", { class: "soft" }, say("The board is frozen: the public edition ends where it was frozen.")),
      make(
        "table", { class: "files" },
        make("thead", {}, make("tr", {}, make("th", {}, say("File")), make("th", {}, say("For you")), make("th", {}, say("For the class")))),
        make("tbody", {}, kinds.map(([kind, words]) => make("tr", {}, make("td", {}, words), make("td", {}, make("a", { href: link(kind, "full"), download: kind === "html" ? null : true, target: kind === "html" ? "_blank" : null, rel: "noopener" }, say("full"))), make("td", {}, make("a", { href: link(kind, "public"), download: kind === "html" ? null : true, target: kind === "html" ? "_blank" : null, rel: "noopener" }, say("public")))))),
      ),
    );
  }

  home() {
    const told = this.pages;
    if (!told?.pages) return null;
    const done = told.conversations - told.waiting;
    return make(
      "section", { class: "card" },
      make("h2", {}, say("For each trainee")),
      make("p", {}, say("A page of one’s own: where it turned, the better line and why, what to train next. When the class is over, everybody finds it on the phone or at the desk.")),
      make("p", { class: "soft" }, told.waiting ? say("{done} of {all} conversations are worked out; the pages fill up.", { done, all: told.conversations }) : say("All conversations are worked out.")),
      make("p", {}, make("a", { href: `${this.desk.base}/take-home.zip?lang=${spoken()}`, download: true }, say("All pages in one folder (ZIP): {n}", { n: told.pages }))),
    );
  }

  queue() {
    const told = this.statements;
    if (!told) return null;
    const dead = Array.isArray(told.dead) ? told.dead : [];
    return make(
      "section", { class: "card" },
      make("h2", {}, say("Learning record store")),
      make("p", {}, say("{sent} sent · {waiting} waiting · {dead} refused", { sent: told.sent ?? 0, waiting: told.waiting ?? 0, dead: Array.isArray(told.dead) ? dead.length : told.dead ?? 0 })),
      told.stopped && make("p", { class: "fault" }, say("Sending has stopped: {why}", { why: told.stopped })),
      make("p", {}, make("a", { href: `${this.desk.base}/statements.jsonl`, download: true }, say("All statements as a file"))),
      dead.length > 0 && make("ul", { class: "dead" }, dead.slice(0, 20).map((one) => make("li", {}, make("code", {}, one.id ?? ""), " ", one.error ?? ""))),
      dead.length > 0 && make("button", { type: "button", "data-key": "again", onclick: async () => (await perform(`${this.desk.base}/statements/retry`)) && this.fetch() }, say("Send these again")),
    );
  }

  done() {
    const rows = this.audit?.audit ?? [];
    if (!rows.length) return null;
    const time = new Intl.DateTimeFormat(spoken() === "zh" ? "zh-CN" : "en-GB", { timeStyle: "medium" });
    return make(
      "details", { class: "card", "data-key": "audit" },
      make("summary", {}, say("What was done")),
      make("ol", { class: "audit" }, rows.slice(0, 200).map((row) => make("li", {}, make("span", { class: "soft digits" }, time.format(new Date(row.at))), make("span", {}, row.said ?? row.what)))),
    );
  }
}
