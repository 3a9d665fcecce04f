"""The same faults in ink and in Ren'Py, as far as the two know what they would be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random

from tools.seeded.page import Page, Planted, picked, typo, written

Plant = Callable[[Page, Random], Planted | None]


def substituted(pattern: str, part: str, new: str | Callable[[re.Match[str], Random], str]) -> Plant:
    """A fault that exchanges one piece of one line that fits a pattern."""

    def plant(page: Page, chance: Random) -> Planted | None:
        at = picked(chance, page.found(pattern))
        if at is None:
            return None
        put = new if isinstance(new, str) else (lambda found: new(found, chance))
        return page.planted({at: re.sub(part, put, page.lines[at], count=1)})

    return plant


def misspelt(pattern: str, part: str) -> Plant:
    """A fault that misspells a word in one line that fits a pattern."""
    return substituted(pattern, part, lambda found, chance: typo(found[0], chance))


def encoded(encoding: str) -> Plant:
    """The whole file in another encoding, with a Chinese word at its place."""

    def plant(page: Page, chance: Random) -> Planted | None:
        at = next(at for at, line in enumerate(page.lines) if not line.isascii())
        first = 1 if encoding == "utf-16" else at + 1
        return Planted(written(page.lines).decode().encode(encoding), frozenset({first}), encoding)

    return plant


def conflict(page: Page, chance: Random) -> Planted | None:
    at = picked(chance, page.found(r" +(?:->|jump) \w+"))
    if at is None:
        return None
    line = page.lines[at]
    return page.planted({at: ["<<<<<<< HEAD", line, "=======", line, ">>>>>>> theirs"]}, note="conflict")


def half(pattern: str) -> Plant:
    """A file that ends in the middle of a line."""

    def plant(page: Page, chance: Random) -> Planted | None:
        at = picked(chance, [each for each in page.found(pattern) if each > len(page.lines) // 5])
        if at is None:
            return None
        line = page.lines[at]
        text = "\n".join([*page.lines[:at], line[: len(line) * 2 // 3]])
        return Planted(text.encode(), frozenset({at + 1}), "half")

    return plant


def renamed(head: str) -> Plant:
    """A knot or label with a new name, to which the old one still leads."""

    def plant(page: Page, chance: Random) -> Planted | None:
        sites = []
        for at in page.found(head):
            name = re.search(r"\w+(?=:| ===)", page.lines[at])
            assert name is not None
            uses = page.found(rf" *(?:->|jump) {name[0]}")
            if uses and name[0] not in ("start", "the_end"):
                sites.append((at, name[0], uses))
        at, name_, uses = chance.choice(sites)
        return page.planted({at: page.lines[at].replace(name_, name_ + "_new")}, *uses)

    return plant


def taken(head: str) -> Plant:
    """Two knots or labels of one name."""

    def plant(page: Page, chance: Random) -> Planted | None:
        one, other = sorted(chance.sample(page.found(head)[1:], 2))
        return page.planted({other: page.lines[one]}, one)

    return plant


def beside(lines: list[str], head: str) -> Plant:
    """A knot or label to which nothing leads."""

    def plant(page: Page, chance: Random) -> Planted | None:
        at = chance.choice(page.found(head)[1:])
        planted = page.planted({at: [*lines, page.lines[at]]})
        return Planted(planted.data, frozenset(range(at + 1, at + 1 + len(lines))), "beside")

    return plant


def emptied(head: str, keep: int) -> Plant:
    """A knot or label without its choices: nothing follows its words."""

    def plant(page: Page, chance: Random) -> Planted | None:
        heads = page.found(head)
        at = chance.randrange(1, len(heads) - 1)
        gone = range(heads[at] + keep, heads[at + 1])
        return page.planted({line: [] for line in gone}, *range(heads[at], heads[at] + keep), note="emptied")

    return plant


def doubled(pattern: str) -> Plant:
    """A line that stands twice."""

    def plant(page: Page, chance: Random) -> Planted | None:
        at = picked(chance, page.found(pattern))
        if at is None:
            return None
        planted = page.planted({at: [page.lines[at], page.lines[at]]})
        return Planted(planted.data, frozenset({at + 1, at + 2}), planted.note)

    return plant


KNOT, LABEL = r"=== \w+ ===", r"label \w+:"
ASKED, TESTED = r" +\{ trust >= .*", r" +if trust >= .*"

IN_INK: Mapping[str, Plant] = {
    "GBK": encoded("gb18030"),
    "UTF-16": encoded("utf-16"),
    "half saved": half(r"\* \[.*\]"),
    "merge marker": conflict,
    "key without colon": substituted(r" +~ trust = .*", "~ ", ""),
    "open bracket": substituted(r"\* .*\[.*\]", r"\]$", ""),
    "id twice": doubled(r"VAR \w+ = .*"),
    "cut by ` #`": substituted(r"\w.* \w+ \w+.*", r"(?<=\w) (?=\w)", " #1 "),
    "misspelt field": misspelt(r" +~ trust = .*", r"trust(?= =)"),
    "no number": substituted(r"VAR trust = 30", "30", "thirty"),
    "beat without lines": emptied(KNOT, 2),
    "then to nowhere": misspelt(r" +-> \w{4,}", r"(?<=-> )\w+"),
    "unknown line": misspelt(r"\* \{said_\w+\}.*", r"(?<=\{said_)\w+"),
    "renamed beat": renamed(KNOT),
    "id taken": taken(KNOT),
    "beat out of reach": beside(["=== beside_the_way ===", "A quiet corner.", "-> the_end"], KNOT),
    "misspelt trait": misspelt(ASKED, r"trust(?= >=)"),
    "equals sign": substituted(ASKED, ">=", "="),
    "unfinished": substituted(ASKED, r">= \d+", ">="),
    "contradiction": substituted(ASKED, r"trust >= \d+", "trust >= 60 && trust < 40"),
    "said and not said": substituted(r"\* \{said_\w+\}.*", r"\{(said_\w+)\}", r"{\1 and not \1}"),
}
"""What each fault is in ink."""

IN_RENPY: Mapping[str, Plant] = {
    "GBK": encoded("gb18030"),
    "UTF-16": encoded("utf-16"),
    "half saved": half(r' +c ".*"'),
    "merge marker": conflict,
    "tab": substituted(r" {12}(?:jump|\$) .*", r"^ +", "\t\t\t"),
    "one space too many": substituted(r" {12}(?:jump|\$) .*", "^", " "),
    "one space too few": substituted(r" {12}(?:jump|\$) .*", "^ ", ""),
    "open quote": substituted(r' +c ".*"', '"$', ""),
    "no opening quote": substituted(r' +c ".*"', '"', ""),
    "key without colon": substituted(LABEL, ":", ""),
    "id twice": doubled(r"default \w+ = .*"),
    "smart quotes around a text": substituted(r' +c ".*"', r'"(.*)"', r"“\1”"),
    "text behind a quote": substituted(r' +c "\w+ .*"', r'"(\w+) (.*)"', r'"\1" \2'),
    "misspelt field": misspelt(r" +jump \w+", "jump"),
    "no number": substituted(r"default trust = 30", "30", "thirty"),
    "beat without lines": emptied(LABEL, 2),
    "then to nowhere": misspelt(r" +jump \w{4,}", r"(?<=jump )\w+"),
    "unknown line": misspelt(r' +".*" if said_\w+.*', r"(?<=if said_)\w+"),
    "renamed beat": renamed(LABEL),
    "id taken": taken(LABEL),
    "beat out of reach": beside(
        ["label beside_the_way:", '    "A quiet corner."', "    jump the_end"], LABEL
    ),
    "misspelt trait": misspelt(TESTED, r"trust(?= >=)"),
    "equals sign": substituted(TESTED, ">=", "="),
    "unfinished": substituted(TESTED, r">= \d+", ">="),
    "contradiction": substituted(TESTED, r"trust >= \d+", "trust >= 60 and trust < 40"),
    "said and not said": substituted(r' +".*" if said_\w+.*', r"if (said_\w+)", r"if \1 and not \1"),
}
"""What each fault is in Ren'Py."""
