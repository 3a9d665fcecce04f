// The strip at the bottom: how many take part, and how old the board is.

import { make, refill } from "./elements.js";
import { say } from "./language.js";

export class Foot {
  constructor(element) {
    this.way = "starting";
    this.light = make("span", { class: "light" });
    this.state = make("span", { class: "state" });
    this.counts = make("p", { class: "counts" });
    this.live = make("p", { class: "connection", role: "status" }, this.light, this.state);
    refill(element, this.counts, this.live);
  }

  show(board) {
    const counts = board.counts;
    if (!counts || board.session?.state === "lobby") {
      refill(this.counts, board.frozen ? say("Results come at the reveal.") : "");
      return;
    }
    const parts = [
      [counts.seats, say("seats")],
      ...(board.round?.mode === "vote" ? [] : [[counts.playing, say("playing")], [counts.finished, say("finished")]]),
    ];
    refill(
      this.counts,
      parts
        .filter(([n]) => n !== undefined && n !== null)
        .map(([n, word]) => make("span", { class: "count" }, make("b", { class: "digits" }, String(n)), ` ${word}`)),
    );
  }

  connection({ way }, feed) {
    this.way = way;
    this.tick(feed);
  }

  tick(feed) {
    const age = Math.floor(feed.age);
    const said =
      this.way === "live"
        ? age < 2 ? say("Live") : say("Live · {n} s ago", { n: age })
        : this.way === "polling"
          ? say("Asking every 2 s · {n} s old", { n: age })
          : this.way === "lost"
            ? say("No connection · board is {n} s old", { n: age })
            : say("Connecting…");
    this.live.dataset.way = this.way;
    if (this.state.textContent !== said) this.state.textContent = said;
  }
}
