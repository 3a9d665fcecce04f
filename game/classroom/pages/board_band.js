// The band at the top: the class, how to join, the time left.

import { Countdown, minutes } from "./clock.js";
import { make, refill } from "./elements.js";
import { emblemRow } from "./emblems.js";
import { mark } from "./signs.js";
import { say } from "./language.js";

/** An address as people type it: https stays, because without it nobody answers there; the path of the code, which
 * stands beside it, goes. */
export function spokenAddress(address) {
  return String(address ?? "").replace(/^http:\/\//, "").replace(/#.*$/, "").replace(/\/(j\/.*)?$/, "");
}

/** The first digits of the certificate's fingerprint in groups, where the address holds one: enough to type. */
export function spokenPrint(address) {
  const digits = /#(?:.*&)?sha256=([0-9a-f]{20,64})/.exec(String(address ?? ""))?.[1];
  return digits ? digits.slice(0, 20).replace(/(.{4})(?=.)/g, "$1 ") : "";
}

/** Whether the words of a title are short enough to stay whole; Chinese would else break anywhere. */
function staysWhole(title) {
  return String(title ?? "").split(/\s+/).every((word) => word.length <= 8);
}

export class Band {
  constructor(element, picture) {
    this.element = element;
    this.picture = picture;
    this.clock = new Countdown();
    this.time = make("span", { class: "digits" });
    this.image = make("img", { class: "qr", alt: "", src: picture, width: 116, height: 116 });
    this.image.addEventListener("error", () => (this.image.hidden = true));
  }

  show(board, scene) {
    const session = board.session ?? {};
    const round = board.round;
    const paused = session.state === "paused" || round?.state === "paused";
    const open = round?.state === "open" && !paused;
    const left = board.remaining_ms ?? round?.remaining_ms ?? null;
    this.clock.set(left, open);
    const joining = scene !== "lobby" && session.code && session.state !== "over";
    refill(
      this.element,
      make("div", { class: "class" }, make("bdi", { class: staysWhole(session.title) ? "title whole" : "title" }, session.title ?? "")),
      joining &&
        make(
          "div",
          { class: "joining" },
          make("p", { class: "where" }, make("span", {}, say("Join at")), make("span", { class: "host" }, spokenAddress(session.join_url))),
          make("p", { class: "code" }, session.code),
          session.emblems && emblemRow(session.emblems),
          this.image,
        ),
      make(
        "div",
        { class: `time ${paused ? "paused" : ""}`, hidden: session.state === "over" || round?.state === "closed" || (left === null && !paused) },
        make("p", { class: "label" }, paused ? say("Paused") : say("Time left")),
        make("p", { class: "left" }, paused && mark("pause"), this.time),
      ),
    );
    this.tick();
  }

  tick() {
    const left = this.clock.now;
    const said = left === null ? "" : minutes(left);
    if (this.time.textContent !== said) this.time.textContent = said;
    this.time.classList.toggle("short", left !== null && this.clock.running && left < 60_000);
  }
}
