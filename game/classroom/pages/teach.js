// The trainer's page: the key, the classes, one class.

import { ask, Refused } from "./asking.js";
import { make, refill } from "./elements.js";
import { preferred, remember, say, speak, spoken } from "./language.js";
import { ClassDesk } from "./teach_class.js";
import { login } from "./teach_login.js";
import { classes } from "./teach_sessions.js";
import { warn } from "./teach_doing.js";

const head = document.getElementById("head");
const desk = document.getElementById("desk");
let open = null;
let inside = false;

function theme() {
  document.documentElement.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "night" : "day";
}

async function otherLanguage() {
  const next = spoken() === "zh" ? "en" : "zh";
  remember(next);
  await speak(next);
  route();
}

/** The band at the top; `middle` is what the class in hand adds to it. */
export function drawHead(middle = []) {
  refill(
    head,
    make("a", { class: "brand", href: "#/" }, "Rapport 知心"),
    make("div", { class: "middle" }, middle),
    make("a", { class: "button", href: "/check", target: "_blank", rel: "noopener" }, say("Self-check")),
    make("button", { type: "button", lang: spoken() === "zh" ? "en" : "zh-Hans", onclick: otherLanguage }, spoken() === "zh" ? "English" : "中文"),
    inside && make("button", { type: "button", onclick: leave }, say("Sign out")),
  );
}

async function leave() {
  try {
    await ask("/api/v1/trainer/logout", { method: "POST", body: {} });
  } catch {
    // Signed out here in any case.
  }
  inside = false;
  location.hash = "#/";
  route();
}

function signIn(reason = "") {
  inside = false;
  open?.close();
  open = null;
  drawHead();
  document.title = `${say("Trainer")} · Rapport 知心`;
  refill(desk, login(reason, () => ((inside = true), route())));
}

/** Go where the address says: `#/` the classes, `#/s/ID/TAB` one class. */
async function route() {
  warn("");
  if (new URLSearchParams(location.hash.slice(1)).has("key")) return signIn();
  const [, kind, id, tab] = location.hash.split("/");
  open?.close();
  open = null;
  try {
    if (kind === "s" && id) {
      const lobby = await ask(`/api/v1/trainer/sessions/${encodeURIComponent(id)}`);
      inside = true;
      open = new ClassDesk(lobby, tab || "seats", drawHead);
      refill(desk, open.element);
      open.start();
    } else {
      const [{ sessions }, shelf] = await Promise.all([ask("/api/v1/trainer/sessions"), ask("/api/v1/trainer/scenarios")]);
      inside = true;
      drawHead();
      document.title = `${say("Classes")} · Rapport 知心`;
      refill(desk, classes(sessions, shelf));
    }
  } catch (fault) {
    if (fault instanceof Refused && fault.status === 401) return signIn();
    drawHead();
    warn(fault instanceof Refused ? fault.message : say("The server does not answer. This page tries again when it is reloaded."));
    if (fault instanceof Refused && fault.status === 404) location.hash = "#/";
  }
}

addEventListener("rapport-signed-out", () => signIn(say("Please sign in again.")));
addEventListener("hashchange", () => {
  const [, kind, id, tab] = location.hash.split("/");
  if (open && kind === "s" && id === open.id) open.choose(tab || "seats");
  else route();
});
addEventListener("pagehide", () => open?.close());
theme();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", theme);
await speak(preferred());
route();
