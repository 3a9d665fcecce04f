"""Statements against a real learning record store and its strict model of what a statement is.

The store, Ralph, pins other versions of our libraries and so lives in an environment of its own; the variable
RAPPORT_RALPH names that folder. Two lines of its file backend are put right from outside, as its users do: it
refuses every second post, because it wants to create its file anew, and never matches a verb.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx2
import pytest

from game.classroom.attendance import Attendance
from game.classroom.client import ClassClient
from game.classroom.membership import Membership
from game.classroom.statement_sender import StatementSender, Store
from game.classroom.statements import Statements
from game.records.class_attempts import attempts, marks
from game.records.class_database import ClassDatabase
from game.records.class_statements import queue, statements
from game.records.class_writer import Writer
from tests.classroom.filled import class_with
from tests.classroom.filled import played as marked_as
from tests.classroom.server import Running, running
from tests.classroom.test_attendance import played

PLACE = Path(os.environ.get("RAPPORT_RALPH", "nowhere"))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (PLACE / "bin" / "ralph").is_file(),
        reason="RAPPORT_RALPH names no environment with ralph-malph[lrs,cli]",
    ),
]

LAUNCHER = """
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend

FSLRSBackend.default_operation_type = BaseOperationType.APPEND
by_verb, by_activity = FSLRSBackend._add_filter_by_verb, FSLRSBackend._add_filter_by_activity
FSLRSBackend._add_filter_by_verb = staticmethod(lambda f, v: by_verb(f, getattr(v, "root", v)))
FSLRSBackend._add_filter_by_activity = staticmethod(
    lambda f, a, r=None: by_activity(f, getattr(a, "root", a), r)
)
from ralph.api import app
"""
STRICT = """
import json, sys
from ralph.models.xapi.base.statements import BaseXapiStatement

for line in sys.stdin:
    BaseXapiStatement(**json.loads(line))
print("valid")
"""
PROGRAMS = PLACE / "bin"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that runs, with one user."""
    folder = tmp_path_factory.mktemp("lrs")
    home = folder / ".ralph"
    home.mkdir()
    (folder / "launcher.py").write_text(LAUNCHER, encoding="utf-8")
    environment = os.environ | {
        "RALPH_APP_DIR": str(home),
        "RALPH_AUTH_FILE": str(home / "auth.json"),
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(home / "data"),
        "RALPH_BACKENDS__LRS__FS__DEFAULT_LRS_FILE": "statements.jsonl",
        "RALPH_RUNSERVER_BACKEND": "fs",
    }
    adding: list[str | Path] = [PROGRAMS / "ralph", "auth", "-u", "trainer", "-p", "secret", "-s", "all"]
    subprocess.run(
        [*adding, "-M", "mailto:trainer@example.org", "-w"], env=environment, cwd=folder, check=True
    )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    place = ["--app-dir", str(folder), "--port", str(port)]
    serving: list[str | Path] = [PROGRAMS / "uvicorn", "launcher:app", *place]
    with subprocess.Popen(
        [*serving, "--host", "127.0.0.1", "--workers", "1", "--log-level", "warning"],
        env=environment,
        cwd=folder,
    ) as process:
        try:
            _wait(f"http://127.0.0.1:{port}/__heartbeat__")
            yield Store(f"http://127.0.0.1:{port}/xAPI", "trainer", "secret")
        finally:
            process.terminate()


def _wait(address: str) -> None:
    """Until somebody answers."""
    with httpx2.Client(trust_env=False) as client:
        for _ in range(300):
            try:
                if client.get(address).is_success:
                    return
            except httpx2.HTTPError:
                time.sleep(0.1)
    raise AssertionError("the store did not start")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[ClassDatabase]:
    """A class whose statements wait, choices included."""
    with closing(ClassDatabase(tmp_path / "classes.sqlite")) as opened:
        saying = Statements(f"installation-{tmp_path.name}", choices=True)
        with opened.writing() as connection:
            for seat in class_with(connection, ["A", "B", "C"]):
                for number in range(1, 9):
                    marked_as(connection, seat, number, 400 + 40 * number)
            known = {attempt.id: attempt for attempt in attempts(connection, session_id="s1")}
            for mark in list(marks(connection, session_id="s1")):
                saying.noted(connection, known[mark.attempt_id], mark)
            saying.withdrawn(connection, known["r1-p0-1"], 1_763_800_999_000)
        yield opened


def test_every_statement_is_valid_by_the_strict_model(database: ClassDatabase) -> None:
    with database.reading() as connection:
        lines = [one.body.decode() for one in statements(connection, "s1")]

    answer = subprocess.run(
        [PROGRAMS / "python", "-c", STRICT],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        cwd=PLACE,
        check=False,
    )

    assert answer.stdout.strip() == "valid", answer.stderr[-2_000:]
    assert len(lines) == 24 * 5 + 2


def test_T25_everything_arrives_once_and_reads_back_equal(database: ClassDatabase, store: Store) -> None:
    writer = Writer(database)
    sending = StatementSender(database, writer, store)
    while sending.sent():
        pass
    with database.reading() as connection:
        kept = statements(connection, "s1")
        assert queue(connection) == {"sent": len(kept)}

    with database.writing() as connection:  # as if every answer had been lost
        connection.exec_driver_sql("UPDATE statement SET state = 'waiting'")
    while sending.sent():
        pass
    sending.close()
    writer.close()

    with httpx2.Client(trust_env=False, auth=(store.user, store.secret)) as client:
        for one in kept[:: len(kept) // 7]:
            answer = client.get(
                f"{store.endpoint}/statements",
                params={"statementId": one.id},
                headers={"X-Experience-API-Version": store.version},
            )
            (found,) = answer.json()["statements"]
            sent = json.loads(one.body)
            assert {name: found[name] for name in sent} == sent


def test_a_wrong_password_is_told(database: ClassDatabase, store: Store) -> None:
    writer = Writer(database)
    sending = StatementSender(database, writer, Store(store.endpoint, store.user, "guess"))
    sending.sent()
    sending.close()
    writer.close()

    assert sending.stopped is not None
    assert "401" in sending.stopped


def test_a_class_that_is_hosted_tells_the_store(store: Store, tmp_path: Path) -> None:
    with running(tmp_path / "server", store=store) as server:
        one = server.round()
        client = ClassClient(server.origin)
        seat = client.join(server.ready.code)
        attendance = Attendance(seat, Membership(tmp_path / "seat"), client)
        number, transcript = played(attendance, one)
        attendance.start()
        attendance.hand_in(one, number, transcript)
        for _ in range(400):
            if queue_of(server) == {"sent": 3}:
                break
            time.sleep(0.05)
        attendance.close()

        assert queue_of(server) == {"sent": 3}


def queue_of(server: Running) -> dict[str, int]:
    """How many statements are in each state."""
    with server.host.database.reading() as connection:
        return queue(connection)
