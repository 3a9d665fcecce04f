"""The one table of judgements, with and without a margin."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.judgement import MOST_LOST, Judgement, accuracy, judged, margin_of

ORDER = list(Judgement)
LOSSES = st.floats(0, 1_000)


@pytest.mark.parametrize(
    ("loss", "judgement"),
    [
        (0, Judgement.BEST),
        (5, Judgement.BEST),
        (5.001, Judgement.GOOD),
        (15, Judgement.GOOD),
        (15.001, Judgement.INACCURACY),
        (50, Judgement.INACCURACY),
        (50.001, Judgement.MISTAKE),
        (120, Judgement.MISTAKE),
        (120.001, Judgement.BLUNDER),
        (1_000, Judgement.BLUNDER),
    ],
)
def test_the_table(loss: float, judgement: Judgement) -> None:
    assert judged(loss) is judgement


def test_the_table_rises() -> None:
    assert all(low < high for (low, _), (high, _) in pairwise(MOST_LOST))
    assert [judgement for _, judgement in MOST_LOST] == ORDER[:-1]


def test_faults_are_those_worth_a_better_line() -> None:
    assert [judgement.fault for judgement in ORDER] == [False, False, True, True, True]


@given(st.lists(st.tuples(st.floats(0, 1_000), st.floats(0, 200)), min_size=1, max_size=4))
def test_of_one_turn_a_better_line_is_never_judged_worse(values: list[tuple[float, float]]) -> None:
    margin, best = margin_of(values), max(value for value, _ in values)
    by_loss = sorted(best - value for value, _ in values)
    verdicts = [ORDER.index(judged(loss, margin)) for loss in by_loss]
    assert verdicts == sorted(verdicts)
    assert verdicts[0] == 0


@given(LOSSES, st.floats(0, 500))
def test_only_what_is_proved_counts(loss: float, margin: float) -> None:
    assert ORDER.index(judged(loss, margin)) <= ORDER.index(judged(loss))
    if loss <= margin:
        assert judged(loss, margin) is Judgement.BEST


def test_exact_values_have_no_margin() -> None:
    assert margin_of([(500.0, 0.0), (400.0, 0.0)]) == 0
    assert margin_of([(500.0, 3.0), (400.0, 4.0), (300.0, 0.0)]) == 5
    assert margin_of([(500.0, 9.0)]) == 0, "there was no choice"


def test_accuracy_is_the_share_that_was_kept() -> None:
    assert accuracy([]) == 1
    assert accuracy([(0.0, 0.0)]) == 1
    assert accuracy([(100.0, 0.0), (100.0, 100.0)]) == 0.5
    assert accuracy([(200.0, 50.0)]) == 0.75
