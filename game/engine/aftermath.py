"""Days and weeks afterwards, computed from the mind in which a talk ended.

Loyalty is a ladder (`rel-loyalty-ladder`), buying again a product of three in which a zero blocks
(`rel-repurchase-three`), a polite leaver is satisfied and not attached (`var-satisfaction-gap`). A good
recovery may lift satisfaction, never loyalty beyond the path without a failure: what has been held against
the seller stays on the other side of the scale.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, unique
from typing import TYPE_CHECKING

import numpy as np

from game.engine.lines import tactic_rows
from game.engine.psychology import Role
from game.engine.rounding import along, bounded, negative, positive, scaled, share
from game.engine.state import USE
from game.engine.traits import WHOLE, Ints, Trait

if TYPE_CHECKING:
    from game.engine.scenario import Scenario
    from game.engine.state import USE, State

LOYALTIES = ("none", "cognitive", "affective", "conative", "behavioural", "advocacy")


@unique
class Regret(Enum):
    """What a yes can be regretted for."""

    PRESSED = "pressed"  # it was given under pressure
    UNTRUE = "untrue"  # it rests on what was not so
    WORTHLESS = "worthless"  # it costs more than it brings
    UNCONFIRMED = "unconfirmed"  # nobody said that the choice was a good one


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What becomes of the relationship, (play,); basis points unless said otherwise."""

    loyalty: Ints  # 0..5, an index into LOYALTIES
    attachment: Ints  # emotional link
    regret: Ints
    regrets: Mapping[Regret, Ints]  # what the regret is made of, before it is bounded
    habit: Ints
    switching: Ints  # what leaving would cost her
    again: Ints  # probability of buying again
    leaving: Ints  # probability of leaving within the year
    referral: Ints  # probability of recommending unasked
    historic: Ints  # lifetime value in three tenses, as indices
    current: Ints
    potential: Ints
    polite_leaver: Ints  # 1 where she is satisfied and will go all the same


def aftermath(state: State, scenario: Scenario, person: int = 0) -> Aftermath:
    """What becomes of the relationship with one person after plays have ended.

    Args:
        state: the plays, ended or not.
        scenario: what was played.
        person: the index of the person; 0 is the customer.
    """
    psychology = scenario.psychology
    number, mind = psychology.number, state.mind[:, person]
    bought: Ints = np.minimum(np.sum(state.agreed > 0, axis=0, dtype=mind.dtype), 1)
    held = mind[Trait.ABILITY_AGAINST] + mind[Trait.BENEVOLENCE_AGAINST] + mind[Trait.INTEGRITY_AGAINST]
    attachment = bounded(
        scaled(mind[Trait.EMOTIONAL_VALUE], number["after.emotional"])
        + scaled(mind[Trait.BENEVOLENCE], number["after.benevolence"])
        - scaled(held, number["after.held"]),
        0,
        WHOLE,
    )
    regrets = _regrets(state, scenario, mind, bought)
    regret = bounded(np.sum(np.stack([*regrets.values()]), axis=0, dtype=mind.dtype), 0, WHOLE)
    follow = scaled(mind[Trait.FOLLOW_THROUGH], 1_000) * bought
    habit = share(follow * positive(WHOLE - regret), WHOLE)
    account = scenario.people[person].account
    ties = scaled(np.full_like(habit, account.ties if account else 0), number["after.ties"])
    switching = bounded(scaled(habit, 500) + scaled(attachment, 400) + ties, 0, WHOLE)
    ease = WHOLE - scaled(mind[Trait.COST], 500)
    again = share(share(mind[Trait.TRUST] * attachment, WHOLE) * ease, WHOLE)
    loyalty = _ladder(mind, attachment, habit, number)
    stay = mind[Trait.TRUST] + attachment + switching - regret - scaled(held, number["after.held"])
    leaving = bounded(along(psychology.curves["leaving"], bounded(stay, -WHOLE, 3 * WHOLE)), 0, WHOLE)
    referral = np.where(loyalty >= 2, share(attachment * mind[Trait.SATISFACTION], WHOLE), 0)
    satisfied = mind[Trait.SATISFACTION] >= number["after.satisfied"]
    return Aftermath(
        loyalty=loyalty,
        attachment=attachment,
        regret=regret,
        regrets=regrets,
        habit=habit,
        switching=switching,
        again=again,
        leaving=leaving,
        referral=referral,
        historic=np.multiply(bought, WHOLE),
        current=share(follow * (WHOLE - leaving), WHOLE),
        potential=share(again + referral, 2),
        polite_leaver=(satisfied & (attachment < number["after.attached"])).astype(mind.dtype),
    )


def _ladder(mind: Ints, attachment: Ints, habit: Ints, needed: Mapping[str, int]) -> Ints:
    """The five rungs of loyalty; none can be skipped."""
    steps = (
        mind[Trait.SATISFACTION] >= needed["loyal.cognitive"],
        attachment >= needed["loyal.affective"],
        (mind[Trait.TRUST] >= needed["loyal.conative"]) & (mind[Trait.RUNG] >= 4),
        habit >= needed["loyal.behavioural"],
        mind[Trait.EMOTIONAL_VALUE] >= needed["loyal.advocacy"],
    )
    climbing = np.ones_like(mind[Trait.TRUST], dtype=bool)
    loyalty: Ints = np.zeros_like(mind[Trait.TRUST])
    for step in steps:
        climbing &= step
        loyalty = loyalty + climbing
    return loyalty


def _regrets(state: State, scenario: Scenario, mind: Ints, bought: Ints) -> Mapping[Regret, Ints]:
    """What there is to regret, each (play,); nothing where nothing was agreed."""
    number = scenario.psychology.number
    return {
        Regret.PRESSED: bought * scaled(mind[Trait.YES_UNDER_PRESSURE], number["after.pressed"]),
        Regret.UNTRUE: bought * scaled(mind[Trait.TRUTH_DEBT], number["after.debt"]),
        Regret.WORTHLESS: bought * scaled(negative(mind[Trait.VALUE]), number["after.worthless"]),
        Regret.UNCONFIRMED: bought * (1 - _confirmed(state, scenario)) * number["after.unconfirmed"],
    }


def _confirmed(state: State, scenario: Scenario) -> Ints:
    """1 where the choice was confirmed after the yes (`tac-confirm-decision`)."""
    table = scenario.psychology.tactics
    rows = [
        row
        for tactic, row in tactic_rows(scenario).items()
        if table.roles[table.index(tactic)] & Role.CONFIRM
    ]
    agreed = np.where(state.agreed > 0, state.agreed, 0).max(axis=0, initial=0)
    last = (state.used[rows] % USE).max(axis=0, initial=0)
    confirmed: Ints = ((agreed > 0) & (last >= agreed)).astype(state.turn.dtype)
    return confirmed
