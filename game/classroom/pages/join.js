// Joining and taking part from any browser: the code, a name, then whatever the class is doing.

import { make, nameOf, refill } from "./elements.js";
import { Countdown, minutes } from "./clock.js";
import { ask, Refused } from "./asking.js";
import { keepSeat, keptSeat } from "./kept_seat.js";
import { redraw } from "./redraw.js";
import { doorway, inviteInAddress } from "./seat_door.js";
import { room } from "./seat_room.js";
import { pause } from "./feed.js";
import { inLanguage, preferred, remember, say, speak, spoken } from "./language.js";

const head = document.getElementById("head");
const notice = document.getElementById("notice");
const main = document.getElementById("room");
const aloud = document.getElementById("spoken");
const dark = make("div", { class: "dark", role: "status", hidden: true });
document.body.append(dark);

const clock = new Countdown();
const timeLeft = make("span", { class: "left digits" });
let seat = keptSeat();
let state = null;
let version = 0;
let waiting = null;
let failures = 0;
let ballot = null;

function theme() {
  document.documentElement.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "night" : "day";
}

function codeInAddress() {
  const [first, code] = location.pathname.split("/").filter(Boolean);
  return first === "j" && code ? decodeURIComponent(code) : new URLSearchParams(location.search).get("code") ?? "";
}

async function otherLanguage() {
  const next = spoken() === "zh" ? "en" : "zh";
  remember(next);
  await speak(next);
  draw();
}

function drawHead() {
  const language = make("button", { type: "button", onclick: otherLanguage, lang: spoken() === "zh" ? "en" : "zh-Hans" }, spoken() === "zh" ? "English" : "中文");
  if (!seat) {
    refill(head, make("span", { class: "brand" }, "Rapport 知心"), language);
    return;
  }
  const name = state?.seat?.nickname ?? seat.nickname;
  refill(
    head,
    make("div", { class: "me" }, make("b", {}, nameOf(name)), make("span", { class: "name" }, [state?.seat?.team, state?.title].filter(Boolean).join(" · "))),
    timeLeft,
    language,
  );
}

function drawClock() {
  const left = clock.now;
  const said = left === null ? "" : minutes(left);
  if (timeLeft.textContent !== said) timeLeft.textContent = said;
}

function warn(sentence) {
  notice.textContent = sentence ?? "";
  notice.hidden = !sentence;
}

/** Everything anew from what is known: the seat, the state, the language. */
function draw() {
  document.title = `${state?.title ? `${state.title} · ` : ""}Rapport 知心`;
  drawHead();
  dark.hidden = !(seat && state?.dimmed);
  dark.textContent = say("Eyes up, please");
  if (!seat) {
    refill(main, doorway(codeInAddress(), entered));
  } else if (state) {
    const inside = room(state, { vote, leave, takeHome });
    // The door goes away whatever somebody was typing there.
    if (main.querySelector("form")) refill(main, inside);
    else redraw(main, inside);
    const said = main.querySelector("[data-aloud]")?.dataset.aloud ?? "";
    if (aloud.textContent !== said) aloud.textContent = said;
  } else {
    refill(main, make("div", { class: "wait" }, make("p", {}, say("Finding your seat…"))));
  }
}

/** The door has opened: keep the seat and listen. */
function entered(told, code) {
  seat = { token: told.token, seat: told.seat, nickname: told.nickname, code };
  keepSeat(seat);
  // A link to a seat works once; nobody should find it in the history.
  if (location.search || location.hash) history.replaceState(null, "", location.pathname);
  take(told.session);
  listen();
}

function take(told) {
  if (!told) return;
  state = told;
  showBallot(told);
  version = told.version ?? version;
  const round = told.round;
  const over = told.state === "over" || round?.state === "closed";
  clock.set(over ? null : round?.remaining_ms ?? null, round?.state === "open" && told.state === "open");
  draw();
  drawClock();
}

function lost(reason) {
  keepSeat(null);
  seat = null;
  state = null;
  version = 0;
  clock.set(null, false);
  warn(reason);
  draw();
  drawClock();
}

/** When a class is over the seat is given a secret that nobody has heard during it. */
function own(token) {
  seat = { ...seat, token };
  keepSeat(seat);
}

/** Whether another tab was given a new secret of this seat, which is used then. */
function keptElsewhere() {
  const kept = keptSeat();
  if (!kept || kept.seat !== seat.seat || kept.token === seat.token) return false;
  seat = kept;
  return true;
}

/** One long question after another; what is known stays on the screen while nobody answers. */
async function listen() {
  const mine = {};
  waiting?.abort();
  listen.now = mine;
  let fresh = true;
  while (listen.now === mine && seat) {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), 35_000);
    waiting = patience;
    try {
      // Whoever has just come back asks for everything, at once.
      const told = await ask(`/api/v1/state?after=${fresh ? 0 : version}`, { token: seat.token, signal: patience.signal });
      if (listen.now !== mine) return;
      failures = 0;
      fresh = false;
      warn(inLanguage(told?.notice));
      if (told?.token) own(told.token);
      if (told) take(told);
    } catch (fault) {
      if (listen.now !== mine) return;
      if (fault instanceof Refused && fault.status === 401 && keptElsewhere()) continue;
      if (fault instanceof Refused && (fault.status === 401 || fault.status === 403 || fault.status === 410)) {
        lost(fault.message);
        return;
      }
      failures += 1;
      fresh = true;
      warn(say("No connection. Your seat is kept; this page comes back by itself."));
      if (!state) draw();
      // A class that comes back together does not knock all at once.
      await pause(Math.min(15_000, 500 * 2 ** Math.min(failures, 5)) * (0.6 + 0.8 * Math.random()));
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The line last tapped stands on the screen until the class has heard it. */
function showBallot(told) {
  if (ballot && told?.vote?.turn === ballot.turn && told.round?.id === ballot.round) told.vote.mine = ballot.line;
}

/** Vote; a tap while a vote is under way waits for its answer, so that the last one tapped is the last one heard. */
async function vote(line) {
  const { round, vote: asked } = state;
  if (ballot?.round === round.id && ballot.turn === asked.turn) {
    ballot.line = line;
    showBallot(state);
    draw();
    return;
  }
  const mine = { round: round.id, turn: asked.turn, line, given: asked.mine };
  ballot = mine;
  showBallot(state);
  draw();
  let refusal = null;
  while (mine.line !== mine.given) {
    const sent = mine.line;
    try {
      await ask("/api/v1/votes", { method: "POST", token: seat.token, body: { round: mine.round, turn: mine.turn, line: sent } });
      mine.given = sent;
      refusal = null;
    } catch (fault) {
      refusal = fault instanceof Refused ? fault.message : say("Your vote did not get through. Tap it again.");
      if (mine.line === sent) mine.line = mine.given;
    }
  }
  if (ballot !== mine) return;
  showBallot(state);
  ballot = null;
  if (refusal) draw();
  warn(refusal);
}

/** The page about oneself, in this window: back leads here again. */
async function takeHome() {
  try {
    const told = await ask("/api/v1/take-home", { method: "POST", token: seat.token, body: {} });
    location.assign(`${told.url}?lang=${spoken()}`);
  } catch (fault) {
    warn(fault instanceof Refused ? fault.message : say("No connection. Your seat is kept; this page comes back by itself."));
  }
}

async function leave() {
  if (!confirm(say("Leave the class? Your results stay, your seat is given up."))) return;
  try {
    await ask("/api/v1/leave", { method: "POST", token: seat.token, body: {} });
  } catch {
    // Whoever cannot say goodbye may still go.
  }
  lost(null);
}

theme();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", theme);
setInterval(drawClock, 250);
addEventListener("online", () => seat && listen());
// A phone that was asleep may hold a dead line for long; it asks anew when it wakes.
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && seat && listen());
addEventListener("offline", () => warn(say("No connection. Your seat is kept; this page comes back by itself.")));
await speak(preferred());
const invited = codeInAddress();
const elsewhere = invited && seat?.code && invited.toUpperCase() !== seat.code.toUpperCase();
if (elsewhere || inviteInAddress()) seat = null;
draw();
if (seat) listen();
