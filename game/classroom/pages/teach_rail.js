// The rail: what runs, how long yet, and what comes next on one key.

import { Countdown, minutes } from "./clock.js";
import { make } from "./elements.js";
import { inLanguage, say } from "./language.js";
import { redraw } from "./redraw.js";
import { planForm, roundForm } from "./teach_rounds.js";
import { modeName, stateName } from "./teach_sessions.js";

export class Rail {
  constructor(desk) {
    this.desk = desk;
    this.clock = new Countdown();
    this.time = make("span", { class: "time-left digits" });
    this.element = make("aside", { class: "rail" });
  }

  /** The next row of the run sheet, or the first round that waits. */
  next() {
    if (this.upcoming() === null) {
      roundForm(this.desk);
      return null;
    }
    return this.desk.do("next");
  }

  upcoming() {
    const { session, lobby } = this.desk;
    const waiting = lobby.rounds.filter((one) => one.state === "waiting");
    if (waiting.length) return { scenario: waiting[0].scenario, titles: waiting[0].titles, mode: waiting[0].mode, minutes: waiting[0].settings?.minutes };
    return session.run_sheet?.[session.step ?? 0] ?? null;
  }

  show() {
    const { desk } = this;
    const { session, round } = desk;
    this.clock.set(round?.state === "closed" ? null : round?.remaining_ms ?? null, round?.state === "open" && session.state === "open");
    redraw(this.element, this.now(round, session), this.plan(session), this.class(session));
    this.tick();
  }

  tick() {
    const left = this.clock.now;
    const said = left === null ? "" : minutes(left);
    if (this.time.textContent !== said) this.time.textContent = said;
  }

  button(key, words, does, more = {}) {
    return make("button", { type: "button", "data-key": key, onclick: does, ...more }, words);
  }

  now(round, session) {
    const { desk } = this;
    if (!round) {
      return make("section", { class: "card now" }, make("h2", {}, say("Nothing runs yet")), make("p", { class: "soft" }, say("People can join; begin when you are ready.")));
    }
    const running = round.state === "open";
    return make(
      "section", { class: "card now" },
      make("p", { class: "soft" }, [say("Round {n}", { n: round.number }), modeName(round.mode), stateName(round.state === "open" ? "open" : round.state)].join(" · ")),
      make("h2", {}, inLanguage(round.titles)),
      this.compared(round.settings?.comparison),
      make("p", { class: "clock-line" }, this.time, round.mode !== "vote" && make("span", { class: "soft" }, say("{n} finished", { n: round.finished ?? 0 }))),
      session.state !== "over" &&
        make(
          "div", { class: "buttons" },
          running && this.button("pause", say("Pause (P)"), () => desk.doRound(round, "pause")),
          round.state === "paused" && this.button("resume", say("Go on (P)"), () => desk.doRound(round, "open"), { class: "main" }),
          round.state === "waiting" && this.button("open", say("Begin"), () => desk.doRound(round, "open"), { class: "main" }),
          round.state !== "waiting" && round.mode !== "vote" && this.button("more", say("+2 min (E)"), () => desk.doRound(round, "extend", { minutes: 2 })),
          (running || round.state === "paused") && this.button("stop", say("Close the round"), () => desk.doRound(round, "close")),
          round.state === "closed" && this.button("again", say("Open again"), () => desk.doRound(round, "open")),
        ),
    );
  }

  /** Of a round before or after: whether both customers are equally hard. */
  compared(found) {
    if (!found) return null;
    const [apart, low, high] = found.apart.map((points) => Math.round(points));
    const facts = { one: found.customers[0], other: found.customers[1], apart, low, high };
    return make("p", { class: "soft" }, found.equal ? say("Customers {one} and {other} are equally hard: {apart} points apart ({low} to {high}) in a simulated class.", facts) : say("Customers {one} and {other} are NOT shown to be equally hard: {apart} points apart ({low} to {high}) in a simulated class.", facts));
  }

  plan(session) {
    const rows = session.run_sheet ?? [];
    const at = session.step ?? 0;
    const upcoming = this.upcoming();
    const over = session.state === "over";
    return make(
      "section", { class: "card plan" },
      make("h2", {}, say("Run sheet")),
      rows.length
        ? make(
            "ol", {},
            rows.map((row, place) =>
              make(
                "li", { class: place < at ? "done" : place === at ? "next" : "", "aria-current": place === at ? "step" : null },
                make("span", {}, this.titleOf(row)),
                make("span", { class: "soft" }, [modeName(row.mode ?? "race"), row.minutes ? say("{n} min", { n: row.minutes }) : ""].filter(Boolean).join(" · ")),
              ),
            ),
          )
        : make("p", { class: "soft" }, say("No plan: I choose as we go")),
      !over && this.button("next", upcoming ? say("Next: {title} (N)", { title: this.titleOf(upcoming) }) : say("New round (N)"), () => this.next(), { class: "main wide" }),
      !over && upcoming && this.button("other", say("Another round"), () => roundForm(this.desk), { class: "quiet" }),
      !over && !rows.length && this.button("plan", say("Take a plan"), () => planForm(this.desk), { class: "quiet" }),
    );
  }

  titleOf(row) {
    if (row.titles) return inLanguage(row.titles);
    const known = this.desk.lobby.rounds.find((one) => one.scenario === row.scenario);
    return known ? inLanguage(known.titles) : inLanguage(this.desk.titles.get(row.scenario)) || row.scenario;
  }

  class(session) {
    const { desk } = this;
    if (session.state === "over") return make("section", { class: "card" }, make("p", { class: "soft" }, say("The class is over.")));
    return make(
      "section", { class: "card whole" },
      make(
        "div", { class: "buttons" },
        session.state === "paused"
          ? this.button("class-on", say("Class goes on"), () => desk.do("resume"))
          : session.state === "open" && this.button("class-pause", say("Break"), () => desk.do("pause")),
        this.button("lock", session.locked ? say("Unlock the door") : say("Lock the door"), () => desk.do(session.locked ? "unlock" : "lock"), { "aria-pressed": String(session.locked) }),
        this.button("close", say("Close the class"), () => desk.closeClass(), { class: "quiet" }),
      ),
    );
  }
}
