"""Faults of content as coded diagnostics: all at once, root cause first, with the place and an excerpt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Protocol

from game.content.catalogue import CATALOGUE, Severity
from game.content.places import Place
from game.language.locale import Locale
from game.language.text import LocalisedText

Value = str | int | LocalisedText
"""What a message's template may be filled with."""

MOST = 200
"""Faults told of one file; nobody reads more."""

_EXCERPT = 100
_NAMES_A_LINE = frozenset({"SC110", "SC412", "SC426"})
"""Codes whose message says which line something stands in."""

_SPELT = frozenset({"field", "first", "second", "trait", "word"})
_SILENCE = re.compile(r"#\s*allow\s+(SC\d{3}(?:\s*,\s*SC\d{3})*)\s*(?:[:：]\s*(.*?))?\s*$")


class Lines(Protocol):
    """Something whose lines can be quoted: a source."""

    @property
    def file(self) -> str:
        """The name that people know it by."""

    @property
    def text(self) -> str:
        """The whole of it."""

    @property
    def lines(self) -> list[str]:
        """Its lines without their ends."""

    def elsewhere(self, line: int, column: int = 1) -> Place | None:
        """Where a line comes from, if it was made of something else, such as a workbook."""

    def excerpt(self, line: int) -> str:
        """What stands in a line, or where it comes from; empty outside of it."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault, told in every language at once; `excerpt` is the line it stands in."""

    code: str
    severity: Severity
    place: Place
    message: LocalisedText
    excerpt: str = ""

    def record(self, locale: Locale = Locale.EN) -> dict[str, str | int]:
        """The fault as a row for programs: file, line, column, code, severity, message, perhaps cell."""
        return {
            **({"cell": self.place.cell} if self.place.cell else {}),
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message.said(locale),
        }

    def rendered(self, locale: Locale = Locale.EN) -> str:
        """The fault for people: place, severity, code and message, then the line and a caret under it."""
        head = f"{self.place}: {self.severity.words.said(locale)} {self.code}: {self.message.said(locale)}"
        if not self.excerpt.strip():
            return head
        if self.place.cell:
            return f"{head}\n  {shown(self.excerpt, _EXCERPT)}"
        start = max(0, self.place.column - 1 - _EXCERPT * 7 // 10)
        piece = self.excerpt[start : start + _EXCERPT].replace("\t", " ")
        before = piece[: self.place.column - 1 - start]
        dots = "…" if start else ""
        caret = " " * sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in dots + before)
        return f"{head}\n  {dots}{piece.rstrip()}\n  {caret}^"


NOTHING = LocalisedText()


def alternative(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, in Chinese where the word is; None when none is near."""
    if not word.isascii():
        return _chinese_alternative(word, known)
    lowered = word.strip().lower().replace("_", "-").replace(" ", "-")[:80]
    near = get_close_matches(lowered, sorted(known), n=1, cutoff=0.6)
    return near[0] if near else None


def _chinese_alternative(word: str, known: Iterable[str]) -> str | None:
    """A Chinese word of the table whose meaning is known; two characters of which one is right are near."""
    from game.content.aliases import aliases  # the table itself is read with diagnostics

    meanings = set(known)
    words = sorted(chinese for chinese, meaning in aliases().items() if meaning in meanings)
    near = get_close_matches(word[:40], words, n=1, cutoff=0.5)
    return near[0] if near else None


def suggestion(word: str, known: Iterable[str]) -> LocalisedText:
    """`; did you mean 'tactics'?`, or nothing when no known word is near."""
    near = alternative(word, known)
    if near is None:
        return NOTHING
    return LocalisedText({Locale.EN: f"; did you mean '{near}'?", Locale.ZH: f"，是不是想写“{near}”？"})


def shown(text: str, most: int = 60) -> str:
    """A piece of a file as a message may quote it: one line, not too long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


class Findings:
    """Collects what is wrong with one file."""

    def __init__(self, file: str, source: Lines | None = None) -> None:
        self.file = file
        self._source: Lines | None = None
        self._found: list[Diagnostic] = []
        self.spelling: dict[str, str] = {}  # words of the language that this file has in Chinese
        if source is not None:
            self.show(source)

    def show(self, source: Lines) -> None:
        """From now on, quote the lines of this source."""
        self.file, self._source = source.file, source

    @property
    def lines(self) -> list[str]:
        """The lines of the source; empty without one."""
        return [] if self._source is None else self._source.lines

    def add(self, code: str, line: int = 1, column: int = 1, /, **values: Value) -> Diagnostic:
        """Notes a fault; `values` fill the message's template, in each language its own."""
        place, excerpt = Place(self.file, line, column), ""
        if self._source is not None:
            excerpt = self._source.excerpt(line)
            place = self._source.elsewhere(line, column) or place
            if place.cell and code in _NAMES_A_LINE:
                first = self._source.elsewhere(int(str(values["line"])))
                values["line"] = first.cell if first is not None else ""
        return self.add_at(code, place, excerpt, **values)

    def add_at(self, code: str, place: Place, excerpt: str = "", /, **values: Value) -> Diagnostic:
        """Notes a fault at a place that is known already."""
        entry = CATALOGUE[code]
        values = {name: self._spelt(name, value) for name, value in values.items()}
        message = LocalisedText(
            {locale: entry.message.said(locale).format_map(_said(values, locale)) for locale in Locale}
        )
        found = Diagnostic(code, entry.severity, place, message, excerpt)
        self._found.append(found)
        return found

    def _spelt(self, name: str, value: Value) -> Value:
        """A field or a closed word as the author writes it."""
        return self.spelling.get(value, value) if isinstance(value, str) and name in _SPELT else value

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Takes over what was found elsewhere."""
        self._found.extend(diagnostics)

    @property
    def errors(self) -> bool:
        """Whether anything is proved wrong so far."""
        return any(found.severity is Severity.ERROR for found in self._found)

    def told(self) -> tuple[Diagnostic, ...]:
        """What there is to say, by place; smells that their line silences with a reason are left out."""
        kept: dict[tuple[Place, str, str], Diagnostic] = {}
        rooted: set[Place] = set()
        for found in sorted(self._found, key=lambda found: (found.place, found.code)):
            if found.place in rooted and not found.code.startswith("SC1"):
                continue  # the way it is written explains what is wrong with its meaning
            if found.code.startswith("SC1") or found.code == "SC204":
                rooted.add(found.place)
            if found.severity is Severity.WARNING and self._silenced(found):
                continue
            kept.setdefault((found.place, found.code, found.message.said(Locale.EN)), found)
        told = sorted(kept.values(), key=lambda found: found.severity is Severity.WARNING)[:MOST]
        return tuple(sorted(told, key=lambda found: (found.place, found.code)))

    def _silenced(self, found: Diagnostic) -> bool:
        silence = _SILENCE.search(found.excerpt)
        return bool(silence and silence[2] and found.code in re.findall(r"SC\d{3}", silence[1]))

    def check_silences(self) -> None:
        """Notes every line that silences a smell without giving a reason."""
        if self._source is None or "allow" not in self._source.text:
            return
        for number, line in enumerate(self.lines, start=1):
            silence = _SILENCE.search(line) if "allow" in line else None
            if silence and not silence[2]:
                self.add("SC123", number, silence.start() + 1, code=silence[1])


def _said(values: Mapping[str, Value], locale: Locale) -> dict[str, str]:
    return {
        name: value.said(locale) if isinstance(value, LocalisedText) else str(value)
        for name, value in values.items()
    }
