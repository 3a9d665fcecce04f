"""A seat on its own disk and a server that really runs: what was played arrives once, whatever happens."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx2
import pytest

from game.classroom.attendance import Attendance
from game.classroom.certificates import own_certificate
from game.classroom.client import ClassClient, NotReached, Refusal, Seated
from game.classroom.membership import Membership
from game.content.loading import load_scenario
from game.engine.conversation import Conversation, Step
from game.language.locale import Locale
from tests.classroom.server import Running, running, started


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One server for all that does not stop it."""
    with running(tmp_path_factory.mktemp("server")) as found:
        yield found


SPEAKING: list[ClassClient] = []


@pytest.fixture(autouse=True)
def _hung_up() -> Iterator[None]:
    """Every connection is given back after its test."""
    yield
    while SPEAKING:
        SPEAKING.pop().close()


def speaking(origin: str, token: str = "", **more: Any) -> ClassClient:
    """A client that is closed after the test."""
    SPEAKING.append(ClassClient(origin, token, **more))
    return SPEAKING[-1]


def until(so: Callable[[], Any]) -> Any:
    """What something is as soon as it is something; a class has half a minute."""
    for _ in range(600):
        found = so()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("it never came about")


def seated(server: Running, folder: Path) -> tuple[Seated, Attendance, Membership]:
    """Somebody who has joined, on a disk of their own."""
    client = speaking(server.origin)
    taken, membership = client.join(server.ready.code), Membership(folder)
    membership.remember(taken)
    return taken, Attendance(taken, membership, client, wait=lambda longest: longest / 50), membership


def played(attendance: Attendance, round_id: str) -> tuple[int, dict[str, Any]]:
    """One conversation in a round; its number and transcript."""
    begun = attendance.begin(round_id)
    scenario = load_scenario(attendance.opened(begun["package"])).scenario
    assert scenario is not None
    conversation = Conversation.begin(scenario, begun["seed"])
    while conversation.outcome is None:
        step = conversation.say(conversation.offers()[0].id, took=20)
        assert isinstance(step, Step)
        conversation = step.conversation
    return begun["number"], conversation.transcript().to_json()


def scores(server: Running, seat: str) -> list[int]:
    """What the server says of a seat's attempts."""
    with server.host.database.reading() as connection:
        from game.records.class_attempts import marks

        return [mark.score for mark in marks(connection, seat_id=seat)]


def test_a_conversation_goes_from_a_seat_to_the_board(server: Running, tmp_path: Path) -> None:
    one = server.round()
    seat, attendance, membership = seated(server, tmp_path)
    attendance.start()
    until(lambda: attendance.look().session.get("round"))
    number, transcript = played(attendance, one)

    attendance.hand_in(one, number, transcript)
    until(lambda: scores(server, seat.seat))
    told = until(lambda: [a for a in attendance.look().session["attempts"] if a["state"] == "scored"])

    assert told[0]["score"] == scores(server, seat.seat)[0]
    assert (attendance.look().stored, membership.waiting(seat.session)) == (0, [])
    attendance.close()


def test_T11_what_was_written_before_a_crash_is_sent_after_it(server: Running, tmp_path: Path) -> None:
    one = server.round()
    seat, attendance, membership = seated(server, tmp_path)
    number, transcript = played(attendance, one)
    attendance.hand_in(one, number, transcript)  # never started: the machine died here
    assert len(membership.waiting(seat.session)) == 1

    (again,) = Membership(tmp_path).remembered()
    assert again == seat
    second = Attendance(again, Membership(tmp_path), speaking(again.origin, again.token))
    second.start()
    until(lambda: len(scores(server, seat.seat)) == 1)
    until(lambda: second.look().stored == 0)
    second.close()


class Hole(httpx2.BaseTransport):
    """A network that swallows: requests, or only the answers."""

    def __init__(self) -> None:
        self.inner, self.swallows = httpx2.HTTPTransport(), ""

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Pass it on, or not."""
        if self.swallows == "requests":
            raise httpx2.ConnectTimeout("nobody answers")
        answer = self.inner.handle_request(request)
        if self.swallows == "answers" and request.url.path.endswith("/attempts"):
            answer.read()
            raise httpx2.ReadTimeout("the answer was lost")
        return answer

    def close(self) -> None:
        """Close what is below."""
        self.inner.close()


def test_T11_a_black_hole_in_the_network_loses_and_doubles_nothing(server: Running, tmp_path: Path) -> None:
    one = server.round()
    hole = Hole()
    client = speaking(server.origin, client=httpx2.Client(transport=hole, timeout=5))
    seat, membership = client.join(server.ready.code), Membership(tmp_path)
    attendance = Attendance(seat, membership, client, wait=lambda longest: longest / 50)
    number, transcript = played(attendance, one)
    attendance.start()
    until(lambda: attendance.look().connected)

    hole.swallows = "requests"
    server.trainer("/notice", {"text": "Look at the board"})  # ends the question that was kept open
    until(lambda: not attendance.look().connected)
    attendance.hand_in(one, number, transcript)
    until(lambda: attendance.look().stored == 1)
    hole.swallows = "answers"
    until(lambda: len(scores(server, seat.seat)) == 1)
    assert attendance.look().stored == 1, "not acknowledged before an answer has come"
    hole.swallows = ""
    until(lambda: attendance.look().stored == 0)

    assert len(scores(server, seat.seat)) == 1
    attendance.close()


def test_a_server_that_was_restarted_is_found_again(tmp_path: Path) -> None:
    server = started(tmp_path / "server")
    one = server.round()
    seat, attendance, _ = seated(server, tmp_path / "seat")
    number, transcript = played(attendance, one)
    attendance.start()
    until(lambda: attendance.look().connected)
    port = server.ready.port
    server.stop()
    until(lambda: not attendance.look().connected)
    attendance.hand_in(one, number, transcript)

    again = started(tmp_path / "server", port)
    until(lambda: len(scores(again, seat.seat)) == 1)
    until(lambda: attendance.look().connected and attendance.look().stored == 0)

    attendance.close()
    again.stop()


def test_what_the_server_never_takes_is_kept_and_said(server: Running, tmp_path: Path) -> None:
    one = server.round()
    seat, attendance, membership = seated(server, tmp_path)
    number, transcript = played(attendance, one)
    attendance.hand_in(one, number, {**transcript, "seed": transcript["seed"] ^ 1})
    attendance.start()
    until(lambda: attendance.look().lost == 1)

    (kept,) = membership.hopeless(seat.session)
    assert kept.trouble == "seed_mismatch"
    attendance.close()


def test_T03_a_name_is_not_a_seat(server: Running, tmp_path: Path) -> None:
    seat, attendance, _ = seated(server, tmp_path)
    with pytest.raises(Refusal) as told:
        speaking(server.origin).join(server.ready.code, nickname=seat.nickname)
    assert told.value.code == "name-taken"
    assert told.value.details["suggestions"]

    stranger = speaking(server.origin, token="guess")
    with pytest.raises(Refusal) as refused:
        stranger.state()
    assert refused.value.status == 401
    attendance.close()


def test_a_seat_that_was_taken_away_ends_and_keeps_what_waits(server: Running, tmp_path: Path) -> None:
    one = server.round()
    seat, attendance, membership = seated(server, tmp_path)
    number, transcript = played(attendance, one)
    attendance.start()
    until(lambda: attendance.look().connected)
    server.trainer(f"/seats/{seat.seat}/kick")
    until(lambda: attendance.look().ended)
    attendance.hand_in(one, number, transcript)

    assert attendance.look().ended == "kicked"
    assert len(membership.waiting(seat.session)) == 1
    assert membership.remembered() == []
    attendance.close()


def test_what_answers_and_is_not_rapport_is_told_apart() -> None:
    page = httpx2.MockTransport(lambda _: httpx2.Response(200, html="<h1>Sign in to the guest network</h1>"))
    with pytest.raises(NotReached) as told:
        speaking("http://10.0.0.1:8765", client=httpx2.Client(transport=page)).hello()
    assert told.value.code == "other-program"

    with pytest.raises(NotReached) as silent:
        speaking("http://127.0.0.1:9").hello()
    assert silent.value.code == "refused"


def test_refusals_are_told_in_the_language_of_the_seat(server: Running) -> None:
    with pytest.raises(Refusal) as told:
        speaking(server.origin, locale=Locale.ZH).join("WRONGX")
    assert not told.value.sentence.isascii()


def test_files_that_are_not_ours_are_left_out(tmp_path: Path) -> None:
    membership = Membership(tmp_path)
    seat = Seated("http://h:1", "i", "s-1", "Tuesday", "p", "t", "Quiet Heron")
    membership.remember(seat)
    waiting = membership.put(seat, "r", 1, {"moves": []})
    for name in ("classes", "outbox"):
        (tmp_path / name / "torn.json").write_text('{"format": 1, "session": "s-1"', encoding="utf-8")
        (tmp_path / name / "other.json").write_text('{"format": 1, "session": 5}', encoding="utf-8")
        (tmp_path / name / "deep.json").write_text("[" * 100_000, encoding="utf-8")

    assert membership.remembered() == [seat]
    assert membership.waiting("s-1") == [waiting]
    with pytest.raises(OSError, match="not a name"):
        membership.remember(replace(seat, session="../../elsewhere"))


@pytest.mark.parametrize("secure", [False, True])
def test_a_question_that_is_kept_open_ends_when_its_client_is_closed(tmp_path: Path, secure: bool) -> None:
    made = own_certificate(tmp_path, ["127.0.0.1"]) if secure else (None, None)
    (tmp_path / "server").mkdir()
    with running(tmp_path / "server", certificate=made[0], certificate_key=made[1]) as server:
        origin = f"http{'s' if secure else ''}://127.0.0.1:{server.ready.port}"
        client = speaking(origin, pin=server.ready.fingerprint)
        client.join(server.ready.code)
        version, told = client.state()["version"], list[str]()

        def ask() -> None:
            try:
                client.state(version)
            except NotReached as trouble:
                told.append(trouble.code)

        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        room = server.host.house.room(server.ready.session)
        until(lambda: room.bells._waiting)
        client.close()
        thread.join(10)  # the answer would come after twenty-five seconds
        assert told == ["refused"]
