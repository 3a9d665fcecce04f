"""Taking a seat: guessing codes, stealing seats, being sent out and coming back."""

from __future__ import annotations

import pytest

from game.classroom import joining, tokens
from game.classroom.limits import Buckets, Guesses
from tests.classroom.conftest import Class


class Watch:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def test_T1_ten_thousand_guesses_from_fifty_addresses() -> None:
    clock = Watch()
    guesses = Guesses(clock)
    heard: list[float] = []
    for number in range(10_000):
        clock.seconds += 0.03
        address = f"10.0.0.{number % 50}"
        if guesses.wait(address) == 0:
            heard.append(clock.seconds)
            guesses.failed(address)
        if number == 5_000:
            assert guesses.wait("10.0.1.7") == 0, "somebody who was never wrong is heard in the middle of it"
    busiest = max(sum(start <= at < start + 60 for at in heard) for start in heard)
    assert busiest <= 60


def test_T1_the_same_in_any_order() -> None:
    guesses = Guesses(Watch())
    heard = 0
    for address in range(50):
        for _ in range(200):
            if guesses.wait(str(address)) == 0:
                guesses.failed(str(address))
                heard += 1
    assert heard <= 60


def test_T1_a_class_behind_one_address_is_not_locked_out_by_its_typing_errors() -> None:
    guesses = Guesses(Watch())
    for _ in range(30):
        assert guesses.wait("nat") == 0
        guesses.succeeded("nat")
    for _ in range(15):
        assert guesses.wait("nat") == 0
        guesses.failed("nat")
    assert guesses.wait("nat") == 0
    guesses.lifted()
    assert guesses.wait("stranger") == 0


def test_limits_forget_who_has_not_been_seen_for_longest() -> None:
    clock = Watch()
    buckets = Buckets(2, 1.0, clock)
    assert buckets.take("a") == buckets.take("a") == 0
    assert buckets.take("a") > 0
    clock.seconds += 5
    assert buckets.take("a") == 0
    for number in range(6_000):
        buckets.take(str(number))
    assert len(buckets._known) <= 5_000


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "SLOW", 0.0)


def test_T1_wrong_and_closed_codes_cannot_be_told_apart(room: Class) -> None:
    wrong = room.http.post("/api/v1/join", json={"code": "ABCDEF"})
    room.done("close")
    closed = room.http.post("/api/v1/join", json={"code": room.made["code"]})
    nothing = room.http.post("/api/v1/join", json={"code": "0O1I"})
    assert wrong.status_code == closed.status_code == nothing.status_code == 403
    assert wrong.content == closed.content == nothing.content


def test_T1_too_many_guesses_are_told_to_wait_and_a_right_code_still_gets_in(room: Class) -> None:
    answers = [room.http.post("/api/v1/join", json={"code": "ABCDEF"}) for _ in range(14)]
    assert [a.status_code for a in answers] == [403] * 10 + [429] * 4
    assert int(answers[-1].headers["retry-after"]) >= 1
    room.done("lift")
    assert room.join("Anna").name == "Anna"


def test_codes_are_read_as_people_type_them() -> None:
    code = tokens.new_code()
    assert tokens.read_code(f" {code[:3].lower()} {code[3:]} ") == code
    assert tokens.read_code(f"{code[:3]}-{code[3:]}") == code
    assert tokens.read_code(code[:5]) == ""
    assert not set("01ILO") & set(tokens.ALPHABET)
    assert len(set(tokens.ALPHABET)) == 31


def test_T3_the_same_name_is_not_the_same_seat(room: Class) -> None:
    anna = room.join("Anna")
    again = room.http.post("/api/v1/join", json={"code": room.made["code"], "nickname": "ANNA"})
    assert again.status_code == 409
    assert again.json()["error"] == "name-taken"
    assert len(again.json()["suggestions"]) == 3
    round_id = room.round()["id"]
    other = room.join("Berta")
    begun = anna.begin(round_id).json()
    stolen = room.http.post("/api/v1/attempts", json={}, headers={"idempotency-key": "12345678"})
    assert stolen.status_code == 401
    forged = room.http.get("/api/v1/state", headers={"authorization": f"Bearer {anna.seat}"})
    assert forged.status_code == 401
    refused = other.hand_in(round_id, begun["number"], {})
    assert refused.status_code in {409, 422}


def test_T2_the_cap_holds_and_who_waits_is_cleared_in_one_action(room: Class) -> None:
    room.http.post(room.base, json={"capacity": 20, "approve": True}, headers=room.head)
    body = {"code": room.made["code"]}
    codes = [room.http.post("/api/v1/join", json=body).status_code for _ in range(60)]
    assert codes.count(201) == 20
    assert codes.count(409) == 40
    assert room.done("seats/remove-unapproved") == {"removed": 20}
    assert all(seat["state"] == "kicked" for seat in room.get()["seats"])
    room.done("lock")
    locked = room.http.post("/api/v1/join", json={"code": room.made["code"]})
    assert locked.json()["error"] == "lobby-locked"
    room.done("unlock")
    assert room.join().name


def test_a_seat_that_waits_sees_nothing_until_the_trainer_nods(room: Class) -> None:
    room.http.post(room.base, json={"approve": True}, headers=room.head)
    room.round()
    anna = room.join("Anna")
    assert anna.state()["seat"]["state"] == "waiting"
    assert anna.state()["round"] is None
    room.done(f"seats/{anna.seat}/approve")
    assert anna.state()["round"] is not None


def test_U15_kicked_can_come_again_banned_cannot_and_both_can_be_undone(room: Class) -> None:
    anna = room.join("Anna")
    room.done(f"seats/{anna.seat}/kick")
    gone = room.http.get("/api/v1/state", headers=anna.head)
    assert (gone.status_code, gone.json()["error"]) == (401, "kicked")
    again = room.join("Anna")
    assert again.seat != anna.seat
    room.done(f"seats/{again.seat}/ban")
    assert room.http.get("/api/v1/state", headers=again.head).json()["error"] == "banned"
    barred = room.http.post("/api/v1/join", json={"code": room.made["code"], "nickname": "anna"})
    assert barred.json()["error"] == "banned"
    room.done(f"seats/{again.seat}/restore")
    assert again.state()["seat"]["state"] == "seated"


def test_U1_a_seat_is_handed_to_another_device_once(room: Class) -> None:
    anna = room.join("Anna")
    invite = room.done(f"seats/{anna.seat}/handover")["invite"]
    moved = room.http.post("/api/v1/join", json={"invite": invite})
    assert moved.status_code == 201
    assert moved.json()["seat"] == anna.seat
    assert room.http.get("/api/v1/state", headers=anna.head).status_code == 401
    assert room.http.post("/api/v1/join", json={"invite": invite}).json()["error"] == "no-such-invite"
    assert room.http.post("/api/v1/join", json={"invite": invite[:-2] + "xx"}).status_code == 403


def test_U11_late_join_is_a_switch(room: Class) -> None:
    room.http.post(room.base, json={"late": False}, headers=room.head)
    room.done("open")
    late = room.http.post("/api/v1/join", json={"code": room.made["code"]})
    assert late.json()["error"] == "late"


def test_a_class_list_keys_seats_and_stays_off_the_board(room: Class) -> None:
    room.done("roster", {"entries": [{"key": "E-17", "name": "Anna Schmidt", "team": "North"}]})
    room.http.post(room.base, json={"roster": "required"}, headers=room.head)
    stranger = room.http.post("/api/v1/join", json={"code": room.made["code"], "nickname": "Berta"})
    assert stranger.json()["error"] == "roster-unknown"
    anna = room.join("Kestrel", roster="E-17")
    assert anna.state()["seat"]["team"] == "North"
    twice = room.http.post("/api/v1/join", json={"code": room.made["code"], "roster": "E-17"})
    assert twice.json()["error"] == "roster-unknown"
    assert room.get("roster")["entries"][0]["nickname"] == "Kestrel"
    assert "Schmidt" not in str(room.board())


def test_refused_names_say_why_in_the_asked_language(room: Class) -> None:
    body = {"code": room.made["code"], "nickname": "Trainer"}
    english = room.http.post("/api/v1/join", json=body).json()
    chinese = room.http.post("/api/v1/join?lang=zh", json=body).json()
    assert english["reason"] == chinese["reason"] == "reserved"
    assert english["message"] != chinese["message"]


def test_teams_fill_evenly(room: Class) -> None:
    room.http.post(room.base, json={"teams": ["Red", "Blue"]}, headers=room.head)
    teams = [room.join().state()["seat"]["team"] for _ in range(6)]
    assert sorted(teams) == ["Blue"] * 3 + ["Red"] * 3


def test_a_table_names_its_members(room: Class) -> None:
    table = room.join("Table 4", members=["Anna", "Berta"])
    assert table.state()["seat"]["members"] == ["Anna", "Berta"]
    bad = room.http.post(
        "/api/v1/join", json={"code": room.made["code"], "nickname": "T5", "members": ["f u c k"]}
    )
    assert bad.json()["error"] == "name-refused"


def test_T1_nothing_else_tells_whether_a_code_is_right(room: Class) -> None:
    code, wrong = room.made["code"], "ABCDEF"
    for path in ("/api/v1/hello?code={}", "/j/{}", "/api/v1/check?code={}"):
        found = [room.http.get(path.format(each)) for each in (code, wrong)]
        assert found[0].status_code == found[1].status_code
        told = [
            {**each.json(), "time": 0} if "json" in each.headers["content-type"] else each.text
            for each in found
        ]
        assert told[0] == told[1]
    names = [room.http.get(f"/api/v1/names?code={each}").json()["names"] for each in (code, wrong)]
    assert [len(each) for each in names] == [6, 6]
    assert all(name.isascii() for each in names for name in each)
