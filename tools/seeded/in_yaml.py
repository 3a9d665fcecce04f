"""Faults of writing: indentation, quotes, brackets, colons, and what YAML takes for something else."""

from __future__ import annotations

import re
from random import Random

from tools.seeded.kinds import kind
from tools.seeded.page import ENTRY, QUOTED, Page, Planted, picked

PLAIN = re.compile(r"[A-Za-z][^:#\"{}\[\]&*!|>%@`]+")
"""A text that means the same without its quotes."""


def texts(page: Page, words: int = 4) -> list[int]:
    """Lines with an English text that would also do without quotes, of some words."""
    found = []
    for at in page.found(QUOTED.pattern):
        text = QUOTED.fullmatch(page.lines[at])
        if (
            text
            and text["key"] == "en"
            and PLAIN.fullmatch(text["text"])
            and text["text"].count(" ") >= words
        ):
            found.append(at)
    return found


def rewritten(page: Page, at: int, text: str) -> str:
    """The line with another text, put as it is behind its key."""
    found = QUOTED.fullmatch(page.lines[at])
    assert found is not None
    return f"{found['before']}{found['key']}: {text}"


def said(page: Page, at: int) -> str:
    found = QUOTED.fullmatch(page.lines[at])
    assert found is not None
    return found["text"]


def cut(text: str, chance: Random) -> tuple[str, str]:
    """A text in two pieces, between two words in its middle."""
    gaps = [place for place, sign in enumerate(text) if sign == " "]
    gap = chance.choice(gaps[1:-1] or gaps)
    return text[:gap], text[gap + 1 :]


@kind("writing", "tab", "SC102")
def tab(page: Page, chance: Random) -> Planted | None:
    """A tab indents a line."""
    at = picked(chance, page.found(r" {4,}[\w-]+:.*"))
    return None if at is None else page.planted({at: "\t" * (page.depth(at) // 4) + page.lines[at].lstrip()})


@kind("writing", "one space too many", "SC108 SC104 SC101")
def too_deep(page: Page, chance: Random) -> Planted | None:
    """A line stands one space too far to the right."""
    at = picked(chance, page.found(r" {4,}(?:zh|does|seconds|delivery|claims): .*"))
    return None if at is None else page.planted({at: " " + page.lines[at]})


@kind("writing", "one space too few", "SC108 SC101")
def too_shallow(page: Page, chance: Random) -> Planted | None:
    """A line stands one space too far to the left."""
    at = picked(chance, page.found(r" {6,}(?:zh|does|seconds|delivery|claims): .*"))
    return None if at is None else page.planted({at: page.lines[at][1:]})


@kind("writing", "one level too high", "SC203 SC108 SC301 SC110 SC204 SC101")
def too_high(page: Page, chance: Random) -> Planted | None:
    """A field of a line stands on the level of the lines."""
    at = picked(chance, page.found(r" {8}(?:does|seconds|delivery|claims): .*", "beats"))
    return None if at is None else page.planted({at: page.lines[at][2:]})


@kind("writing", "open quote", "SC106 SC124")
def open_quote(page: Page, chance: Random) -> Planted | None:
    """The closing quote of a text is missing."""
    at = picked(chance, page.found(QUOTED.pattern))
    return None if at is None else page.planted({at: page.lines[at][:-1]})


@kind("writing", "no opening quote", "SC126 SC104 SC117")
def no_opening_quote(page: Page, chance: Random) -> Planted | None:
    """The opening quote of a text is missing."""
    at = picked(chance, texts(page))
    return None if at is None else page.planted({at: rewritten(page, at, said(page, at) + '"')})


@kind("writing", "second colon", "SC104")
def second_colon(page: Page, chance: Random) -> Planted | None:
    """A text without quotes has a colon in it."""
    at = picked(chance, texts(page))
    if at is None:
        return None
    return page.planted({at: rewritten(page, at, ": ".join(cut(said(page, at), chance)))})


@kind("writing", "key without colon", "SC107 SC108 SC101 SC104")
def key_without_colon(page: Page, chance: Random) -> Planted | None:
    """The colon behind a key is missing."""
    at = picked(chance, page.found(r" +(?:does|seconds|delivery|claims|then): .*"))
    return None if at is None else page.planted({at: page.lines[at].replace(":", "", 1)})


@kind("writing", "colon without space", "SC107 SC108 SC101 SC104 SC203")
def colon_without_space(page: Page, chance: Random) -> Planted | None:
    """No space stands behind the colon of a key."""
    at = picked(chance, page.found(r" +(?:does|seconds|delivery|claims|then): .*"))
    return None if at is None else page.planted({at: page.lines[at].replace(": ", ":", 1)})


@kind("writing", "full-width colon", "SC120")
def wide_colon(page: Page, chance: Random) -> Planted | None:
    """A Chinese keyboard wrote the colon behind a key."""
    at = picked(chance, page.found(r" +(?:does|seconds|delivery|claims|then|en|zh): .*"))
    return None if at is None else page.planted({at: page.lines[at].replace(": ", "：", 1)})


@kind("writing", "full-width comma", "SC122")
def wide_comma(page: Page, chance: Random) -> Planted | None:
    """A Chinese keyboard wrote the comma in a list."""
    at = picked(chance, page.found(r" +(?:does|delivery): \[[\w-]+(?: [\w-]+)?, .*\]"))
    return None if at is None else page.planted({at: page.lines[at].replace(", ", "，", 1)})


@kind("writing", "wide space", "SC121")
def wide_space(page: Page, chance: Random) -> Planted | None:
    """A Chinese keyboard wrote the space that indents a line."""
    at = picked(chance, page.found(r" {4,}(?:does|seconds|delivery|claims|then|en|zh): .*"))
    return None if at is None else page.planted({at: "\u3000" + page.lines[at][1:]})


@kind("writing", "open bracket", "SC105")
def open_bracket(page: Page, chance: Random) -> Planted | None:
    """The closing bracket of a list is missing."""
    at = picked(chance, page.found(r" +(?:- )?(?:does|delivery|when): \[.*\]"))
    return None if at is None else page.planted({at: page.lines[at][:-1]})


@kind("writing", "glued dash", "SC127")
def glued_dash(page: Page, chance: Random) -> Planted | None:
    """No space stands behind the dash of a list."""
    at = picked(chance, page.found(r" +- (?:when|en): .*"))
    return None if at is None else page.planted({at: page.lines[at].replace("- ", "-", 1)})


@kind("writing", "id twice", "SC110")
def id_twice(page: Page, chance: Random) -> Planted | None:
    """A line was copied within its beat and kept its id."""
    sites = []
    before: dict[int, int] = {}
    for at in page.found(r" {6}[\w-]+:", "beats"):
        above = page.parent(at)
        if page.lines[above].strip() == "lines:" and above in before:
            sites.append((before[above], at))
        before[above] = at
    if not sites:
        return None
    first, second = chance.choice(sites)
    return page.planted({second: page.lines[first]})


@kind("writing", "field twice", "SC110")
def field_twice(page: Page, chance: Random) -> Planted | None:
    """A field stands twice in one entry."""
    at = picked(chance, page.found(r" +(?:does|seconds|delivery|claims|then|craft): .*"))
    if at is None:
        return None
    planted = page.planted({at: [page.lines[at], page.lines[at]]})
    return Planted(planted.data, frozenset({at + 2}), planted.note)


@kind("writing", "anchor or alias", "SC111")
def anchor(page: Page, chance: Random) -> Planted | None:
    """Somebody who knows YAML used an anchor or an alias."""
    at = picked(chance, page.found(r" +(?:does|delivery): \[.*\]"))
    if at is None:
        return None
    if chance.random() < 0.5:
        return page.planted({at: page.lines[at].replace(": [", ": &same [", 1)})
    return page.planted({at: page.lines[at].partition(":")[0] + ": *same"})


@kind("writing", "tag", "SC112")
def tag(page: Page, chance: Random) -> Planted | None:
    """Somebody who knows YAML used a tag."""
    at = picked(chance, page.found(r" +(?:seconds|craft|then|claims): [\w-]+"))
    if at is None:
        return None
    word = chance.choice(["!!int", "!!str", "!python/name:os.system", "!mine"])
    return page.planted({at: page.lines[at].replace(": ", f": {word} ", 1)})


@kind("writing", "cut by ` #`", "SC117")
def cut_by_hash(page: Page, chance: Random) -> Planted | None:
    """A text without quotes has a ` #` in it."""
    at = picked(chance, texts(page))
    if at is None:
        return None
    return page.planted({at: rewritten(page, at, " #1 ".join(cut(said(page, at), chance)))})


@kind("writing", "cut by a comma", "SC116")
def cut_by_comma(page: Page, chance: Random) -> Planted | None:
    """Two texts were put into braces without quotes, and one has a comma."""
    sites = []
    for at in texts(page):
        entry = ENTRY.fullmatch(page.lines[at])
        after = QUOTED.fullmatch(page.lines[at + 1])
        whole = bool(entry and entry["dash"] and page.end(at) == at + 2)
        if whole and after and after["key"] == "zh" and ", " in said(page, at):
            sites.append(at)
    at = chance.choice(sites) if sites else -1
    if at < 0:
        return None
    indent = " " * page.depth(at)
    flow = f"{indent}- {{en: {said(page, at)}, zh: {said(page, at + 1)}}}"
    return page.planted({at: flow, at + 1: []})


@kind("writing", "smart quotes around a key", "SC118")
def curly_key(page: Page, chance: Random) -> Planted | None:
    """A word processor put its quotes around a key."""
    at = picked(chance, page.found(r" +(?:does|seconds|delivery|claims|then|en|zh): .*"))
    if at is None:
        return None
    return page.planted({at: re.sub(r"([\w-]+):", r"“\1”:", page.lines[at], count=1)})


@kind("writing", "smart quotes around a text", "SC119 SC104 SC118")
def curly_text(page: Page, chance: Random) -> Planted | None:
    """A word processor made the straight quotes of a text into curly ones."""
    at = picked(chance, texts(page))
    return None if at is None else page.planted({at: rewritten(page, at, f"“{said(page, at)}”")})


@kind("writing", "text behind a quote", "SC124 SC104")
def behind_a_quote(page: Page, chance: Random) -> Planted | None:
    """A text goes on behind a quotation: "Yes," she said."""
    at = picked(chance, texts(page))
    if at is None:
        return None
    first, rest = cut(said(page, at), chance)
    return page.planted({at: rewritten(page, at, f'"{first}" {rest}')})


@kind("writing", "text begins with a sign", "SC109")
def begins_with_a_sign(page: Page, chance: Random) -> Planted | None:
    """A text without quotes begins with a sign that YAML keeps for itself."""
    at = picked(chance, texts(page))
    sign = chance.choice(["@", "`", "%"])
    return None if at is None else page.planted({at: rewritten(page, at, sign + said(page, at))})


@kind("writing", "second document", "SC115")
def second_document(page: Page, chance: Random) -> Planted | None:
    """Three hyphens were meant to be a line of decoration."""
    at = picked(chance, [at for at in page.found(r"[\w-]+:.*") if at > 5])
    if at is None:
        return None
    planted = page.planted({at: ["---", page.lines[at]]})
    return Planted(planted.data, frozenset({at + 1}), "---")
