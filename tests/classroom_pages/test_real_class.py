"""The pages with the real server behind them: a vote led to its end of a turn, a race frozen and revealed."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tests.classroom.conftest import played
from tests.classroom.server import Running, running
from tests.classroom_pages.browser import Browser


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Running]:
    """A server with one class that has not begun."""
    with running(tmp_path) as server:
        yield server


@pytest.fixture
def tabs(browser: Browser) -> Iterator[Browser]:
    """A browser whose further tabs are closed in the end, each without a breach of the policy."""
    yield browser
    for tab in list(browser.driver.window_handles):
        browser.go(tab)
        assert browser.violations() == []
        assert browser.faults() == []
    browser.close_tabs()


def board_of(host: Running) -> str:
    """Where the board is."""
    return host.origin + str(host.trainer("", method="GET")["session"]["board_url"])


def signed_in(browser: Browser, host: Running) -> None:
    """The trainer's page of the class."""
    browser.size(1280, 720)
    browser.open(f"{host.origin}/teach?lang=en#key={host.host.key}")
    browser.press(".session")
    browser.until("document.querySelector('.rail')")


@pytest.mark.slow
def test_a_vote_from_the_code_to_the_next_line(tabs: Browser, host: Running) -> None:
    wall = tabs.driver.current_window_handle
    tabs.open(board_of(host) + "?lang=en")
    tabs.until("document.querySelector('.lobby .code')")
    code = tabs.text(".lobby .code")

    hand = tabs.tab()
    tabs.size(360, 640, phone=True)
    tabs.open(f"{host.origin}/j/{code}?lang=en")
    tabs.run("localStorage.clear()")
    tabs.open(f"{host.origin}/j/{code}?lang=en")
    tabs.find("[name=nickname]").send_keys("Calm Heron")
    tabs.press("button.main")
    tabs.until("document.querySelector('#head .name')?.textContent === 'Calm Heron'")

    tabs.go(wall)
    tabs.until("document.querySelector('.arrived')?.textContent === 'Calm Heron'")

    desk = tabs.tab()
    signed_in(tabs, host)
    tabs.until("document.querySelector('.seats')?.textContent.includes('Calm Heron')")
    tabs.key("n")
    tabs.run("const mode = arguments[0]; mode.value = 'vote'; mode.dispatchEvent(new Event('change'))",
             tabs.find("dialog [name=mode]"))  # fmt: skip
    tabs.run("arguments[0].value = 'seven-seconds'", tabs.find("dialog [name=scenario]"))
    tabs.press("dialog button", "Begin now")
    tabs.until("document.querySelector('.rail h2').textContent === 'Seven Seconds at Reception'")

    tabs.go(hand)
    tabs.press("button.choice", "B")
    tabs.until("document.querySelector('.choice.mine .letter')?.textContent === 'B'")

    tabs.go(wall)
    tabs.until("document.querySelector('.voters b')?.textContent === '1'")
    assert tabs.run("return document.querySelector('.value')") is None

    tabs.go(desk)
    tabs.press(".tab", "Vote")
    tabs.press("[data-key=step]", "Close the vote")
    tabs.press("[data-key=step]", "Show how the room voted")
    tabs.until("document.querySelector('.phases .now')?.textContent === 'Votes'")
    # A process of its own works the values out; a busy machine takes its time.
    tabs.until("!document.querySelector('.vote-tab').textContent.includes('being worked out')", seconds=180)
    tabs.press("[data-key=step]", "Show what lines are worth")
    tabs.until("document.querySelector('.phases .now')?.textContent === 'Values'", seconds=60)

    for tab in (wall, hand):
        tabs.go(tab)
        tabs.until("document.querySelectorAll('.value .judgement').length > 1")
        assert tabs.text(".best .letter") in {"A", "B", "C", "D"}

    tabs.go(desk)
    tabs.until("document.querySelector('[data-key=step]')?.textContent.includes('Say why')")
    tabs.press("[data-key=step]", "Say why")
    tabs.press("[data-key=step]", "What she thought")
    tabs.press("[data-key=step]", "Say it and play on")
    tabs.go(wall)
    tabs.until("document.querySelector('.asking')?.textContent.includes('Turn 2')")
    tabs.go(hand)
    tabs.until(
        "document.querySelectorAll('button.choice').length > 1 && !document.querySelector('.choice.mine')"
    )


def hand_in(host: Running, round_id: str, name: str, pick: int) -> None:
    """Somebody joins, plays and hands in."""
    with httpx2.Client(base_url=host.origin, trust_env=False) as client:
        code = host.ready.code
        seat = client.post("/api/v1/join", json={"code": code, "nickname": name}).json()
        client.headers["authorization"] = f"Bearer {seat['token']}"
        begun = client.post("/api/v1/begin", json={"round": round_id}).json()
        transcript = played(begun["seed"], pick).transcript().to_json()
        body = {"round": round_id, "number": begun["number"], "transcript": transcript}
        answer = client.post("/api/v1/attempts", json=body, headers={"idempotency-key": str(uuid.uuid4())})
        assert answer.status_code == 201, answer.text


def test_a_race_is_frozen_and_revealed(tabs: Browser, host: Running) -> None:
    wall = tabs.driver.current_window_handle
    tabs.size(1920, 1080)
    tabs.open(board_of(host) + "?lang=zh")
    round_id = host.round(minutes=20)
    hand_in(host, round_id, "Alder", 0)
    tabs.until("document.querySelector('.row .nick')?.textContent === 'Alder'", seconds=60)
    host.trainer("/freeze")
    tabs.until("document.querySelector('.standings.frozen')")
    before = tabs.text(".rows")
    hand_in(host, round_id, "Birch", 1)

    desk = tabs.tab()
    signed_in(tabs, host)
    tabs.until("document.querySelectorAll('[data-key^=score-]').length === 2", seconds=60)
    tabs.go(wall)
    assert tabs.text(".rows") == before
    assert "Birch" not in tabs.text()
    assert "封榜" in tabs.text(".heading")

    tabs.go(desk)
    tabs.key("f")
    tabs.go(wall)
    tabs.until("document.querySelectorAll('.row').length === 2 && !document.querySelector('.frozen')")

    tabs.go(desk)
    tabs.press("[data-key^=score-]")
    tabs.until("document.querySelectorAll('.transcript li').length > 3")
