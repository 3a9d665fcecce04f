// The five stages of a customer's mind, in words.

import { say } from "./language.js";

export const STAGES = ["cognition", "interest", "desire", "action", "loyalty"];

/** A stage in words; empty for what is none. */
export function stageName(stage) {
  const names = {
    cognition: say("Cognition"),
    interest: say("Interest"),
    desire: say("Desire"),
    action: say("Action"),
    loyalty: say("Loyalty"),
  };
  return names[stage] ?? "";
}
