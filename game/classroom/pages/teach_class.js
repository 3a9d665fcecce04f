// One class in the trainer's hand: the rail on the left, the tabs on the right, one stream of snapshots.

import { ask } from "./asking.js";
import { Feed } from "./feed.js";
import { make, nameOf, refill } from "./elements.js";
import { say } from "./language.js";
import { askFirst, perform, toast, warn } from "./teach_doing.js";
import { redraw } from "./redraw.js";
import { Rail } from "./teach_rail.js";
import { seatsTab } from "./teach_seats.js";
import { PictureTab } from "./teach_picture.js";
import { VoteTab } from "./teach_vote.js";
import { boardTab } from "./teach_board.js";
import { AfterTab } from "./teach_after.js";
import { stateName } from "./teach_sessions.js";

export class ClassDesk {
  constructor(lobby, tab, drawHead) {
    this.lobby = lobby;
    this.id = lobby.session.id;
    this.base = `/api/v1/trainer/sessions/${this.id}`;
    this.tab = tab;
    this.drawHead = drawHead;
    this.filter = "here";
    this.rail = new Rail(this);
    this.picture = new PictureTab(this);
    this.vote = new VoteTab(this);
    this.after = new AfterTab(this);
    this.titles = new Map();
    this.tabs = make("div", { class: "tabs", role: "tablist" });
    this.tools = make("div", { class: "tools" });
    this.body = make("div", { class: "tab-body", role: "tabpanel", tabindex: "-1", id: "tab-body" });
    this.link = make("span", { class: "link", role: "status" });
    this.element = make("div", { class: "class-desk" }, this.rail.element, make("section", { class: "work" }, make("div", { class: "tab-row" }, this.tabs, this.tools), this.body));
    this.body.addEventListener("focusout", () => setTimeout(() => this.body.dataset.stale && this.drawBody()));
    this.keys = (event) => this.key(event);
    this.presses = (event) => this.closeMenus(event.target);
    this.feed = new Feed({
      events: `${this.base}/events`,
      snapshot: this.base,
      name: "trainer",
      onSnapshot: (told) => told.session && this.show(told),
      onChange: () => this.drawLink(),
    });
  }

  start() {
    document.addEventListener("keydown", this.keys);
    document.addEventListener("click", this.presses);
    this.timer = setInterval(() => (this.rail.tick(), this.drawLink()), 500);
    this.show(this.lobby);
    this.feed.start();
    this.learnTitles();
  }

  /** What the scenarios of the run sheet are called. */
  async learnTitles() {
    try {
      const shelf = await ask("/api/v1/trainer/scenarios");
      this.titles = new Map((shelf.scenarios ?? []).map((one) => [one.id, one.titles]));
      this.rail.show();
    } catch {
      // Their ids stand there instead.
    }
  }

  close() {
    document.removeEventListener("keydown", this.keys);
    document.removeEventListener("click", this.presses);
    clearInterval(this.timer);
    this.feed.stop();
  }

  get session() {
    return this.lobby.session;
  }

  /** The round that everybody looks at, or null. */
  get round() {
    return this.lobby.rounds?.find((one) => one.id === this.lobby.current) ?? null;
  }

  do(what, body) {
    return perform(`${this.base}/${what}`, body);
  }

  doRound(round, what, body) {
    return perform(`${this.base}/rounds/${round.id}/${what}`, body);
  }

  show(lobby) {
    this.lobby = lobby;
    document.title = `${this.session.title} · ${say("Trainer")} · Rapport 知心`;
    this.drawTop();
    this.rail.show();
    this.drawTabs();
    this.drawTools();
    this.drawBody();
  }

  choose(tab) {
    this.tab = tab;
    this.drawTabs();
    this.drawBody(true);
  }

  drawTop() {
    const { session } = this;
    this.drawHead([
      make("h1", { class: "title" }, nameOf(session.title)),
      make("span", { class: "code-small" }, session.code),
      make("span", { class: `state ${session.state}` }, stateName(session.state)),
      this.link,
      make("a", { class: "button", href: session.board_url, target: "rapport-board", rel: "noopener" }, say("Board")),
    ]);
  }

  drawLink() {
    const age = Math.floor(this.feed.age);
    const said = this.feed.way === "lost" ? say("No connection for {n} s", { n: age }) : this.feed.way === "polling" ? say("Asking every 2 s") : "";
    if (this.link.textContent !== said) this.link.textContent = said;
  }

  drawTabs() {
    const waiting = this.lobby.seats.filter((seat) => seat.state === "waiting").length;
    const names = [
      ["seats", say("Seats"), waiting],
      ["picture", say("Picture")],
      ["vote", say("Vote")],
      ["board", say("Board")],
      ["after", say("After class")],
    ];
    this.body.setAttribute("aria-label", names.find(([id]) => id === this.tab)?.[1] ?? "");
    redraw(
      this.tabs,
      names.map(([id, name, count], place) =>
        make("a", { class: "tab", role: "tab", href: `#/s/${this.id}/${id}`, "aria-selected": String(id === this.tab), "aria-controls": "tab-body", "data-key": `tab-${id}`, title: say("Key {key}", { key: place + 1 }) }, name, count ? make("b", { class: "badge digits" }, String(count)) : null),
      ),
    );
  }

  drawTools() {
    const { session } = this;
    const button = (key, words, does, pressed) => make("button", { type: "button", "data-key": key, "aria-pressed": String(pressed), onclick: does }, words);
    redraw(
      this.tools,
      make("button", { type: "button", "data-key": "undo", onclick: () => this.undo() }, say("Undo (Z)")),
      session.state === "over"
        ? []
        : [
            button("dim", session.dimmed ? say("Light up (D)") : say("Dim all screens (D)"), () => this.do(session.dimmed ? "undim" : "dim"), session.dimmed),
            button("freeze", session.frozen ? say("Reveal (F)") : say("Freeze the board (F)"), () => this.freeze(), session.frozen),
          ],
    );
  }

  drawBody(fresh = false) {
    const bodies = { seats: () => seatsTab(this), picture: () => this.picture.draw(fresh), vote: () => this.vote.draw(), board: () => boardTab(this), after: () => this.after.draw(fresh) };
    const inside = (bodies[this.tab] ?? bodies.seats)();
    if (fresh) refill(this.body, inside);
    else redraw(this.body, inside);
  }

  /** Menus that were left open close; the one that holds `target` stays. */
  closeMenus(target = null) {
    for (const menu of this.body.querySelectorAll("details.menu[open]")) {
      if (target && menu.contains(target)) continue;
      const inside = menu.contains(document.activeElement);
      menu.open = false;
      if (!target && inside) menu.querySelector("summary").focus();
    }
  }

  /** Keys for whoever stands in front of a class; they are silent while somebody types. */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || document.querySelector("dialog[open]")) return;
    const tabs = ["seats", "picture", "vote", "board", "after"];
    const key = event.key.toLowerCase();
    const { session, round } = this;
    if (key === "escape") return this.closeMenus();
    const acts = {
      n: () => this.rail.next(),
      p: () => round && (round.state === "open" ? this.doRound(round, "pause") : round.state === "paused" && this.doRound(round, "open")),
      // A vote has no clock, and none should begin to run by a slip of the finger.
      e: () => round && round.mode !== "vote" && this.doRound(round, "extend", { minutes: 2 }).then((done) => done && toast(say("Two more minutes."))),
      d: () => this.do(session.dimmed ? "undim" : "dim"),
      f: () => this.freeze(),
      z: () => this.undo(),
      v: () => this.tab === "vote" && this.vote.step(),
    };
    if (acts[key]) {
      event.preventDefault();
      acts[key]();
    } else if (tabs[Number(key) - 1]) {
      location.hash = `#/s/${this.id}/${tabs[Number(key) - 1]}`;
    }
  }

  freeze() {
    return this.do(this.session.frozen ? "reveal" : "freeze");
  }

  /** The last step that can be taken back; it is said which one that was. */
  async undo() {
    const told = await this.do("undo");
    if (told?.said) toast(say("Taken back: {sentence}", { sentence: told.said }));
  }

  closeClass() {
    askFirst(say("Close the class?"), say("Nobody can join or hand anything in any more, and the code is free again. Results and exports stay."), say("Close the class"), async () => {
      if (await this.do("close")) warn("");
    });
  }
}
