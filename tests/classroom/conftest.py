"""A class with everything real but the network: database, writer, marking, application."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.testclient import TestClient

from game.classroom.application import application
from game.classroom.house import ClassHouse
from game.classroom.limits import Guesses
from game.content.loading import load_scenario
from game.engine.conversation import Conversation, Step
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from game.records.class_database import ClassDatabase
from game.records.class_writer import Writer
from tests.engines import ENGINES, database_of

KEY = "the-key-of-this-test-installation"
SCENARIO = "seven-seconds"


@cache
def scenario(name: str = SCENARIO) -> Scenario:
    loaded = load_scenario(name)
    assert loaded.scenario is not None
    return loaded.scenario


@cache
def rules(name: str = SCENARIO) -> Rules:
    return Rules(scenario(name))


def played(seed: int, pick: int = 0, took: int | None = 40, name: str = SCENARIO) -> Conversation:
    """A whole conversation; `pick` says which line on offer is said."""
    conversation = Conversation.begin(scenario(name), seed, rules=rules(name))
    turn = 0
    while conversation.outcome is None:
        offers = sorted(line.id for line in conversation.offers())
        step = conversation.say(offers[(pick + turn * (pick > 3)) % len(offers)], took)
        assert isinstance(step, Step)
        conversation, turn = step.conversation, turn + 1
    return conversation


@dataclass
class SeatClient:
    """One trainee."""

    http: TestClient
    seat: str
    token: str
    name: str

    @property
    def head(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.token}"}

    def state(self) -> dict[str, Any]:
        found = self.http.get("/api/v1/state", headers=self.head)
        assert found.status_code == 200, found.text
        return dict(found.json())

    def begin(self, round_id: str) -> httpx2.Response:
        return self.http.post("/api/v1/begin", json={"round": round_id}, headers=self.head)

    def hand_in(
        self, round_id: str, number: int, transcript: dict[str, Any], key: str = ""
    ) -> httpx2.Response:
        body = {"round": round_id, "number": number, "transcript": transcript}
        return self.http.post(
            "/api/v1/attempts", json=body, headers={**self.head, "idempotency-key": key or str(uuid.uuid4())}
        )

    def play(self, round_id: str, pick: int = 0, took: int | None = 40) -> dict[str, Any]:
        """Begin, play, hand in, and wait for the mark."""
        begun = self.begin(round_id)
        assert begun.status_code == 200, begun.text
        conversation = played(begun.json()["seed"], pick, took)
        handed = self.hand_in(round_id, begun.json()["number"], conversation.transcript().to_json())
        assert handed.status_code == 201, handed.text
        return self.marked(handed.json()["attempt"])

    def marked(self, attempt: str) -> dict[str, Any]:
        for _ in range(400):
            found = self.http.get(f"/api/v1/attempts/{attempt}", headers=self.head)
            if found.json()["state"] != "received":
                return dict(found.json())
            time.sleep(0.02)
        raise AssertionError("never marked")


@dataclass
class Class:
    """A class and its trainer."""

    http: TestClient
    house: ClassHouse
    made: dict[str, Any]
    folder: Path
    where: Path | str

    head = {"authorization": f"Bearer {KEY}"}  # noqa: RUF012

    @property
    def id(self) -> str:
        return str(self.made["id"])

    @property
    def base(self) -> str:
        return f"/api/v1/trainer/sessions/{self.id}"

    def post(self, path: str, body: dict[str, Any] | None = None) -> httpx2.Response:
        return self.http.post(f"{self.base}/{path}", json=body or {}, headers=self.head)

    def done(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        found = self.post(path, body)
        assert found.status_code < 300, found.text
        return dict(found.json())

    def get(self, path: str = "") -> dict[str, Any]:
        found = self.http.get(self.base + (f"/{path}" if path else ""), headers=self.head)
        assert found.status_code == 200, found.text
        return dict(found.json())

    def round(self, **values: Any) -> dict[str, Any]:
        return self.done("rounds", {"scenario": SCENARIO, "open": True, **values})

    def join(self, name: str | None = None, **values: Any) -> SeatClient:
        body = {"code": self.made["code"], **values}
        if name is not None:
            body["nickname"] = name
        found = self.http.post("/api/v1/join", json=body)
        assert found.status_code == 201, found.text
        told = found.json()
        return SeatClient(self.http, told["seat"], told["token"], told["nickname"])

    def board(self) -> dict[str, Any]:
        """The board as it stands; drawn now, without waiting for the painter."""
        from game.classroom import board

        room = self.house.room(self.id)
        board.draw(self.house, room)
        found = self.http.get(self.made["board_url"] + "/board.json")
        assert found.status_code == 200
        return dict(found.json())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture(params=ENGINES)
def where(request: pytest.FixtureRequest, folder: Path) -> Path | str:
    """The database of the class, on either engine; a module that is tried on one of them brings its own."""
    return database_of(request, folder)


def server(where: Path | str, processes: int = -1) -> tuple[ClassHouse, Any]:
    """A house and its application on a database, or on one in a folder."""
    if isinstance(where, Path) and where.is_dir():
        where /= "classes.sqlite"
    database = ClassDatabase(where)
    house = ClassHouse(database, Writer(database), KEY, origin="http://10.0.0.5:8765")
    return house, application(house, {"testserver"}, processes)


@pytest.fixture
def room(folder: Path, where: Path | str) -> Iterator[Class]:
    """A class in its lobby."""
    house, app = server(where)
    with TestClient(app) as http:
        house.guesses = Guesses()
        made = http.post(
            "/api/v1/trainer/sessions",
            json={"title": "Onboarding", "language": "en"},
            headers={"authorization": f"Bearer {KEY}"},
        )
        assert made.status_code == 201, made.text
        yield Class(http, house, made.json(), folder, where)
    house.writer.close()
    house.database.close()
