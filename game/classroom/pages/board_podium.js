// The end: three steps of a podium, the rest of the eight beside it, and thanks to everybody.

import { make, nameOf, refill } from "./elements.js";
import { seals } from "./signs.js";
import { moving } from "./motion.js";
import { say } from "./language.js";

export class Podium {
  constructor() {
    this.steps = make("ol", { class: "podium" });
    this.rest = make("ol", { class: "rest" });
    this.thanks = make("p", { class: "thanks" });
    this.heading = make("h1", {});
    this.element = make("section", { class: "closing" }, this.heading, make("div", { class: "honours" }, this.steps, this.rest), this.thanks);
    this.told = "";
  }

  show(board) {
    const byTeam = board.view === "team" && board.teams?.length;
    const rows = (byTeam ? board.teams : board.rows ?? []).slice(0, 8);
    const told = JSON.stringify([rows, document.documentElement.lang]);
    if (told === this.told) return;
    this.told = told;
    this.heading.textContent = rows.length ? say("Well played") : say("Thank you all");
    const three = rows.slice(0, 3);
    // Second, first, third, as on a podium; read aloud in the order of ranks.
    refill(this.steps, three.map((row, place) => this.step(row, place, three.length)));
    refill(
      this.rest,
      rows.slice(3).map((row) =>
        make("li", {}, make("span", { class: "rank digits" }, String(row.rank ?? "")), nameOf(row.name, { class: "nick" }), seals(row.seals), make("span", { class: "figure digits" }, String(row.score ?? "–"))),
      ),
    );
    this.element.classList.toggle("alone", rows.length <= 3);
    this.element.classList.toggle("nobody", rows.length === 0);
    this.thanks.textContent = say("Everybody's own result is on their own screen. The class is over; nothing is lost.");
  }

  step(row, place, of) {
    const element = make(
      // Whoever shares a rank stands as high.
      "li", { class: `place place-${place + 1} rank-${row.rank ?? place + 1}` },
      nameOf(row.name, { class: "nick" }),
      row.team ? nameOf(row.team, { class: "team" }) : null,
      make("div", { class: "block" }, make("span", { class: "rank digits" }, String(row.rank ?? place + 1)), make("span", { class: "figure digits" }, String(row.score ?? "–")), seals(row.seals)),
    );
    if (moving()) {
      element.animate([{ opacity: 0, transform: "translateY(40px)" }, { opacity: 1, transform: "none" }], {
        duration: 500, delay: 500 * (of - 1 - place), easing: "ease-out", fill: "backwards",
      });
    }
    return element;
  }
}
