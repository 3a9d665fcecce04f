"""Plays that look for what nobody has met yet: towards the conditions of a line, a reply, a thought, an end.

Each play has a goal of its own. Before a line is said all lines on offer are tried, and the one that leaves
least of the goal's conditions unmet is taken, with a trembling hand, so that many plays with one goal do not
all go the same way. It finds; it never proves that there is nothing to find.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.positions import chances
from game.analysis.proofs_sightings import Name, Sight, Sightings
from game.engine.rules import Rules
from game.engine.scenario import Beat, Reply, Scenario
from game.engine.state import OPEN, State
from game.engine.terms import AtStage, Comparison, Guard, InMood, Later, Said, Term
from game.engine.traits import RUNGS, WHOLE, Ints, Places, Stage, Trait

AT_ONCE = 1_536
"""Plays of a round at most."""

EACH = 48
"""Plays of a round for each goal, where there are few."""

TREMBLE = (0.0, 0.05, 0.2, 0.6)
"""How far the hands tremble, by play; in units of one condition that is not met."""

_CHANNEL = 7_000
_CURIOUS = 5
"""Every fifth play has no goal and says what has been said least."""

Gaps = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to come to.

    Attributes:
        name: what it is.
        guard: what has to hold.
        beat: index of the beat in which it can be met; -1 for any.
        line: index of the line that leads to it; -1 for any of the beat.
        first: guards of what is tried before it and must not hold.
    """

    name: Name
    guard: Guard
    beat: int = OPEN
    line: int = OPEN
    first: tuple[Guard, ...] = ()


def goals(rules: Rules, names: Sequence[Name]) -> list[Goal]:
    """The goals for some of what an author wrote; an ending may have several."""
    wanted, found = set(names), list[Goal]()
    scenario = rules.scenario
    for at, beat in enumerate(scenario.beats):
        found += _listed(Sight.REPLY, beat.says, at, OPEN, beat.when)
        for line in beat.lines:
            here = rules.lines.index[line.id]
            found.append(Goal((Sight.LINE, line.id), (*beat.when, *line.when), at, here))
            found += _listed(Sight.REPLY, beat.answers.get(line.id, ()), at, here)
            found += _listed(Sight.THOUGHT, beat.line_thoughts.get(line.id, ()), at, here)
        found += _listed(Sight.REPLY, beat.replies, at, OPEN)
        found += _listed(Sight.THOUGHT, beat.thoughts, at, OPEN)
        found += [goal for goal in _ends(rules, scenario, at, beat) if goal.name in wanted]
    found += [Goal((Sight.ENDING, ending.id), ending.when) for ending in scenario.endings if ending.on]
    found += [Goal((Sight.EPILOGUE, one.id), one.when) for one in scenario.epilogues]
    return [goal for goal in found if goal.name in wanted]


def _listed(sight: Sight, guarded: Sequence[Reply], beat: int, line: int, also: Guard = ()) -> list[Goal]:
    return [
        Goal(
            (sight, one.id),
            (*also, *one.when),
            beat,
            line,
            tuple(other.when for other in guarded[:number] if other.when),
        )
        for number, one in enumerate(guarded)
    ]


def _ends(rules: Rules, scenario: Scenario, at: int, beat: Beat) -> list[Goal]:
    """Endings that a `then` of this beat names."""
    endings = {ending.id for ending in scenario.endings}
    found = []
    for line in beat.lines:
        here = rules.lines.index[line.id]
        if (line.then or beat.then) in endings:
            found.append(Goal((Sight.ENDING, line.then or beat.then or ""), line.when, at, here))
        for reply in (*beat.answers.get(line.id, ()), *beat.replies):
            if reply.then in endings:
                found.append(Goal((Sight.ENDING, reply.then or ""), (*line.when, *reply.when), at, here))
    return found


def searched(sightings: Sightings, names: Sequence[Name], number: int, most: int = AT_ONCE) -> int:
    """One round of plays towards what is missing; how many plays that was.

    Args:
        sightings: are shown everything.
        names: what to look for.
        number: of the round, for its luck.
        most: plays at most.
    """
    rules = sightings.rules
    sought = goals(rules, names)
    if not sought:
        return 0
    plays = min(most, EACH * len(sought))
    whose = np.arange(plays) % len(sought)
    customers = ((np.arange(plays) // len(sought)) + number) % rules.scenario.customers
    state = rules.fresh(customers.astype(np.int32))
    going, turn = np.arange(plays), 0
    sightings.looked(state)
    while len(going):
        offered = rules.course.choices(state)
        sightings.offered(state, offered)
        chance = chances(going, turn, _CHANNEL + number)
        lines = _chosen(sightings, sought, whose[going], state, offered, chance, going)
        advance = rules.advance(state, lines)
        sightings.replied(advance.state, advance.reply)
        sightings.looked(advance.state)
        open_ = advance.state.close == OPEN
        going, state, turn = going[open_], advance.state.only(np.flatnonzero(open_)), turn + 1
    return plays


def _chosen(
    sightings: Sightings,
    sought: Sequence[Goal],
    whose: Places,
    state: State,
    offered: Ints,
    chance: NDArray[np.uint64],
    numbers: Places,
) -> Ints:
    """The line of every play."""
    rules, here = sightings.rules, offered != OPEN
    worth = np.full(offered.shape, np.inf)
    slots, rows = np.nonzero(here)
    after = rules.advance(state.only(rows), offered[slots, rows])
    gap = np.zeros(len(rows))
    for at in np.unique(whose):
        mine = np.flatnonzero(whose[rows] == at)
        lines = offered[slots[mine], rows[mine]]
        gap[mine] = _gap(rules, sought[int(at)], after.state.only(mine), lines)
    worth[slots, rows] = gap
    curious = numbers % _CURIOUS == _CURIOUS - 1
    said = np.array([sightings.counts.get((Sight.LINE, line.id), 0) for line in rules.lines.lines])
    worth = np.where(curious & here, np.log1p(said)[offered], worth)
    hand = np.array(TREMBLE)[(numbers // len(sought)) % len(TREMBLE)]
    for row in range(len(offered)):
        mixed = chance * np.uint64(0x9E3779B97F4A7C15) + np.uint64(row * 0xD1B54A32D192ED03 % 2**64)
        unit = ((mixed ^ (mixed >> np.uint64(29))) >> np.uint64(11)).astype(np.float64) / 2**53
        worth[row] += (hand + 1e-6) * -np.log(-np.log(np.clip(unit, 1e-12, 1 - 1e-12)))
    lines_: Ints = np.take_along_axis(offered, worth.argmin(axis=0)[None], axis=0)[0]
    return lines_


def gap(rules: Rules, goal: Goal, after: State) -> Gaps:
    """How much of the conditions of a goal is not met, (play,); less is nearer, 0 is there."""
    far: Gaps = np.zeros(after.plays)
    for term in goal.guard:
        far += unmet(rules, term, after)
    for guard in goal.first:
        far += 0.5 * rules.readings.holds(guard, after)
    return far


def _gap(rules: Rules, goal: Goal, after: State, lines: Ints) -> Gaps:
    """How much is not met after lines, in the right place, (play,)."""
    far = gap(rules, goal, after)
    if goal.beat != OPEN:
        far -= 0.3 * (after.beat == goal.beat)
    if goal.line != OPEN:
        far -= 0.4 * (lines == goal.line)
        # What is said too soon cannot be said again.
        far += np.where((lines == goal.line) & (far > 0.2), 0.6, 0.0)
    far += 2.0 * ((after.close != OPEN) & (goal.name[0] not in (Sight.ENDING, Sight.EPILOGUE)))
    return far


def unmet(rules: Rules, term: Term, state: State) -> Gaps:
    """How far a term is from holding, about 0 (it holds) to 1, (play,)."""
    holds = rules.readings.term(term, state)
    far: Gaps = np.ones(state.plays)
    match term.test:
        case Comparison(trait, _, level, person):
            unit = RUNGS if trait is Trait.RUNG else WHOLE
            far = np.abs(state.mind[trait, rules.readings.person(person)] - level) / unit + 0.01
        case InMood(mood, person) if not term.negated:
            parts = [unmet(rules, _of(part, person), state) for part in rules.scenario.psychology.moods[mood]]
            far = np.minimum(1.0, np.sum(parts, axis=0)) if parts else far
        case AtStage(stage) if not term.negated:
            far = (stage - np.minimum(state.stage, stage)) / len(Stage) + 0.1
        case Said(line, before) if before is None and not term.negated:
            beat = int(rules.lines.beat_of[rules.lines.index[line]])
            far = np.where(state.beat == beat, 0.8, 1.0)
        case Later():
            far = np.full(state.plays, 0.5)
        case _:
            pass
    gap: Gaps = np.where(holds, 0.0, far)
    return gap


def _of(term: Term, person: str | None) -> Term:
    """A comparison of a mood, of the person whose mood it is."""
    assert isinstance(term.test, Comparison)
    return Term(Comparison(term.test.trait, term.test.sign, term.test.level, person), term.negated)
