"""Scripts bred towards what a search did not find: deep in a conversation, in a mood seldom met there.

Every goal has a script: an order in which lines are preferred. In each generation copies of it are changed a
little and played; the one that came nearest to the goal at any moment is kept. Wherever the line of a goal is
on offer it is tried on the spot, whatever the script says next: so a play needs to come near only once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from game.analysis.proofs_search import Gaps, Goal, gap, goals
from game.analysis.proofs_sightings import Name, Sight, Sightings
from game.engine.rules import Rules
from game.engine.state import OPEN, State
from game.engine.traits import Ints, Places

BROOD = 24
"""Scripts of a generation for each goal, at least; the first is that of the generation before."""

AT_ONCE = 384
"""Scripts of a generation, where few goals are left: a play among many costs little more than none."""

MOST_GOALS = 48
"""Goals at a time."""

FAR = 4.0
"""How far a play is that never came by the beat of its goal; one unit is one condition that is not met."""

CLOSER = 1.0
"""How much nearer it is once it came by."""

CHANGES = 6
"""Lines that come to the front in a copy, at most."""


def bred(
    sightings: Sightings,
    names: Sequence[Name],
    most: int,
    seed: int,
    heard: Callable[[float], None] = lambda _: None,
) -> int:
    """Breed scripts until everything is found or enough was played; how many plays that was.

    Args:
        sightings: are shown every position.
        names: what to look for.
        most: plays at most, but one generation at least.
        seed: of the changes.
        heard: is told which share of them is done, 0 to 1.
    """
    rules, chance, plays = sightings.rules, np.random.default_rng(seed), 0
    sought = goals(rules, names)[:MOST_GOALS]
    scripts = chance.integers(0, 1_000, (len(rules.lines.lines) + 1, len(sought)))
    customers = chance.integers(0, rules.scenario.customers, len(sought))
    for at, goal in enumerate(sought):
        _begun(sightings, goal, scripts[:, at], customers[at : at + 1])
    record = np.full(len(sought), np.inf)
    while left := [at for at, goal in enumerate(sought) if goal.name not in sightings.witnesses]:
        size = max(BROOD, AT_ONCE // len(left))
        if plays and plays + size * len(left) > most:
            break
        whose = np.repeat(left, size)
        brood, met = _brood(rules, scripts, customers, whose, size, chance)
        distance = _played(sightings, sought, whose, brood, met)
        plays += len(whose)
        heard(min(1.0, plays / max(1, most)))
        for at in left:
            mine = np.flatnonzero(whose == at)
            best = mine[distance[mine].argmin()]
            if distance[best] <= record[at]:
                record[at] = distance[best]
                scripts[:, at], customers[at] = brood[:, best], met[best]
    return plays


def _begun(sightings: Sightings, goal: Goal, script: Places, customer: Places) -> None:
    """Begin with a play that came by the beat of a goal, where one is known; in place."""
    rules = sightings.rules
    if goal.beat == OPEN:
        return
    own = [rules.lines.lines[goal.line]] if goal.line != OPEN else []
    known = [
        sightings.witnesses.get((Sight.LINE, line.id)) for line in (*own, *rules.lines.beats[goal.beat].lines)
    ]
    play = next((one for one in known if one is not None), None)
    if play is None:
        return
    for rank, line in enumerate(reversed(play.said)):
        script[rules.lines.index[line]] = 1_000 + rank  # what was said sooner is said sooner
    customer[0] = play.customer


def _brood(
    rules: Rules,
    scripts: Places,
    customers: Places,
    whose: Places,
    size: int,
    chance: np.random.Generator,
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Copies of the scripts, (line + 1, play), and whom they are said to, (play,)."""
    brood = np.asarray(scripts[:, whose], np.int64)
    met = np.asarray(customers[whose], np.int64)
    first = np.arange(len(whose)) % size == 0
    plays = np.arange(len(whose))
    top = int(brood.max())
    for change in range(CHANGES):
        changed = ~first & (chance.random(len(whose)) < 1 / (change + 1))
        lines = chance.integers(0, len(rules.lines.lines), len(whose))
        brood[lines[changed], plays[changed]] = top + 1 + change
    other = ~first & (chance.random(len(whose)) < 0.25)
    met[other] = chance.integers(0, rules.scenario.customers, int(other.sum()))
    return brood, met


def _played(
    sightings: Sightings,
    sought: Sequence[Goal],
    whose: Places,
    brood: NDArray[np.int64],
    customers: NDArray[np.int64],
) -> Gaps:
    """How near each play came to its goal at its nearest, (play,)."""
    rules = sightings.rules
    near = np.full(len(whose), FAR)
    state = rules.fresh(customers.astype(np.int32))
    going = np.arange(len(whose))
    while len(going):
        offered = rules.course.choices(state)
        sightings.offered(state, offered)
        _tried(sightings, sought, whose, near, going, state, offered)
        liked = np.where(offered == OPEN, OPEN, brood[offered, going])
        lines = np.take_along_axis(offered, liked.argmax(axis=0)[None], axis=0)[0]
        advance = rules.advance(state, lines)
        sightings.replied(advance.state, advance.reply)
        sightings.looked(advance.state)
        _ended(rules, sought, whose, near, going, advance.state)
        open_ = np.flatnonzero(advance.state.close == OPEN)
        going, state = going[open_], advance.state.only(open_)
    return near


def _tried(
    sightings: Sightings,
    sought: Sequence[Goal],
    whose: Places,
    near: Gaps,
    going: Places,
    state: State,
    offered: Ints,
) -> None:
    """Try the lines of the goals where they are on offer, and note how near that comes; in place."""
    rules = sightings.rules
    for at in np.unique(whose[going]).tolist():
        goal = sought[at]
        if goal.beat == OPEN:
            continue
        here = np.flatnonzero((whose[going] == at) & (state.beat == goal.beat))
        if not len(here):
            continue
        near[going[here]] = np.minimum(near[going[here]], FAR - CLOSER)
        slots, rows = np.nonzero(
            (offered[:, here] == goal.line) if goal.line != OPEN else offered[:, here] != OPEN
        )
        if not len(rows):
            continue
        after = rules.advance(state.only(here[rows]), offered[slots, here[rows]])
        sightings.replied(after.state, after.reply)
        sightings.looked(after.state)
        far = np.minimum(gap(rules, goal, after.state), FAR - CLOSER)
        best = int(far.argmin())
        if float(far[best]) < sightings.nearest.get(goal.name, (np.inf,))[0]:
            sightings.nearest[goal.name] = float(far[best]), sightings.witness(after.state, best)
        np.minimum.at(near, going[here[rows]], far)


def _ended(
    rules: Rules, sought: Sequence[Goal], whose: Places, near: Gaps, going: Places, state: State
) -> None:
    """Note how near plays that are over came to endings and epilogues; in place."""
    over = np.flatnonzero(state.close != OPEN)
    for at in np.unique(whose[going[over]]).tolist():
        if sought[at].beat == OPEN:
            mine = over[whose[going[over]] == at]
            near[going[mine]] = gap(rules, sought[at], state.only(mine))
