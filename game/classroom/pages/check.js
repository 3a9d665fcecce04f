// Why others cannot reach the class: what this browser can find out, what the server says of itself, what helps.

import { ask, Refused } from "./asking.js";
import { make, refill } from "./elements.js";
import { inLanguage, preferred, remember, say, speak, spoken } from "./language.js";
import { judgementSign } from "./signs.js";

const report = document.getElementById("report");
const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** A row of the report: good, bad, or null for what is neither. */
function finding(good, title, words) {
  return make("li", { class: good ? "good" : "bad" }, judgementSign(good === null ? "inaccuracy" : good ? "good" : "mistake"), make("div", {}, make("b", {}, title), make("p", { class: "soft" }, words)));
}

async function reach() {
  const times = [];
  for (let i = 0; i < 3; i += 1) {
    const begun = performance.now();
    try {
      const hello = await ask("/api/v1/hello");
      times.push(performance.now() - begun);
      reach.hello = hello;
    } catch (fault) {
      return finding(false, say("The server does not answer this browser"), fault instanceof Refused ? fault.message : say("Something between this device and the server keeps them apart, or the server has stopped."));
    }
  }
  const quickest = Math.round(Math.min(...times));
  return finding(true, say("This browser reaches the server"), say("An answer takes {n} ms; Rapport {version}.", { n: quickest, version: reach.hello.rapport ?? "" }));
}

function whence() {
  return LOCAL.has(location.hostname)
    ? finding(null, say("This is the machine of the class itself"), say("From here everything works. Open the address below on a second device, a phone on the same Wi-Fi, to see what others see."))
    : finding(true, say("This is a second device"), say("It came in by {host}. Other devices in the same network can use this address.", { host: location.host }));
}

function clock() {
  const told = reach.hello?.time;
  if (!told) return null;
  const off = Math.round(Math.abs(Date.now() - told) / 1000);
  return finding(off < 120, say("Clocks"), off < 120 ? say("They agree.") : say("This device and the server are {n} s apart. Nothing breaks: the server's clock counts.", { n: off }));
}

async function server() {
  let told;
  try {
    told = await ask("/api/v1/check");
  } catch {
    return null;
  }
  const addresses = told.addresses ?? [];
  return make(
    "section", { class: "card" },
    make("h2", {}, say("Addresses of this class")),
    make("ul", { class: "addresses" }, addresses.map((one) => make("li", {}, make("a", { href: one.url ?? one }, one.url ?? one), one.note && make("span", { class: "soft" }, inLanguage(one.note))))),
    (told.findings ?? []).length > 0 && make("ul", { class: "findings" }, told.findings.map((one) => finding(one.ok, inLanguage(one.title), inLanguage(one.message)))),
  );
}

function hints() {
  const rows = [
    [say("Windows"), say("When Windows asks whether Python may use the network, allow private networks. Missed it? Settings, Privacy & security, Windows Security, Firewall, Allow an app, tick Python for private networks. And set the Wi-Fi to private.")],
    [say("macOS"), say("System Settings, Network, Firewall, Options: allow incoming connections for Python.")],
    [say("Linux"), say("With ufw: sudo ufw allow {port}/tcp. With firewalld: sudo firewall-cmd --add-port={port}/tcp.", { port: location.port || 80 })],
    [say("Guest Wi-Fi"), say("Many guest networks keep devices apart. Use another network, a phone's hotspot, or a small router of your own; the class needs no internet.")],
    [say("VPN"), say("A VPN on the laptop often shows an address that nobody in the room can reach. Switch it off, or use the other address in the list.")],
  ];
  return make("section", { class: "card" }, make("h2", {}, say("What usually helps")), make("dl", {}, rows.flatMap(([title, words]) => [make("dt", {}, title), make("dd", {}, words)])));
}

async function draw() {
  document.title = `${say("Self-check")} · Rapport 知心`;
  document.documentElement.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "night" : "day";
  const reached = await reach();
  const more = reach.hello ? await server() : null;
  refill(
    report,
    make("div", { class: "top" }, make("h1", {}, say("Self-check")), make("button", { type: "button", onclick: other, lang: spoken() === "zh" ? "en" : "zh-Hans" }, spoken() === "zh" ? "English" : "中文"), make("button", { type: "button", onclick: draw }, say("Try again"))),
    make("ul", { class: "findings card" }, reached, whence(), clock()),
    more,
    hints(),
  );
}

async function other() {
  const next = spoken() === "zh" ? "en" : "zh";
  remember(next);
  await speak(next);
  draw();
}

await speak(preferred());
draw();
