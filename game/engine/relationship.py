"""The aftermath of one conversation, person by person: numbers for people and for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.engine.accounts import Account, Classes, Worth, classes, worth
from game.engine.aftermath import LOYALTIES, Regret, aftermath
from game.engine.traits import WHOLE

if TYPE_CHECKING:
    from game.engine.conversation import Conversation


@dataclass(frozen=True, slots=True)
class Relationship:
    """What became of the relationship with one person; basis points unless said otherwise.

    `agreed` says whether anything was agreed in the talk; without it there is nothing to regret. `account`,
    `classes` and `worth` are there where the scenario tells facts of the account.
    """

    person: str
    agreed: bool
    loyalty: int  # 0..5, an index into `game.engine.aftermath.LOYALTIES`
    attachment: int
    regret: int
    regrets: Mapping[Regret, int]  # only what there is to regret, the greatest first
    habit: int
    switching: int
    again: int
    leaving: int
    referral: int
    historic: int
    current: int
    potential: int
    polite_leaver: bool
    account: Account | None = None
    classes: Classes | None = None
    worth: Worth | None = None

    @property
    def rung(self) -> str:
        """The word of the rung of loyalty."""
        return LOYALTIES[self.loyalty]


def relationship(conversation: Conversation, person: str | None = None) -> Relationship:
    """What becomes of the relationship with a person, the customer unless named.

    Raises:
        KeyError: the scenario has no such person.
    """
    scenario, state = conversation.scenario, conversation.state
    at = conversation.rules.readings.person(person)
    number = scenario.psychology.number
    found, account = aftermath(state, scenario, at), scenario.people[at].account
    agreed = bool((state.agreed > 0).any())
    leaving, current = int(found.leaving[0]), int(found.current[0])
    potential = int(found.potential[0])
    regrets = {reason: int(amount[0]) for reason, amount in found.regrets.items() if int(amount[0])}
    keeping = WHOLE - leaving if account is not None and account.orders else current
    return Relationship(
        person=scenario.people[at].id,
        agreed=agreed,
        loyalty=int(found.loyalty[0]),
        attachment=int(found.attachment[0]),
        regret=int(found.regret[0]),
        regrets=dict(sorted(regrets.items(), key=lambda pair: -pair[1])),
        habit=int(found.habit[0]),
        switching=int(found.switching[0]),
        again=int(found.again[0]),
        leaving=leaving,
        referral=int(found.referral[0]),
        historic=int(found.historic[0]),
        current=current,
        potential=potential,
        polite_leaver=bool(found.polite_leaver[0]),
        account=account,
        classes=classes(account, number) if account is not None else None,
        worth=worth(account, keeping, leaving, potential, number) if account is not None else None,
    )


def relationships(conversation: Conversation) -> tuple[Relationship, ...]:
    """Everybody's, the customer's first."""
    return tuple(relationship(conversation, person.id) for person in conversation.scenario.people)
