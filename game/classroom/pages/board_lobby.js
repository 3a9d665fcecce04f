// Before the first round: a code that can be read from the last row, and names as they arrive.

import { make, nameOf, refill } from "./elements.js";
import { spokenAddress, spokenPrint } from "./board_band.js";
import { emblemRow } from "./emblems.js";
import { moving } from "./motion.js";
import { say, tally } from "./language.js";

const SHOWN = 18;

export class Lobby {
  constructor(picture) {
    this.words = make("div", { class: "how" });
    this.image = make("img", { class: "qr", alt: "", src: picture });
    this.image.addEventListener("error", () => (this.image.hidden = true));
    this.arrived = make("ul", { class: "arrived" });
    this.heading = make("h2", {});
    this.element = make("section", { class: "lobby" }, make("div", { class: "door" }, this.words, this.image), make("div", { class: "people" }, this.heading, this.arrived));
    this.names = new Map();
  }

  show(board) {
    const session = board.session ?? {};
    const print = spokenPrint(session.join_url);
    this.element.classList.toggle("guarded", Boolean(session.emblems));
    refill(
      this.words,
      make("p", { class: "step" }, say("1. Open in the browser, or in Rapport under Class")),
      make("p", { class: print ? "host secure" : "host" }, spokenAddress(session.join_url)),
      print && make("p", { class: "print" }, `${say("In Rapport, type behind it:")} `, make("b", {}, `#${print}`)),
      make("p", { class: "step" }, say("2. Type this code")),
      make(
        "div", { class: "code-line" },
        make("p", { class: "code" }, session.code ?? ""),
        session.emblems && make("div", {}, make("p", { class: "step" }, say("3. And these three pictures; they change")), emblemRow(session.emblems)),
      ),
    );
    const names = (board.arrivals ?? (board.rows ?? []).map((row) => row.name)).slice(0, SHOWN);
    const seats = board.counts?.seats ?? names.length;
    this.heading.textContent = seats ? tally("{n} is here", "{n} are here", seats) : say("The room is still empty. Be the first.");
    this.element.classList.toggle("empty", !seats);
    const kept = new Map();
    for (const name of names) {
      let chip = this.names.get(name);
      if (!chip) {
        chip = make("li", {}, nameOf(name));
        if (moving()) chip.animate([{ opacity: 0, transform: "scale(.9)" }, { opacity: 1, transform: "none" }], { duration: 320, easing: "ease-out" });
      }
      kept.set(name, chip);
    }
    this.names = kept;
    this.fit([...kept.values()], seats);
  }

  /** As many names as there is room for, and how many there are besides. */
  fit(chips, seats) {
    const more = make("li", { class: "more" });
    for (let shown = chips.length; shown >= 0; shown -= 1) {
      more.textContent = say("and {n} more", { n: seats - shown });
      refill(this.arrived, chips.slice(0, shown), shown > 0 && seats > shown && more);
      if (this.arrived.scrollHeight <= this.arrived.clientHeight + 1) return;
    }
  }
}
