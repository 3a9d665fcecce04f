"""From an explanation to what there is to learn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.field_guide import FieldGuide
from game.engine.reaction import CauseName, Reaction
from game.engine.scenario import Scenario
from game.engine.traits import Trait
from game.telling.lesson import CAUSE_ITEMS, learnt_from
from tests.telling.samples import cause, reaction, scenario

PRACTISES = {"ask-commitment": ("tac-closing-heuristic", "var-trust"), "humour": ("tac-humour", "var-trust")}


def taught() -> Scenario:
    bare = scenario()
    tactics = replace(bare.psychology.tactics, practises=PRACTISES)
    return replace(bare, psychology=replace(bare.psychology, tactics=tactics))


def turn(*causes: tuple[CauseName, Trait, int]) -> Reaction:
    return reaction(tuple(cause(*each) for each in causes))


def test_what_hurt_most_comes_before_what_was_practised() -> None:
    hurt = turn((CauseName.BASE, Trait.TRUST, 200), (CauseName.OBJECTION, Trait.PRESSURE, 900))
    assert learnt_from(hurt, taught())[0] == "obj-four-steps"
    assert learnt_from(hurt, taught())[1:] == ("tac-closing-heuristic", "var-trust", "tac-humour")


def test_nothing_is_named_twice() -> None:
    gate = turn((CauseName.GATE, Trait.PRESSURE, 900))
    assert learnt_from(gate, taught()) == ("var-trust", "tac-closing-heuristic", "tac-humour")


@pytest.mark.parametrize(
    "harmless",
    [
        ((CauseName.BASE, Trait.TRUST, 2_000), (CauseName.OBJECTION, Trait.PRESSURE, 900)),
        ((CauseName.BASE, Trait.TRUST, -900), (CauseName.FIT, Trait.TRUST, -200)),
        ((CauseName.TIME, Trait.TRUST, 3),),
    ],
    ids=["the turn did good", "the move itself hurt most", "nothing moved"],
)
def test_otherwise_the_moves_speak_for_themselves(harmless: tuple[tuple[CauseName, Trait, int], ...]) -> None:
    assert learnt_from(turn(*harmless), taught()) == ("tac-closing-heuristic", "var-trust", "tac-humour")


def test_every_cause_that_is_named_has_a_lesson() -> None:
    guide = FieldGuide.load()
    assert all(guide.lesson(item) is not None for item in CAUSE_ITEMS.values())
