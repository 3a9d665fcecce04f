"""Scenarios in Chinese words: one table turns fields and closed words into those of the language, and back.

Prose is left alone; ids stay what they are. A translated value keeps its place; where something stands within
it is counted in what the author wrote.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from game.content.diagnostics import Findings
from game.content.source import Source
from game.content.yaml_tree import ListNode, MapNode, Node, TextNode, plain, read_tree
from game.language.locale import Locale

PROSE = frozenset({*(locale.value for locale in Locale), "note"})
"""Fields whose texts are never translated."""

TACTICS, MOODS, FIELDS, WORDS = "tactics", "moods", "fields", "words"
"""Sections of the table; the others are named after a part of a scenario, or after a field."""

_WORD = re.compile(r"[^\s<>=!≤≥]+")


@lru_cache(maxsize=1)
def _sections() -> Mapping[str, Mapping[str, str]]:
    """The table as it is written, by section: Chinese words with those of the language."""
    from game.content.psychology_file import psychology  # what reads it needs this table

    text = files("game.content").joinpath("aliases.yaml").read_text("utf-8")
    findings = Findings("aliases.yaml")
    root = read_tree(Source("aliases.yaml", text), findings)
    assert root is not None, findings.told()
    notes = psychology().notes
    return {
        TACTICS: {note.words.said(Locale.ZH): note.id for note in notes.tactics.values()},
        MOODS: {note.words.said(Locale.ZH): note.id for note in notes.moods.values()},
        **plain(root),
    }


@lru_cache(maxsize=1)
def aliases() -> Mapping[str, str]:
    """Every Chinese word of the table with the word of the language it stands for."""
    return {word: meaning for section in _sections().values() for word, meaning in section.items()}


@lru_cache(maxsize=256)
def _reversed(section: str) -> Mapping[str, str]:
    """The first Chinese word for every word of a section."""
    table: dict[str, str] = {}
    for word, meaning in _sections().get(section, {}).items():
        table.setdefault(meaning, word)
    return table


def chinese(word: str, *sections: str) -> str:
    """The Chinese word for one of the language, from the first of these sections that has it; else itself."""
    for section in sections:
        if word in _reversed(section):
            return _reversed(section)[word]
    return word


def translate(node: Node, spelling: dict[str, str] | None = None) -> None:
    """Turns every Chinese field and closed word of a tree into the language's own, in place.

    Args:
        node: the tree.
        spelling: takes every word of the language that was written in Chinese, as it was written.
    """
    if isinstance(node, MapNode):
        if not all(map(str.isascii, node.keys)):
            _translate_keys(node, spelling)
        for key, value in node.values.items():
            if isinstance(value, TextNode):
                if key not in PROSE and not value.text.isascii():
                    value.text = translated(value.text, spelling)
            else:
                translate(value, spelling)
    elif isinstance(node, ListNode):
        for item in node.items:
            if not isinstance(item, TextNode):
                translate(item, spelling)
            elif not item.text.isascii():
                item.text = translated(item.text, spelling)


def translated(text: str, spelling: dict[str, str] | None = None) -> str:
    """A text with each of its words looked up in the table."""
    table = aliases()
    if spelling is not None:
        spelling.update({table[word]: word for word in _WORD.findall(text) if word in table})
    return _WORD.sub(lambda word: table.get(word[0], word[0]), text)


def written_offset(written: str, offset: int) -> int:
    """Where something stands in what the author wrote, by where it stands in the translated text."""
    table, longer = aliases(), 0
    for word in _WORD.finditer(written):
        meaning = table.get(word[0], word[0])
        if offset < word.start() + longer + len(meaning):
            return word.start() if offset >= word.start() + longer else offset - longer
        longer += len(meaning) - len(word[0])
    return max(0, offset - longer)


def _translate_keys(node: MapNode, spelling: dict[str, str] | None) -> None:
    """Renames the keys and keeps their order; a key whose meaning is there already stays as it is."""
    names = english_keys(node)
    if spelling is not None:
        spelling.update({name: key for key, name in names.items() if name != key})
    node.keys = {names[key]: place for key, place in node.keys.items()}
    node.values = {names[key]: value for key, value in node.values.items()}


def english_keys(node: MapNode) -> dict[str, str]:
    """What each key of a mapping is in the language; one whose meaning is there already stays as it is."""
    table = aliases()
    names = {key: table.get(key, key) for key in node.keys}
    for key, name in names.items():
        if name != key and (name in node.keys or list(names.values()).count(name) > 1):
            names[key] = key
    return names
