"""The picture of a class: lines at moments, what was lost where people were of two minds."""

from __future__ import annotations

import time

import pytest

from game.classroom import pictures, position_work
from game.records.class_attempts import Mark
from tests.classroom.conftest import Class
from tests.classroom.test_votes import fake
from tests.engines import ON_SQLITE


def mark(attempt: str, moves: list[str], beats: list[str], score: int = 500, nps: int = 7) -> Mark:
    details = {"moves": moves, "beats": beats, "customer": 0}
    return Mark(attempt, "s", "r", attempt, score, score > 550, len(moves) - 1, 0, nps, details, 0)


def worth(**losses: float) -> dict[str, dict[str, float]]:
    return {line: {"value": 800 - loss, "loss": loss} for line, loss in losses.items()}


def test_regret_is_what_the_class_lost_and_disagreement_how_evenly_it_was_split() -> None:
    marks = [mark("1", ["a", "c"], ["x", "y"]), mark("2", ["b", "c"], ["x", "y"])]
    worths = {
        (0, ()): worth(a=0.0, b=100.0),
        (0, ("a",)): worth(c=30.0, d=0.0),
        (0, ("b",)): worth(c=10.0, d=0.0),
    }
    found = pictures.moments(marks, worths)
    assert found["x"].regret == 50.0
    assert found["x"].disagreement == 1.0
    assert found["y"].regret == 20.0
    assert found["y"].disagreement == 0.0
    assert found["x"].worth_discussing > found["y"].worth_discussing == 0
    assert found["x"].attempts == {"a": ["1"], "b": ["2"]}


def test_figures_of_a_class() -> None:
    marks = [mark(str(n), ["a"] * (n + 1), ["x"] * (n + 1), 400 + 100 * n, 6 + n) for n in range(5)]
    told = pictures.figures(marks)
    assert told["attempts"] == 5
    assert told["median"] == 600
    assert told["passed"] == 60
    assert told["nps"] == round(100 * (2 - 1) / 5)
    assert told["stages"] == [5, 4, 3, 2, 1]
    assert pictures.figures([])["median"] is None


@ON_SQLITE
def test_a_class_is_pictured_and_a_moment_put_on_the_board(
    room: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(position_work, "valued", fake)  # the solver has tests of its own
    one = room.round()["id"]
    for pick, name in enumerate(("Anna", "Berta", "Clara")):
        room.join(name).play(one, pick)
    told = room.get(f"rounds/{one}/picture")
    assert told["attempts"] == 3
    assert told["stages"][0] == 3
    first = told["beats"][0]
    for _ in range(600):  # what lines are worth comes later; what was said is there at once
        later = room.get(f"rounds/{one}/picture")
        if any(line.get("value") is not None for beat in later["beats"] for line in beat["lines"]):
            break
        time.sleep(0.05)
    else:
        raise AssertionError("never worked out")
    assert sum(line["count"] for line in first["lines"]) == first["visits"] == 3
    assert all(line["text"]["zh"] for line in first["lines"])
    room.done("discussion", {"beat": first["beat"]})
    shown = room.board()["discussion"]
    assert shown["phase"] == "distribution"
    assert sum(line["votes"] for line in shown["lines"]) == 3
    assert not any("value" in line or "attempts" in line for line in shown["lines"])
    room.done("discussion")
    assert room.board()["discussion"] is None
    assert room.post("discussion", {"beat": "no-such-beat"}).status_code == 404
