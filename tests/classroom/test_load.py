"""A small load with its ledger: nothing acknowledged is lost or twice, though the server is killed (T9)."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tools.load.bursts import burst
from tools.load.careless import lost
from tools.load.crashes import crashed
from tools.load.stage import Server, class_of, hung_up

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
