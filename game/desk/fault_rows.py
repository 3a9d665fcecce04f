"""Faults of a scenario as rows: where, what, the line itself with a mark under the place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from game.content.catalogue import Severity
from game.content.diagnostics import Diagnostic
from game.desk.row_column import Row
from game.desk.workshop_ports import LeftOver
from game.language.locale import Locale
from game.language.words import Words

MARGIN = 24
"""Room before the words for the sign of a fault, pixels of the guide."""


def errors_in(faults: Sequence[Diagnostic]) -> int:
    """How many of them are errors."""
    return sum(fault.severity is Severity.ERROR for fault in faults)


def counted(faults: Sequence[Diagnostic], words: Words) -> str:
    """How many errors, and how many things to look at."""
    errors = errors_in(faults)
    parts = [
        words.count("{n} error", "{n} errors", errors) if errors else "",
        words.count("{n} thing to look at", "{n} things to look at", len(faults) - errors)
        if len(faults) > errors
        else "",
    ]
    return " · ".join(part for part in parts if part)


def fault_rows(faults: Sequence[Diagnostic], locale: Locale, *, lit: int | None = None) -> Iterator[Row]:
    """Three rows for every fault, the errors first.

    Args:
        faults: what there is to say.
        locale: the language.
        lit: the fault in focus, counted as `in_order` puts them; None for none.
    """
    for number, fault in enumerate(in_order(faults)):
        error = fault.severity is Severity.ERROR
        place = fault.place
        head = f"{PurePath(place.file).name}:{place.line}:{place.column}   {fault.code}"
        tone = "vermilion" if number == lit else "ink_soft"
        mark = "vermilion" if error else "amber"
        yield Row(head, 15, tone, bold=number == lit, indent=MARGIN, space=14 if number else 6, mark=mark)
        yield Row(fault.message.said(locale), 17, indent=MARGIN)
        if fault.excerpt.strip():
            bare = fault.excerpt.lstrip()
            caret = min(max(0, place.column - 1 - (len(fault.excerpt) - len(bare))), len(bare))
            yield Row(bare.rstrip().replace("\t", " "), 15, "sky", indent=MARGIN, caret=caret)


def left_rows(left: LeftOver | None, words: Words) -> Iterator[Row]:
    """Texts of a re-dressed scenario that still speak of the old trade."""
    if left is None or not left.count:
        return
    head = words.count(
        "{n} text still says what ‘{pattern}’ says",
        "{n} texts still say what ‘{pattern}’ says",
        left.count,
        pattern=left.pattern,
    )
    yield Row(head, 20, bold=True, space=22)
    yield Row(
        words("Change what speaks of the old trade: in the file, or in the table of words."), 16, "ink_soft"
    )
    for place, text in left.texts:
        yield Row(place, 15, "ink_soft", indent=MARGIN, space=8)
        yield Row(text.said(words.locale), 16, indent=MARGIN)


def in_order(faults: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The errors first, each kind in the order of the file."""
    return sorted(faults, key=lambda fault: (fault.severity is not Severity.ERROR, fault.place))


def row_of(faults: Sequence[Diagnostic], fault: int) -> int:
    """The first row of a fault among those that `fault_rows` writes."""
    before = in_order(faults)[:fault]
    return sum(3 if each.excerpt.strip() else 2 for each in before)
