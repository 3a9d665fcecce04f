"""The stage machine (the rulebook) and the table compiled from it say the same."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from game.engine.reaction import Child
from game.engine.scenario import Close
from game.engine.stage_machine import LEAVES, StageMachine
from game.engine.stages import READINGS, Signal, Trigger, rules
from game.engine.traits import Ints, Stage, Trait
from tools.shipped import psychology

MACHINE = StageMachine(psychology())
TABLE = MACHINE.table()
COMPARED = sorted(
    {(reading.of, reading.level) for rule in rules(psychology().number) for reading in rule.when}
)


def low(row: int) -> int:
    """The least value of a trait or a signal."""
    return Trait(row).low if row < len(Trait) else 0


def high(row: int) -> int:
    """The greatest value of a trait or a signal."""
    if row < len(Trait):
        return Trait(row).high
    return 10_000 if row == Signal.RESISTANCE else 1


@st.composite
def readings(draw: st.DrawFn) -> Ints:
    """Traits and signals, (READINGS,): at random, but close to what the rules compare them with."""
    values = np.zeros(READINGS, np.int32)
    for row, level in COMPARED:
        near = draw(st.sampled_from([level - 1, level, level + 1, low(row), high(row)]))
        if draw(st.booleans()) or values[row] == 0:
            values[row] = min(max(near, low(row)), high(row))
    return values


@given(st.lists(st.tuples(st.sampled_from(LEAVES), readings()), min_size=1, max_size=24))
def test_machine_and_table_agree(cases: list[tuple[tuple[Stage, Child], Ints]]) -> None:
    stage = np.array([leaf[0] for leaf, _ in cases], np.int32)
    child = np.array([leaf[1] for leaf, _ in cases], np.int32)

    table = TABLE.step(stage, child, list(np.stack([values for _, values in cases], axis=-1)))

    for place, (leaf, values) in enumerate(cases):
        walked = MACHINE.step(*leaf, values.tolist())
        assert told(*(int(part[place]) for part in table)) == walked


def told(stage: int, child: int, close: int) -> tuple[Stage, Child, Close | None]:
    """A row of the table's answer in the machine's words."""
    return Stage(stage), Child(child), None if close < 0 else Close(close)


def test_every_rule_of_the_rulebook_is_in_the_table() -> None:
    rulebook = {(rule.trigger, rule.when) for rule in rules(psychology().number)}
    table = {(rank.trigger, rank.when) for rank in TABLE.ranks}

    assert table == rulebook


@given(st.sampled_from(LEAVES), readings())
def test_at_most_one_stage_is_passed_in_a_turn(leaf: tuple[Stage, Child], values: Ints) -> None:
    stage, _, _ = MACHINE.step(*leaf, values.tolist())

    assert abs(stage - leaf[0]) <= 1


@given(st.sampled_from(LEAVES), readings())
def test_nothing_hides_that_she_leaves(leaf: tuple[Stage, Child], values: Ints) -> None:
    values[Trait.PATIENCE] = 0

    assert MACHINE.step(*leaf, values.tolist())[2] is Close.LEFT


def test_the_triggers_are_tried_in_the_agreed_order() -> None:
    assert [trigger.value for trigger in Trigger] == ["leave", "resist", "settle", "move"]
