// The words of the pages: English sentences in the code, the other language from /pages/words.zh.json.

let table = {};
let locale = "en";

/** Which language to begin with: the address, what was chosen here before, or what the browser speaks. */
export function preferred() {
  const asked = new URLSearchParams(location.search).get("lang");
  const kept = remembered();
  const spoken = asked || kept || navigator.language || "en";
  return spoken.toLowerCase().startsWith("zh") ? "zh" : "en";
}

function remembered() {
  try {
    return localStorage.getItem("rapport-language");
  } catch {
    return null;
  }
}

/** Speak a language from now on: fetches its words once. */
export async function speak(wanted) {
  const code = wanted === "zh" ? "zh" : "en";
  if (code !== "en" || !Object.keys(table).length) {
    try {
      const answer = await fetch(`/pages/words.${code}.json`);
      table = answer.ok ? await answer.json() : {};
    } catch {
      table = {};
    }
  } else {
    table = {};
  }
  locale = code;
  document.documentElement.lang = code === "zh" ? "zh-Hans" : "en";
  return code;
}

/** Remember the language for the next time this browser comes. */
export function remember(code) {
  try {
    localStorage.setItem("rapport-language", code);
  } catch {
    // A browser that keeps nothing still speaks the language now.
  }
}

/** The language spoken: "en" or "zh". */
export function spoken() {
  return locale;
}

/** A sentence in the language spoken, its places filled: `say("Round {n}", {n: 2})`. */
export function say(sentence, places = null) {
  const said = table[sentence] || sentence;
  if (!places) return said;
  return said.replace(/\{(\w+)\}/g, (whole, name) => (name in places ? String(places[name]) : whole));
}

/** A sentence about n things, the first for one and the second for any other number. */
export function tally(one, many, n) {
  return say(n === 1 ? one : many, { n });
}

/** What an author wrote in two languages, in the one spoken; plain text is said as it is. */
export function inLanguage(text) {
  if (text === null || text === undefined) return "";
  if (typeof text === "string") return text;
  return text[locale] || text.en || text.zh || "";
}
