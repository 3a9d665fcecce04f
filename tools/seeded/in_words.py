"""Faults of language: words that are missing, exchanged, or of the other language."""

from __future__ import annotations

from random import Random

from tools.seeded.kinds import kind
from tools.seeded.page import QUOTED, Page, Planted, picked


def pairs(page: Page, words: int = 0) -> list[int]:
    """Lines with an English text, with the Chinese one right below."""
    found = []
    for at in page.found(QUOTED.pattern):
        first = QUOTED.fullmatch(page.lines[at])
        second = QUOTED.fullmatch(page.lines[at + 1]) if at + 1 < len(page.lines) else None
        if not first or not second or (first["key"], second["key"]) != ("en", "zh"):
            continue
        if first["text"].count(" ") >= words and len(second["text"]) >= words:
            found.append(at)
    return found


def swapped(line: str, text: str) -> str:
    found = QUOTED.fullmatch(line)
    assert found is not None
    return f'{found["before"]}{found["key"]}: "{text}"'


def text(line: str) -> str:
    found = QUOTED.fullmatch(line)
    assert found is not None
    return found["text"]


@kind("language", "missing language", "SC301")
def missing_language(page: Page, chance: Random) -> Planted | None:
    """One language of a text was forgotten."""
    # A note is for the author alone: one language of it is enough.
    at = picked(chance, [at for at in pairs(page) if page.lines[page.parent(at)].strip() != "note:"])
    if at is None:
        return None
    entry = at if "- " in page.lines[at] else page.parent(at)
    if "- en" not in page.lines[at] and chance.random() < 0.5:
        return page.planted({at: []}, entry, at + 1, note="without en")
    return page.planted({at + 1: []}, entry, at, note="without zh")


@kind("language", "empty text", "SC301 SC303")
def empty_text(page: Page, chance: Random) -> Planted | None:
    """One language of a text is empty."""
    at = picked(chance, [at for at in pairs(page) if page.lines[page.parent(at)].strip() != "note:"])
    return None if at is None else page.planted({at + 1: swapped(page.lines[at + 1], "")})


@kind("language", "languages exchanged", "SC306")
def exchanged(page: Page, chance: Random) -> Planted | None:
    """The English text stands under zh, and the Chinese one under en."""
    at = picked(chance, pairs(page, 4))
    if at is None:
        return None
    first, second = page.lines[at], page.lines[at + 1]
    return page.planted({at: swapped(first, text(second)), at + 1: swapped(second, text(first))})


@kind("language", "not translated", "SC306")
def not_translated(page: Page, chance: Random) -> Planted | None:
    """The English text was copied to zh, to be translated later."""
    at = picked(chance, pairs(page, 4))
    if at is None:
        return None
    return page.planted({at + 1: swapped(page.lines[at + 1], text(page.lines[at]))})


@kind("language", "unknown language", "SC302")
def unknown_language(page: Page, chance: Random) -> Planted | None:
    """A text stands under the code of another language."""
    at = picked(chance, pairs(page))
    code = chance.choice(["cn", "zh-CN", "ja", "jp", "de"])
    return None if at is None else page.planted({at + 1: page.lines[at + 1].replace("zh:", f"{code}:", 1)})


@kind("language", "lost placeholder", "SC305")
def lost_placeholder(page: Page, chance: Random) -> Planted | None:
    """The form of address is filled in in one language only."""
    sites = [at for at in pairs(page) if "{address}" in page.lines[at] and "{address}" in page.lines[at + 1]]
    at = picked(chance, sites)
    if at is None:
        return None
    return page.planted({at + 1: page.lines[at + 1].replace("{address}", "您")}, at)


@kind("language", "misspelt placeholder", "SC801")
def misspelt_placeholder(page: Page, chance: Random) -> Planted | None:
    """A placeholder is misspelt in both languages."""
    sites = [at for at in pairs(page) if "{address}" in page.lines[at] and "{address}" in page.lines[at + 1]]
    at = picked(chance, sites)
    if at is None:
        return None
    word = chance.choice(["{adress}", "{Address}", "{name}"])
    return page.planted({line: page.lines[line].replace("{address}", word) for line in (at, at + 1)})
