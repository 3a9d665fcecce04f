// Who sits where, how far everybody is, and what a trainer may do about a seat.

import { make, nameOf } from "./elements.js";
import { mark } from "./signs.js";
import { say, tally } from "./language.js";
import { askFirst, perform, showDialog, toast } from "./teach_doing.js";
import { showTranscript } from "./teach_transcript.js";

const GROUPS = {
  here: (seat) => seat.state === "seated",
  waiting: (seat) => seat.state === "waiting",
  playing: (seat) => seat.state === "seated" && seat.playing,
  finished: (seat) => seat.state === "seated" && seat.finished > 0,
  gone: (seat) => seat.state === "kicked" || seat.state === "banned",
};

function groupName(group) {
  return { here: say("In the room"), waiting: say("At the door"), playing: say("In conversation"), finished: say("Finished"), gone: say("Sent out") }[group];
}

function flagName(flag) {
  return { "too-fast": say("too fast"), copied: say("copied"), cut: say("cut off"), late: say("late") }[flag] ?? flag;
}

function doing(seat) {
  if (seat.state === "waiting") return say("waits for your nod");
  if (seat.state === "kicked") return say("sent out, may join again");
  if (seat.state === "banned") return say("banned from this class");
  if (seat.playing) return seat.turns ? say("playing, turn {n}", { n: seat.turns }) : say("in conversation");
  if (seat.finished) return tally("{n} attempt in", "{n} attempts in", seat.finished);
  return seat.online ? say("ready") : say("away");
}

function act(desk, seat, verb, body = {}) {
  return perform(`${desk.base}/seats/${seat.id}/${verb}`, body);
}

function rename(desk, seat) {
  const input = make("input", { name: "nickname", value: seat.nickname, maxlength: 60, required: true });
  const team = make("input", { name: "team", value: seat.team ?? "", maxlength: 60 });
  const close = showDialog(
    say("Name and team"),
    make(
      "form",
      {
        class: "round-form",
        onsubmit: async (event) => {
          event.preventDefault();
          const before = { nickname: seat.nickname, team: seat.team };
          if (input.value !== before.nickname && !(await act(desk, seat, "rename", { nickname: input.value }))) return;
          if ((team.value || null) !== (before.team ?? null)) await act(desk, seat, "team", { team: team.value || null });
          close();
          toast(say("Changed."), async () => {
            await act(desk, seat, "rename", { nickname: before.nickname });
            await act(desk, seat, "team", { team: before.team ?? null });
          });
        },
      },
      make("label", { class: "field" }, make("span", {}, say("Name on the board")), input),
      make("label", { class: "field" }, make("span", {}, say("Team")), team),
      make("button", { type: "submit", class: "main" }, say("Change")),
    ),
  );
}

async function handOver(desk, seat) {
  const told = await act(desk, seat, "handover");
  if (!told) return;
  showDialog(
    say("Hand this seat over"),
    make("p", {}, say("Whoever scans this takes the seat of {name}, with its results. It works once, for a quarter of an hour.", { name: seat.nickname })),
    told.qr && make("img", { class: "qr", alt: say("QR code of the seat"), src: told.qr }),
    make("p", {}, make("a", { href: told.url }, told.url ?? "")),
  );
}

async function remove(desk, seat, verb) {
  if (!(await act(desk, seat, verb))) return;
  toast(verb === "ban" ? say("Banned from this class.") : say("Sent out. The seat may be taken again with the code."), () => act(desk, seat, "restore"));
}

/** What one person is owed: a copy of everything, or to be forgotten. */
function person(desk, seat) {
  const close = showDialog(
    say("What is kept of {name}", { name: seat.nickname }),
    make("p", {}, say("Whoever asks may have everything that is known of them, and may be forgotten: name and token go, scores stay without a name.")),
    make("p", {}, make("a", { href: `${desk.base}/seats/${seat.id}/person`, download: `${seat.id}.json` }, say("Everything about this person (JSON)"))),
    make("div", { class: "row-of" }, make("button", { type: "button", onclick: () => (close(), forget(desk, seat)) }, say("Forget this person"))),
  );
}

function forget(desk, seat) {
  askFirst(say("Forget this person"), say("The name of {name} is taken out of everything. This cannot be undone.", { name: seat.nickname }), say("Forget"), async () => {
    if (await act(desk, seat, "erase")) toast(say("Forgotten."));
  });
}

function menu(desk, seat) {
  const item = (words, does) => make("button", { type: "button", class: "quiet", onclick: (event) => ((event.currentTarget.closest("details").open = false), does()) }, words);
  const gone = GROUPS.gone(seat);
  return make(
    "details", { class: "menu", "data-key": `menu-${seat.id}` },
    make("summary", { "data-key": `more-${seat.id}`, "aria-label": say("What to do about {name}", { name: seat.nickname }) }, "⋯"),
    make(
      "div", {},
      seat.state === "waiting" && item(say("Let in"), () => act(desk, seat, "approve")),
      gone && item(say("Take back"), () => act(desk, seat, "restore")),
      !gone && item(say("Name and team"), () => rename(desk, seat)),
      !gone && item(say("Hand over"), () => handOver(desk, seat)),
      seat.state !== "kicked" && !gone && item(say("Send out"), () => remove(desk, seat, "kick")),
      seat.state !== "banned" && item(say("Ban"), () => remove(desk, seat, "ban")),
      item(say("What is kept"), () => person(desk, seat)),
    ),
  );
}

function row(desk, seat) {
  const last = seat.attempts?.filter((one) => one.round === desk.lobby.current).at(-1) ?? seat.attempts?.at(-1);
  return make(
    "tr", { class: `${seat.state} ${seat.online ? "online" : "offline"}` },
    make("td", { class: "who" }, make("span", { class: "dot", title: seat.online ? say("here") : say("away") }), nameOf(seat.nickname), seat.members?.length ? nameOf(seat.members.join(" · "), { class: "members", title: seat.members.join("\n") }) : null),
    make("td", {}, seat.team ? nameOf(seat.team, { class: "soft" }) : null),
    make("td", {}, doing(seat)),
    make("td", { class: "flags" }, (seat.flags ?? []).filter((flag) => flag !== "vote").map((flag) => make("span", { class: "flag" }, flagName(flag))), last?.state === "refused" ? make("span", { class: "flag" }, last.reason ?? say("refused")) : null),
    make(
      "td", { class: "digits score" },
      last && last.state === "scored"
        ? make("button", { type: "button", class: "quiet", "data-key": `score-${seat.id}`, title: say("Read the conversation"), onclick: () => showTranscript(desk, last.id) }, String(seat.score ?? last.score ?? "–"))
        : seat.score ?? "–",
    ),
    make("td", {}, menu(desk, seat)),
  );
}

function door(desk, session, waiting) {
  return make(
    "div", { class: "door" },
    make("img", { class: "qr", alt: "", src: `${session.board_url}/code.svg`, width: 112, height: 112 }),
    make("div", {}, make("p", { class: "soft" }, session.join_url), make("p", { class: "code" }, session.code)),
    waiting > 0 &&
      make(
        "div", { class: "nod card" },
        make("b", {}, tally("{n} waits for your nod", "{n} wait for your nod", waiting)),
        make("button", { type: "button", class: "main", "data-key": "nod-all", onclick: () => perform(`${desk.base}/seats/approve`) }, say("Let all in")),
        make("button", { type: "button", "data-key": "nod-none", onclick: () => perform(`${desk.base}/seats/remove-unapproved`) }, say("Remove all who wait")),
      ),
  );
}

/** The tab of seats. */
export function seatsTab(desk) {
  const { session, seats } = desk.lobby;
  const counts = Object.fromEntries(Object.entries(GROUPS).map(([name, belongs]) => [name, seats.filter(belongs).length]));
  if (!counts[desk.filter] && desk.filter !== "here") desk.filter = "here";
  const shown = seats.filter(GROUPS[desk.filter]);
  return make(
    "div", { class: "seats-tab" },
    session.state !== "over" && door(desk, session, counts.waiting),
    make(
      "div", { class: "filters", role: "group", "aria-label": say("Which seats") },
      Object.keys(GROUPS).filter((name) => counts[name] || name === "here").map((name) =>
        make("button", { type: "button", "data-key": `filter-${name}`, "aria-pressed": String(desk.filter === name), onclick: () => ((desk.filter = name), desk.drawBody()) }, groupName(name), make("b", { class: "digits" }, String(counts[name]))),
      ),
    ),
    shown.length
      ? make(
          "table", { class: "seats" },
          make("thead", {}, make("tr", {}, [say("Name on the board"), say("Team"), say("Now"), say("Flags"), say("Score"), ""].map((words) => make("th", { scope: "col" }, words)))),
          make("tbody", {}, shown.map((seat) => row(desk, seat))),
        )
      : make("p", { class: "empty soft" }, mark("people"), say("Nobody has come yet. The code and the picture above bring people in.")),
  );
}
