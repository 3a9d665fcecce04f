"""T13: what the board does when its stream falls silent, and how it comes back."""

from __future__ import annotations

import re
from contextlib import closing

from tests.classroom_pages import samples
from tests.classroom_pages.browser import Browser
from tests.classroom_pages.buffering import BufferingProxy
from tests.classroom_pages.stand_in import PAGES, StandIn

WAY = "document.querySelector('#foot .connection').dataset.way"


def live(browser: Browser, server: StandIn) -> None:
    """A board with its stream running."""
    server.say(samples.board())
    browser.open(f"{server.address}/board/tok?lang=en")
    browser.until(f"{WAY} === 'live' && document.querySelectorAll('.row').length === 8")


def test_T13_a_silent_stream_is_given_up_for_polling_and_taken_up_again(
    browser: Browser, server: StandIn
) -> None:
    live(browser, server)
    server.silent = True
    browser.run("window.__pace = 40")
    # A last sign of life sets the hurried clock; then the line is dead, as behind a proxy that buffers.
    server.silent = False
    server.wake()
    browser.until(f"{WAY} === 'live'")
    server.silent = True
    browser.until(f"{WAY} === 'polling'")
    assert "Asking every 2 s" in browser.text("#foot")
    rows = samples.rows()
    rows[0]["name"] = "Seen By Asking"
    server.say(samples.board(rows=rows))
    browser.until("document.querySelector('.row .nick').textContent === 'Seen By Asking'")
    assert server.most_streams == 1
    browser.run("window.__pace = 1")
    server.silent = False
    browser.run("window.__skipped = 60000")
    browser.until(f"{WAY} === 'live'")
    rows[0]["name"] = "Seen At Once"
    server.say(samples.board(rows=rows))
    browser.until("document.querySelector('.row .nick').textContent === 'Seen At Once'")


def test_unchanged_boards_are_not_sent_twice(browser: Browser, server: StandIn) -> None:
    live(browser, server)
    server.silent = True
    browser.run(
        "window.__pace = 40; window.__met = 0; const real = fetch;"
        "window.fetch = async (...all) => { const told = await real(...all);"
        "if (told.status === 304) window.__met += 1; return told; }"
    )
    server.silent = False
    server.wake()
    browser.until(f"{WAY} === 'live'")
    server.silent = True
    browser.until("window.__met > 2")
    assert browser.run(f"return {WAY}") == "polling"


def test_a_server_that_is_gone_is_named_and_the_board_stays(browser: Browser, server: StandIn) -> None:
    live(browser, server)
    server.down = True
    server.wake()
    browser.until(f"{WAY} === 'lost'")
    assert "No connection" in browser.text("#foot")
    assert len(browser.all(".row")) == 8
    server.down = False
    browser.run("window.__skipped = 60000; window.__pace = 10")
    browser.until(f"{WAY} === 'live' || {WAY} === 'polling'")


def test_a_board_needs_one_connection(browser: Browser, server: StandIn) -> None:
    live(browser, server)
    for count in range(3):
        server.say(samples.board(counts={"seats": count, "playing": 0, "finished": 0}))
        browser.until("document.querySelector('#foot b').textContent === arguments[0]", str(count))
    assert server.most_streams == 1
    assert sum(path.endswith("board.json") for path in server.asked) == 0


def test_T13_nobody_waits_for_a_silent_stream_longer_than_twenty_seconds() -> None:
    told = re.findall(r"const (\w+) = ([\d_]+);", (PAGES / "feed.js").read_text("utf-8"))
    found = {name: int(value.replace("_", "")) for name, value in told}
    assert found["FIRST_BYTE"] <= found["SILENCE"] <= 20_000
    assert found["POLL"] <= 2_000


def test_T13_behind_a_proxy_that_buffers_the_board_asks_and_says_how_old_it_is(
    browser: Browser, server: StandIn
) -> None:
    server.say(samples.board())
    hurry = browser.command("Page.addScriptToEvaluateOnNewDocument", source="window.__pace = 40")
    try:
        with closing(BufferingProxy(server.server_address[1])) as proxy:
            browser.open(f"{proxy.address}/board/tok?lang=en")
            browser.until(f"{WAY} === 'polling' && document.querySelectorAll('.row').length === 8")
            assert not proxy.letting_go.is_set()
            assert proxy.kept, "its stream lies in the proxy"
            assert re.search(r"Asking every 2 s · \d+ s old", browser.text("#foot"))
            rows = samples.rows()
            rows[0]["name"] = "Seen Through The Wall"
            server.say(samples.board(rows=rows))
            browser.until("document.querySelector('.row .nick').textContent === 'Seen Through The Wall'")
            proxy.letting_go.set()
            browser.run("window.__pace = 1; window.__skipped = 60000")
            browser.until(f"{WAY} === 'live'")
            browser.driver.get("about:blank")
    finally:
        browser.command("Page.removeScriptToEvaluateOnNewDocument", identifier=hurry["identifier"])
