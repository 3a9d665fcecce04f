"""The tiny grammars of single values: whole numbers, spans, DISC mixtures, doses, times.

Everything in a file is text; these functions make values of it or raise a `GrammarFault` that knows the
code of the fault and where within the text it stands. Percent are written, basis points are returned.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from game.content.diagnostics import Value, shown, suggestion
from game.engine.scenario import Dose, Span, TacticUse
from game.engine.traits import WHOLE

_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}\Z")
_SPAN = re.compile(r"(-?[0-9]{1,6})(?:\s*\.\.\s*(-?[0-9]{1,6}))?\Z")
_SHARE = re.compile(r"([DISC])([0-9]{1,3})\Z")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_TIME = re.compile(r"([0-9]{1,5})([ms])\Z")
_AGO = re.compile(r"([0-9]{1,4})\s+(day|week|month|year)s?\Z")
_DAYTIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])\Z")
_PERCENT = WHOLE // 100

Member = TypeVar("Member")


class GrammarFault(ValueError):
    """A text does not fit its grammar.

    Attributes:
        code: The code of the diagnostic.
        offset: Characters before the faulty word.
        values: What the message is filled with.
    """

    def __init__(self, code: str, offset: int = 0, **values: Value) -> None:
        super().__init__(code)
        self.code = code
        self.offset = offset
        self.values: Mapping[str, Value] = values


def whole(text: str, low: int = -(10**9), high: int = 10**9) -> int:
    """A whole number within its bounds, in plain digits (SC206, SC207)."""
    if not _WHOLE_NUMBER.match(text):
        raise GrammarFault("SC206", text=shown(text))
    number = int(text)
    if not low <= number <= high:
        raise GrammarFault("SC207", number=number, low=low, high=high)
    return number


def percent(text: str, low: int = 0, high: int = 100) -> int:
    """Whole percent as basis points."""
    return whole(text, low, high) * _PERCENT


def rate(text: str) -> int:
    """`60%`, or `60`, as basis points: a share of people that is neither nobody nor everybody."""
    return whole(text.removesuffix("%").rstrip(), 1, 99) * _PERCENT


def limits(text: str, low: int, high: int) -> tuple[int, int]:
    """`30` or `20..35` as its two ends, in the units of the text (SC210, SC211, SC207)."""
    found = _SPAN.match(text)
    if found is None:
        raise GrammarFault("SC210", text=shown(text))
    first = int(found[1])
    last = first if found[2] is None else int(found[2])
    if not low <= first <= high:
        raise GrammarFault("SC207", number=first, low=low, high=high)
    if not low <= last <= high:
        raise GrammarFault("SC207", found.start(2), number=last, low=low, high=high)
    if first > last:
        raise GrammarFault("SC211", low=first, high=last)
    return first, last


def span(text: str, low: int = 0, high: int = 100) -> Span:
    """`30` or `20..35` in percent as a span in basis points."""
    first, last = limits(text, low, high)
    return Span(first * _PERCENT, last * _PERCENT)


def disc(text: str) -> tuple[int, int, int, int]:
    """`D55 C30 S10 I5` as per mille in the order D, I, S, C (SC208, SC209)."""
    shares: dict[str, int] = {}
    for word, offset in words_of(text):
        found = _SHARE.match(word)
        if found is None or found[1] in shares:
            raise GrammarFault("SC208", offset, part=shown(word))
        shares[found[1]] = int(found[2])
    total = sum(shares.values())
    if not shares:
        raise GrammarFault("SC208", part="")
    if total != 100:
        raise GrammarFault("SC209", sum=total)
    return (
        shares.get("D", 0) * 10,
        shares.get("I", 0) * 10,
        shares.get("S", 0) * 10,
        shares.get("C", 0) * 10,
    )


def tactic_use(text: str) -> TacticUse:
    """`praise`, `light praise` or `strong praise`; whether the tactic exists is not checked here."""
    words = words_of(text)
    dose = Dose.NORMAL
    if len(words) == 2:
        name, offset = words[0]
        if name not in _DOSES:
            raise GrammarFault(
                "SC205",
                offset,
                word=shown(name),
                words=", ".join(_DOSES),
                hint=suggestion(name, _DOSES),
            )
        dose = _DOSES[name]
    tactic, offset = words[-1] if words else ("", 0)
    if len(words) > 2 or not _ID.match(tactic):
        raise GrammarFault("SC214", offset, text=shown(tactic))
    return TacticUse(tactic, dose)


_DOSES = {"light": Dose.LIGHT, "normal": Dose.NORMAL, "strong": Dose.STRONG}


def identifier(text: str) -> str:
    """An id: small words joined by hyphens (SC214)."""
    if not _ID.match(text) or len(text) > 60:
        raise GrammarFault("SC214", text=shown(text))
    return text


def duration(text: str) -> int:
    """`14m` or `840s` in seconds (SC212)."""
    found = _TIME.match(text)
    if found is None:
        raise GrammarFault("SC212", text=shown(text))
    return int(found[1]) * (60 if found[2] == "m" else 1)


def ago(text: str) -> int:
    """`40 days`, `6 weeks`, `3 months` or `2 years` in days (SC230)."""
    found = _AGO.match(text)
    if found is None:
        raise GrammarFault("SC230", text=shown(text))
    return int(found[1]) * _DAYS[found[2]]


_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def daytime(text: str) -> int:
    """`10:00` in seconds after midnight (SC213)."""
    found = _DAYTIME.match(text)
    if found is None:
        raise GrammarFault("SC213", text=shown(text))
    return int(found[1]) * 3600 + int(found[2]) * 60


def flag(text: str) -> bool:
    """`true` or `false`, nothing else (SC222)."""
    if text not in {"true", "false"}:
        raise GrammarFault("SC222", text=shown(text))
    return text == "true"


def version(text: str) -> int:
    """The version of the language; there is one (SC215)."""
    if text != "1":
        raise GrammarFault("SC215", text=shown(text))
    return 1


def choice(text: str, table: Mapping[str, Member]) -> Member:
    """The value of a word of a closed list (SC205)."""
    if text not in table:
        words = ", ".join(table)
        raise GrammarFault("SC205", word=shown(text), words=words, hint=suggestion(text, table))
    return table[text]


def words_of(text: str) -> list[tuple[str, int]]:
    """The words of a text, each with its offset."""
    return [(found.group(), found.start()) for found in re.finditer(r"\S+", text)]
