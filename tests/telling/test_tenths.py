"""What is shown adds up, and the turn that cost most is found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.engine.reaction import CauseName
from game.engine.traits import Trait
from game.telling.tenths import said_tenths, tenths
from game.telling.turning_point import turning_point
from tests.telling.samples import cause, reaction


@given(st.lists(st.integers(-10_000, 10_000), max_size=16))
def test_parts_add_up_to_the_rounded_whole(amounts: list[int]) -> None:
    parts, whole = tenths(amounts), sum(amounts)
    assert sum(parts) == (abs(whole) + 5) // 10 * (1 if whole >= 0 else -1)
    assert all(abs(10 * part - amount) < 20 for part, amount in zip(parts, amounts, strict=True))


def test_tenths_are_said_with_a_sign() -> None:
    assert [said_tenths(part) for part in (-64, 0, 120)] == ["−6.4", "0", "+12.0"]


def test_the_turning_point_did_most_harm_to_all_three() -> None:
    turns = (
        reaction((cause(CauseName.BASE, Trait.TRUST, -300),), turn=1),
        reaction((cause(CauseName.GATE, Trait.PRESSURE, 500),), turn=2),
        reaction((cause(CauseName.BASE, Trait.VALENCE, 900),), turn=3),
    )
    assert turning_point(turns) == 2
    assert turning_point(turns[2:]) is None
    assert turning_point(()) is None
