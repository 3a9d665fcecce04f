"""T14: thirty names that want to hurt the page; none runs a script, none breaks the layout."""

from __future__ import annotations

import pytest

from tests.classroom_pages import samples, trainer_samples
from tests.classroom_pages.browser import Browser
from tests.classroom_pages.names import HOSTILE
from tests.classroom_pages.stand_in import Json, StandIn

BATCHES = [HOSTILE[at : at + 8] for at in range(0, len(HOSTILE), 8)]


def hostile_rows(names: tuple[str, ...]) -> list[Json]:
    """Rows whose names and teams are hostile."""
    rows = samples.rows(len(names))
    for row, name in zip(rows, names, strict=True):
        row.update(name=name, team=name[::-1])
    return rows


def test_there_are_thirty() -> None:
    assert len(HOSTILE) == 30


@pytest.mark.parametrize("view", ["score", "stage", "team"])
def test_T14_hostile_names_on_the_board(browser: Browser, server: StandIn, view: str) -> None:
    server.say(samples.board(view=view))
    browser.open(f"{server.address}/board/tok")
    browser.until("document.querySelectorAll('.row').length")
    for names in BATCHES:
        teams = [{"rank": i + 1, "name": name, "score": 500, "count": 3} for i, name in enumerate(names)]
        title = f"{names[0]} {len(names)}"
        board = samples.session(samples.board(view=view, rows=hostile_rows(names), teams=teams), title=title)
        server.say(board)
        browser.until("document.querySelector('.row .nick').textContent === arguments[0]", names[0])
        shown = browser.run("return [...document.querySelectorAll('.row .nick')].map(e => e.textContent)")
        assert shown == list(names)
        assert browser.broken() is None
        assert browser.run("return document.scripts.length") == 1
        assert {row.size["height"] for row in browser.all(".row")} == {84}
        assert browser.spills(".row, .side, #band > *, #foot > *") == []
        lefts = browser.run(
            "return [...document.querySelectorAll('.row')].map(row => [...row.children].map("
            "cell => Math.round(cell.getBoundingClientRect().left)).join())"
        )
        ends = browser.run(
            "return [...document.querySelectorAll('.row')].every(row => "
            "row.querySelector('.figure').getBoundingClientRect().right <= row.getBoundingClientRect().right)"
        )
        assert len({line.split(",")[0] for line in lefts}) == 1
        assert ends


def test_T14_hostile_words_of_a_scenario(browser: Browser, server: StandIn) -> None:
    server.say(samples.board())
    browser.open(f"{server.address}/board/tok")
    browser.until("document.querySelectorAll('.row').length")
    for name in HOSTILE:
        said = samples.text(name, name)
        vote = samples.vote("thought")
        vote |= {"says": {"who": said, "text": said}, "thought": said, "why": said, "cues": [said]}
        for line in vote["lines"]:
            line.update(text=said, id=name)
        server.say(samples.board(vote=vote, round={**samples.ROUND, "titles": said}, notice=name))
        browser.until("document.querySelector('.line .words')?.textContent === arguments[0]", name)
        assert browser.run("return document.documentElement.scrollWidth") == 1920
        assert browser.spills(".spoken > *, #notice, #band > *") == []
    assert browser.broken() is None
    assert browser.run("return document.scripts.length") == 1


def test_T14_hostile_names_in_the_lobby_and_on_the_podium(browser: Browser, server: StandIn) -> None:
    lobby = samples.lobby(30)
    server.say(lobby)
    browser.open(f"{server.address}/board/tok")
    for at in range(0, len(HOSTILE), 4):
        few = HOSTILE[at : at + 4]
        server.say({**lobby, "arrivals": list(few)})
        browser.until("document.querySelector('.arrived .name')?.textContent === arguments[0]", few[0])
        shown = browser.run("return [...document.querySelectorAll('.arrived .name')].map(e => e.textContent)")
        assert shown == list(few)
        heights = browser.run(
            "return [...new Set([...document.querySelectorAll('.arrived li')].map(e => e.offsetHeight))]"
        )
        assert heights == [64]
        assert browser.spills(".arrived li") == []
    for names in BATCHES:
        server.say(samples.session(samples.board(rows=hostile_rows(names)), state="over", title=names[0]))
        browser.until("document.querySelector('.place .nick')?.textContent === arguments[0]", names[0])
        assert browser.spills(".place, .rest li, .thanks") == []
    assert browser.broken() is None


def test_T14_hostile_names_in_a_hand(browser: Browser, server: StandIn) -> None:
    browser.size(360, 640, phone=True)
    server.tell(samples.phone())
    browser.open(f"{server.address}/check?lang=en")
    browser.run("localStorage.setItem('rapport-seat', JSON.stringify({code: 'K7MWXR', token: 'good'}))")
    browser.open(f"{server.address}/j/K7MWXR?lang=en")
    for name in HOSTILE:
        state = samples.phone(vote=samples.vote("voting"), title=name, notice=name)
        state["seat"].update(nickname=name, team=name)
        server.tell(state)
        browser.until("document.querySelector('#head .name')?.textContent === arguments[0]", name)
        assert len(browser.all(".choice")) == 4
        assert browser.run("return document.documentElement.scrollWidth") == 360, name
        assert browser.run("return document.querySelector('#head').offsetHeight") < 80, name
    assert browser.broken() is None


def test_T14_hostile_names_on_the_trainers_page(browser: Browser, server: StandIn) -> None:
    browser.size(1280, 720)
    lobby = trainer_samples.lobby_of(30)
    for seat, name in zip(lobby["seats"], HOSTILE, strict=True):
        seat.update(nickname=name, team=name)
    lobby["session"]["title"] = HOSTILE[0]
    server.answers["/api/v1/trainer/sessions/s1"] = lobby
    browser.open(f"{server.address}/teach?lang=en#/s/s1/seats")
    browser.until("document.querySelectorAll('.seats tbody tr').length === 30")
    heights = browser.run(
        "return [...new Set([...document.querySelectorAll('.seats tbody tr')].map("
        "e => Math.round(e.getBoundingClientRect().height)))]"
    )
    assert max(heights) <= 42
    assert browser.run("return document.documentElement.scrollWidth") == 1280
    assert browser.broken() is None
