"""Ways to succeed without listening: one tactic for everything, a few lines that do for everybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.analysis.batch import Plays, play
from game.analysis.positions import history
from game.analysis.proofs_sightings import Witness
from game.analysis.sellers import RandomSeller, ScriptedSeller
from game.engine.customers import seed_for
from game.engine.rules import Rules

FEW = 4
"""Lines of a shortcut at most."""

LIKELY = 8
"""Lines that are tried for every place of a shortcut."""

SURE = 0.9
"""Share of the conversations with every single customer that a shortcut passes."""

EACH = 8
"""Conversations with each customer in which a shortcut is tried; for the last word four times as many."""

HOPE = 0.15
"""Share by which every further line has to help on average, else it is given up."""

MANY = 4
"""Lines that a play must have before one tactic in most of them is worth telling."""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A few lines that pass with every customer, whatever else is said.

    Attributes:
        lines: ids in the order in which they were found.
        passed: share of conversations passed with the customer with whom they pass least.
        anyhow: the same when anything is said.
        shown: a conversation that passes so.
    """

    lines: tuple[str, ...]
    passed: float
    anyhow: float
    shown: Witness


def tactic_shares(rules: Rules, said: Sequence[str]) -> dict[str, float]:
    """Of the lines of a play the share that uses each tactic, the most used first."""
    lines = [rules.lines.lines[rules.lines.index[line]] for line in said]
    uses = Counter(tactic for line in lines for tactic in {use.tactic for use in line.does})
    return {tactic: count / len(lines) for tactic, count in uses.most_common()}


def shortcut(rules: Rules, plays: Plays, seed: int = 0) -> Shortcut | None:
    """Look for a few lines that pass with everybody, one after another, the most helpful first.

    Args:
        rules: of the scenario.
        plays: conversations of somebody who says anything, from which helpful lines are read.
        seed: of the luck.

    Returns:
        the shortest that was found; None where none of `FEW` lines passes.
    """
    anyhow, done = _passes(rules, (), EACH, seed)
    if anyhow >= SURE:
        return Shortcut((), anyhow, anyhow, _shown(rules, done))
    likely = _helpful(rules, plays)
    script: tuple[str, ...] = ()
    for _ in range(FEW):
        left = [line for line in likely if line not in script]
        if not left:
            return None
        tried = [_passes(rules, (*script, line), EACH, seed)[0] for line in left]
        script = (*script, left[int(np.argmax(tried))])
        passed, done = _passes(rules, script, 4 * EACH, seed + 1)
        if passed >= SURE:
            return Shortcut(script, passed, anyhow, _shown(rules, done))
        if passed < anyhow + HOPE * len(script):
            return None
    return None


def _passes(rules: Rules, script: tuple[str, ...], each: int, seed: int) -> tuple[float, Plays]:
    """The least share over the customers of conversations that pass, and the conversations."""
    customers = np.arange(each * rules.scenario.customers, dtype=np.int32) % rules.scenario.customers
    done = play(rules, ScriptedSeller(script, RandomSeller()), customers, seed)
    passed = done.score >= rules.scenario.rubric.passing
    least = min(float(passed[customers == one].mean()) for one in range(rules.scenario.customers))
    return least, done


def _shown(rules: Rules, done: Plays) -> Witness:
    """A conversation that passes."""
    at = int((done.score >= rules.scenario.rubric.passing).argmax())
    customer = int(done.state.customer[at])
    said = tuple(rules.lines.lines[line].id for line in history(done.state.said[:, at]))
    return Witness(seed_for(rules.scenario, customer), customer, said)


def _helpful(rules: Rules, plays: Plays) -> list[str]:
    """Lines whose plays scored highest above those that could have said them and did not."""
    said = plays.state.said > 0
    gain = np.full(len(said), -np.inf)
    for line in range(len(said)):
        could = (plays.offers == line).any(axis=(0, 1))
        with_it, without = plays.score[said[line]], plays.score[could & ~said[line]]
        if min(len(with_it), len(without)) > 1:
            gain[line] = with_it.mean() - without.mean()
    order = np.argsort(-gain)[:LIKELY]
    return [rules.lines.lines[int(line)].id for line in order if gain[line] > 0]
