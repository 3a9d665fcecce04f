"""The reviewer in a process of its own: it follows, it ends, and nothing waits for it."""

from __future__ import annotations

import io
import json
import queue
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from game.analysis.review import Review
from game.analysis.review_record import review_from_json
from game.command_line.assessing import Assessor
from game.command_line.background import BackgroundReviewer, BackgroundReviews
from game.command_line.background_process import serve
from game.content.loading import load_scenario
from game.engine.conversation import Conversation
from tests.command_line.calling import ROOT
from tests.laws.playing import talks

UMBRELLA = str(ROOT / "tests/command_line/scenarios/wet-umbrella.yaml")
LONGEST = 120
"""Seconds after which something is broken."""


def passed() -> list[Conversation]:
    """A conversation at every turn."""
    scenario = load_scenario(UMBRELLA).scenario
    assert scenario is not None
    return talks(scenario, 3, [2, 1, 0, 1, 2, 0, 1])


def reviews_of(home: Path) -> BackgroundReviews:
    return BackgroundReviews(home, sources={"wet-umbrella": UMBRELLA})


def finished(reviewer: BackgroundReviewer) -> Review:
    """Wait for the whole review."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        review = reviewer.poll()
        if review is not None and review.finished:
            return review
        time.sleep(0.01)
    raise AssertionError("no review came")


def test_it_follows_and_says_what_a_review_afterwards_says(tmp_path: Path) -> None:
    talk = passed()
    reviewer = reviews_of(tmp_path / "live").begin(talk[0])
    try:
        assert reviewer.poll() is None
        for conversation in talk[1:]:
            reviewer.said(conversation.reactions[-1].line)
        reviewer.over()
        review = finished(reviewer)
    finally:
        reviewer.close()
    *_, afterwards = Assessor(talk[-1], tmp_path / "afterwards").reviews()
    assert review == afterwards
    reviewer.close()


def test_a_process_that_is_gone_takes_nothing_with_it(tmp_path: Path) -> None:
    talk = passed()
    reviewer = reviews_of(tmp_path).begin(talk[-1])
    reviewer.over()
    review = finished(reviewer)
    process = reviewer._process
    assert process is not None
    process.kill()
    process.wait(LONGEST)
    assert reviewer.poll() == review
    reviewer.said("anything")
    reviewer.over()
    reviewer.close()
    assert reviewer.poll() == review


def test_closed_at_once_it_never_begins_or_ends(tmp_path: Path) -> None:
    reviewer = reviews_of(tmp_path).begin(passed()[0])
    reviewer.close()
    process = reviewer._process
    if process is not None:
        process.wait(LONGEST)
    assert reviewer.poll() is None


def test_without_a_python_nothing_is_reviewed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "no-such-program"))
    reviewer = reviews_of(tmp_path).begin(passed()[0])
    reviewer.said("x")
    reviewer.over()
    assert reviewer.poll() is None
    reviewer.close()


def served(*messages: Mapping[str, Any]) -> list[Review]:
    """The reviews that the process tells, without a process; it ends when it is idle for the last time."""
    waiting: queue.SimpleQueue[Mapping[str, Any] | None] = queue.SimpleQueue()
    for message in messages:
        waiting.put(message)

    class Patient(io.StringIO):
        """Ends the service once a finished review has been told."""

        def write(self, text: str) -> int:
            if json.loads(text)["finished"]:
                waiting.put(None)
            return super().write(text)

    out = Patient()
    serve(waiting, out)
    return [review_from_json(json.loads(line)) for line in out.getvalue().splitlines()]


def opening(conversation: Conversation, home: Path, **other: object) -> dict[str, Any]:
    told = {
        "source": UMBRELLA,
        "psychology": "",
        "pure": "",
        "transcript": conversation.transcript().to_json(),
        "home": str(home),
    }
    return {"open": told | other}


def test_what_it_tells_grows_until_it_is_finished(tmp_path: Path) -> None:
    told = served(opening(passed()[-1], tmp_path), {"over": True})
    assert [review.finished for review in told] == [False] * (len(told) - 1) + [True]
    assert [review.first for review in told] == sorted((review.first for review in told), reverse=True)


@pytest.mark.parametrize(
    "other", [{"source": "no-such-scenario"}, {"transcript": {}}, {"transcript": {"transcript": 1}}]
)
def test_what_cannot_be_opened_is_not_reviewed(tmp_path: Path, other: dict[str, object]) -> None:
    assert served(opening(passed()[0], tmp_path, **other), {"over": True}) == []
