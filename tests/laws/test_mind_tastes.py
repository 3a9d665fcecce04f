"""Law 8 move by move: what suits a type in itself, whatever the manner in which it is said."""

from __future__ import annotations

import pytest
from hypothesis import given as tried
from hypothesis import strategies as st

from game.engine.traits import Trait
from tests.laws.laboratory import FEW, after, crowds, everybody, mind
from tests.laws.test_mind_types import RULES, talking, worth

SUITS = [
    ("I", "story", "C"),
    ("C", "evidence", "I"),
    ("I", "humour", "C"),
    ("S", "small-talk", "D"),
    ("D", "open-aim", "S"),
    ("I", "praise", "C"),
    ("C", "compare", "I"),
]
"""A move in an even delivery, whom it suits best by the field guide, and whom much less."""


@pytest.mark.parametrize(("liked", "tactic", "disliked"), SUITS)
def test_law_08_a_move_itself_suits_one_type_more_than_another(
    liked: str, tactic: str, disliked: str
) -> None:
    """In the same even delivery: what the line adds to saying nothing, on average over a crowd."""
    state = talking(8)
    gains = {
        letter: (worth(state, letter, tactic) - worth(state, letter, "silence")).mean()
        for letter in (liked, disliked)
    }

    assert gains[liked] > gains[disliked]


@tried(crowds, st.sampled_from(["state-benefit", "advise", "ask-small-step"]))
@FEW
def test_law_08_d_would_rather_be_told_straight_than_s(seed: int, tactic: str) -> None:
    state = talking(seed)
    prefers = {
        letter: worth(state, letter, f"direct-{tactic}") - worth(state, letter, f"soft-{tactic}")
        for letter in "DS"
    }

    assert (prefers["D"] > 0).mean() > 0.9
    assert (prefers["D"] > prefers["S"]).all()


@tried(crowds)
@FEW
def test_law_08_a_long_line_costs_d_more_patience_than_s(seed: int) -> None:
    state = talking(seed)
    lost = {
        letter: mind(after(RULES, everybody(RULES, state, letter), "silence"))[Trait.PATIENCE]
        - mind(after(RULES, everybody(RULES, state, letter), "long"))[Trait.PATIENCE]
        for letter in "DS"
    }

    assert (lost["D"] >= lost["S"]).all()
    assert (lost["D"] > lost["S"]).mean() > 0.5
