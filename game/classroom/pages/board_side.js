// The right of the board: the question of the moment with its bars, or how far the class is.

import { make, refill } from "./elements.js";
import { bars } from "./bars.js";
import { dial } from "./dial.js";
import { mark } from "./signs.js";
import { inLanguage, say, tally } from "./language.js";

export class Side {
  constructor() {
    this.element = make("aside", { class: "side" });
  }

  show(board) {
    const asked = board.discussion ?? board.vote;
    if (asked?.lines?.length) {
      refill(this.element, make("h2", {}, say("The question")), bars(asked), typeof asked.count === "number" && make("p", { class: "soft" }, tally("{n} vote", "{n} votes", asked.count)));
      return;
    }
    if (board.frozen) {
      refill(
        this.element,
        make("p", { class: "cold" }, mark("ice"), make("b", {}, say("Frozen"))),
        make("p", { class: "words" }, say("Play goes on. What counts from here is shown at the reveal.")),
      );
      return;
    }
    if (board.vote?.phase === "over") {
      const ending = inLanguage(board.vote.ending);
      refill(
        this.element,
        make("h2", {}, ending ? say("The conversation is over") : say("The round is closed")),
        make("p", { class: "words" }, ending || say("Who voted is marked by what the lines voted for are worth.")),
      );
      return;
    }
    const counts = board.counts;
    if (!counts) {
      refill(this.element, make("h2", {}, say("This round")), make("p", { class: "words" }, say("Results come in as soon as somebody has finished.")));
      return;
    }
    const all = counts.seats || 0;
    const done = counts.finished || 0;
    refill(
      this.element,
      make("h2", {}, say("Finished")),
      dial(done, all, say("of {n}", { n: all })),
      make("p", { class: "words" }, done >= all && all > 0 ? say("Everybody is through.") : board.round?.state === "closed" ? say("The round is closed") : say("Take your time: speed earns nothing.")),
    );
  }
}
