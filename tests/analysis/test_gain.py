"""Gains: the interval is the textbook's, and what people have in common does not count."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.gain import gained, t_quantile

SCORES = st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 1000)), min_size=2, max_size=60)


@pytest.mark.parametrize(
    ("freedom", "value"),
    [(1, 12.7062), (2, 4.3027), (3, 3.1824), (4, 2.7764), (9, 2.2622), (29, 2.0452), (120, 1.9799)],
)
def test_quantiles_are_those_of_the_tables(freedom: int, value: float) -> None:
    assert t_quantile(freedom) == pytest.approx(value, abs=6e-5)
    with pytest.raises(ValueError):
        t_quantile(0)


def test_the_sleep_of_ten_patients() -> None:
    """The example of Student 1908: the difference of two sleeping draughts, in tenths of an hour."""
    one = [7, -16, -2, -12, -1, 34, 37, 8, 0, 20]
    other = [19, 8, 11, 1, -1, 44, 55, 16, 46, 34]
    gain = gained([(a + 500, b + 500) for a, b in zip(one, other, strict=True)]).gain
    assert gain is not None
    assert gain.value == pytest.approx(15.8)
    assert gain.low == pytest.approx(7.001, abs=0.01)
    assert gain.high == pytest.approx(24.599, abs=0.01)


@given(SCORES)
def test_the_other_way_round_it_is_the_opposite(pairs: list[tuple[int, int]]) -> None:
    one, other = gained(pairs).gain, gained([(after, before) for before, after in pairs]).gain
    assert one is not None
    assert other is not None
    assert one.low <= one.value <= one.high
    assert other.value == pytest.approx(-one.value)
    assert other.low == pytest.approx(-one.high)


@given(SCORES, st.integers(-500, 500))
def test_what_a_person_has_before_and_after_does_not_count(pairs: list[tuple[int, int]], better: int) -> None:
    moved = [(before + better, after + better) for before, after in pairs]
    one, other = gained(pairs).gain, gained(moved).gain
    assert one is not None
    assert other is not None
    assert (one.value, one.low, one.high) == pytest.approx((other.value, other.low, other.high))


def test_few_people_show_nothing_and_equal_gains_are_sure() -> None:
    assert gained([]).gain is None
    assert gained([(1, 900)]).gain is None
    sure = gained([(100, 150), (400, 450), (700, 750)])
    assert sure.gain is not None
    assert (sure.gain.low, sure.gain.high) == (50, 50)
    assert sure.shown and not sure.lost and sure.better == 3


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    luck, held = Random(7), 0
    for _ in range(600):
        people = [(luck.gauss(450, 150), luck.gauss(0, 90)) for _ in range(12)]
        pairs = [(round(skill), round(skill + 40 + noise)) for skill, noise in people]
        gain = gained(pairs).gain
        assert gain is not None
        held += gain.low <= 40 <= gain.high
    assert 550 <= held <= 588  # 570 expected, a deviation of 5.3
