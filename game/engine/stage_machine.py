"""The stage flow as a hierarchical machine (the rulebook) and the array table compiled from it.

The machine walks one conversation; the table, read off the machine's own transitions, walks many. A law
keeps both equal. Conditions are callables made here, never strings from a file: the library would import
and call those.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import ge, gt, le, lt
from typing import Any

import numpy as np
from transitions.extensions.nesting import HierarchicalMachine, NestedState

from game.engine.psychology import Psychology
from game.engine.reaction import Child
from game.engine.scenario import Close
from game.engine.stages import Reading, StageRule, Trigger, holds, rules
from game.engine.terms import Sign
from game.engine.traits import Bools, Ints, Stage

_SEPARATOR = "/"
LEAVES = tuple((stage, child) for stage in Stage for child in Child)
_FINAL = {close: close.name for close in Close}


_MET: dict[Sign, Callable[[int, int], bool]] = {
    Sign.LESS: lt,
    Sign.AT_MOST: le,
    Sign.MORE: gt,
    Sign.AT_LEAST: ge,
}
"""The comparisons of `readings.compared` for plain numbers; the law of machine and table keeps them equal."""


class _Place(NestedState):
    """A state whose path is written with a sign that no name contains."""

    separator = _SEPARATOR


class _Rulebook(HierarchicalMachine):
    """The machine of the library with our states."""

    state_cls = _Place


class _Condition:
    """A rule's guard as a callable that the machine asks and the table reads."""

    def __init__(self, when: tuple[Reading, ...]) -> None:
        self.when = when

    def __call__(self, readings: Sequence[int]) -> bool:
        return all(_MET[one.sign](readings[one.of], one.level) for one in self.when)


class _Walker:
    """The one model of the machine; its state is set before a trigger and read after it."""

    trigger: Callable[..., bool]
    state: str


def _name(stage: Stage, child: Child | None = None) -> str:
    return stage.name if child is None else f"{stage.name}{_SEPARATOR}{child.name}"


def _sources(rule: StageRule) -> list[str]:
    """Where a rule starts: leaves when it names a child, whole stages otherwise."""
    stages = list(Stage) if rule.stage is None else [rule.stage]
    return [_name(stage, rule.child) for stage in stages]


def _destination(rule: StageRule, source: str) -> str:
    if rule.close is not None:
        return _FINAL[rule.close]
    stage = Stage[source.split(_SEPARATOR, maxsplit=1)[0]] if rule.to_stage is None else rule.to_stage
    return _name(stage, rule.to_child or Child.TALKING)


class StageMachine:
    """The rulebook of one psychology file."""

    def __init__(self, psychology: Psychology) -> None:
        """Build the machine; costs about 2 ms."""
        self._walker = _Walker()
        children = [{"name": child.name} for child in Child]
        states: list[Any] = [
            {"name": stage.name, "children": children, "initial": Child.TALKING.name} for stage in Stage
        ]
        states += [{"name": name, "final": True} for name in _FINAL.values()]
        self.machine = _Rulebook(
            model=self._walker,
            states=states,
            initial=_name(Stage.COGNITION, Child.TALKING),
            auto_transitions=False,
            ignore_invalid_triggers=True,
        )
        for rule in rules(psychology.number):
            for source in _sources(rule):
                self.machine.add_transition(
                    rule.trigger.value, source, _destination(rule, source), conditions=[_Condition(rule.when)]
                )
        # a trigger that has no rule where we stand is not pulled: the library would log a warning each time
        self._possible = {
            _name(stage, child): tuple(
                trigger
                for trigger in Trigger
                if {_name(stage, child), _name(stage)} & self.machine.events[trigger.value].transitions.keys()
            )
            for stage, child in LEAVES
        }

    def step(self, stage: Stage, child: Child, readings: Sequence[int]) -> tuple[Stage, Child, Close | None]:
        """Where one conversation stands after a turn.

        Args:
            stage: before.
            child: before.
            readings: READINGS traits and signals after the line.
        """
        standing = _name(stage, child)
        self.machine.set_state(standing, self._walker)
        for trigger in self._possible[standing]:
            if self._walker.trigger(trigger.value, readings):
                break
        parts = str(self._walker.state).split(_SEPARATOR)
        if len(parts) == 1:
            return stage, child, Close[parts[0]]
        return Stage[parts[0]], Child[parts[1]], None

    def table(self) -> StageTable:
        """The same rules for arrays, derived from the machine's transitions."""
        rows: list[StageRow] = []
        for trigger in Trigger:
            event = self.machine.events[trigger.value]
            for leaf, (stage, child) in enumerate(LEAVES):
                for source in (_name(stage, child), _name(stage)):
                    for transition in event.transitions.get(source, ()):
                        rows.append(_row(trigger, leaf, transition))
        return StageTable(_gathered(rows))


@dataclass(frozen=True, slots=True)
class StageRow:
    """One guard with the leaves it applies to; `order` keeps a child's rules before its parent's."""

    trigger: Trigger
    when: tuple[Reading, ...]
    leaf: int
    to_leaf: int
    close: int


def _row(trigger: Trigger, leaf: int, transition: Any) -> StageRow:
    """Read a transition back into numbers."""
    (condition,) = transition.conditions
    when = condition.func.when
    parts = str(transition.dest).split(_SEPARATOR)
    if len(parts) == 1:
        return StageRow(trigger, when, leaf, leaf, int(Close[parts[0]]))
    return StageRow(trigger, when, leaf, LEAVES.index((Stage[parts[0]], Child[parts[1]])), -1)


@dataclass(frozen=True, slots=True)
class _Rank:
    """All leaves whose rule at one place in their order has the same guard."""

    trigger: Trigger
    when: tuple[Reading, ...]
    mask: int  # a bit for each leaf to which it applies
    leaves: Bools  # (leaf,) whether it applies
    to_leaf: Ints  # (leaf,)
    close: Ints  # (leaf,)


def _gathered(rows: list[StageRow]) -> tuple[_Rank, ...]:
    """Rows of different leaves with one guard evaluated once, orders of every leaf kept."""
    ranks: list[_Rank] = []
    for trigger in Trigger:
        lists = [
            [row for row in rows if row.trigger is trigger and row.leaf == leaf]
            for leaf in range(len(LEAVES))
        ]
        for place in range(max(map(len, lists))):
            by_guard: dict[tuple[Reading, ...], list[StageRow]] = {}
            for items in lists:
                if place < len(items):
                    by_guard.setdefault(items[place].when, []).append(items[place])
            for when, items in by_guard.items():
                leaves = np.zeros(len(LEAVES), bool)
                to, close = np.zeros(len(LEAVES), np.int32), np.zeros(len(LEAVES), np.int32)
                for row in items:
                    leaves[row.leaf], to[row.leaf], close[row.leaf] = True, row.to_leaf, row.close
                mask = sum(1 << row.leaf for row in items)
                ranks.append(_Rank(trigger, when, mask, leaves, to, close))
    return tuple(ranks)


@dataclass(frozen=True, slots=True)
class StageTable:
    """The rules for many conversations at once."""

    ranks: tuple[_Rank, ...]

    def step(self, stage: Ints, child: Ints, readings: Sequence[Ints]) -> tuple[Ints, Ints, Ints]:
        """Stage, child and final (-1: none) after a turn.

        Args:
            stage: (play,) before.
            child: (play,) before.
            readings: READINGS rows of (play,) or (1,), traits and signals after the line.
        """
        after = stage * len(Child) + child
        leaf, close = after.astype(np.int8), np.full_like(after, -1)
        standing = sum(1 << at for at in np.flatnonzero(np.bincount(leaf)).tolist())
        open_ = np.ones(leaf.shape, bool)
        values: dict[tuple[Reading, ...], Any] = {}
        for rank in self.ranks:
            if not rank.mask & standing:
                continue
            if rank.when not in values:
                values[rank.when] = holds(rank.when, readings)
            met = values[rank.when]
            if not met.any():  # most rules apply to nobody in most turns
                continue
            hit = np.flatnonzero(met & open_)
            hit = hit[rank.leaves[leaf[hit]]]
            after[hit], close[hit], open_[hit] = rank.to_leaf[leaf[hit]], rank.close[leaf[hit]], False
        return after // len(Child), after % len(Child), close
