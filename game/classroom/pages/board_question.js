// One question for everybody: what she says, what could be said, then the reveal in steps.

import { make, refill, stretch } from "./elements.js";
import { counted, cueWords, judgementName, letter, reached } from "./bars.js";
import { judgementSign, mark } from "./signs.js";
import { dial } from "./dial.js";
import { inLanguage, say, tally } from "./language.js";

const LEVELS = ["snug", "tight", "tighter", "tightest"];

/** The sentence that tells where the question stands. */
function status(vote, talked) {
  switch (vote.phase) {
    case "voting":
      return say("Vote now: which line would you say?");
    case "closed":
      return say("The vote is closed.");
    case "distribution":
      return talked ? say("What the class said") : say("How the room voted");
    case "value":
    case "why":
    case "thought":
      return say("What each line is worth");
    default:
      return say("What would you say here?");
  }
}

export class Question {
  constructor() {
    this.top = make("div", { class: "spoken" });
    this.list = make("ol", { class: "lines" });
    this.dial = make("div", { class: "voters" });
    this.element = make("section", { class: "question" }, this.top, make("div", { class: "choices" }, this.list, this.dial));
  }

  show(board) {
    const vote = board.discussion ?? board.vote;
    const { votes, values, whole, best } = counted(vote);
    const seats = board.counts?.seats;
    const count = vote.count ?? whole;
    this.element.dataset.phase = vote.phase ?? "value";
    this.element.dataset.lines = vote.lines.length;
    refill(this.top, this.told(vote, Boolean(board.discussion)));
    refill(this.list, vote.lines.map((line, place) => this.card(line, place, { votes, values, whole, best })));
    const waiting = vote.phase === "voting" || vote.phase === "closed";
    this.dial.hidden = !waiting;
    refill(this.dial, waiting && dial(count, seats, seats ? say("of {n}", { n: seats }) : tally("vote", "votes", count)));
    this.fit();
  }

  /** Long words get the room that ornaments would take; no letter is made smaller than can be read. */
  fit() {
    this.element.classList.remove(...LEVELS);
    for (const level of LEVELS) {
      const full = [this.element, ...this.top.children].some((part) => part.scrollHeight > part.clientHeight + 1);
      if (!full) return;
      this.element.classList.add(level);
    }
  }

  told(vote, talked) {
    const says = vote.says ?? {};
    const cue = cueWords(vote);
    const bubble = make(
      "blockquote",
      { class: "bubble" },
      inLanguage(says.who) && make("p", { class: "who" }, inLanguage(says.who)),
      make("p", { class: "words" }, inLanguage(says.text)),
      cue && make("p", { class: "cue" }, mark("eye"), make("span", {}, cue)),
    );
    const panel = (kind, title, text) =>
      make("div", { class: `panel ${kind}` }, make("p", { class: "who" }, mark(kind), title), make("p", { class: "words" }, inLanguage(text)));
    if (vote.phase === "why" && inLanguage(vote.why)) return [panel("why", say("Why"), vote.why)];
    const thinks = inLanguage(vote.thought) && reached(vote, "thought");
    return [
      Boolean(inLanguage(says.text) || cue) && bubble,
      thinks
        ? panel("thought", say("What she thought"), vote.thought)
        : make("div", { class: "asking" }, make("h1", {}, status(vote, talked)), vote.turn ? make("p", {}, say("Turn {n}", { n: vote.turn })) : null),
    ];
  }

  card(line, place, { votes, values, whole, best }) {
    const value = values?.[place] ?? null;
    const isBest = value !== null && value === best;
    return make(
      "li",
      { class: isBest ? "line best" : "line" },
      make("span", { class: "letter" }, letter(place)),
      make("p", { class: "words" }, inLanguage(line.text)),
      make(
        "div",
        { class: "result" },
        make("span", { class: "trough" }, stretch(make("span", { class: "bar" }), votes && whole ? votes[place] / whole : 0)),
        votes && make("span", { class: "digits votes" }, String(votes[place])),
        value !== null &&
          make(
            "span",
            { class: `value digits ${line.judgement ?? ""}` },
            judgementSign(line.judgement),
            make("span", { class: "only-read-aloud" }, judgementName(line.judgement)),
            String(value),
          ),
      ),
    );
  }
}
