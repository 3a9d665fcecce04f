// The board on the projector: one stream of snapshots, one scene at a time.

import { Feed } from "./feed.js";
import { Band } from "./board_band.js";
import { Foot } from "./board_foot.js";
import { Standings } from "./board_rows.js";
import { Side } from "./board_side.js";
import { Question } from "./board_question.js";
import { Lobby } from "./board_lobby.js";
import { Podium } from "./board_podium.js";
import { make, refill } from "./elements.js";
import { inLanguage, say, speak, spoken } from "./language.js";

const token = location.pathname.split("/")[2] ?? "";
const address = `/board/${token}`;
const asked = new URLSearchParams(location.search);
const stage = document.getElementById("stage");
const aloud = document.getElementById("spoken");
const notice = document.getElementById("notice");
const curtain = document.getElementById("curtain");

const band = new Band(document.getElementById("band"), `${address}/code.svg`);
const foot = new Foot(document.getElementById("foot"));
const standings = new Standings();
const side = new Side();
const scenes = {
  lobby: new Lobby(`${address}/code.svg`),
  question: new Question(),
  standings: { element: make("div", { class: "standings-scene" }, standings.element, side.element), show },
  podium: new Podium(),
};
let shown = null;
let board = null;
let rowsInstead = false;

function show(snapshot) {
  standings.show(snapshot);
  side.show(snapshot);
}

/** Which scene a snapshot asks for. */
function sceneFor(snapshot) {
  const state = snapshot.session?.state;
  if (state === "over") return "podium";
  const asking = (snapshot.vote && snapshot.vote.phase !== "over") || snapshot.discussion;
  if (asking && !rowsInstead) return "question";
  const nobody = !(snapshot.rows?.length || snapshot.teams?.length);
  if (nobody && !snapshot.frozen && (state === "lobby" || !snapshot.round || snapshot.round.state === "waiting")) return "lobby";
  if (state === "lobby") return "lobby";
  return "standings";
}

function still(snapshot) {
  return snapshot.motion === false || asked.get("motion") === "off" || matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** What a screen reader should hear by itself: what happens to the whole board, not every row that moves. */
function announce(snapshot) {
  const said = snapshot.dimmed
    ? say("Eyes up, please")
    : snapshot.session?.state === "over"
      ? say("Thank you all")
      : snapshot.frozen
        ? say("Frozen")
        : snapshot.session?.state === "paused"
          ? say("Paused")
          : "";
  if (aloud.textContent !== said) aloud.textContent = said;
}

async function render(snapshot) {
  const language = asked.get("lang") ?? snapshot.language ?? "en";
  if (language !== spoken() || board === null) await speak(language);
  board = snapshot;
  document.documentElement.dataset.theme = asked.get("theme") ?? (["paper", "day"].includes(snapshot.theme) ? "day" : "night");
  document.documentElement.classList.toggle("still", still(snapshot));
  document.title = `${snapshot.session?.title ?? ""} · ${say("Board")} · Rapport 知心`;
  const name = sceneFor(snapshot);
  const scene = scenes[name];
  band.show(snapshot, name);
  foot.show(snapshot);
  if (shown !== name) {
    shown = name;
    document.body.dataset.scene = name;
    refill(stage, scene.element);
  }
  scene.show(snapshot);
  announce(snapshot);
  notice.textContent = inLanguage(snapshot.notice);
  notice.hidden = !notice.textContent;
  curtain.hidden = !snapshot.dimmed;
  if (snapshot.dimmed && !curtain.firstChild) {
    refill(curtain, make("p", { class: "eyes" }, say("Eyes up, please")), make("p", {}, say("All screens are dark until the trainer goes on.")));
  } else if (!snapshot.dimmed) {
    refill(curtain);
  }
}

let queue = Promise.resolve();
const feed = new Feed({
  events: `${address}/events`,
  snapshot: `${address}/board.json`,
  onSnapshot: (snapshot) => {
    queue = queue.then(() => render(snapshot)).catch((fault) => console.error(fault));
  },
  onChange: (state) => foot.connection(state, feed),
});

document.addEventListener("keydown", (event) => {
  if (event.key === "b" || event.key === "B") {
    rowsInstead = !rowsInstead;
    if (board) render(board);
  } else if (event.key === "f" || event.key === "F") {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  }
});
addEventListener("pagehide", () => feed.stop());
setInterval(() => {
  band.tick();
  foot.tick(feed);
}, 250);
await speak(asked.get("lang") ?? "en");
foot.tick(feed);
feed.start();
