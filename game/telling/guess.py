"""A guess of the notebook in words: what was noted, what was so, and what the cues could have told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from game.engine.traits import Need, Resistance
from game.language.locale import Locale
from game.language.text import LocalisedText
from game.telling.pronouns import forms
from game.telling.trait_names import text

if TYPE_CHECKING:
    from game.analysis.observer import GuessScore, Part

NEEDS: Mapping[str, LocalisedText] = MappingProxyType(
    {
        Need.BODY.word: text("comfort", "舒适"),
        Need.SAFETY.word: text("safety", "安全"),
        Need.BELONGING.word: text("belonging", "归属"),
        Need.ESTEEM.word: text("respect", "尊重"),
        Need.GROWTH.word: text("growth", "成长"),
    }
)
"""What people need, by the words of the notebook."""

FEARS: Mapping[str, LocalisedText] = MappingProxyType(
    {
        Resistance.PRICE.word: text("the price", "价格"),
        Resistance.TRUST.word: text("being let down", "被辜负"),
        Resistance.NEED.word: text("not needing it", "用不上"),
        Resistance.TIMING.word: text("the wrong moment", "时机不对"),
        Resistance.CHANGE.word: text("the change itself", "改变本身"),
    }
)
"""What people are afraid of, by the words of the notebook."""

_TYPE = (
    text("You noted {mine}; {she_is} {truth}.", "您记的是 {mine}，{she}正是 {truth}。"),
    text("You noted {mine}; {she_is} {truth}.", "您记的是 {mine}，{she}其实是 {truth}。"),
)
_NEED = (
    text("You noted {mine}; that is what {she} wanted most.", "您记的需求是{mine}，{she}最看重的正是它。"),
    text(
        "You noted {mine}; what {she} wanted most was {truth}.",
        "您记的需求是{mine}，{she}最看重的其实是{truth}。",
    ),
)
_WORRY = (
    text("You noted {mine}; that was {hers} real worry.", "您记的担心是{mine}，{she}真正担心的正是这个。"),
    text(
        "You noted {mine}; {hers} real worry was {truth}.",
        "您记的担心是{mine}，{she}真正担心的其实是{truth}。",
    ),
)
"""By part: right, wrong."""

_COULD = text("The cues so far could have told: {share}%.", "光看迹象，有 {share}% 的把握看出来。")
_COULD_HARDLY = text(
    "The cues so far could hardly have told: {share}%.", "光看迹象，只有 {share}% 的把握，看不准。"
)


@dataclass(frozen=True, slots=True)
class GuessTold:
    """One part of a guess: whether it was right, how likely the cues made the truth, and both in words."""

    right: bool
    percent: int
    sentence: str
    cues: str

    def __str__(self) -> str:
        return f"{self.sentence}{'' if self.sentence.endswith('。') else ' '}{self.cues}"


def guess_told(score: GuessScore, locale: Locale, pronoun: str = "she") -> tuple[GuessTold, ...]:
    """A guess in words: type, need and worry, as far as they were noted.

    Args:
        score: the guess against what was so and against the ideal observer.
        locale: the language.
        pronoun: the customer's.
    """
    letters = {letter: LocalisedText({Locale.EN: letter, Locale.ZH: letter}) for letter in "DISC"}
    parts = (
        (score.type, letters, _TYPE),
        (score.need, NEEDS, _NEED),
        (score.worry, FEARS, _WORRY),
    )
    return tuple(
        _told(part, part.guessed, names, phrases, locale, pronoun)
        for part, names, phrases in parts
        if part.guessed is not None
    )


def _told(
    part: Part,
    guessed: str,
    names: Mapping[str, LocalisedText],
    phrases: tuple[LocalisedText, LocalisedText],
    locale: Locale,
    pronoun: str,
) -> GuessTold:
    def name(of: str) -> str:
        return names[of].said(locale) if of in names else of

    sentence = phrases[0 if part.right else 1].said(locale)
    percent = round(part.observer * 100)
    cues = (_COULD if part.knowable else _COULD_HARDLY).said(locale)
    return GuessTold(
        part.right,
        percent,
        sentence.format(**forms(pronoun, locale), mine=name(guessed), truth=name(part.hidden)),
        cues.format(share=percent),
    )
