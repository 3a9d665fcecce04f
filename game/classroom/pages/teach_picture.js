// What the whole class said: which line at which moment, what divides people most, how far they came.

import { ask, Refused } from "./asking.js";
import { letter } from "./bars.js";
import { make, nameOf, stretch } from "./elements.js";
import { inLanguage, say, tally } from "./language.js";
import { judgementSign } from "./signs.js";
import { stageName, STAGES } from "./stages.js";
import { showDialog } from "./teach_doing.js";
import { showTranscript } from "./teach_transcript.js";

/** What a moment is called: the words that open it, or, where nobody speaks first, what most people said there. */
function nameOfBeat(beat) {
  const opening = inLanguage(beat.says?.text ?? beat.says) || inLanguage(beat.title);
  const most = [...beat.lines].sort((one, other) => (other.count ?? 0) - (one.count ?? 0))[0];
  return opening || (most && say("Most said: {line}", { line: inLanguage(most.text) })) || beat.beat;
}

export class PictureTab {
  constructor(desk) {
    this.desk = desk;
    this.round = null;
    this.told = null;
    this.fault = "";
    this.asked = "";
  }

  /** Fetch again when the class has moved on: another round, or more finished. */
  async fetch(force) {
    const { lobby } = this.desk;
    const rounds = lobby.rounds.filter((one) => one.state !== "waiting");
    const chosen = rounds.find((one) => one.id === this.round) ?? rounds.find((one) => one.id === lobby.current) ?? rounds.at(-1);
    if (!chosen) return;
    this.round = chosen.id;
    const key = `${chosen.id} ${lobby.seats.reduce((sum, seat) => sum + (seat.attempts?.filter((one) => one.state === "scored").length ?? 0), 0)}`;
    if (!force && key === this.asked) return;
    this.asked = key;
    const found = { told: null, fault: "" };
    try {
      found.told = await ask(`${this.desk.base}/rounds/${chosen.id}/picture`);
    } catch (fault) {
      found.fault = fault instanceof Refused ? fault.message : say("The server does not answer.");
    }
    // Meanwhile another round may have been chosen: its own picture is on its way.
    if (this.round !== chosen.id) return;
    Object.assign(this, found);
    clearTimeout(this.again);
    // Values of lines are still being worked out: ask again until they are all there.
    if (this.told?.pending && this.desk.tab === "picture") this.again = setTimeout(() => this.fetch(true), 3000);
    if (this.desk.tab === "picture") this.desk.drawBody();
  }

  /** Look at another round; until its picture has come, none stands there. */
  choose(round) {
    this.round = round;
    this.told = null;
    this.desk.drawBody();
    this.fetch(true);
  }

  draw(fresh = false) {
    this.fetch(fresh);
    const { lobby } = this.desk;
    const rounds = lobby.rounds.filter((one) => one.state !== "waiting");
    const told = this.told;
    if (!rounds.length) return make("p", { class: "empty soft" }, say("The picture of the class grows here as soon as a round runs."));
    return make(
      "div", { class: "picture" },
      rounds.length > 1 &&
        make("div", { class: "filters", role: "group", "aria-label": say("Which round") }, rounds.map((one) =>
          make("button", { type: "button", "data-key": `round-${one.id}`, "aria-pressed": String(one.id === this.round), onclick: () => this.choose(one.id) }, `${one.number} · ${inLanguage(one.titles)}`))),
      this.fault ? make("p", { class: "fault" }, this.fault) : !told && make("p", { class: "empty soft", role: "status" }, say("The picture is being drawn…")),
      told && [this.figures(told), told.pending > 0 && make("p", { class: "soft", role: "status" }, say("Values are being worked out: {n} positions to go.", { n: told.pending })), this.first(told), this.beats(told)],
    );
  }

  figures(told) {
    const stages = told.stages ?? told.funnel ?? [];
    const whole = Math.max(1, told.attempts ?? stages[0] ?? 1);
    const figure = (value, words) => make("div", { class: "figure" }, make("b", { class: "digits" }, value === null || value === undefined ? "–" : String(value)), make("span", { class: "soft" }, words));
    return make(
      "section", { class: "card figures" },
      figure(told.attempts, say("attempts")),
      figure(told.median === null || told.median === undefined ? null : Math.round(told.median), say("median score")),
      figure(told.passed === null || told.passed === undefined ? null : `${Math.round(told.passed)} %`, say("passed")),
      figure(told.nps === null || told.nps === undefined ? null : `${told.nps > 0 ? "+" : told.nps < 0 ? "−" : ""}${Math.abs(told.nps)}`, say("recommend us (NPS)")),
      make(
        "ol", { class: "funnel", "aria-label": say("How far conversations came") },
        STAGES.map((stage, place) => {
          const count = stages[place]?.count ?? stages[place] ?? 0;
          return make("li", {}, make("span", {}, stageName(stage)), make("span", { class: "trough" }, stretch(make("span", { class: "bar" }), count / whole)), make("b", { class: "digits" }, String(count)));
        }),
      ),
    );
  }

  first(told) {
    let chosen = (told.discuss ?? []).slice(0, 3).map((one) => (typeof one === "string" ? told.beats.find((beat) => beat.beat === one) : one)).filter(Boolean);
    const costed = chosen.length > 0;
    // What it cost is not known yet; where the class was of two minds is.
    if (!costed) chosen = [...(told.beats ?? [])].filter((beat) => beat.disagreement > 0).sort((one, other) => other.disagreement * other.visits - one.disagreement * one.visits).slice(0, 3);
    if (!chosen.length) return null;
    return make(
      "section", {},
      make("h2", {}, say("Discuss first")),
      make("p", { class: "soft" }, costed ? say("Where much was lost and the class was of two minds.") : say("Where the class was of two minds; what it cost is not known yet.")),
      make("div", { class: "moments" }, chosen.map((beat, place) => this.moment(beat, place))),
    );
  }

  moment(beat, place) {
    const { desk } = this;
    const shown = desk.lobby.discussion?.beat === beat.beat;
    return make(
      "article", { class: `card moment ${shown ? "shown" : ""}` },
      make("h3", {}, make("span", { class: "digits" }, `${place + 1}.`), make("span", {}, nameOfBeat(beat))),
      this.lines(beat),
      make(
        "div", { class: "buttons" },
        make("button", { type: "button", "data-key": `show-${beat.beat}`, "aria-pressed": String(shown), onclick: () => desk.do("discussion", shown ? {} : { beat: beat.beat }) }, shown ? say("Take it off the board") : say("Show on the board")),
        shown && make("button", { type: "button", "data-key": `values-${beat.beat}`, onclick: () => desk.do("discussion", { beat: beat.beat, values: true }) }, say("Show the values")),
      ),
    );
  }

  lines(beat) {
    const whole = beat.lines.reduce((sum, line) => sum + (line.count ?? 0), 0) || 1;
    const values = beat.lines.map((line) => line.value).filter((value) => typeof value === "number");
    const best = values.length ? Math.max(...values) : null;
    return make(
      "ol", { class: "said" },
      beat.lines.map((line, place) =>
        make(
          "li", { class: typeof line.value === "number" && line.value === best ? "best" : "" },
          make(
            "button", { type: "button", "data-key": `line-${beat.beat}-${line.id ?? line.line}`, title: say("Who said it"), disabled: !line.count, onclick: () => this.who(beat, line) },
            make("span", { class: "letter" }, letter(place)),
            make("span", { class: "words" }, inLanguage(line.text)),
            make("span", { class: "trough" }, stretch(make("span", { class: "bar" }), (line.count ?? 0) / whole)),
            make("b", { class: "digits" }, String(line.count ?? 0)),
            make("span", { class: `value digits ${line.judgement ?? ""}` }, judgementSign(line.judgement), typeof line.value === "number" ? String(Math.round(line.value)) : "–"),
          ),
        ),
      ),
    );
  }

  who(beat, line) {
    const said = line.seats ?? line.attempts ?? [];
    const names = new Map(this.desk.lobby.seats.map((seat) => [seat.id, seat.nickname]));
    const close = showDialog(
      say("Who said it"),
      make("p", { class: "quote" }, inLanguage(line.text)),
      make(
        "ul", { class: "who-list" },
        said.map((one) => {
          const attempt = typeof one === "string" ? one : one.attempt ?? one.id;
          const owner = this.desk.lobby.seats.find((seat) => seat.attempts?.some((made) => made.id === attempt));
          const name = one.nickname ?? owner?.nickname ?? names.get(one.seat) ?? attempt;
          const number = owner?.attempts.find((made) => made.id === attempt)?.number ?? 1;
          return make("li", {}, make("button", { type: "button", onclick: () => (close(), showTranscript(this.desk, attempt, line.id ?? line.line)) }, nameOf(name), number > 1 && make("span", { class: "soft" }, say("Attempt {n}", { n: number }))));
        }),
      ),
      !said.length && make("p", { class: "soft" }, say("Only numbers are known here.")),
    );
  }

  beats(told) {
    return make(
      "section", {},
      make("h2", {}, say("Moment by moment")),
      (told.beats ?? []).map((beat) =>
        make(
          "details", { class: "card beat", "data-key": `beat-${beat.beat}` },
          make(
            "summary", {},
            make("span", { class: "words" }, nameOfBeat(beat)),
            make("span", { class: "soft digits" }, tally("{n} was here", "{n} were here", beat.visits ?? beat.lines.reduce((sum, line) => sum + (line.count ?? 0), 0))),
            typeof beat.regret === "number" && make("span", { class: "digits regret" }, say("{n} lost on average", { n: Math.round(beat.regret) })),
          ),
          this.lines(beat),
          make("button", { type: "button", "data-key": `all-${beat.beat}`, onclick: () => this.desk.do("discussion", { beat: beat.beat }) }, say("Show on the board")),
        ),
      ),
    );
  }
}
