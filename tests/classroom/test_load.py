"""Small loads with their ledgers: nothing acknowledged is lost or twice, though the server is killed (T9)."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tools.load.bursts import burst
from tools.load.careless import lost
from tools.load.class_of_thirty import day
from tools.load.crashes import crashed
from tools.load.stage import ROOT, Server, class_of, hung_up
from tools.load.targets import TARGETS, Wish

pytestmark = pytest.mark.slow


def test_a_class_hands_in_at_once_and_the_board_is_a_recount(tmp_path: Path) -> None:
    server = Server(tmp_path)
    server.start()

    async def everybody() -> None:
        trainees = await class_of(server, 30)
        found = await burst(server, trainees, walls=2)
        await hung_up(trainees)
        assert found.errors == 0
        assert found.faults == []
        assert found.lags

    try:
        asyncio.run(everybody())
    finally:
        server.stop()


def test_T09_a_server_that_is_killed_has_lost_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    server = Server(tmp_path)
    server.start()
    try:
        found = asyncio.run(crashed(server, 12, 2))
        assert found.faults == []
        assert found.sent == 24
    finally:
        server.stop()


def test_a_careless_store_loses_some_of_the_same_load() -> None:
    assert asyncio.run(lost(500)) > 0


def test_three_real_desks_from_join_to_export(tmp_path: Path) -> None:
    """Two rounds, one of the desks killed in between; what they noted is what is shown and exported."""
    server = Server(tmp_path)
    server.start()
    try:
        found = asyncio.run(day(server, tmp_path, 3))
    finally:
        server.stop()
    assert found.faults == []
    assert found.killed == 1


@pytest.mark.parametrize("name", ["joins", "viewers", "restart", "history", "guards"])
def test_a_target_in_little_keeps_its_limits_of_what_may_be_lost(name: str) -> None:
    figures, faults = asyncio.run(TARGETS[name](Wish(short=True)))
    assert faults == []
    assert all(figure.kept for figure in figures if figure.at_most == 0)


def test_every_target_has_its_command_in_the_readme() -> None:
    text = (ROOT / "tools" / "README.md").read_text(encoding="utf-8")
    assert [name for name in TARGETS if f"`python -m tools.load {name}`" not in text] == []
