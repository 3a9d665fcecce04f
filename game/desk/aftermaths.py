"""What became of everybody one met, and what the books said of them before: for desk and terminal alike."""

from __future__ import annotations

from dataclasses import dataclass

from game.desk.playing import Playing
from game.engine.accounts import classes
from game.engine.relationship import relationships
from game.engine.scenario import Scenario
from game.language.locale import Locale
from game.telling.aftermath import AftermathTold, account_told, aftermath_told


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one person: who, the step of loyalty (0..5), and all of it in words."""

    person: str
    name: str
    loyalty: int
    told: AftermathTold


def aftermaths(playing: Playing, locale: Locale) -> tuple[Fate, ...]:
    """Everybody's, the customer's first; others only where one spoke to them."""
    conversation, people = playing.conversation, playing.book.wording.people
    met = {reaction.person for reaction in conversation.reactions}
    number = conversation.scenario.psychology.number
    found = relationships(conversation)
    return tuple(
        Fate(
            each.person,
            people[each.person].name.said(locale),
            each.loyalty,
            aftermath_told(each, locale, people[each.person].pronoun, number["account.years"]),
        )
        for each in found
        if each is found[0] or each.person in met
    )


def account_of(scenario: Scenario, person: str, locale: Locale, *, brief: bool = False) -> tuple[str, ...]:
    """What the books say of a person, each fact in a few words; nothing where they say nothing.

    `brief` leaves out the last order and the classes of recency, frequency and money.
    """
    account = next((each.account for each in scenario.people if each.id == person), None)
    if account is None:
        return ()
    levels = None if brief else classes(account, scenario.psychology.number)
    return account_told(account, locale, levels, brief=brief)
