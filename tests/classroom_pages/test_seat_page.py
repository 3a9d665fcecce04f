"""The page in a hand: joining, voting, the reveal, and coming back after every kind of drop."""

from __future__ import annotations

import threading

import pytest

from tests.classroom_pages import samples
from tests.classroom_pages.browser import Browser
from tests.classroom_pages.stand_in import Json, StandIn

KEPT = "localStorage.setItem('rapport-seat', JSON.stringify({code: 'K7MWXR', token: 'good-token'}))"
NAMES = "/api/v1/names"
VOTES = "/api/v1/votes"


@pytest.fixture
def phone(browser: Browser, server: StandIn) -> Browser:
    """A browser as small as a phone that keeps nothing yet."""
    browser.size(360, 640, phone=True)
    server.answers[NAMES] = {"names": ["Brisk Heron", "Quiet Maple"]}
    browser.open(f"{server.address}/check?lang=en")
    browser.run("localStorage.clear()")
    return browser


def seated(phone: Browser, server: StandIn, language: str = "en", **state: object) -> None:
    """A phone that has its seat already."""
    server.tell(samples.phone(**state))
    phone.run(KEPT)
    phone.open(f"{server.address}/j/K7MWXR?lang={language}")
    phone.until("document.querySelector('#head .me')")


def mine(phase: str, line: str | None = "line-2") -> Json:
    """A vote in which this seat has voted."""
    return {**samples.vote(phase), "mine": line}


def fits(phone: Browser) -> bool:
    """Whether nothing has to be pushed sideways."""
    return bool(phone.run("return document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize(("language", "join"), [("en", "Join the class"), ("zh", "加入课堂")])
def test_join_with_the_code_of_the_link(phone: Browser, server: StandIn, language: str, join: str) -> None:
    server.tell(samples.phone(round=None, state="lobby"))
    phone.open(f"{server.address}/j/K7MWXR?lang={language}")
    phone.until("document.querySelectorAll('.names button').length === 2")
    assert fits(phone)
    assert phone.find("[name=code]").get_attribute("value") == "K7MWXR"
    phone.press(".names button", "Quiet Maple")
    phone.press("button.main", join)
    phone.until("document.querySelector('.wait')")
    assert ("/api/v1/join", {"code": "K7MWXR", "nickname": "Quiet Maple"}) in server.posted
    assert phone.run("return JSON.parse(localStorage.getItem('rapport-seat')).token") == "good-token"


def test_a_wrong_code_is_said_where_it_was_typed(phone: Browser, server: StandIn) -> None:
    phone.open(f"{server.address}/?lang=en")
    phone.find("[name=code]").send_keys("nope99")
    phone.press("button.main", "Join")
    phone.until("document.querySelector('.fault').textContent")
    assert "no open class" in phone.text(".fault")
    assert phone.run("return document.activeElement.name") == "code"


def test_a_taken_name_comes_with_others(phone: Browser, server: StandIn) -> None:
    phone.open(f"{server.address}/j/K7MWXR?lang=en")
    phone.find("[name=nickname]").send_keys("taken")
    phone.press("button.main", "Join")
    phone.until("[...document.querySelectorAll('.names button')].some(e => e.textContent === 'Taken Twice')")


def test_tables_name_their_members(phone: Browser, server: StandIn) -> None:
    server.tell(samples.phone())
    phone.open(f"{server.address}/j/K7MWXR?lang=en")
    phone.press("summary")
    phone.find("[name=team]").send_keys("Table 3")
    phone.find("[name=members]").send_keys("Ann, Bo，陈默")
    phone.find("[name=roster]").send_keys("T-17")
    phone.press("button.main", "Join")
    phone.until("document.querySelector('#head .me')")
    body = dict(server.posted)["/api/v1/join"]
    assert body["members"] == ["Ann", "Bo", "陈默"]
    assert body["team"] == "Table 3"
    assert body["roster"] == "T-17"


def test_a_seat_is_taken_over_by_a_link_that_leaves_the_address(phone: Browser, server: StandIn) -> None:
    server.tell(samples.phone())
    server.answers["/api/v1/join"] = (
        201,
        {"seat": "s", "token": "good-2", "nickname": "A", "session": server.seat},
    )
    phone.open(f"{server.address}/?lang=en&invite=once-only")
    phone.press("button", "Take this seat")
    phone.until("document.querySelector('#head .me')")
    assert ("/api/v1/join", {"invite": "once-only"}) in server.posted
    assert "once-only" not in phone.run("return location.href")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_vote_with_big_buttons(phone: Browser, server: StandIn, language: str) -> None:
    seated(phone, server, language, vote=samples.vote("voting"))
    phone.until("document.querySelectorAll('button.choice').length === 4")
    heights = phone.run("return [...document.querySelectorAll('button.choice')].map(e => e.offsetHeight)")
    assert min(heights) >= 44
    assert fits(phone)
    phone.press("button.choice", "C")
    phone.until("document.querySelector('.choice.mine .letter').textContent === 'C'")
    # It stands on the phone before it has arrived.
    assert server.heard(VOTES, {"round": "r1", "turn": 3, "line": "line-2"})
    phone.press("button.choice", "A")
    phone.until("document.querySelector('.choice.mine .letter').textContent === 'A'")
    assert server.heard(VOTES, {"round": "r1", "turn": 3, "line": "line-0"})


def test_the_line_tapped_last_is_heard_last(phone: Browser, server: StandIn) -> None:
    let_go = threading.Event()
    server.answers[VOTES] = lambda: {"late": let_go.wait(60)}
    seated(phone, server, vote=samples.vote("voting"))
    for line in "CAB":
        phone.press("button.choice", line)
    assert server.heard(VOTES, {"round": "r1", "turn": 3, "line": "line-2"})
    server.tell(samples.phone(vote=mine("voting", "line-2"), title="Somebody else"))
    phone.until("document.title.startsWith('Somebody else')")
    assert phone.text(".choice.mine .letter") == "B"
    assert len(server.posted) == 1
    let_go.set()
    assert server.heard(VOTES, {"round": "r1", "turn": 3, "line": "line-1"})
    assert len(server.posted) == 2
    assert phone.text(".choice.mine .letter") == "B"


def test_a_vote_that_does_not_get_through_is_not_shown_as_given(phone: Browser, server: StandIn) -> None:
    seated(phone, server, vote=mine("voting", "line-1"))
    phone.until("document.querySelector('.choice.mine')")
    server.answers[VOTES] = (409, {"error": "turn-closed", "message": "This vote is closed."})
    phone.press("button.choice", "C")
    phone.until("!document.querySelector('#notice').hidden")
    assert phone.text("#notice") == "This vote is closed."
    assert phone.text(".choice.mine .letter") == "B"


def test_the_reveal_comes_in_steps(phone: Browser, server: StandIn) -> None:
    seated(phone, server, vote=mine("closed"))
    phone.until("document.querySelectorAll('.choice').length === 4")
    assert phone.all("button.choice") == []
    seen = []
    for phase in ("closed", "distribution", "value", "why", "thought"):
        server.tell(samples.phone(vote=mine(phase), title=phase))
        phone.until("document.title.startsWith(arguments[0])", phase)
        said = phone.run("return document.querySelector('#room').textContent")
        yours = bool(phone.all(".choice .yours"))
        seen.append((yours, "596" in said, "She is guarded" in said, "Looking is free" in said))
        assert fits(phone)
    assert seen == [
        (False, False, False, False),
        (True, False, False, False),
        (True, True, False, False),
        (True, True, True, False),
        (True, True, True, True),
    ]


def test_the_focus_stays_where_it_was_while_others_vote(phone: Browser, server: StandIn) -> None:
    seated(phone, server, vote=samples.vote("voting"))
    phone.until("document.querySelectorAll('button.choice').length === 4")
    phone.run("document.querySelectorAll('button.choice')[2].focus()")
    server.tell(samples.phone(vote={**samples.vote("voting"), "count": 28}, title="One more"))
    phone.until("document.title.startsWith('One more')")
    assert phone.run("return document.activeElement.querySelector('.letter').textContent") == "C"


def test_a_phone_that_wakes_asks_at_once(phone: Browser, server: StandIn) -> None:
    seated(phone, server, vote=samples.vote("voting"))
    phone.until("document.querySelectorAll('button.choice').length === 4")
    before = server.asked.count("/api/v1/state")
    phone.run("document.dispatchEvent(new Event('visibilitychange'))")
    for _ in range(300):
        if server.asked.count("/api/v1/state") > before + 1:
            break
        phone.run("return new Promise(done => requestAnimationFrame(done))")
    assert server.asked.count("/api/v1/state") > before + 1


def test_own_results_are_ones_own(phone: Browser, server: StandIn) -> None:
    attempts = [
        {"id": "a", "round": "r1", "number": 1, "state": "scored", "score": 588, "passed": False},
        {"id": "b", "round": "r1", "number": 2, "state": "scored", "score": 702, "passed": True},
        {"id": "c", "round": "r1", "number": 3, "state": "received"},
    ]
    seated(phone, server, round=samples.ROUND, attempts=attempts, standing={"rank": 5, "of": 30})
    phone.until("document.querySelector('.results')")
    said = phone.text("#room")
    assert "702" in said
    assert "Place 5 of 30" in said
    assert "received" in said


def test_a_round_that_is_closed_has_no_clock(phone: Browser, server: StandIn) -> None:
    seated(phone, server, round=samples.ROUND)
    phone.until("document.querySelector('#head .left').textContent.startsWith('8:')")
    server.tell(samples.phone(round={**samples.ROUND, "state": "closed", "remaining_ms": 0}))
    phone.until("document.querySelector('#head .left').textContent === ''")


def test_a_reload_comes_back_to_the_same_seat(phone: Browser, server: StandIn) -> None:
    seated(phone, server, vote=samples.vote("voting"))
    phone.until("document.querySelectorAll('.choice').length === 4")
    phone.driver.refresh()
    phone.until("document.querySelectorAll('.choice').length === 4")
    assert not [path for path, _ in server.posted if path == "/api/v1/join"]


def test_a_lost_connection_is_said_and_mended_by_itself(phone: Browser, server: StandIn) -> None:
    seated(phone, server, vote=samples.vote("voting"))
    phone.until("document.querySelectorAll('.choice').length === 4")
    phone.run("window.__pace = 20")
    server.down = True
    server.wake()
    phone.until("!document.querySelector('#notice').hidden")
    assert "Your seat is kept" in phone.text("#notice")
    assert len(phone.all(".choice")) == 4
    server.down = False
    server.tell(samples.phone(vote=mine("closed")))
    phone.until("document.querySelector('#notice').hidden && !document.querySelector('button.choice')")


def test_whoever_was_sent_out_stands_at_the_door(phone: Browser, server: StandIn) -> None:
    server.tell(samples.phone())
    phone.run("localStorage.setItem('rapport-seat', JSON.stringify({code: 'K7MWXR', token: 'bad'}))")
    phone.open(f"{server.address}/j/K7MWXR?lang=en")
    phone.until("document.querySelector('[name=code]')")
    assert phone.text("#notice") == "This seat is not known here."
    assert phone.run("return localStorage.getItem('rapport-seat')") is None


def test_T20_the_secret_that_a_seat_is_given_at_the_end_is_kept(phone: Browser, server: StandIn) -> None:
    seated(phone, server)
    server.tell({**samples.phone(state="over"), "token": "good-after"})
    phone.until("JSON.parse(localStorage.getItem('rapport-seat')).token === 'good-after'")
    assert phone.run("return JSON.parse(localStorage.getItem('rapport-seat')).code") == "K7MWXR"
    # Another tab has been given one: this tab takes it over instead of losing the seat.
    phone.run(KEPT.replace("good-token", "good-elsewhere"))
    server.token = "good-elsewhere"
    server.tell(samples.phone(state="over", dimmed=True))  # the next question has the old one still
    server.tell(samples.phone(state="over", notice="Well done"))
    phone.until("document.querySelector('#notice').textContent === 'Well done'")
    assert phone.run("return JSON.parse(localStorage.getItem('rapport-seat')).token") == "good-elsewhere"


def test_a_dark_screen_asks_for_eyes(phone: Browser, server: StandIn) -> None:
    seated(phone, server, dimmed=True)
    phone.until("!document.querySelector('.dark').hidden")
    assert phone.text(".dark") == "Eyes up, please"


def test_the_language_can_be_changed_in_the_middle(phone: Browser, server: StandIn) -> None:
    seated(phone, server, vote=samples.vote("voting"))
    phone.until("document.querySelectorAll('.choice').length === 4")
    phone.press("#head button", "中文")
    phone.until("document.documentElement.lang === 'zh-Hans'")
    phone.until("document.querySelector('.choice').textContent.includes('林经理')")
    assert fits(phone)


def test_pictures_beside_the_code_are_tapped(phone: Browser, server: StandIn) -> None:
    nine = ["moon", "fish", "key", "leaf", "cup", "bell", "star", "boat", "house"]
    server.tell(samples.phone(round=None, state="lobby"))
    server.answers["/api/v1/join"] = (409, {"error": "emblems-needed", "message": "Look.", "emblems": nine})
    phone.open(f"{server.address}/j/K7MWXR?lang=en")
    phone.press("button.main", "Join the class")
    phone.until("document.querySelectorAll('.emblem-pad .keys button').length === 9")
    assert phone.run("return document.querySelector('.fault').textContent") == "Look."
    assert fits(phone)
    assert all(button.size["height"] >= 44 for button in phone.all(".emblem-pad .keys button"))
    del server.answers["/api/v1/join"]
    for name in ("key", "moon", "boat"):
        phone.run(f"document.querySelector('[data-emblem={name}]').click()")
    phone.until("document.querySelector('.wait')")
    assert server.posted[-1] == ("/api/v1/join", {"code": "K7MWXR", "emblems": ["key", "moon", "boat"]})


@pytest.mark.parametrize(("language", "words"), [("en", "Take your results home"), ("zh", "带走您的成绩")])
def test_the_page_to_take_home_is_there_when_the_class_is_over(
    phone: Browser, server: StandIn, language: str, words: str
) -> None:
    attempt = {"id": "a1", "round": "r1", "number": 1, "state": "scored", "score": 512, "passed": False}
    seated(phone, server, language, attempts=[attempt])
    assert phone.all("[data-key=home]") == []
    server.answers["/api/v1/take-home"] = {"url": "/check", "ready": False}
    seated(phone, server, language, state="over", attempts=[attempt])
    phone.until("document.querySelector('[data-key=home]')")
    assert fits(phone)
    phone.press("[data-key=home]", words)
    phone.until(f"location.pathname === '/check' && location.search === '?lang={language}'")
    assert ("/api/v1/take-home", {}) in server.posted
