"""Whether the best line can be told without reading: by its length, its friendliness, a question mark."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.analysis.proofs import Leading
from game.analysis.sellers import PLEASER
from game.content.wording import Wording
from game.engine.rules import Rules
from game.language.locale import Locale
from game.language.text import LocalisedText

THIRD = 1 / 3
"""Share of the beats in which a mark may fall on the best line."""

CHANCE = 0.01
"""How unlikely it has to be that a mark falls on so many best lines by chance."""

FEWEST = 4
"""Beats in which it has to do so."""

QUESTIONS = ("?", "？")

Weigh = Callable[[str], int]
"""A number for a line; the line with the greatest is the one that is marked, if there is only one."""


@dataclass(frozen=True, slots=True)
class Tell:
    """A mark that lines bear on the outside.

    Attributes:
        feature: what it is, in words.
        count: beats in which the marked line is the best.
        beats: beats in which exactly one line bears it.
        chance: in how many it would be by chance.
        likely: how likely so many or more would be by chance, 0..1.
        shown: the beats, by id.
    """

    feature: LocalisedText
    count: int
    beats: int
    chance: float
    likely: float
    shown: tuple[str, ...]

    @property
    def given(self) -> bool:
        """Whether it gives the best line away."""
        return self.count >= FEWEST and self.count > THIRD * self.beats and self.likely < CHANCE


def tells(rules: Rules, wording: Wording, leading: Sequence[Leading]) -> list[Tell]:
    """All marks that were looked at."""
    return [_tell(feature, weigh, leading) for feature, weigh in _marks(rules, wording)]


def _marks(rules: Rules, wording: Wording) -> Iterator[tuple[LocalisedText, Weigh]]:
    liking = PLEASER.liking(rules)
    yield _text("the friendliest", "最友好的那句"), lambda line: int(liking[rules.lines.index[line]])
    for locale in wording.locales:
        lengths = {line: len(text.said(locale)) for line, text in wording.lines.items()}
        asking = {
            line: int(any(mark in text.said(locale) for mark in QUESTIONS))
            for line, text in wording.lines.items()
        }
        name = {
            Locale.EN: _text("in English", "英文里"),
            Locale.ZH: _text("in Chinese", "中文里"),
        }[locale]
        yield _joined("the longest {where}", "{where}最长的那句", name), lengths.__getitem__
        yield _joined("the shortest {where}", "{where}最短的那句", name), _less(lengths)
        yield _joined("the only question {where}", "{where}唯一的问句", name), asking.__getitem__


def _less(numbers: Mapping[str, int]) -> Weigh:
    return lambda line: -numbers[line]


def _tell(feature: LocalisedText, weigh: Weigh, leading: Sequence[Leading]) -> Tell:
    shown, likely = [], []
    for beat in leading:
        weights = [weigh(line) for line in beat.lines]
        if weights.count(max(weights)) != 1:
            continue
        likely.append(1 / len(beat.lines))
        if beat.lines[weights.index(max(weights))] == beat.line:
            shown.append(beat.beat)
    return Tell(feature, len(shown), len(likely), sum(likely), _tail(likely, len(shown)), tuple(shown))


def _tail(chances: Sequence[float], count: int) -> float:
    """How likely at least so many of independent chances come true (the Poisson binomial distribution)."""
    known = [1.0]
    for chance in chances:
        hit = [0.0, *(part * chance for part in known)]
        miss = [*(part * (1 - chance) for part in known), 0.0]
        known = [one + other for one, other in zip(hit, miss, strict=True)]
    return sum(known[count:])


def _text(english: str, chinese: str) -> LocalisedText:
    return LocalisedText({Locale.EN: english, Locale.ZH: chinese})


def _joined(english: str, chinese: str, where: LocalisedText) -> LocalisedText:
    return _text(english.format(where=where.said(Locale.EN)), chinese.format(where=where.said(Locale.ZH)))
