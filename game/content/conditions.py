"""The sentence forms of `when`, read into the engine's terms.

`trust >= 35` · `mood irritated` · `stage interest` · `said line` · `told secret` · `agreed ask` ·
`voiced|acknowledged|probed|solved|confirmed timing` · `kept|broken promise`; `not` may stand in front.
In criteria a condition may end in `by 3` or `before offer|ask|objection`. An epilogue may ask what became
of her: `loyalty >= 3` · `leaving > 50` · `polite-leaver`.
"""

from __future__ import annotations

import re

from game.content.diagnostics import suggestion
from game.content.grammar import GrammarFault, identifier
from game.engine.terms import (
    Agreed,
    Aspect,
    AtStage,
    Comparison,
    Handled,
    InMood,
    Later,
    Moment,
    ObjectionStep,
    Said,
    Sign,
    Term,
    Test,
    Told,
    Word,
)
from game.engine.traits import WHOLE, Resistance, Stage, Trait

TRAITS = {trait.word: trait for trait in Trait}
"""Every trait by the word that scenarios write."""

RESISTANCES = {resistance.word: resistance for resistance in Resistance}
STAGES = {stage.word: stage for stage in Stage}
STEPS = {step.word: step for step in ObjectionStep}
ASPECTS = {aspect.value: aspect for aspect in Aspect}
"""What only an epilogue may ask for, by its word."""

MOST_LOYAL = 5
"""The highest rung of loyalty."""

MOMENTS = {moment.value: moment for moment in Moment}

_SIGNS = {sign.value: sign for sign in Sign}
_TOKEN = re.compile(r"[<>=!≤≥]+|[^\s<>=!≤≥]+")
_NUMBER = re.compile(r"-?[0-9]{1,6}\Z")
_FORMS = ("mood", "stage", "said", "told", "agreed", "kept", "broken", *STEPS)
_PERCENT = WHOLE // 100


def bounds(trait: Trait) -> tuple[int, int]:
    """The least and the greatest level of a trait as people write it: percent, rungs for `rung`."""
    unit = 1 if trait is Trait.RUNG else _PERCENT
    return (trait.low // unit, trait.high // unit)


class _Reader:
    """Goes through the words of one condition."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [(found.group(), found.start()) for found in _TOKEN.finditer(text)]
        self.next = 0

    def peek(self) -> str:
        """The next word, empty at the end."""
        return self.words[self.next][0] if self.next < len(self.words) else ""

    def take(self) -> tuple[str, int]:
        """The next word and its offset; SC507 at the end."""
        if self.next >= len(self.words):
            last, offset = self.words[-1] if self.words else ("", 0)
            raise GrammarFault("SC507", offset, word=last)
        self.next += 1
        return self.words[self.next - 1]

    def name(self) -> str:
        """The next word as an id."""
        word, offset = self.take()
        try:
            return identifier(word)
        except GrammarFault as fault:
            raise GrammarFault(fault.code, offset, **fault.values) from None

    def person(self) -> str | None:
        """` of person-id`, when it follows."""
        if self.peek() != "of":
            return None
        self.take()
        return self.name()


def condition(text: str, criterion: bool = False, epilogue: bool = False) -> Term:
    """One condition as a term (SC5xx, SC214).

    Args:
        text: the condition.
        criterion: it may be bound to a time.
        epilogue: it may ask what became of her afterwards.
    """
    reader = _Reader(text)
    negated = reader.peek() == "not"
    if negated:
        reader.take()
    if not reader.peek():
        raise GrammarFault("SC501", text=text, hint=suggestion("", ()))
    test = _later(reader, epilogue) if reader.peek() in ASPECTS else _test(reader, criterion)
    by, before = _time(reader, criterion)
    if reader.peek():
        word, offset = reader.take()
        raise GrammarFault("SC508", offset, word=word)
    return Term(test, negated, by, before)


def _test(reader: _Reader, criterion: bool) -> Test:
    word, offset = reader.take()
    match word:
        case "mood":
            return InMood(reader.name(), reader.person())
        case "stage":
            stage, where = reader.take()
            if stage not in STAGES:
                raise GrammarFault("SC506", where, word=stage, hint=suggestion(stage, STAGES))
            return AtStage(STAGES[stage])
        case "said":
            return _said(reader, criterion)
        case "told":
            return Told(reader.name())
        case "agreed":
            return Agreed(reader.name())
        case "kept" | "broken":
            return Word(reader.name(), word == "kept")
    if word in STEPS:
        resistance, where = reader.take()
        if resistance not in RESISTANCES:
            raise GrammarFault("SC509", where, word=resistance, hint=suggestion(resistance, RESISTANCES))
        return Handled(RESISTANCES[resistance], STEPS[word])
    return _comparison(reader, word, offset)


def _later(reader: _Reader, epilogue: bool) -> Later:
    """What became of the relationship; the polite leaver is one or is not."""
    word, offset = reader.take()
    if not epilogue:
        raise GrammarFault("SC514", offset, word=word)
    aspect = ASPECTS[word]
    if aspect is Aspect.POLITE_LEAVER:
        return Later(aspect, Sign.AT_LEAST, 1, reader.person())
    most, unit = (MOST_LOYAL, 1) if aspect is Aspect.LOYALTY else (100, _PERCENT)
    sign, level = _compared(reader, word, 0, most)
    return Later(aspect, sign, level * unit, reader.person())


def _said(reader: _Reader, criterion: bool) -> Said:
    line = reader.name()
    if reader.peek() != "before" or reader.words[reader.next + 1 : reader.next + 2] == []:
        return Said(line)
    if reader.words[reader.next + 1][0] in MOMENTS:
        return Said(line)
    word, offset = reader.take()
    if not criterion:
        raise GrammarFault("SC510", offset, word=word)
    return Said(line, reader.name())


def _comparison(reader: _Reader, word: str, offset: int) -> Comparison:
    compared = bool(reader.peek()) and reader.peek()[0] in "<>=!≤≥"
    if word not in TRAITS:
        if compared:
            raise GrammarFault("SC502", offset, word=word, hint=suggestion(word, TRAITS))
        raise GrammarFault("SC501", offset, text=reader.text, hint=suggestion(word, _FORMS))
    trait = TRAITS[word]
    sign, level = _compared(reader, word, *bounds(trait))
    unit = 1 if trait is Trait.RUNG else _PERCENT
    return Comparison(trait, sign, level * unit, reader.person())


def _compared(reader: _Reader, word: str, low: int, high: int) -> tuple[Sign, int]:
    """The sign and the level of a comparison, as people write it (SC503, SC504, SC505)."""
    sign, where = reader.take()
    if sign not in _SIGNS:
        raise GrammarFault("SC503", where, sign=sign)
    level, where = reader.take()
    if not _NUMBER.match(level):
        raise GrammarFault("SC504", where, word=level)
    if not low <= int(level) <= high:
        raise GrammarFault("SC505", where, number=level, trait=word, low=low, high=high)
    return _SIGNS[sign], int(level)


def _time(reader: _Reader, criterion: bool) -> tuple[int | None, Moment | None]:
    if reader.peek() not in {"by", "before"}:
        return None, None
    word, offset = reader.take()
    if not criterion:
        raise GrammarFault("SC510", offset, word=word)
    value, where = reader.take()
    if word == "by":
        if not _NUMBER.match(value) or int(value) < 1:
            raise GrammarFault("SC511", where, word=value)
        return int(value), None
    if value not in MOMENTS:
        raise GrammarFault("SC512", where, word=value, hint=suggestion(value, MOMENTS))
    return None, MOMENTS[value]
