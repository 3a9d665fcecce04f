"""Where a line of Chinese or English may end. Pure: how wide a text is, the caller says."""

from __future__ import annotations

from collections.abc import Callable, Iterator

CLOSING = frozenset("，。！？；：、）》〉」』】”’…—·～,.!?;:)]}%％")
"""Never first on a line."""

OPENING = frozenset("（《〈「『【“‘([{￥$")
"""Never last on a line."""

ALONE = 2
"""So many Chinese characters, or fewer, never stand alone on the last line."""


def _is_wide(character: str) -> bool:
    """Whether it belongs to a script that breaks anywhere."""
    return ord(character) >= 0x2E80 or character in "“”‘’—…·"


def _is_ideograph(character: str) -> bool:
    return 0x3400 <= ord(character) <= 0x9FFF or 0x20000 <= ord(character) <= 0x3FFFF


def units(text: str) -> Iterator[str]:
    """What cannot be broken: a word, a Chinese character with the marks that cling to it, a run of spaces.

    >>> list(units("要不，“看”一眼？Copier 3."))
    ['要', '不，', '“看”', '一', '眼？', 'Copier', ' ', '3.']
    """
    chinese = any(_is_ideograph(character) for character in text)
    unit = ""
    for character in text:
        if unit and not _clings(unit, character, chinese):
            yield unit
            unit = ""
        unit += character
    if unit:
        yield unit


def _clings(unit: str, character: str, chinese: bool) -> bool:
    """Whether a character stays with what stands before it."""
    if character == " " or unit.isspace():
        return character == " " and unit.isspace()
    if unit[-1] in OPENING or character in CLOSING:
        return True
    if unit[-1] == "-" and len(unit) > 2 and character.isalpha():
        return False
    return not chinese or not (_is_wide(character) or _is_wide(unit[-1]))


def break_lines(text: str, width: int, measure: Callable[[str], int]) -> tuple[str, ...]:
    """The text in lines of at most `width`, as `measure` counts.

    A unit wider than a whole line stands on a line of its own, or is cut where it must be. One or two
    Chinese characters, or one short English word, are never left alone on the last line where the line
    before can spare something. A line is taken to be as wide as its units together, so that every unit is
    measured once.
    """
    lines: list[list[str]] = []
    for paragraph in text.split("\n"):
        lines += _share_out(_fill(paragraph, width, measure), width, measure)
    return tuple("".join(line).strip() for line in lines)


def _fill(text: str, width: int, measure: Callable[[str], int]) -> list[list[str]]:
    lines: list[list[str]] = [[]]
    filled = 0
    for unit in units(text):
        for piece in _cut(unit, width, measure):
            wide = measure(piece)
            if lines[-1] and not piece.isspace() and filled + wide > width:
                lines.append([])
                filled = 0
            if lines[-1] or not piece.isspace():
                lines[-1].append(piece)
                filled += wide
    return lines


def _cut(unit: str, width: int, measure: Callable[[str], int]) -> Iterator[str]:
    """The unit, or pieces of it where it is wider than a line (an address, a word of eighty letters)."""
    while len(unit) > 1 and measure(unit) > width:
        end = max(1, next((n for n in range(len(unit), 0, -1) if measure(unit[:n]) <= width), 1))
        yield unit[:end]
        unit = unit[end:]
    yield unit


def _lonely(line: list[str], width: int, measure: Callable[[str], int]) -> bool:
    said = "".join(line).strip()
    characters = sum(_is_ideograph(character) for character in said)
    if characters:
        return characters <= ALONE and len(said) <= ALONE + 2
    return len(said.split()) == 1 and measure(said) < width * 0.12


def _share_out(lines: list[list[str]], width: int, measure: Callable[[str], int]) -> list[list[str]]:
    """Move units from the last line but one down to a last line that looks like an accident."""
    if len(lines) < 2 or not _lonely(lines[-1], width, measure):
        return lines
    before, last = list(lines[-2]), list(lines[-1])
    while len(before) > 1 and _lonely(last, width, measure):
        last.insert(0, before.pop())
    fits = measure("".join(last).strip()) <= width
    return [*lines[:-2], before, last] if fits and before else lines
