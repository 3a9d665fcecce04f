"""A scenario as a page of lines, as an author sees it: no reader of ours is asked where anything stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

ENTRY = re.compile(r"(?P<indent> *)(?P<dash>- )?(?P<key>[\w-]+): ?(?P<value>.*)")
"""A line that begins an entry: its indentation, a dash in a list, its key and what stands behind."""

QUOTED = re.compile(r'(?P<before> *(?:- )?)(?P<key>en|zh): "(?P<text>(?:[^"\\])+)"')
"""A text in quotes on a line of its own."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A page with a fault in it.

    Attributes:
        data: the bytes of the file.
        lines: where an author would have to look, counted from 1.
        note: what was done, for whoever reads a miss.
    """

    data: bytes
    lines: frozenset[int]
    note: str


@dataclass(frozen=True)
class Page:
    """The lines of one scenario, counted from 0."""

    name: str
    lines: Sequence[str] = field(repr=False)

    def found(self, pattern: str, under: str = "") -> list[int]:
        """The lines that fit a pattern as a whole; only in one section of the file where `under` names it."""
        wanted = re.compile(pattern)
        inside = self.section(under) if under else range(len(self.lines))
        return [at for at in inside if wanted.fullmatch(self.lines[at])]

    def section(self, key: str) -> range:
        """The lines below a key of the outermost level."""
        for at, line in enumerate(self.lines):
            if line.startswith(f"{key}:"):
                return range(at + 1, self.end(at))
        return range(0)

    def end(self, at: int) -> int:
        """The line behind the entry that begins here: the next that is indented no deeper."""
        depth = self.depth(at)
        for after in range(at + 1, len(self.lines)):
            if self.lines[after].strip() and self.depth(after) <= depth:
                return after
        return len(self.lines)

    def depth(self, at: int) -> int:
        """How many spaces stand before the first sign; a dash counts as one."""
        line = self.lines[at]
        return len(line) - len(line.lstrip(" "))

    def entries(self, under: str, depth: int = 2) -> Iterator[tuple[str, int, int]]:
        """The entries of a section, each with its id, its first line and the line behind its last."""
        for at in self.found(rf" {{{depth}}}[\w-]+:.*", under):
            entry = ENTRY.fullmatch(self.lines[at])
            if entry is not None:
                yield entry["key"], at, self.end(at)

    def parent(self, at: int) -> int:
        """The line of the entry in which this line stands; itself on the outermost level."""
        depth = self.depth(at)
        for before in range(at - 1, -1, -1):
            line = self.lines[before]
            if line.strip() and self.depth(before) < depth:
                return before
        return at

    def replaced(self, changes: Mapping[int, Sequence[str]]) -> list[str]:
        """The lines with some of them exchanged: by nothing, by one or by several."""
        return [new for at, line in enumerate(self.lines) for new in changes.get(at, (line,))]

    def planted(
        self, changes: Mapping[int, str | Sequence[str]], *also: int, note: str = "", only: int | None = None
    ) -> Planted:
        """A page with changed lines; the places to look at are those, as they are counted afterwards.

        Args:
            changes: by line what stands there instead; an empty list takes the line out.
            also: further lines (of the old page) at which an author would look.
            note: what was done; the changed lines themselves when empty.
            only: of the changed lines, the one that counts.
        """
        many = {at: [new] if isinstance(new, str) else list(new) for at, new in changes.items()}
        wanted = set(also) | ({only} if only is not None else set(many))
        places: set[int] = set()
        number = 0
        for at in range(len(self.lines)):
            new = many.get(at, [self.lines[at]])
            if at in wanted:
                places.update(range(number + 1, number + len(new) + 1))
            number += len(new)
        told = note or " ⏎ ".join(" / ".join(new).strip() for new in many.values())
        return Planted(written(self.replaced(many)), frozenset(places), told)


def written(lines: Sequence[str]) -> bytes:
    """Lines as the bytes of a file."""
    return ("\n".join(lines) + "\n").encode()


def typo(word: str, chance: Random) -> str:
    """The word as a hurried hand writes it: two letters exchanged, one lost or one twice."""
    letters = [
        at for at in range(1, len(word) - 1) if word[at] != word[at + 1] and "-" not in word[at : at + 2]
    ]
    if not letters:
        return word + word[-1]
    at = chance.choice(letters)
    match chance.randrange(3):
        case 0:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case 1:
            return word[:at] + word[at + 1 :]
        case _:
            return word[:at] + word[at] * 2 + word[at + 1 :]


def picked(chance: Random, sites: Sequence[int]) -> int | None:
    """One of the sites; None where there is none."""
    return chance.choice(sites) if sites else None
