"""From an explanation to what there is to learn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.analysis.review import Difference, Part, Why
from game.content.field_guide import FieldGuide
from game.engine.reaction import CauseName, Reaction
from game.engine.scenario import Scenario
from game.engine.traits import Trait
from game.telling.lesson import CAUSE_ITEMS, learnt_from, learnt_instead
from tests.telling.samples import cause, reaction, scenario

GUIDE = ("var-felt-pressure", "tac-first-impression", "tac-spin")
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


def why(*parts: tuple[CauseName | None, float], differences: tuple[Difference, ...] = ()) -> Why:
    told = tuple(Part(name, points) for name, points in parts)
    return Why(
        "other", differences, ("var-felt-pressure", "tac-first-impression", "tac-spin"), ("other",), told
    )


def test_the_cause_that_made_much_of_a_loss_chooses_the_lesson() -> None:
    said = turn((CauseName.CLAIM, Trait.TRUST, -900))
    heavy = why((CauseName.CLAIM, 60.0), (CauseName.BASE, 20.0), (None, 20.0))
    assert learnt_instead(heavy, said, taught())[0] == "tac-natural-blend"
    light = why((CauseName.CLAIM, 20.0), (None, 80.0))
    assert learnt_instead(light, said, taught())[0] != "tac-natural-blend"


def test_moves_that_cost_are_what_is_to_be_learnt() -> None:
    cost = why((CauseName.BASE, 60.0), (None, 40.0))
    said = turn((CauseName.BASE, Trait.TRUST, -900))
    assert learnt_instead(cost, said, taught())[0] == "tac-closing-heuristic"
    assert learnt_instead(cost, turn((CauseName.BASE, Trait.TRUST, 900)), taught())[0] == GUIDE[1]


def test_pressure_is_the_lesson_only_where_it_was_felt() -> None:
    said = turn((CauseName.BASE, Trait.TRUST, 10))
    assert learnt_instead(why((None, 90.0)), said, taught())[-1] == "var-felt-pressure"
    less = Difference(CauseName.GATE, Trait.PRESSURE, -900, "customer")
    felt = why((None, 90.0), differences=(less,))
    assert learnt_instead(felt, said, taught())[0] == "var-felt-pressure"
