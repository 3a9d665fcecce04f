// The door: a code, a name, perhaps a team; every refusal is said where it can be mended.

import { make, refill } from "./elements.js";
import { ask, Refused } from "./asking.js";
import { emblemPad } from "./emblems.js";
import { say } from "./language.js";

/** The signed link to a seat that is there already, where the address holds one. */
export function inviteInAddress() {
  return new URLSearchParams(location.hash.slice(1)).get("invite") ?? new URLSearchParams(location.search).get("invite");
}

function field(label, input, className = "") {
  return make("label", { class: `field ${className}` }, make("span", {}, label), input);
}

/** The form; calls `entered(answer, code)` once the class has let us in. */
export function doorway(code, entered) {
  const fault = make("p", { class: "fault", role: "alert" });
  const codeInput = make("input", { name: "code", value: code, required: true, maxlength: 12, autocomplete: "off", autocapitalize: "characters", spellcheck: "false", inputmode: "text", enterkeyhint: "next" });
  const nameInput = make("input", { name: "nickname", maxlength: 40, autocomplete: "off", spellcheck: "false", placeholder: say("left empty: you get one"), enterkeyhint: "go" });
  const teamInput = make("input", { name: "team", maxlength: 60, autocomplete: "off", spellcheck: "false" });
  const memberInput = make("input", { name: "members", maxlength: 400, autocomplete: "off", spellcheck: "false", placeholder: say("Ann, Bo, Chen") });
  const rosterInput = make("input", { name: "roster", maxlength: 120, autocomplete: "off", spellcheck: "false" });
  const names = make("div", { class: "names", role: "group", "aria-label": say("Suggested names") });
  const pad = make("div", {});
  let emblems = [];
  const enter = make("button", { class: "main", type: "submit" }, say("Join the class"));

  const offer = (list) =>
    refill(names, (list ?? []).slice(0, 4).map((name) => make("button", { type: "button", onclick: () => ((nameInput.value = name), nameInput.focus()) }, make("bdi", {}, name))));

  async function suggest() {
    const asked = codeInput.value.trim();
    if (!asked) return;
    try {
      offer((await ask(`/api/v1/names?code=${encodeURIComponent(asked.toUpperCase())}`)).names);
    } catch {
      offer([]);
    }
  }

  async function submit(event) {
    event.preventDefault();
    fault.textContent = "";
    enter.disabled = true;
    const wanted = codeInput.value.trim().toUpperCase();
    const body = { code: wanted };
    if (nameInput.value.trim()) body.nickname = nameInput.value.trim();
    if (teamInput.value.trim()) body.team = teamInput.value.trim();
    const members = memberInput.value.split(/[,，、;；]/).map((name) => name.trim()).filter(Boolean);
    if (members.length) body.members = members;
    if (rosterInput.value.trim()) body.roster = rosterInput.value.trim();
    if (emblems.length) body.emblems = emblems;
    emblems = [];
    try {
      entered(await ask("/api/v1/join", { method: "POST", body }), wanted);
    } catch (refused) {
      enter.disabled = false;
      if (!(refused instanceof Refused)) {
        fault.textContent = say("The class does not answer. Are you on the same Wi-Fi as the projector?");
        return;
      }
      fault.textContent = refused.after ? `${refused.message} ${say("Try again in {n} s.", { n: refused.after })}` : refused.message;
      refill(pad, refused.told.emblems && emblemPad(refused.told.emblems, (three) => ((emblems = three), event.target.requestSubmit())));
      if (refused.told.emblems) {
        pad.querySelector("button").focus();
        return;
      }
      if (refused.told.suggestions) offer(refused.told.suggestions);
      if (refused.code === "roster-unknown") more.open = true;
      (refused.code === "roster-unknown" ? rosterInput : refused.status === 403 ? codeInput : nameInput).focus();
    }
  }

  const invite = inviteInAddress();
  if (invite) return takeOver(invite, entered);
  codeInput.addEventListener("change", suggest);
  const more = make(
    "details",
    {},
    make("summary", {}, say("Team, table, class list")),
    field(say("Team"), teamInput),
    field(say("Who sits at this table"), memberInput),
    field(say("Your key on the class list, if you were given one"), rosterInput),
  );
  if (code) suggest();
  return make(
    "form",
    { onsubmit: submit, novalidate: true },
    make("h1", {}, say("Join the class")),
    field(say("Code on the board"), codeInput, "code-field"),
    field(say("Your name on the board"), nameInput),
    names,
    more,
    pad,
    fault,
    enter,
    make("p", { class: "soft" }, say("No account, no e-mail. Names on the board are nicknames; only your trainer sees more.")),
  );
}

/** A seat is handed over to this device: one button, nothing to type. */
function takeOver(invite, entered) {
  const fault = make("p", { class: "fault", role: "alert" });
  const take = make("button", { class: "main", type: "button", onclick: sit }, say("Take this seat"));
  async function sit() {
    take.disabled = true;
    try {
      const told = await ask("/api/v1/join", { method: "POST", body: { invite } });
      entered(told, told.session?.code ?? "");
    } catch (refused) {
      take.disabled = false;
      fault.textContent = refused instanceof Refused ? refused.message : say("The class does not answer. Are you on the same Wi-Fi as the projector?");
    }
  }
  return make("div", { class: "wait" }, make("h1", {}, say("A seat is kept for you")), make("p", { class: "soft" }, say("It moves to this device with its name and its results.")), fault, take);
}
