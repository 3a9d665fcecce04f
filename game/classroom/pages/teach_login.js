// Signing in with the key that the host printed.

import { ask, Refused } from "./asking.js";
import { make } from "./elements.js";
import { say } from "./language.js";

/** The form; calls `entered()` once the server knows us. A key after `#key=` is used at once and taken from the address. */
export function login(reason, entered) {
  const key = make("input", { type: "password", name: "key", autocomplete: "current-password", required: true, spellcheck: "false" });
  const fault = make("p", { class: "fault", role: "alert" }, reason);
  const enter = make("button", { type: "submit", class: "main" }, say("Sign in"));

  async function submit(event) {
    event?.preventDefault();
    enter.disabled = true;
    try {
      await ask("/api/v1/trainer/login", { method: "POST", body: { key: key.value } });
      entered();
    } catch (refused) {
      fault.textContent = refused instanceof Refused ? refused.message : say("The server does not answer.");
      enter.disabled = false;
      key.focus();
      key.select();
    }
  }

  const given = new URLSearchParams(location.hash.slice(1)).get("key");
  if (given) {
    key.value = given;
    history.replaceState(null, "", `${location.pathname}${location.search}#/`);
    submit();
  }
  return make(
    "form", { class: "login card", onsubmit: submit },
    make("h1", {}, say("Trainer")),
    make("p", { class: "soft" }, say("The key stands in the window where the class was started.")),
    make("input", { type: "text", name: "username", autocomplete: "username", value: "trainer", hidden: true }),
    make("label", { class: "field" }, make("span", {}, say("Key")), key),
    fault,
    enter,
  );
}
