"""The process in which the workshop proves and balances: `python -m game.command_line.workshop_process`.

It reads one JSON object from its input, `{"do": "prove" | "balance", "file": …, "home": …}`, and writes JSON
objects to its output, one in a line: `{"share": 0..1}` again and again, then `{"results": …}`. It ends when
its input ends.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TextIO

NICE = 10
"""How much it steps back behind the window, on systems that know such a thing."""

SHORTEST = 0.1
"""Seconds between two words about the progress."""

SELLERS = ("novice", "pusher", "pleaser", "listener", "order-taker", "class", "random")
PLAYS = 1_800
"""Conversations of each seller."""

SEED = 1


def main() -> None:
    """Do one job."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(NICE)
    wanted = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with, args=(sys.stdin,), daemon=True).start()
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        serve(wanted, sys.stdout)


def serve(wanted: Mapping[str, Any], out: TextIO) -> None:
    """Do a job and tell of it.

    Args:
        wanted: what is to be done.
        out: where the progress and the results are written.
    """
    told = 0.0

    def heard(share: float) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told >= SHORTEST:
            told = now
            _write(out, {"share": round(share, 4)})

    do = _proved if wanted["do"] == "prove" else _balanced
    _write(out, {"results": do(wanted["file"], Path(wanted["home"]), heard)})


def _proved(file: str, home: Path, heard: Callable[[float], None]) -> dict[str, Any]:
    from game.authoring.prove import QUICK
    from game.command_line.proving_run import looked_at
    from game.command_line.workshop_results import proof_sentences, results_to_json
    from game.desk.job_ports import Finding
    from game.language.locale import Locale
    from game.language.words import Words

    tried = looked_at(home, file, QUICK, lambda done, every: heard(done / max(every, 1)))
    findings = [
        Finding(row.diagnostic, tuple(row.play.said) if row.play is not None else ()) for row in tried.rows
    ]
    if tried.loaded is None or tried.proof is None or tried.claims is None:
        return results_to_json(findings, {})
    sentences = {
        locale: [*proof_sentences(Words(locale), tried.loaded, tried.proof, tried.claims)]
        for locale in Locale
    }
    return results_to_json(findings, sentences)


def _balanced(file: str, home: Path, heard: Callable[[float], None]) -> dict[str, Any]:
    from game.analysis.roster import Casting
    from game.analysis.simulation import Plan
    from game.authoring.simulate import Job, simulate
    from game.command_line.workshop_results import balance_sentences, results_to_json
    from game.content.loading import load_scenario
    from game.desk.job_ports import Finding
    from game.language.locale import Locale
    from game.language.words import Words

    del home
    loaded = load_scenario(file)
    if loaded.scenario is None or loaded.wording is None:
        return results_to_json([Finding(error) for error in loaded.errors], {})
    jobs = [Job(loaded.scenario, Plan(Casting(seller), PLAYS, SEED)) for seller in SELLERS]
    done, every = 0, sum(job.plan.plays for job in jobs)

    def played(plays: int) -> None:
        nonlocal done
        done += plays
        heard(done / every)

    runs = simulate(jobs, 1, played).runs
    target = loaded.wording.target
    sentences = {locale: [*balance_sentences(Words(locale), runs, target)] for locale in Locale}
    return results_to_json([], sentences)


def _write(out: TextIO, message: Mapping[str, Any]) -> None:
    out.write(json.dumps(message, separators=(",", ":")) + "\n")
    out.flush()


def _end_with(stream: TextIO) -> None:
    """When nobody is there any more, end at once, whatever is being worked on."""
    stream.read()
    os._exit(0)


if __name__ == "__main__":
    main()
