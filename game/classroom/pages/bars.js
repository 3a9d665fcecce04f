// Lines A to D with their bars: votes as soon as they are shown, values only from the reveal on.

import { make, stretch } from "./elements.js";
import { judgementSign } from "./signs.js";
import { inLanguage, say, spoken } from "./language.js";

export const PHASES = ["voting", "closed", "distribution", "value", "why", "thought", "over"];

/** Whether a step of the reveal has been reached. */
export function reached(vote, phase) {
  return PHASES.indexOf(vote.phase ?? "value") >= PHASES.indexOf(phase);
}

/** The letter of a line by its place. */
export function letter(place) {
  return String.fromCharCode(65 + place);
}

/** What the reveal shows of the lines: votes, the whole, the best value; a trainer sees votes as they come in. */
export function counted(vote, early = false) {
  const known = (name) => vote.lines.some((line) => typeof line[name] === "number");
  const votes = (early || reached(vote, "distribution")) && known("votes") ? vote.lines.map((line) => line.votes ?? 0) : null;
  const values = reached(vote, "value") && known("value") ? vote.lines.map((line) => line.value ?? null) : null;
  const whole = votes ? votes.reduce((sum, n) => sum + n, 0) : 0;
  const told = values ? values.filter((value) => value !== null) : [];
  return { votes, values, whole, best: told.length ? Math.max(...told) : null };
}

/** What can be seen of her in one row: at most two sentences, however many signs there are. */
export function cueWords(vote) {
  const seen = (vote.cues ?? []).map((sign) => (typeof sign === "object" ? inLanguage(sign) : "")).filter(Boolean);
  // A face in one word says less than what can be seen; it stands alone only where nothing else is known.
  const sentences = seen.filter((words) => /[.。]$/.test(words));
  return (sentences.length ? sentences : seen).slice(0, 2).join(spoken() === "zh" ? "" : " ");
}

/** A name for a judgement. */
export function judgementName(judgement) {
  return (
    { best: say("Best"), good: say("Good"), inaccuracy: say("Inaccuracy"), mistake: say("Mistake"), blunder: say("Blunder") }[judgement] ?? ""
  );
}

/** The bars by letters alone, for the side of the board. */
export function bars(vote) {
  const { votes, values, whole, best } = counted(vote);
  return make(
    "ol",
    { class: "bars" },
    vote.lines.map((line, place) =>
      make(
        "li",
        { class: values && values[place] === best ? "best" : "" },
        make("span", { class: "letter" }, letter(place)),
        make("span", { class: "trough" }, stretch(make("span", { class: "bar" }), votes && whole ? votes[place] / whole : 0)),
        make("span", { class: "digits votes" }, votes ? String(votes[place]) : "·"),
        values && values[place] !== null && make("span", { class: "value digits" }, judgementSign(line.judgement), String(values[place])),
      ),
    ),
  );
}
