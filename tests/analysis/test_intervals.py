"""Intervals against textbook values, and quantiles against sorting."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.intervals import Moments, difference, quantile, share


@pytest.mark.parametrize(
    ("hits", "tries", "low", "high"),
    # Wilson's intervals as tabled by Newcombe (1998), method 3.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilsons_interval(hits: int, tries: int, low: float, high: float) -> None:
    estimate = share(hits, tries)

    assert estimate.value == hits / tries
    assert [estimate.low, estimate.high] == pytest.approx([low, high], abs=5e-5)


@given(st.integers(0, 1_000), st.integers(0, 1_000))
def test_a_share_lies_within_its_interval(hits: int, more: int) -> None:
    estimate = share(hits, hits + more)

    assert 0 <= estimate.low <= estimate.value <= estimate.high <= 1


@given(st.lists(st.integers(0, 60), min_size=1, max_size=80), st.integers(0, 100))
def test_a_quantile_is_the_value_at_its_place(values: list[int], part: int) -> None:
    found = quantile(np.bincount(values, minlength=61), part / 100)

    assert found in values
    assert sum(value <= found for value in values) >= part / 100 * len(values) - 1e-9
    assert sum(value < found for value in values) <= max(0.0, part / 100 * len(values))


@given(st.lists(st.integers(0, 1_000), min_size=2, max_size=50))
def test_moments_are_mean_and_variance(values: list[int]) -> None:
    moments = Moments(len(values), sum(values), sum(value * value for value in values))

    assert moments.mean == pytest.approx(np.mean(values))
    assert moments.variance == pytest.approx(np.var(values, ddof=1), abs=1e-6)


def test_nothing_can_be_said_of_a_few() -> None:
    assert difference(Moments(9, 500, 250_000), Moments(90, 0, 0)) is None
    told = difference(Moments(20, 200, 2_000), Moments(10, 50, 250))
    assert told is not None
    assert (told.value, told.low, told.high) == (5, 5, 5)
