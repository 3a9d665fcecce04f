"""What became of a customer in words: a step of loyalty, chances, a regret, a sum; no wall of numbers."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.accounts import Account, Classes
from game.engine.relationship import Relationship
from game.language.locale import Locale
from game.language.text import LocalisedText
from game.telling import aftermath_phrases as words
from game.telling.money import about, money
from game.telling.pronouns import forms
from game.telling.scorecard import Answer


@dataclass(frozen=True, slots=True)
class Step:
    """One of the five steps of loyalty."""

    label: str
    reached: bool


@dataclass(frozen=True, slots=True)
class AftermathTold:
    """What became of one person, as people read it.

    Attributes:
        title: the heading of all of it.
        headline: the step of loyalty, or that of a polite leaver, in a sentence.
        advice: what the next step would have taken; empty at the top.
        steps: all five.
        chances: coming back, leaving, recommending: a question, a word with a number.
        regret: what there is to regret.
        worth: what the account is worth; None where the books say nothing.
        labels: short names of the three chances, of the regret and of the worth.
    """

    title: str
    headline: str
    advice: str
    steps: tuple[Step, ...]
    chances: tuple[Answer, ...]
    regret: Answer
    worth: Answer | None
    labels: tuple[str, ...]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Everything that is asked and answered."""
        return (*self.chances, self.regret, *((self.worth,) if self.worth else ()))


def aftermath_told(
    found: Relationship, locale: Locale, pronoun: str = "she", years: int = 5
) -> AftermathTold:
    """What became of a person, in one language.

    Args:
        found: the numbers.
        locale: the language.
        pronoun: the person's.
        years: how many years lifetime value looks ahead.
    """
    places = forms(pronoun, locale)

    def said(phrase: LocalisedText, **values: object) -> str:
        told = phrase.said(locale).format(**places, **values) if phrase else ""
        return told[:1].upper() + told[1:]

    def chance(question: LocalisedText, amount: int, scale: tuple[tuple[int, LocalisedText], ...]) -> Answer:
        word = next(word for below, word in scale if amount < below)
        return Answer(said(question), f"{said(word)} · {amount // 100}%")

    return AftermathTold(
        title=words.TITLE.said(locale),
        headline=said(words.POLITE_LEAVER if found.polite_leaver else words.LOYAL[found.loyalty]),
        advice=said(words.NEXT[found.loyalty]),
        steps=tuple(
            Step(said(name), reached=number <= found.loyalty) for number, name in enumerate(words.RUNGS, 1)
        ),
        chances=(
            chance(words.AGAIN, found.again, words.CHANCES),
            chance(words.LEAVING, found.leaving, words.LEAVINGS),
            chance(words.REFERRAL, found.referral, words.CHANCES),
        ),
        regret=_regret(found, locale, said(words.REGRETS)),
        worth=_worth(found, locale, said(words.WORTH, years=years)),
        labels=tuple(said(label) for label in words.SHORT.values()),
    )


def _regret(found: Relationship, locale: Locale, question: str) -> Answer:
    """The greatest reason for regret, with the whole of it as a number."""
    if not found.agreed:
        return Answer(question, words.NO_YES.said(locale))
    if found.regret < words.SMALL_REGRET:
        return Answer(question, words.NOTHING.said(locale))
    reason = words.REGRETTED[next(iter(found.regrets))].said(locale)
    return Answer(question, f"{reason} · {found.regret // 100}%")


def _worth(found: Relationship, locale: Locale, question: str) -> Answer | None:
    """The whole in money, and those of its three tenses that there are."""
    worth = found.worth
    if worth is None:
        return None
    sums = {
        "historic": worth.historic,
        "current": about(worth.current),
        "potential": about(worth.potential),
    }
    tenses = [
        words.TENSES[name].said(locale).format(amount=money(amount, worth.currency, locale))
        for name, amount in sums.items()
        if amount
    ]
    lifetime = money(about(worth.lifetime), worth.currency, locale)
    return Answer(question, lifetime, words.COMMA.said(locale).join(tenses))


def account_told(
    account: Account, locale: Locale, classes: Classes | None = None, *, brief: bool = False
) -> tuple[str, ...]:
    """The facts of an account, each in a few words; what the books do not say is left out.

    Args:
        account: what the books say.
        locale: the language.
        classes: those of recency, frequency and money; told where something was ordered.
        brief: without the days since the last order.
    """
    found = [
        words.TIER.said(locale).format(tier=account.tier.value),
        words.LIFECYCLES[account.lifecycle].said(locale),
    ]
    if account.orders and account.last_order is not None and not brief:
        phrase = words.ORDER if account.orders == 1 else words.ORDERS
        found.append(phrase.said(locale).format(count=account.orders, days=account.last_order))
    elif account.orders:
        found.append(words.COUNTED.said(locale).format(count=account.orders))
    if account.yearly or account.potential:
        found.append(
            _yearly(account)
            .said(locale)
            .format(
                amount=money(account.yearly, account.currency, locale),
                most=money(account.potential, account.currency, locale),
            )
        )
    if classes is not None and account.orders:
        found.append(
            words.RFM.said(locale).format(
                recency=int(classes.recency), frequency=int(classes.frequency), money=int(classes.money)
            )
        )
    return tuple(found)


def _yearly(account: Account) -> LocalisedText:
    """How one says what is spent in a year."""
    if not account.potential:
        return words.A_YEAR
    if not account.yearly:
        return words.COULD_BE
    return words.OF_A_YEAR if account.orders else words.TO_A_YEAR
