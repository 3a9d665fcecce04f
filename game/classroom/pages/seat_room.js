// Inside the class: wait, vote, see the reveal in its steps, and one's own results.

import { make, stretch } from "./elements.js";
import { counted, cueWords, judgementName, letter, reached } from "./bars.js";
import { judgementSign, mark, seal } from "./signs.js";
import { inLanguage, say } from "./language.js";

function waitFor(title, words) {
  return make("div", { class: "wait", "data-aloud": title }, seal(), make("h1", {}, title), words && make("p", { class: "soft" }, words));
}

function status(vote) {
  const mine = vote.lines.findIndex((line) => line.id === vote.mine);
  switch (vote.phase) {
    case "voting":
      return mine < 0 ? say("Which line would you say?") : say("You voted {letter}. You can change it until the vote closes.", { letter: letter(mine) });
    case "closed":
      return mine < 0 ? say("The vote is closed.") : say("The vote is closed. You said {letter}.", { letter: letter(mine) });
    case "distribution":
      return say("How the room voted");
    default:
      return say("What each line is worth");
  }
}

function choice(vote, line, place, told, act) {
  const { votes, values, whole, best } = told;
  const value = values?.[place] ?? null;
  const mine = line.id === vote.mine;
  const facts = { class: `choice ${mine ? "mine" : ""} ${value !== null && value === best ? "best" : ""}` };
  const inside = [
    make("span", { class: "letter" }, letter(place)),
    make("span", { class: "words" }, inLanguage(line.text)),
    votes &&
      make(
        "span",
        { class: "result" },
        mine && make("span", { class: "yours" }, say("yours")),
        make("span", { class: "trough" }, stretch(make("span", { class: "bar" }), whole ? votes[place] / whole : 0)),
        make("span", { class: "digits" }, String(votes[place])),
        value !== null && make("span", { class: `value digits ${line.judgement ?? ""}` }, judgementSign(line.judgement), make("span", { class: "only-read-aloud" }, judgementName(line.judgement)), String(value)),
      ),
  ];
  if (vote.phase === "voting") {
    return make("li", {}, make("button", { ...facts, type: "button", "data-key": line.id, "aria-pressed": String(mine), onclick: () => act.vote(line.id) }, inside));
  }
  return make("li", { ...facts }, inside);
}

function panel(kind, title, text) {
  return make("section", { class: `card panel ${kind}` }, make("h2", {}, mark(kind), title), make("p", {}, inLanguage(text)));
}

function ballot(vote, act) {
  const told = counted(vote);
  const cue = cueWords(vote);
  const said = status(vote);
  return [
    make(
      "blockquote",
      { class: "says" },
      inLanguage(vote.says?.who) && make("p", { class: "who" }, inLanguage(vote.says?.who)),
      make("p", { class: "words" }, inLanguage(vote.says?.text)),
      cue && make("p", { class: "cue" }, mark("eye"), make("span", {}, cue)),
    ),
    inLanguage(vote.thought) && reached(vote, "thought") && panel("thought", say("What she thought"), vote.thought),
    inLanguage(vote.why) && reached(vote, "why") && panel("why", say("Why"), vote.why),
    make("p", { class: "status", "data-aloud": said }, said),
    make("ol", { class: "choices" }, vote.lines.map((line, place) => choice(vote, line, place, told, act))),
  ];
}

/** Which try it was; where several rounds were played, also in which of them. */
function attemptName(attempt, rounds) {
  const words = say("Attempt {n}", { n: attempt.number });
  const number = rounds.length > 1 ? rounds.find((one) => one.id === attempt.round)?.number : null;
  return number ? `${say("Round {n}", { n: number })} · ${words}` : words;
}

function attemptWords(attempt) {
  if (attempt.state === "refused") return attempt.reason || say("not accepted");
  if (attempt.state === "received") return say("received, being scored");
  return attempt.passed ? say("passed") : say("scored");
}

/** What a seat has earned so far; nobody else sees it here. */
export function results(state) {
  const attempts = state.attempts ?? [];
  if (!attempts.length) return null;
  const best = Math.max(...attempts.map((attempt) => attempt.score ?? -1));
  const { standing } = state;
  return make(
    "section",
    { class: "card results" },
    make("h2", {}, say("Your results")),
    best >= 0 && make("p", { class: "big digits" }, String(best)),
    standing?.rank ? make("p", { class: "soft" }, say("Place {rank} of {of}; only you see this.", standing)) : null,
    make(
      "ul",
      { class: "results" },
      attempts.map((attempt) => make("li", {}, make("span", {}, attemptName(attempt, state.rounds ?? [])), make("span", { class: "soft" }, attemptWords(attempt)), make("b", { class: "digits" }, attempt.score === undefined || attempt.score === null ? "–" : String(attempt.score)))),
    ),
  );
}

function takeHome(state, act) {
  if (!(state.attempts ?? []).length) return null;
  return make("section", { class: "card" }, make("button", { class: "main wide", type: "button", "data-key": "home", onclick: act.takeHome }, say("Take your results home")), make("p", { class: "soft" }, say("A page about you alone: where it turned, and what to train next.")));
}

function middle(state, act) {
  const { round, vote } = state;
  if (state.seat?.state === "waiting") return waitFor(say("Nearly there"), say("Your trainer lets people in one by one. Keep this page open."));
  if (state.state === "over") return [waitFor(say("The class is over"), say("Thank you for playing. Your results are safe.")), takeHome(state, act)];
  if (state.state === "paused") return waitFor(say("A short pause"), say("It goes on when your trainer says so."));
  if (vote && vote.lines?.length && vote.phase !== "over") return ballot(vote, act);
  if (vote?.phase === "over") return waitFor(say("The conversation is over"), inLanguage(vote.ending) || say("Look at the board."));
  if (state.state === "lobby" || !round || round.state === "waiting") return waitFor(say("You are in"), say("Look at the board; it starts in a moment."));
  if (round.state === "closed") return waitFor(say("The round is closed"), say("Look at the board."));
  if (round.mode === "vote") return waitFor(say("You are in"), say("The next question comes in a moment."));
  return waitFor(inLanguage(round.titles), say("This round is played in Rapport on a computer: open Class there and use the same code."));
}

/** Everything that stands on a seat's page inside the class. */
export function room(state, act) {
  return [middle(state, act), results(state), make("p", { class: "foot soft" }, make("button", { class: "quiet", type: "button", "data-key": "leave", onclick: act.leave }, say("Leave the class")))].flat();
}
