"""The trainer's page: what it shows of a class, and what every button asks of the server."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.classroom_pages import samples, trainer_samples
from tests.classroom_pages.browser import Browser
from tests.classroom_pages.stand_in import Json, StandIn

TRAINER = "/api/v1/trainer"
CLASS = f"{TRAINER}/sessions/s1"


@pytest.fixture
def desk(browser: Browser, server: StandIn) -> Browser:
    """A trainer's screen, with a class of thirty on the server."""
    browser.size(1280, 720)
    server.say(samples.board())
    server.answers |= {
        f"{TRAINER}/scenarios": trainer_samples.SHELF,
        f"{TRAINER}/sessions": {"sessions": [trainer_samples.session_row()]},
        CLASS: trainer_samples.lobby_of(),
        f"{CLASS}/rounds/r1/picture": trainer_samples.picture(),
        f"{CLASS}/audit": {"audit": []},
    }
    return browser


def at(desk: Browser, server: StandIn, where: str, language: str = "en") -> None:
    """Open one place of the trainer's page."""
    desk.open(f"{server.address}/teach?lang={language}#{where}")
    desk.until("document.querySelector('.tab, .session-list, .login')")


def asked(server: StandIn) -> list[str]:
    """What the page asked for, without the beginning that all of it has."""
    return [path.removeprefix(CLASS + "/") for path, _ in server.posted]


def waits_for(desk: Browser, server: StandIn, path: str) -> Json:
    """The body of a request that a press should send."""
    for _ in range(200):
        for seen, body in server.posted:
            if seen.removeprefix(CLASS + "/") == path:
                return body if isinstance(body, dict) else {}
        desk.run("return new Promise(done => requestAnimationFrame(done))")
    raise AssertionError(f"never asked: {path}; only {asked(server)}")


def test_the_key_opens_the_page(desk: Browser, server: StandIn) -> None:
    classes = server.answers[f"{TRAINER}/sessions"]
    server.answers[f"{TRAINER}/sessions"] = (401, {"error": "not-trainer", "message": "Please sign in."})
    server.answers[f"{TRAINER}/login"] = (403, {"error": "wrong-key", "message": "This is not the key."})
    at(desk, server, "/")
    desk.find("[name=key]").send_keys("wrong")
    desk.press("button", "Sign in")
    desk.until("document.querySelector('.fault').textContent === 'This is not the key.'")
    server.answers |= {f"{TRAINER}/login": {"token": "t"}, f"{TRAINER}/sessions": classes}
    desk.press("button", "Sign in")
    desk.until("document.querySelector('.session-list')")


def test_a_key_in_the_address_is_used_and_taken_out_of_it(desk: Browser, server: StandIn) -> None:
    server.answers[f"{TRAINER}/login"] = {"token": "t"}
    desk.open(f"{server.address}/teach?lang=en#key=the-secret")
    desk.until("document.querySelector('.session-list')")
    assert (f"{TRAINER}/login", {"key": "the-secret"}) in server.posted
    assert "the-secret" not in desk.run("return location.href")


def test_a_new_class(desk: Browser, server: StandIn) -> None:
    at(desk, server, "/")
    server.answers[f"{TRAINER}/sessions"] = (201, trainer_samples.session_row())
    desk.find("[name=title]").send_keys("Spring")
    desk.run("const s = document.querySelector('[name=run_sheet]'); s.value = 'half-day';"
             "s.dispatchEvent(new Event('change'))")  # fmt: skip
    assert "Seven Seconds at Reception" in desk.text(".sheet-preview")
    desk.find("[name=teams]").send_keys("East, West")
    desk.press("button", "Open the class")
    desk.until("location.hash === '#/s/s1'")
    body = dict(server.posted)[f"{TRAINER}/sessions"]
    assert body["title"] == "Spring"
    assert body["run_sheet"] == "half-day"
    assert body["teams"] == ["East", "West"]
    assert body["late"] is True


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_nothing_is_cut_off(desk: Browser, server: StandIn, language: str, size: tuple[int, int]) -> None:
    desk.size(*size)
    for tab in ("seats", "picture", "vote", "board", "after"):
        at(desk, server, f"/s/s1/{tab}", language)
        assert desk.run("return document.documentElement.scrollWidth") == size[0], tab
        assert desk.spills("#head > *, .tab, .tools button") == [], tab
        cut = desk.run(
            "return [...document.querySelectorAll('.work button, .rail button')]"
            ".filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)"
        )
        assert cut == [], tab


def test_thirty_seats_and_how_far_they_are(desk: Browser, server: StandIn) -> None:
    at(desk, server, "/s/s1/seats")
    assert len(desk.all(".seats tbody tr")) == 30
    assert "playing, turn" in desk.text(".seats")
    assert "too fast" in desk.text(".seats")
    desk.press(".filters button", "Finished")
    desk.until("document.querySelectorAll('.seats tbody tr').length === 20")


def test_send_out_and_undo(desk: Browser, server: StandIn) -> None:
    at(desk, server, "/s/s1/seats")
    desk.run("document.querySelector('.menu').open = true")
    desk.press(".menu button", "Send out")
    waits_for(desk, server, "seats/seat-0/kick")
    desk.press("#toast button", "Undo")
    waits_for(desk, server, "seats/seat-0/restore")


def test_a_menu_closes_with_escape_and_when_something_else_is_pressed(desk: Browser, server: StandIn) -> None:
    at(desk, server, "/s/s1/seats")
    opened = "[...document.querySelectorAll('.menu')].filter(menu => menu.open).length"
    desk.run(
        "document.querySelectorAll('.menu')[1].open = true; document.querySelector('.menu button').focus()"
    )
    desk.run("document.querySelectorAll('.menu')[1].querySelector('button').focus()")
    desk.run("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))")
    assert desk.run(f"return {opened}") == 0
    assert desk.run("return document.activeElement.dataset.key") == "more-seat-1"
    desk.run("document.querySelectorAll('.menu')[1].open = true")
    desk.run("document.querySelector('.seats thead').click()")
    assert desk.run(f"return {opened}") == 0
    assert asked(server) == []


def test_rename(desk: Browser, server: StandIn) -> None:
    at(desk, server, "/s/s1/seats")
    desk.run("document.querySelector('.menu').open = true")
    desk.press(".menu button", "Name and team")
    field = desk.find("dialog [name=nickname]")
    field.clear()
    field.send_keys("Calm Heron")
    desk.press("dialog button", "Change")
    assert waits_for(desk, server, "seats/seat-0/rename") == {"nickname": "Calm Heron"}


def test_those_who_wait_are_let_in_at_once(desk: Browser, server: StandIn) -> None:
    lobby = trainer_samples.lobby_of()
    for seat in lobby["seats"][:3]:
        seat["state"] = "waiting"
    server.answers[CLASS] = lobby
    at(desk, server, "/s/s1/seats")
    assert desk.text(".badge") == "3"
    desk.press("button", "Let all in")
    waits_for(desk, server, "seats/approve")
    desk.press("button", "Remove all who wait")
    waits_for(desk, server, "seats/remove-unapproved")


@pytest.mark.parametrize(
    ("key", "path"),
    [("n", "next"), ("p", "rounds/r1/pause"), ("e", "rounds/r1/extend"), ("d", "dim"), ("f", "freeze")],
)
def test_one_key_each(desk: Browser, server: StandIn, key: str, path: str) -> None:
    at(desk, server, "/s/s1/seats")
    desk.until("document.querySelectorAll('.seats tbody tr').length === 30")
    desk.key(key)
    waits_for(desk, server, path)


def test_keys_are_letters_while_somebody_types(desk: Browser, server: StandIn) -> None:
    at(desk, server, "/s/s1/board")
    desk.find("[name=notice]").send_keys("find page end dim")
    assert server.posted == []
    desk.press("button", "Show it")
    assert waits_for(desk, server, "notice") == {"text": "find page end dim"}


def test_what_is_typed_survives_the_next_snapshot(desk: Browser, server: StandIn) -> None:
    at(desk, server, "/s/s1/board")
    desk.find("[name=notice]").send_keys("half a sen")
    server.lobby = trainer_samples.lobby_of(session=trainer_samples.session_row(title="Moved on"))
    server.wake()
    desk.until("document.querySelector('#head .title').textContent === 'Moved on'")
    assert desk.find("[name=notice]").get_attribute("value") == "half a sen"


def test_the_next_row_is_on_the_button(desk: Browser, server: StandIn) -> None:
    at(desk, server, "/s/s1/seats")
    desk.until("document.querySelector('.rail').textContent.includes('Next: Price on the Table')")
    assert "Seven Seconds at Reception" in desk.text(".rail h2")


def test_from_a_bar_to_the_conversation(desk: Browser, server: StandIn) -> None:
    server.answers[f"{CLASS}/attempts/attempt-1-1/transcript"] = {
        "attempt": "attempt-1-1",
        "seat": {"id": "seat-1", "nickname": "Quiet Maple"},
        "number": 1,
        "state": "scored",
        "mark": {"score": 825, "stage": 3},
        "spoken": [{"line": f"line-{place}", "text": line} for place, line in enumerate(samples.LINES)],
    }
    at(desk, server, "/s/s1/picture")
    desk.until("document.querySelectorAll('.moment').length === 2")
    assert "+22" in desk.text(".figures")
    assert desk.run("return document.querySelectorAll('.funnel li').length") == 5
    desk.press(".moment .said button", "That copier")
    desk.press("dialog button", "Quiet Maple")
    desk.until("document.querySelector('.transcript')")
    assert "That copier jammed" in desk.text(".transcript .here")


def test_a_moment_goes_on_the_board(desk: Browser, server: StandIn) -> None:
    at(desk, server, "/s/s1/picture")
    desk.press(".moment button", "Show on the board")
    assert waits_for(desk, server, "discussion")["beat"] == "beat-0"


def test_a_vote_is_led_step_by_step(desk: Browser, server: StandIn) -> None:
    rounds = [{**samples.ROUND, "mode": "vote", "settings": {}, "finished": 0}]
    steps = (("voting", "close"), ("closed", "distribution"), ("distribution", "value"), ("value", "why"),
             ("why", "thought"), ("thought", "say"))  # fmt: skip
    for phase, verb in steps:
        server.answers[CLASS] = trainer_samples.lobby_of(rounds=rounds, vote=samples.vote(phase))
        at(desk, server, "/s/s1/vote")
        desk.press("[data-key=step]")
        waits_for(desk, server, f"rounds/r1/vote/{verb}")
    desk.press(".said button", "Sorry")
    said = len(server.posted)
    desk.press("[data-key=step]", "Say B")
    desk.until("!document.body.hasAttribute('data-busy')")
    assert server.posted[said:] == [(f"{CLASS}/rounds/r1/vote/say", {"line": "line-1"})]


def test_a_show_of_hands(desk: Browser, server: StandIn) -> None:
    rounds = [{**samples.ROUND, "mode": "vote", "settings": {}, "finished": 0}]
    server.answers[CLASS] = trainer_samples.lobby_of(rounds=rounds, vote=samples.vote("voting"))
    at(desk, server, "/s/s1/vote")
    desk.find(".hands [name=A]").send_keys("12")
    desk.find(".hands [name=D]").send_keys("7")
    desk.press(".hands button", "Count")
    assert waits_for(desk, server, "rounds/r1/vote/hands") == {"hands": {"A": 12, "D": 7}}


def test_files_to_take_along(desk: Browser, server: StandIn) -> None:
    at(desk, server, "/s/s1/after")
    links = desk.run("return [...document.querySelectorAll('.files a')].map(e => e.getAttribute('href'))")
    for kind in ("csv", "xlsx", "jsonl", "moodle.csv", "html"):
        for board in ("full", "public"):
            assert f"{CLASS}/export.{kind}?board={board}&lang=en" in links


def test_closing_is_asked_first(desk: Browser, server: StandIn) -> None:
    at(desk, server, "/s/s1/seats")
    desk.press(".rail button", "Close the class")
    desk.until("document.querySelector('dialog[open]')")
    assert "close" not in asked(server)
    desk.press("dialog button.main", "Close the class")
    waits_for(desk, server, "close")


def test_the_self_check(desk: Browser, server: StandIn) -> None:
    server.answers["/api/v1/hello"] = {"rapport": "1", "protocol": 1, "installation": "i", "time": 0}
    desk.size(360, 640, phone=True)
    desk.open(f"{server.address}/check?lang=zh")
    desk.until("document.querySelectorAll('.findings li').length >= 2")
    assert "这个浏览器能连上服务器" in desk.text()
    assert desk.run("return document.documentElement.scrollWidth") == 360


def test_a_class_list_is_handed_over_as_a_file(desk: Browser, server: StandIn, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("key,name,team\n17,Ann,East\n", encoding="utf-8")
    server.answers[f"{CLASS}/roster-file"] = {"entries": 1}
    at(desk, server, "/s/s1/board")
    desk.find("[name=roster]").send_keys(str(path))
    desk.until("document.querySelector('#toast').textContent.includes('1 people')")
    assert (f"{CLASS}/roster-file", path.read_text("utf-8")) in server.posted


def test_a_person_is_forgotten_only_after_a_question(desk: Browser, server: StandIn) -> None:
    at(desk, server, "/s/s1/seats")
    desk.run("document.querySelector('.menu').open = true")
    desk.press(".menu button", "What is kept")
    link = desk.find("dialog a").get_attribute("href")
    assert link is not None
    assert link.endswith("/seats/seat-0/person")
    desk.press("dialog button", "Forget this person")
    desk.until("document.querySelector('dialog')?.textContent.includes('cannot be undone')")
    assert asked(server) == []
    desk.press("dialog button.main", "Forget")
    waits_for(desk, server, "seats/seat-0/erase")


def test_a_class_without_a_plan_takes_one(desk: Browser, server: StandIn) -> None:
    server.answers[CLASS] = trainer_samples.lobby_of(
        session=trainer_samples.session_row(run_sheet=[], step=0)
    )
    at(desk, server, "/s/s1/seats")
    desk.press(".rail button", "Take a plan")
    desk.press("dialog button", "Half a day")
    assert waits_for(desk, server, "run-sheet") == {"rows": "half-day"}


def test_the_last_step_is_taken_back_and_it_is_said_which(desk: Browser, server: StandIn) -> None:
    at(desk, server, "/s/s1/seats")
    server.answers[f"{CLASS}/undo"] = {"undone": "dimmed", "detail": {}, "said": "All dimmed."}
    desk.press(".tools button", "Undo (Z)")
    desk.until("document.querySelector('#toast').textContent === 'Taken back: All dimmed.'")
    server.answers[f"{CLASS}/undo"] = {"undone": "frozen", "detail": {}, "said": "Frozen."}
    desk.run("document.querySelector('.tools button').blur()")
    desk.run("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'z', bubbles: true}))")
    desk.until("document.querySelector('#toast').textContent === 'Taken back: Frozen.'")
    server.answers[f"{CLASS}/undo"] = (409, {"error": "nothing-to-undo", "message": "Nothing."})
    desk.press(".tools button", "Undo (Z)")
    desk.until("document.querySelector('#alert').textContent === 'Nothing.'")
    assert asked(server) == ["undo"] * 3


def test_pressed_again_before_the_answer_it_counts_once(desk: Browser, server: StandIn) -> None:
    at(desk, server, "/s/s1/seats")
    let_go = threading.Event()
    server.answers[f"{CLASS}/next"] = lambda: (
        let_go.wait(60) and (409, {"error": "x", "message": "Too late."})
    )
    desk.press(".rail button", "Next")
    desk.press(".rail button", "Next")
    desk.key("n")
    server.answers[f"{CLASS}/freeze"] = (409, {"error": "x", "message": "It is frozen."})
    desk.key("f")
    desk.until("document.querySelector('#alert').textContent === 'It is frozen.'")
    assert asked(server) == ["next", "freeze"]
    let_go.set()
    desk.until("document.querySelector('#alert').textContent === 'Too late.'")
    server.answers[f"{CLASS}/next"] = {}
    desk.until("!document.body.hasAttribute('data-busy')")
    desk.key("n")
    desk.until("document.querySelector('#alert').hidden")
    assert asked(server) == ["next", "freeze", "next"]


def test_a_late_answer_takes_no_refusal_away(desk: Browser, server: StandIn) -> None:
    at(desk, server, "/s/s1/seats")
    let_go = threading.Event()
    server.answers[f"{CLASS}/dim"] = lambda: {"late": let_go.wait(60)}
    server.answers[f"{CLASS}/freeze"] = (409, {"error": "x", "message": "It is frozen."})
    desk.key("d")
    desk.key("f")
    desk.until("document.querySelector('#alert').textContent === 'It is frozen.'")
    let_go.set()
    desk.until("!document.body.hasAttribute('data-busy')")
    assert desk.text("#alert") == "It is frozen."


def test_pages_to_take_home_fill_up_while_one_looks(desk: Browser, server: StandIn) -> None:
    server.answers[f"{CLASS}/take-home"] = {"pages": 30, "conversations": 60, "waiting": 20}
    server.answers[f"{CLASS}/audit"] = {
        "audit": [{"seq": 1, "at": 0, "who": "trainer", "what": "frozen", "said": "The board was frozen."}]
    }
    at(desk, server, "/s/s1/after")
    desk.until("document.querySelector('.after-tab')?.textContent.includes('40 of 60')")
    assert "take-home.zip?lang=en" in desk.run(
        "return [...document.querySelectorAll('a')].map(a => a.href).join(' ')"
    )
    assert "The board was frozen." in desk.run("return document.querySelector('.audit').textContent")
    server.answers[f"{CLASS}/take-home"] = {"pages": 30, "conversations": 60, "waiting": 0}
    desk.until("document.querySelector('.after-tab').textContent.includes('All conversations')", seconds=15)


def test_a_round_before_the_course_is_an_exam(desk: Browser, server: StandIn) -> None:
    server.answers[CLASS] = trainer_samples.lobby_of(
        session=trainer_samples.session_row(run_sheet=[], step=0)
    )
    at(desk, server, "/s/s1/seats")
    desk.press(".rail button", "New round")
    desk.until("document.querySelector('dialog [name=part]')")
    desk.run(
        "const s = document.querySelector('dialog [name=part]'); s.value = 'before';"
        "s.dispatchEvent(new Event('change'))"
    )
    assert desk.run("return document.querySelector('dialog [name=mode]').value") == "exam"
    desk.press("dialog button", "Begin now")
    body = waits_for(desk, server, "rounds")
    assert (body["part"], body["mode"]) == ("before", "exam")
