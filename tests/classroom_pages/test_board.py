"""The board on the projector, in a real browser: readable at ten metres, moving only when it may."""

from __future__ import annotations

import pytest

from tests.classroom_pages import names, samples
from tests.classroom_pages.browser import Browser
from tests.classroom_pages.stand_in import Json, StandIn

LEAST_TEXT = 40
STATES: dict[str, Json] = {
    "empty lobby": samples.lobby(0),
    "full lobby": samples.lobby(30),
    "score": samples.board(),
    "stage": samples.board(view="stage"),
    "insight": samples.board(view="insight"),
    "team": samples.board(view="team"),
    "frozen": samples.board(frozen=True, counts=None),
    "nothing yet": samples.board(rows=[]),
    "paused": samples.session(samples.board(), state="paused"),
    "dimmed": samples.board(dimmed=True),
    "voting": samples.board(vote=samples.vote("voting")),
    "distribution": samples.board(vote=samples.vote("distribution")),
    "value": samples.board(vote=samples.vote("value")),
    "why": samples.board(vote=samples.vote("why")),
    "thought": samples.board(vote=samples.vote("thought")),
    "long voting": samples.board(vote=samples.long_vote("voting")),
    "long value": samples.board(vote=samples.long_vote("value")),
    "long why": samples.board(vote=samples.long_vote("why")),
    "long thought": samples.board(vote=samples.long_vote("thought")),
    "two lines": samples.board(vote={**samples.vote("voting"), "lines": samples.vote("voting")["lines"][:2]}),
    "one line": samples.board(vote={**samples.vote("voting"), "lines": samples.vote("voting")["lines"][:1]}),
    "talk over": samples.board(vote={**samples.vote("over"), "lines": [], "ending": samples.LINES[1]}),
    "after the vote": samples.board(vote=samples.vote("over")),
    "over": samples.session(samples.board(), state="over"),
}
PARTS = "#band > *, #foot > *, .row, .side, .line, .bubble, .panel, .door, .place, .rest li, .voters, .asking"


def show(browser: Browser, server: StandIn, board: Json) -> None:
    """Open the board and wait for its first picture."""
    server.say(board)
    browser.open(f"{server.address}/board/tok")
    browser.until("document.body.dataset.scene")


@pytest.mark.parametrize(
    ("language", "face"), [("en", ""), ("zh", ""), ("en", "DejaVu Sans"), ("en", "Noto Sans CJK SC")]
)
def test_every_scene_can_be_read_at_ten_metres(
    browser: Browser, server: StandIn, language: str, face: str
) -> None:
    """Also where a machine has nothing but wide letters."""
    show(browser, server, samples.board(language=language))
    if face:
        browser.run("document.documentElement.style.setProperty('--face', arguments[0])", face)
    for name, board in STATES.items():
        server.say(
            {**board, "language": language, "motion": False, "session": {**board["session"], "title": name}}
        )
        browser.until("document.title.startsWith(arguments[0] + ' ')", name)
        size, words = browser.smallest_text()
        assert size >= LEAST_TEXT, f"{name}: {words!r} at {size} px"
        assert browser.spills(PARTS) == [], name
        assert browser.run("return document.documentElement.scrollWidth <= innerWidth"), name
        assert browser.run("return document.documentElement.scrollHeight <= innerHeight"), name
        cut = browser.run(
            "return [...document.querySelectorAll('.line .words, .bubble, .panel, .side, .asking')]"
            ".filter(e => e.scrollHeight > e.clientHeight + 2).map(e => e.className)"
        )
        assert cut == [], name


def test_the_code_is_as_large_as_promised(browser: Browser, server: StandIn) -> None:
    show(browser, server, samples.board())
    assert browser.run("return getComputedStyle(document.querySelector('#band .code')).fontSize") == "140px"
    assert browser.text("#band .host") == "192.168.1.20:8000"
    browser.until("document.querySelector('#band .qr').naturalWidth > 0")


def test_an_empty_class_is_a_picture_of_its_own(browser: Browser, server: StandIn) -> None:
    show(browser, server, samples.lobby(0))
    assert "K7MWXR" in browser.text(".lobby .code")
    assert (
        float(
            browser.run(
                "return parseFloat(getComputedStyle(document.querySelector('.lobby .code')).fontSize)"
            )
        )
        > 200
    )
    assert "Be the first" in browser.text(".people")
    server.say(samples.lobby(3))
    browser.until("document.querySelectorAll('.arrived li').length === 3")
    assert "3 are here" in browser.text(".people")


def test_rounds_that_are_added_up_are_said_and_drawn_to_scale(browser: Browser, server: StandIn) -> None:
    rows = samples.rows()
    rows[0]["score"], rows[1]["score"] = 1500, 750
    show(browser, server, samples.board(rows=rows, counted=2, motion=False))
    assert browser.text(".heading .about") == "2 rounds together"
    shares = browser.run("return [...document.querySelectorAll('.row .bar')].map(e =>"
                         " Number(e.style.getPropertyValue('--share')))")  # fmt: skip
    assert shares[:2] == [0.75, 0.375]


def test_a_round_that_is_closed_has_no_clock(browser: Browser, server: StandIn) -> None:
    closed = {**samples.ROUND, "state": "closed", "remaining_ms": 0}
    vote = {**samples.vote("over"), "lines": []}
    show(browser, server, samples.board(round=closed, remaining_ms=0, vote=vote))
    assert not browser.run("return document.querySelector('#band .time').checkVisibility()")
    assert "The round is closed" in browser.text(".side")
    server.say(samples.board(round=closed, remaining_ms=0, vote=vote, frozen=True, counts=None))
    browser.until("document.querySelector('.side').textContent.includes('Frozen')")


def test_names_that_find_no_room_are_counted(browser: Browser, server: StandIn) -> None:
    long = [f"{number:02}春风十里不如您手里这份报价单" for number in range(30)]
    show(browser, server, {**samples.lobby(30), "arrivals": long, "motion": False})
    browser.until("document.querySelector('.arrived .more')")
    shown = browser.run("return [...document.querySelectorAll('.arrived li')].map(e => e.textContent)")
    assert shown[:-1] == long[: len(shown) - 1]
    assert shown[-1] == f"and {30 - len(shown) + 1} more"
    assert 0 < len(shown) < 18
    floor = "return document.querySelector('.arrived').getBoundingClientRect().bottom"
    lowest = "return document.querySelector('.arrived .more').getBoundingClientRect().bottom"
    assert browser.run(lowest) <= browser.run(floor) + 1
    assert browser.run("return [...document.querySelectorAll('.arrived .name')]"
                       ".filter(e => e.scrollWidth > e.clientWidth + 1).length") == 0  # fmt: skip


def test_thirty_seats_show_eight_names(browser: Browser, server: StandIn) -> None:
    show(browser, server, samples.board())
    browser.until("!document.getAnimations().length")
    assert [row.text for row in browser.all(".row .nick")] == list(names.NAMES[:8])
    assert not any(name in browser.text() for name in names.NAMES[8:])
    assert [row.text for row in browser.all(".row .rank")] == ["1", "2", "2", "4", "5", "6", "7", "8"]
    assert {row.size["height"] for row in browser.all(".row")} == {84}
    assert "30 seats" in browser.text("#foot")


def test_rows_move_when_ranks_change(browser: Browser, server: StandIn) -> None:
    show(browser, server, samples.board())
    browser.until("document.querySelectorAll('.row').length === 8")
    browser.until("!document.querySelector('.rows').getAnimations({subtree: true}).length")
    browser.run("window.__first = document.querySelector('.row')")
    rows = samples.rows()
    rows[0], rows[7] = rows[7], rows[0]
    server.say(samples.board(rows=rows))
    browser.until("document.querySelector('.rows').getAnimations({subtree: true}).length > 0")
    assert browser.run("return window.__first === document.querySelectorAll('.row')[7]")


@pytest.mark.parametrize("why", ["the trainer", "the machine"])
def test_nothing_moves_where_rest_was_asked_for(browser: Browser, server: StandIn, why: str) -> None:
    browser.rest(why == "the machine")
    motion = why != "the trainer"
    show(browser, server, samples.board(motion=motion))
    server.say(samples.board(rows=list(reversed(samples.rows())), motion=motion))
    browser.until("document.querySelector('.row .nick').textContent === arguments[0]", names.NAMES[7])
    assert browser.run("return document.getAnimations().length") == 0


@pytest.mark.parametrize(("language", "word"), [("en", "Frozen"), ("zh", "封榜")])
def test_frost_lies_over_a_frozen_board(browser: Browser, server: StandIn, language: str, word: str) -> None:
    show(browser, server, samples.board(language=language, frozen=True, counts=None))
    assert word in browser.text(".heading")
    assert word in browser.text(".side")
    browser.until("getComputedStyle(document.querySelector('.rime')).opacity === '1'")
    assert browser.all("#foot .count") == []
    server.say(samples.board(language=language))
    browser.until("getComputedStyle(document.querySelector('.rime')).opacity === '0'")
    assert word not in browser.text(".standings")


def test_a_vote_is_revealed_step_by_step(browser: Browser, server: StandIn) -> None:
    show(browser, server, samples.board(vote=samples.vote("voting")))
    lines = browser.text(".lines")
    assert "That copier jammed twice" in lines
    assert browser.text(".voters b") == "27"
    seen = []
    for phase in samples.PHASES[:-1]:
        server.say(samples.board(vote=samples.vote(phase)))
        browser.until("document.querySelector('.question').dataset.phase === arguments[0]", phase)
        said = browser.text(".question")
        seen.append(("596" in said, "\n11" in said, "She is guarded" in said, "Looking is free" in said))
    assert seen == [
        (False, False, False, False),
        (False, False, False, False),
        (False, True, False, False),
        (True, True, False, False),
        (True, True, True, False),
        (True, True, False, True),
    ]


def test_values_are_not_shown_early_even_when_they_are_sent(browser: Browser, server: StandIn) -> None:
    early = {**samples.vote("thought"), "phase": "voting"}
    show(browser, server, samples.board(vote=early))
    said = browser.run("return document.querySelector('.question').textContent")
    for secret in ("596", "412", "She is guarded", "Looking is free"):
        assert secret not in said


def test_no_more_signs_than_can_be_read(browser: Browser, server: StandIn) -> None:
    cues = [samples.text("amused", "好笑"), *(samples.text(f"Sign {n}.", f"第{n}处。") for n in range(5))]
    show(browser, server, samples.board(vote={**samples.vote("voting"), "cues": cues}))
    assert browser.text(".cue") == "Sign 0. Sign 1."


def test_a_moment_can_be_discussed(browser: Browser, server: StandIn) -> None:
    show(browser, server, samples.board(discussion={**samples.vote("value"), "phase": None}))
    assert "596" in browser.text(".question")
    server.say(samples.board())
    browser.until("document.body.dataset.scene === 'standings'")


def test_a_dark_board_asks_for_eyes(browser: Browser, server: StandIn) -> None:
    show(browser, server, samples.board(dimmed=True, language="zh"))
    browser.until("!document.querySelector('#curtain').hidden")
    assert "请看前面" in browser.text("#curtain")
    server.say(samples.board(language="zh"))
    browser.until("document.querySelector('#curtain').hidden")


def test_a_sentence_for_every_screen(browser: Browser, server: StandIn) -> None:
    show(browser, server, samples.board(notice="Coffee until ten past. " * 12))
    browser.until("!document.querySelector('#notice').hidden")
    assert browser.spills("#notice, .connection") == []
    edge = "return document.querySelector(arguments[0]).getBoundingClientRect()[arguments[1]]"
    assert browser.run(edge, "#notice", "right") < browser.run(edge, ".connection", "left")
    server.say(samples.board(notice=""))
    browser.until("document.querySelector('#notice').hidden")


def test_both_palettes(browser: Browser, server: StandIn) -> None:
    show(browser, server, samples.board())
    ground = "return getComputedStyle(document.body).backgroundColor"
    assert browser.run(ground) == "rgb(18, 24, 27)"
    server.say(samples.board(theme="paper"))
    browser.until("document.documentElement.dataset.theme === 'day'")
    assert browser.run(ground) == "rgb(244, 238, 226)"


def test_a_class_that_is_over_has_a_podium(browser: Browser, server: StandIn) -> None:
    show(browser, server, samples.session(samples.board(), state="over"))
    assert len(browser.all(".place")) == 3
    assert len(browser.all(".rest li")) == 5
    assert "K7MWXR" not in browser.text()
    first, second, tied = (block.size["height"] for block in browser.all(".place .block"))
    assert first > second == tied


def test_four_teams_fill_the_wall(browser: Browser, server: StandIn) -> None:
    show(browser, server, samples.board(view="team"))
    assert {row.size["height"] for row in browser.all(".row")} == {132}
