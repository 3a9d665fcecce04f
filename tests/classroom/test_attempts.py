"""Handing in: once, durable, true, and by whom it was begun."""

from __future__ import annotations

import threading
import uuid
from typing import Any

from starlette.testclient import TestClient

from game.classroom.requests import HandIn
from game.engine.scoring import score
from game.records.class_attempts import attempts
from game.records.class_rounds import beginnings
from tests.classroom.conftest import KEY, Class, SeatClient, played, server


def test_a_class_plays_and_the_board_moves(room: Class) -> None:
    round_id = room.round(minutes=10)["id"]
    seats = [room.join(name) for name in ("Anna", "Berta", "Clara")]
    marks = [seat.play(round_id, pick) for pick, seat in enumerate(seats)]
    board = room.board()
    assert [row["score"] for row in board["rows"]] == sorted((m["score"] for m in marks), reverse=True)
    assert board["counts"] == {"seats": 3, "playing": 0, "finished": 3}
    assert board["round"]["titles"]["zh"]
    standing = seats[0].state()["standing"]
    assert standing["of"] == 3


def test_T8_fifty_posts_of_one_key_are_one_attempt(room: Class) -> None:
    round_id, anna = room.round()["id"], room.join("Anna")
    begun = anna.begin(round_id).json()
    transcript = played(begun["seed"]).transcript().to_json()
    key, answers = str(uuid.uuid4()), []

    def post() -> None:
        answers.append(anna.hand_in(round_id, begun["number"], transcript, key))

    threads = [threading.Thread(target=post) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(a.status_code for a in answers) == [200] * 49 + [201]
    assert len({a.content for a in answers}) == 1
    with room.house.database.reading() as connection:
        assert len(list(attempts(connection, session_id=room.id))) == 1
    other = played(begun["seed"], 1).transcript().to_json()
    reused = anna.hand_in(round_id, begun["number"], other, key)
    assert (reused.status_code, reused.json()["error"]) == (409, "key-reused")


def test_T8_the_first_answer_is_given_again_after_the_round_has_closed(room: Class) -> None:
    made, anna = room.round(grace=0), room.join("Anna")
    begun = anna.begin(made["id"]).json()
    transcript = played(begun["seed"]).transcript().to_json()
    first = anna.hand_in(made["id"], begun["number"], transcript, "key-of-anna")
    room.done(f"rounds/{made['id']}/close")
    room.house.room(room.id).deadlines[made["id"]] -= 10_000
    again = anna.hand_in(made["id"], begun["number"], transcript, "key-of-anna")
    assert (again.status_code, again.json()) == (200, first.json())
    new = anna.hand_in(made["id"], begun["number"] + 1, transcript)
    assert new.status_code == 409


def tampered(transcript: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Ways to lie about a conversation."""
    moves = transcript["moves"]
    return {
        "edited score": {**transcript, "score": 1000},
        "an illegal line": {**transcript, "moves": [*moves[:2], {"say": "no-such-line"}, *moves[3:]]},
        "a line said twice": {**transcript, "moves": [moves[0], *moves]},
        "cut": {**transcript, "moves": moves[:-1]},
        "empty": {**transcript, "moves": []},
        "spliced": {**transcript, "moves": [*moves[3:], *moves[:3]]},
        "gone on after its end": {**transcript, "moves": [*moves, moves[0]]},
        "another version": {**transcript, "fingerprint": "0" * 64},
        "another engine": {**transcript, "engine": 99},
        "another seed": {**transcript, "seed": (transcript["seed"] + 1) % 2**32},
        "a start of its own": {**transcript, "start": "friends"},
        "no transcript": {},
        "an old version": {**transcript, "transcript": 0},
        "a float for a seed": {**transcript, "seed": 1.5},
        "moves that are none": {**transcript, "moves": [{"shout": "x"}]},
        "too many moves": {**transcript, "moves": [{"note": {}}] * 2_001},
    }


def test_T5_forged_transcripts_are_refused_or_marked_for_what_they_are(room: Class) -> None:
    round_id = room.round(attempts=0)["id"]
    anna = room.join("Anna")
    truth = None
    for name, _ in tampered(played(1).transcript().to_json()).items():
        begun = anna.begin(round_id).json()
        conversation = played(begun["seed"])
        forged = tampered(conversation.transcript().to_json())[name]
        handed = anna.hand_in(round_id, begun["number"], forged)
        if handed.status_code == 201:
            mark = anna.marked(handed.json()["attempt"])
            if name == "edited score":
                truth = score(conversation).total
                assert mark["score"] == truth
            else:
                assert mark["state"] == "refused", name
                assert mark["reason"] in {"unknown-line", "not-offered", "after-the-end", "unfinished"}
        else:
            assert handed.status_code in {409, 413, 422}, name
            assert handed.json()["error"] in {"invalid", "scenario_changed", "seed_mismatch", "too-large"}
    assert truth is not None


def test_T6_a_copy_of_somebody_elses_transcript_carries_the_wrong_seed(room: Class) -> None:
    round_id = room.round()["id"]
    anna, berta = room.join("Anna"), room.join("Berta")
    mine, hers = anna.begin(round_id).json(), berta.begin(round_id).json()
    assert mine["seed"] != hers["seed"]
    copied = berta.hand_in(round_id, hers["number"], played(mine["seed"]).transcript().to_json())
    assert (copied.status_code, copied.json()["error"]) == (409, "seed_mismatch")
    assert played(mine["seed"]).customer == played(hers["seed"]).customer, "a race meets one customer"


def test_T7_too_fast_and_copied_are_flagged_and_cost_nothing(room: Class) -> None:
    round_id = room.round()["id"]
    anna, berta = room.join("Anna"), room.join("Berta")
    first = anna.play(round_id, 2, took=0)
    second = berta.play(round_id, 2, took=0)
    assert first["score"] == second["score"]
    flags = {seat["nickname"]: seat["flags"] for seat in room.get()["seats"]}
    assert flags["Anna"] == ["too-fast"]
    assert flags["Berta"] == ["copied", "too-fast"]


def test_T7_the_number_of_attempts_is_limited_and_begin_repeats_itself(room: Class) -> None:
    exam, anna = room.round(mode="exam")["id"], room.join("Anna")
    begun = anna.begin(exam).json()
    assert anna.begin(exam).json() == begun
    anna.play(exam)
    spent = anna.begin(exam)
    assert (spent.status_code, spent.json()["error"]) == (409, "no-attempt-left")


def test_T7_who_begins_many_times_at_once_begins_one_attempt(room: Class) -> None:
    exam, anna = room.round(mode="exam")["id"], room.join("Anna")
    answers: list[Any] = []
    threads = [threading.Thread(target=lambda: answers.append(anna.begin(exam))) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    with room.house.database.reading() as connection:
        assert [row.number for row in beginnings(connection, exam, anna.seat)] == [1]


def test_T22_another_version_of_the_scenario_is_told_which_one_is_right(room: Class) -> None:
    made, anna = room.round(), room.join("Anna")
    begun = anna.begin(made["id"]).json()
    old = {**played(begun["seed"]).transcript().to_json(), "fingerprint": "f" * 64}
    answer = anna.hand_in(made["id"], begun["number"], old)
    assert (answer.status_code, answer.json()["error"]) == (409, "scenario_changed")
    package = room.http.get(f"/api/v1/packages/{answer.json()['package']}", headers=anna.head)
    assert package.headers["content-type"] == "application/zip"
    assert "immutable" in package.headers["cache-control"]
    again = anna.hand_in(made["id"], begun["number"], played(begun["seed"]).transcript().to_json())
    assert again.status_code == 201


def test_a_round_that_is_not_open_takes_nothing_and_its_grace_ends(room: Class) -> None:
    made, anna = room.done("rounds", {"scenario": "seven-seconds", "grace": 5}), room.join("Anna")
    assert anna.begin(made["id"]).json()["error"] == "round-closed"
    room.done(f"rounds/{made['id']}/open")
    begun = anna.begin(made["id"]).json()
    room.done(f"rounds/{made['id']}/close")
    transcript = played(begun["seed"]).transcript().to_json()
    assert anna.hand_in(made["id"], begun["number"], transcript).status_code == 201
    berta = room.join("Berta")
    assert berta.begin(made["id"]).json()["error"] == "round-closed"
    anna.begin(made["id"])
    room.house.room(room.id).deadlines[made["id"]] -= 6_000
    late = anna.hand_in(made["id"], 2, transcript)
    assert late.status_code == 409


def test_T9_what_was_acknowledged_is_marked_after_a_restart(room: Class) -> None:
    round_id, anna = room.round()["id"], room.join("Anna")
    begun = anna.begin(round_id).json()
    transcript = played(begun["seed"]).transcript().to_json()
    stopped = threading.Event()
    room.http.app._app.state.pool.add = lambda task: stopped.set()  # type: ignore[attr-defined]
    handed = anna.hand_in(round_id, begun["number"], transcript)
    assert stopped.is_set()
    room.house.writer.close()
    room.house.database.close()
    house, app = server(room.where)
    with TestClient(app) as http:
        mark = SeatClient(http, anna.seat, anna.token, "Anna").marked(handed.json()["attempt"])
        assert mark["state"] == "scored"
        made = http.get(
            f"/api/v1/trainer/sessions/{room.id}", headers={"authorization": f"Bearer {KEY}"}
        ).json()
        assert made["seats"][0]["score"] == mark["score"]
    house.writer.close()
    house.database.close()


def test_an_attempt_is_taken_out_of_what_counts_and_back_into_it(room: Class) -> None:
    round_id, anna = room.round()["id"], room.join("Anna")
    mark = anna.play(round_id)
    room.done(f"attempts/{mark['id']}/withdraw")
    assert room.board()["rows"] == []
    room.done(f"attempts/{mark['id']}/restore")
    assert room.board()["rows"][0]["score"] == mark["score"]


def test_a_trainer_reads_what_was_said(room: Class) -> None:
    round_id, anna = room.round()["id"], room.join("Anna")
    mark = anna.play(round_id)
    told = room.get(f"attempts/{mark['id']}/transcript")
    assert told["mark"]["score"] == mark["score"]
    assert len(told["spoken"]) == len(told["mark"]["moves"])
    assert all(line["text"]["en"] for line in told["spoken"])


def test_a_round_without_a_limit_takes_a_seats_thousand_and_first_attempt() -> None:
    body = {"round": "r-1", "number": 1_001, "transcript": {}}
    assert HandIn.model_validate(body).number == 1_001
