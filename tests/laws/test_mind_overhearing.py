"""A lie told before others: who heard it said, and who hears it come out."""

from __future__ import annotations

import numpy as np

from game.engine.traits import Attribute, Trait
from tests.laws.laboratory import after, laboratory, line

LINES = [line("lie", "evidence", claims="untrue"), line("honest", "evidence", claims="sound")]


def test_a_lie_that_comes_out_is_heard_by_everybody_there() -> None:
    """The one who was lied to most; nobody who overheard it is the happier for it, however trusting."""
    rules = laboratory(LINES, cast=True)
    state = rules.fresh(np.zeros(2, np.int32))
    state.profile[Attribute.PERSUASION_KNOWLEDGE, 0] = [10_000, 0]  # she sees through it, or does not
    state.profile[Attribute.PERSUASION_KNOWLEDGE, 1] = 0
    state.profile[Attribute.ANALYTIC] = 0
    seen = after(rules, state, "lie").mind
    honest = after(rules, state, "honest").mind

    assert seen[Trait.SCAR, 0, 0] > seen[Trait.SCAR, 1, 0] > 0
    assert seen[Trait.INTEGRITY, 1, 0] < honest[Trait.INTEGRITY, 1, 0]
    assert seen[Trait.ANGER, 1, 0] > 0
    assert not seen[Trait.SCAR, :, 1].any()
    assert (seen[Trait.TRUTH_DEBT, :, 1] > 0).all()


def test_a_sharper_ear_catches_what_the_other_believes() -> None:
    rules = laboratory(LINES, cast=True)
    state = rules.fresh(np.zeros(1, np.int32))
    state.profile[Attribute.PERSUASION_KNOWLEDGE, :, 0] = [0, 10_000]
    state.profile[Attribute.ANALYTIC] = 0
    scar = after(rules, state, "lie").mind[Trait.SCAR, :, 0]

    assert scar[0] == 0 < scar[1]
