"""Links to a class: what people type and QR codes hold, and the one certificate that is spoken to (T20)."""

from __future__ import annotations

import json
import shutil
import ssl
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from game.classroom.certificates import fingerprint, own_certificate
from game.classroom.client import ClassClient, NotReached
from game.classroom.links import address_of
from game.classroom.membership import Membership
from game.classroom.pinned import in_groups, read_fingerprint
from game.command_line.class_door import DeskDoor
from game.command_line.program import run
from game.command_line.shelf import Shelf
from game.desk.class_ports import Hurdle
from game.language.locale import Locale
from game.language.words import Words
from tests.classroom.server import Running, running

PRINT = "ab12" * 16
WITH_OPENSSL = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")


@pytest.mark.parametrize(
    ("typed", "origin", "code"),
    [
        ("192.168.1.20", "http://192.168.1.20:8765", ""),
        (" 192.168.1.20:9000 ", "http://192.168.1.20:9000", ""),
        ("http://trainer.local:8765/j/K7M2QX", "http://trainer.local:8765", "K7M2QX"),
        ("https://[fe80::1]:8765/j/K7M2QX", "https://[fe80::1]:8765", "K7M2QX"),
        ("https://class.example", "https://class.example:443", ""),
    ],
)
def test_an_address_is_understood_as_it_is_typed(typed: str, origin: str, code: str) -> None:
    there = address_of(typed)
    assert (there.origin, there.code, there.pin, there.invite) == (origin, code, "", "")


@pytest.mark.parametrize(
    "typed", ["", "ftp://host", "http://", "my class", "http://user:word@host", "http://host:x"]
)
def test_what_is_no_address_is_said(typed: str) -> None:
    with pytest.raises(NotReached) as told:
        address_of(typed)
    assert told.value.code == "no-address"


@pytest.mark.parametrize(
    ("typed", "pin"),
    [
        (f"https://10.0.0.5:8765/j/K7M2QX#sha256={PRINT}", PRINT),
        (f"10.0.0.5#sha256={PRINT}", PRINT),
        (f"10.0.0.5#{in_groups(PRINT[:20]).upper()}", PRINT[:20]),
        (f"https://10.0.0.5:8765/#sha256={PRINT}&invite=abc", PRINT),
    ],
)
def test_T20_a_fingerprint_in_a_link_asks_for_tls(typed: str, pin: str) -> None:
    there = address_of(typed)
    assert (there.origin, there.pin) == ("https://10.0.0.5:8765", pin)
    again = address_of(str(there))
    assert (again.origin, again.pin, again.invite) == (there.origin, there.pin, there.invite)


@pytest.mark.parametrize("behind", ["sha256=", "sha256=12", "sha256=" + "x" * 64, PRINT[:19], PRINT + "a"])
def test_T20_half_a_fingerprint_is_not_overlooked(behind: str) -> None:
    with pytest.raises(NotReached) as told:
        address_of(f"https://10.0.0.5:8765/#{behind}")
    assert told.value.code == "bad-pin"


def test_T20_a_fingerprint_never_goes_without_tls() -> None:
    with pytest.raises(NotReached) as told:
        address_of(f"http://10.0.0.5:8765/#sha256={PRINT}")
    assert told.value.code == "bad-pin"
    assert read_fingerprint(in_groups(PRINT)) == PRINT


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server with a certificate of its own."""
    folder = tmp_path_factory.mktemp("tls")
    certificate, key = own_certificate(folder, ["127.0.0.1"])
    with running(folder, certificate=certificate, certificate_key=key) as found:
        yield found


def why(origin: str, pin: str) -> str:
    """Why a server is not spoken to."""
    with closing(ClassClient(origin, pin=pin)) as client, pytest.raises(NotReached) as told:
        client.hello()
    return told.value.code


@WITH_OPENSSL
def test_T20_the_right_certificate_is_spoken_to_and_no_other(server: Running) -> None:
    origin, pin = f"https://127.0.0.1:{server.ready.port}", server.ready.fingerprint
    for digits in (pin, pin[:20]):
        with closing(ClassClient(origin, pin=digits)) as client:
            assert client.hello()["protocol"] == 1
    assert why(origin, PRINT) == "other-certificate"
    assert why(origin, pin[:-1] + ("0" if pin[-1] != "0" else "1")) == "other-certificate"
    assert why(origin, "") == "unknown-certificate"


@WITH_OPENSSL
def test_T20_a_seat_comes_back_to_its_own_certificate_only(server: Running, tmp_path: Path) -> None:
    origin = f"https://127.0.0.1:{server.ready.port}"
    with closing(ClassClient(origin, pin=server.ready.fingerprint)) as client:
        seated = client.join(server.ready.code)
    membership = Membership(tmp_path)
    membership.remember(seated)
    (kept,) = membership.remembered()
    assert kept.pin == server.ready.fingerprint
    with closing(ClassClient(kept.origin, kept.token, pin=kept.pin)) as client:
        assert client.state()["seat"]["id"] == kept.seat
    path = next((tmp_path / "classes").iterdir())
    old = {name: value for name, value in json.loads(path.read_text("utf-8")).items() if name != "pin"}
    path.write_text(json.dumps(old), "utf-8")
    assert membership.remembered() == [replace(kept, pin="")], "one that was kept by an older Rapport"


@WITH_OPENSSL
@pytest.mark.parametrize(
    ("language", "said"), [("en", "Another certificate answers"), ("zh", "不是您链接里的那一张")]
)
def test_T20_the_desk_and_the_command_refuse_a_changed_fingerprint_and_say_so(
    server: Running,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: str,
    said: str,
) -> None:
    monkeypatch.setenv("RAPPORT_HOME", str(tmp_path))
    right = f"https://127.0.0.1:{server.ready.port}/j/{server.ready.code}#sha256={server.ready.fingerprint}"
    wrong = right[:-4] + "0000"
    assert run(["join", wrong, "--json", "--lang", language]) == 2
    assert said in capsys.readouterr().err
    words = Words(Locale(language))
    door = DeskDoor(Shelf(words), tmp_path / "desk")
    for found in (
        door.names(wrong, server.ready.code, words),
        door.join(wrong, server.ready.code, "Anna", words),
    ):
        assert isinstance(found, Hurdle)
        assert said in found.sentence
    assert isinstance(door.names(right, server.ready.code, words), tuple)
    assert run(["join", right, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["seat"]


@WITH_OPENSSL
def test_T20_nothing_is_sent_to_another_certificate(tmp_path: Path) -> None:
    """The token of a seat stays at home when somebody else listens at the same address."""
    (tmp_path / "theirs").mkdir()
    certificate, key = own_certificate(tmp_path / "theirs", ["127.0.0.1"])
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    heard: list[bytes] = []
    import socket
    import threading

    listener = socket.create_server(("127.0.0.1", 0))

    def listen() -> None:
        with listener, listener.accept()[0] as stream:
            try:
                with context.wrap_socket(stream, server_side=True) as spoken:
                    heard.append(spoken.recv(4096))
            except OSError:
                heard.append(b"")

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    origin = f"https://127.0.0.1:{listener.getsockname()[1]}"
    with closing(ClassClient(origin, "the-token-of-a-seat", pin=PRINT)) as client, pytest.raises(NotReached):
        client.state()
    thread.join(10)
    assert heard == [b""]
    assert fingerprint(certificate) != PRINT
