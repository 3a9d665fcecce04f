"""One conversation on the projector, everybody votes on the next line."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from game.classroom import position_work
from tests.classroom.conftest import Class, SeatClient, server
from tests.engines import ENGINES


def fake(path: str, seed: int, moves: list[str]) -> dict[str, Any]:
    """Values that need no solver: the first line of the alphabet is worth most."""
    study = position_work.study_of(path)
    position = position_work._position(study, seed, moves)
    lines = sorted(line.id for line in position.conversation.offers())
    worth = ("best", "inaccuracy", "mistake", "blunder")
    return {
        "lines": {
            line: {"value": 800 - 200 * at, "loss": 200.0 * at, "judgement": worth[at]}
            for at, line in enumerate(lines)
        },
        "exact": True,
    }


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(position_work, "valued", fake)
    yield


def cast(seat: SeatClient, vote: dict[str, Any], line: str) -> int:
    body = {"round": vote["round"], "turn": vote["turn"], "line": line}
    return seat.http.post("/api/v1/votes", json=body, headers=seat.head).status_code


def lines_of(vote: dict[str, Any]) -> list[str]:
    return sorted(line["id"] for line in vote["lines"])


def test_a_vote_is_revealed_step_by_step(room: Class) -> None:
    one = room.round(mode="vote")["id"]
    anna, berta = room.join("Anna"), room.join("Berta")
    vote = anna.state()["vote"]
    assert vote["phase"] == "voting"
    assert vote["says"]["text"]["en"]
    assert {line["text"]["zh"] for line in vote["lines"]}
    best, other = lines_of(vote)[:2]
    assert cast(anna, vote, best) == cast(berta, vote, best) == 200
    assert cast(berta, vote, other) == 200, "may be changed"
    assert cast(anna, vote, "no-such-line") == 409
    assert anna.state()["vote"]["mine"] == best
    board = room.board()["vote"]
    assert board["count"] == 2
    assert not any("votes" in line or "value" in line for line in board["lines"])
    room.done(f"rounds/{one}/vote/close")
    assert cast(anna, vote, other) == 409
    room.done(f"rounds/{one}/vote/hands", {"hands": {"A": 3}})
    room.done(f"rounds/{one}/vote/distribution")
    board = room.board()["vote"]
    assert sum(line["votes"] for line in board["lines"]) == 5
    assert not any("value" in line for line in board["lines"])
    room.done(f"rounds/{one}/vote/value")
    assert max(line["value"] for line in room.board()["vote"]["lines"]) == 800
    assert "thought" not in room.board()["vote"]
    room.done(f"rounds/{one}/vote/why")
    room.done(f"rounds/{one}/vote/thought")
    assert "thought" in room.board()["vote"]
    assert "answer" in room.board()["vote"]
    assert room.post(f"rounds/{one}/vote/value").status_code == 409
    told = room.done(f"rounds/{one}/vote/say", {"line": best})
    assert told["vote"]["turn"] == 2
    assert told["vote"]["phase"] == "voting"
    rows = {row["name"]: (row["score"], row["insight"]) for row in room.board()["rows"]}
    assert rows == {"Anna": (800, 100), "Berta": (600, 0)}


def lead(room: Class, one: str, seats: dict[SeatClient, int] | None = None) -> None:
    """Vote and go on until the conversation is over."""
    for _ in range(60):
        vote = room.get()["vote"]
        if vote is None or vote["phase"] == "over":
            return
        for seat, pick in (seats or {}).items():
            lines = lines_of(vote)
            cast(seat, vote, lines[min(pick, len(lines) - 1)])
        room.done(f"rounds/{one}/vote/close")
        room.done(f"rounds/{one}/vote/say")
    raise AssertionError("never over")


class Hashable(SeatClient):
    __hash__ = object.__hash__


def test_a_class_with_phones_only_has_standings_marks_and_answers(room: Class) -> None:
    one = room.round(mode="vote")["id"]
    seats = [Hashable(**vars(room.join(name))) for name in ("Anna", "Berta", "Clara")]
    lead(room, one, {seats[0]: 0, seats[1]: 1, seats[2]: 0})
    board = room.board()
    assert [(row["rank"], row["score"]) for row in board["rows"]][:2] == [(1, 800), (1, 800)]
    assert board["rows"][2]["rank"] == 3
    assert board["rows"][0]["insight"] == board["rows"][1]["insight"] == 100 > board["rows"][2]["insight"]
    mark = seats[0].state()["attempts"][0]
    assert mark["state"] == "scored"
    assert (mark["score"], mark["insight"]) == (800, 100)
    assert mark["nps"] is not None
    lobby = room.get()
    assert lobby["vote"]["phase"] == "over"
    assert {seat["score"] for seat in lobby["seats"]} == {800, lobby["seats"][1]["score"]}


def test_who_does_not_vote_gets_the_worst_and_who_comes_later_is_not_blamed(room: Class) -> None:
    one = room.round(mode="vote")["id"]
    anna = room.join("Anna")
    vote = room.get()["vote"]
    cast(anna, vote, lines_of(vote)[0])
    room.done(f"rounds/{one}/vote/close")
    room.done(f"rounds/{one}/vote/say")
    time.sleep(0.005)
    late = room.join("Late")
    vote = room.get()["vote"]
    cast(late, vote, lines_of(vote)[0])
    room.done(f"rounds/{one}/vote/close")
    room.done(f"rounds/{one}/vote/say")
    rows = {row["name"]: row["score"] for row in room.board()["rows"]}
    worst = 800 - 200 * (len(vote["lines"]) - 1)
    assert rows == {"Late": 800, "Anna": round((800 + worst) / 2)}


@pytest.mark.parametrize("where", ENGINES, indirect=True)
def test_a_vote_goes_on_after_a_restart(room: Class) -> None:
    one = room.round(mode="vote")["id"]
    anna = room.join("Anna")
    vote = room.get()["vote"]
    cast(anna, vote, lines_of(vote)[0])
    room.done(f"rounds/{one}/vote/close")
    room.done(f"rounds/{one}/vote/say")
    before = anna.state()["vote"]
    room.house.writer.close()
    room.house.database.close()
    house, app = server(room.where)
    with TestClient(app) as http:
        again = SeatClient(http, anna.seat, anna.token, "Anna").state()["vote"]
        assert again == before
        assert [
            row["score"] for row in Class(http, house, room.made, room.folder, room.where).board()["rows"]
        ] == [800]
    house.writer.close()
    house.database.close()


def test_only_hands_and_no_network(room: Class, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(position_work, "explained", lambda *_: {"en": "So.", "zh": "所以。"})
    one = room.round(mode="vote")["id"]
    for _ in range(60):
        vote = room.get()["vote"]
        if vote["phase"] == "over":
            break
        room.done(f"rounds/{one}/vote/hands", {"hands": {"A": 4, "B": 9}})
        room.done(f"rounds/{one}/vote/close")
        told = room.done(f"rounds/{one}/vote/thought")["vote"]
        assert told["chosen"] == vote["lines"][1]["id"]
        room.done(f"rounds/{one}/vote/say")
    assert room.get()["vote"]["phase"] == "over"
    assert room.board()["rows"] == []
    assert room.post(f"rounds/{one}/vote/hands", {"hands": {"Z": 1}}).status_code == 409


def test_a_vote_whose_round_is_closed_early_is_over_and_marked(room: Class) -> None:
    one = room.round(mode="vote")["id"]
    anna = room.join("Anna")
    vote = room.get()["vote"]
    cast(anna, vote, lines_of(vote)[0])
    room.done(f"rounds/{one}/vote/close")
    room.done(f"rounds/{one}/vote/say")
    room.done(f"rounds/{one}/close")
    assert anna.state()["vote"]["phase"] == "over"
    assert anna.state()["attempts"][0]["score"] == 800
    assert room.board()["rows"][0]["score"] == 800
