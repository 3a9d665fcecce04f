"""What happens in a process that marks: a package is opened once, transcripts come as JSON, marks go as
plain data."""

from __future__ import annotations

import contextlib
import hashlib
import json
import multiprocessing
import os
import signal
import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from game.analysis.marking import Marked, marked
from game.content.loading import load_scenario
from game.engine.rules import Rules
from game.engine.scoring import Points
from game.engine.transcript import Say, Transcript
from game.records.written_json import WrittenJson

BESIDE = ("ending", "seals", "votes", "trace", "took", "moves")
"""Details that the server looks at with every mark; it writes the others as they come, unread."""

LEAST_COPIED = 4
"""Lines below which two transcripts may well be equal by chance, times and all."""


def settle_in(gentle: bool = False) -> None:
    """Leave Ctrl-C to the server, and do not outlive it; a gentle one steps back behind everything else."""
    if gentle:
        with contextlib.suppress(AttributeError, OSError):
            os.nice(10)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: Any) -> None:
    parent.join()
    os._exit(0)


def warmed(path: str) -> bool:
    """Open a package before anybody hands anything in."""
    return _rules(path) is not None


def mark(path: str, transcripts: Sequence[str]) -> list[dict[str, Any]]:
    """Marks of transcripts of one package, in their order.

    Args:
        path: of the package.
        transcripts: JSON texts that were checked when they were received.

    Returns:
        for each either `{"refused": reason, "move": n, "name": …}` or the columns of a mark.
    """
    read = [Transcript.from_json(json.loads(text)) for text in transcripts]
    return [
        _plain(result, transcript) if isinstance(result, Marked) else _refusal(result)
        for result, transcript in zip(marked(_rules(path), read), read, strict=True)
    ]


@lru_cache(maxsize=32)
def _rules(path: str) -> Rules:
    loaded = load_scenario(Path(path))
    if loaded.scenario is None:
        raise ValueError(f"{path} cannot be played")
    return Rules(loaded.scenario)


def _refusal(result: Any) -> dict[str, Any]:
    return {"refused": result.fault.value.replace(" ", "-"), "move": result.move, "name": result.name[:80]}


def _plain(result: Marked, transcript: Transcript) -> dict[str, Any]:
    if not result.finished:
        return {"refused": "unfinished", "move": len(transcript.moves), "name": ""}
    guess = {"type": result.guess.type, "need": result.guess.need, "worry": result.guess.worry}
    details = {
        "ending": result.ending,
        "pass_mark": result.pass_mark,
        "close": None if result.close is None else result.close.name.lower(),
        "nps_reason": result.nps_reason,
        "csat": result.csat,
        "honesty": _pair(result.honesty),
        "points": {name: _pair(points) for name, points in result.criteria.items()},
        "grades": {name: _pair(points) for name, points in result.grades.items()},
        "stages": {name: _pair(points) for name, points in result.stages.items()},
        "seals": sorted(result.seals),
        "guess": {name: value for name, value in guess.items() if value is not None},
        "customer": result.customer,
        "moves": list(result.moves),
        "beats": list(result.beats),
        "took": result.took,
        "trace": _trace(transcript),
    }
    return {
        "score": result.score,
        "passed": result.passed,
        "stage": int(result.stage),
        "insight": result.insight,
        "nps": result.nps,
        "details": WrittenJson(details, BESIDE),
    }


def _pair(points: Points) -> list[int]:
    return [points.earned, points.possible]


def _trace(transcript: Transcript) -> str | None:
    """Lines with the time that each took: equal with somebody else only when one was copied from the
    other."""
    said = [(move.line, move.took) for move in transcript.moves if isinstance(move, Say)]
    if len(said) < LEAST_COPIED or any(took is None for _, took in said):
        return None
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]
