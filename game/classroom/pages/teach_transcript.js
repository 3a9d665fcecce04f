// One conversation as it was spoken, for the trainer alone.

import { ask, Refused } from "./asking.js";
import { make, nameOf } from "./elements.js";
import { inLanguage, say } from "./language.js";
import { stageName, STAGES } from "./stages.js";
import { perform, showDialog, toast, warn } from "./teach_doing.js";

/** Open a window with the lines of an attempt. `line` is marked and scrolled to. */
export async function showTranscript(desk, attempt, line = null) {
  let told;
  try {
    told = await ask(`${desk.base}/attempts/${attempt}/transcript`);
  } catch (fault) {
    warn(fault instanceof Refused ? fault.message : say("The server does not answer."));
    return;
  }
  const spoken = told.spoken ?? [];
  const list = make(
    "ol", { class: "transcript" },
    spoken.map((said) =>
      make(
        "li", { class: said.line === line ? "here" : "" },
        make("p", {}, inLanguage(said.text) || said.line),
        inLanguage(said.answer) && make("p", { class: "answer" }, inLanguage(said.who) && make("b", {}, inLanguage(said.who)), inLanguage(said.answer)),
      ),
    ),
  );
  const close = showDialog(
    say("What was said"),
    make(
      "p", { class: "transcript-head" },
      nameOf(told.seat?.nickname ?? ""),
      make("span", { class: "soft" }, say("Attempt {n}", { n: told.number })),
      told.mark && make("b", { class: "digits" }, String(told.mark.score)),
      told.mark && make("span", {}, stageName(STAGES[told.mark.stage] ?? told.mark.stage)),
    ),
    list,
    told.mark &&
      make(
        "button",
        {
          type: "button",
          onclick: async () => {
            const verb = told.state === "withdrawn" ? "restore" : "withdraw";
            if (!(await perform(`${desk.base}/attempts/${attempt}/${verb}`))) return;
            close();
            if (verb === "withdraw") toast(say("This attempt no longer counts."), () => perform(`${desk.base}/attempts/${attempt}/restore`));
          },
        },
        told.state === "withdrawn" ? say("Count it again") : say("Do not count this attempt"),
      ),
  );
  list.querySelector(".here")?.scrollIntoView({ block: "center" });
}
