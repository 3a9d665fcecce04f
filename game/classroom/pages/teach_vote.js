// Leading a vote: one step of the reveal after another, each on one key.

import { counted, cueWords, letter, PHASES } from "./bars.js";
import { make, stretch } from "./elements.js";
import { inLanguage, say, spoken, tally } from "./language.js";
import { judgementSign, mark } from "./signs.js";

/** The button of each step: from this phase, do that. */
const STEPS = {
  voting: ["close", () => say("Close the vote")],
  closed: ["distribution", () => say("Show how the room voted")],
  distribution: ["value", () => say("Show what lines are worth")],
  value: ["why", () => say("Say why")],
  why: ["thought", () => say("What she thought")],
  thought: ["say", () => say("Say it and play on")],
};

function phaseName(phase) {
  return {
    voting: say("Voting"),
    closed: say("Closed"),
    distribution: say("Votes"),
    value: say("Values"),
    why: say("Why"),
    thought: say("Thought"),
    over: say("Over"),
  }[phase];
}

export class VoteTab {
  constructor(desk) {
    this.desk = desk;
    this.line = null;
    this.turn = null;
  }

  get vote() {
    return this.desk.lobby.vote;
  }

  /** The next step, for the button and for the key V. */
  step() {
    const { vote, desk } = this;
    if (!vote || !STEPS[vote.phase] || !desk.round) return null;
    const [verb] = STEPS[vote.phase];
    return desk.doRound(desk.round, `vote/${verb}`, verb === "say" && this.line ? { line: this.line } : {});
  }

  draw() {
    const { vote, desk } = this;
    if (vote?.phase === "over") return make("div", { class: "vote-tab" }, make("h2", {}, say("The conversation is over")), make("p", {}, inLanguage(vote.ending)));
    if (!vote || !vote.lines) {
      const waits = desk.round?.mode === "vote" && desk.round.state === "waiting";
      return make("p", { class: "empty soft" }, waits ? say("Begin the round; the first question appears here.") : say("A round that is played as a vote is led from here: one conversation on the projector, everybody votes on the next line."));
    }
    if (this.turn !== vote.turn) {
      this.turn = vote.turn;
      this.line = null;
    }
    return make("div", { class: "vote-tab" }, this.head(vote), this.lines(vote), this.told(vote), this.steps(vote), vote.phase === "voting" || vote.phase === "closed" ? this.hands(vote) : null);
  }

  head(vote) {
    const cue = cueWords(vote);
    return make(
      "div", { class: "vote-head" },
      make("ol", { class: "phases" }, PHASES.filter((phase) => phase !== "over").map((phase) => make("li", { class: phase === vote.phase ? "now" : PHASES.indexOf(phase) < PHASES.indexOf(vote.phase) ? "done" : "", "aria-current": phase === vote.phase ? "step" : null }, phaseName(phase)))),
      make(
        "blockquote", { class: "says" },
        inLanguage(vote.says?.who) && make("p", { class: "who" }, inLanguage(vote.says?.who)),
        make("p", { class: "words" }, inLanguage(vote.says?.text)),
        cue && make("p", { class: "cue" }, mark("eye"), make("span", {}, cue)),
      ),
      make("p", { class: "soft digits" }, `${say("Turn {n}", { n: vote.turn })} · ${tally("{n} vote", "{n} votes", vote.count ?? 0)}`),
    );
  }

  lines(vote) {
    const { votes, values, whole, best } = counted(vote, true);
    const ready = vote.phase === "thought" || vote.phase === "value" || vote.phase === "why";
    return make(
      "ol", { class: "said" },
      vote.lines.map((line, place) => {
        const value = values?.[place] ?? null;
        const inside = [
          make("span", { class: "letter" }, letter(place)),
          make("span", { class: "words" }, inLanguage(line.text)),
          make("span", { class: "trough" }, stretch(make("span", { class: "bar" }), votes && whole ? votes[place] / whole : 0)),
          make("b", { class: "digits" }, votes ? String(votes[place]) : "·"),
          make("span", { class: `value digits ${line.judgement ?? ""}` }, judgementSign(line.judgement), value === null ? "" : String(value)),
        ];
        return make(
          "li", { class: value !== null && value === best ? "best" : "" },
          make("button", { type: "button", "data-key": `pick-${line.id}`, disabled: !ready, "aria-pressed": String(this.line === line.id), title: say("Say this one next"), onclick: () => ((this.line = this.line === line.id ? null : line.id), this.desk.drawBody()) }, inside),
        );
      }),
    );
  }

  told(vote) {
    if (!inLanguage(vote.why) && !inLanguage(vote.thought)) return null;
    return make(
      "div", { class: "told" },
      inLanguage(vote.why) && make("p", {}, make("b", {}, say("Why")), " ", inLanguage(vote.why)),
      inLanguage(vote.thought) && make("p", { class: "thought" }, make("b", {}, say("What she thought")), " ", inLanguage(vote.thought)),
    );
  }

  steps(vote) {
    const next = STEPS[vote.phase];
    if (!next) return null;
    const picked = vote.phase === "thought" && this.line ? letter(vote.lines.findIndex((line) => line.id === this.line)) : null;
    return make(
      "div", { class: "buttons" },
      make("button", { type: "button", class: "main", "data-key": "step", onclick: () => this.step() }, picked ? say("Say {letter} and play on", { letter: picked }) : next[1](), spoken() === "zh" ? "（V）" : " (V)"),
      vote.ready === false && make("span", { class: "soft" }, say("Values are being worked out; they will be there in a moment.")),
      vote.phase === "thought" && !picked && make("span", { class: "soft" }, say("The line with most votes is said; tap a line to choose another.")),
    );
  }

  hands(vote) {
    const inputs = vote.lines.map((line, place) => make("input", { type: "number", min: 0, max: 500, name: letter(place), "aria-label": say("Hands for {letter}", { letter: letter(place) }) }));
    return make(
      "form",
      {
        class: "hands card",
        onsubmit: async (event) => {
          event.preventDefault();
          const hands = Object.fromEntries(inputs.filter((input) => input.value !== "").map((input) => [input.name, Number(input.value)]));
          document.activeElement?.blur();
          await this.desk.doRound(this.desk.round, "vote/hands", { hands });
        },
      },
      make("b", {}, say("Show of hands")),
      inputs.map((input) => make("label", {}, make("span", { class: "letter" }, input.name), input)),
      make("button", { type: "submit" }, say("Count them")),
    );
  }
}
