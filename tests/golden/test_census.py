"""Counts of all conversations of small scenarios, as they were when somebody last looked at them."""

from __future__ import annotations

import json

import pytest

from tools import census


@pytest.mark.parametrize("name", census.names())
def test_everything_is_counted_as_before(name: str) -> None:
    """What differs was changed by a rule, a number or a scenario: `python tools/census.py` writes it anew."""
    golden = census.path(name).read_text(encoding="utf-8")

    assert json.loads(census.written(census.counted(name))) == json.loads(golden)


def test_a_census_counts_each_conversation_once() -> None:
    """The smallest example can be counted by hand: three lines, then one of two, for every customer."""
    found = census.counted("smallest")
    customers = census.smallest().customers

    assert found.positions[:2] == (customers, 3 * customers)
    assert sum(count for count, _ in found.ends.values()) >= 3 * customers
    assert max(turn for _, _, turn in found.ends) == len(found.positions) - 1


def test_an_unknown_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert census.main(["nothing"]) == 2
    assert "nothing is counted under nothing" in capsys.readouterr().out
