// Asking the server, and hearing it say no.

import { spoken } from "./language.js";

/** A refusal of the server: its code, its sentence, and whatever it added. */
export class Refused extends Error {
  constructor(status, told, after) {
    super(told?.message || told?.error || String(status));
    this.status = status;
    this.code = told?.error ?? "";
    this.told = told ?? {};
    this.after = after;
  }
}

/** Ask the server for JSON; throws `Refused` for an answer that says no, TypeError where nobody answers. */
export async function ask(path, { method = "GET", body, file, token, signal, headers = {} } = {}) {
  const join = path.includes("?") ? "&" : "?";
  const answer = await fetch(`${path}${join}lang=${spoken()}`, {
    method,
    signal,
    cache: "no-store",
    headers: {
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: file ?? (body === undefined ? undefined : JSON.stringify(body)),
  });
  // A captive portal answers everything with a page of its own: that is no answer.
  if (!answer.headers.get("X-Rapport")) throw new TypeError("not our server");
  const told = (answer.headers.get("Content-Type") ?? "").includes("json") ? await answer.json() : null;
  if (!answer.ok) throw new Refused(answer.status, told, Number(answer.headers.get("Retry-After")) || 0);
  return told;
}
