"""Scenarios in Chinese words: one table turns fields and closed words into those of the language.

Prose is left alone; ids stay what they are. A translated value keeps its place, its columns do not count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from game.content.diagnostics import Findings
from game.content.psychology_file import psychology
from game.content.source import Source
from game.content.yaml_tree import ListNode, MapNode, Node, TextNode, plain, read_tree
from game.language.locale import Locale

_PROSE = frozenset({*(locale.value for locale in Locale), "note"})
_WORD = re.compile(r"[^\s<>=!≤≥]+")


@lru_cache(maxsize=1)
def aliases() -> Mapping[str, str]:
    """Every Chinese word of the table with the word of the language it stands for."""
    text = files("game.content").joinpath("aliases.yaml").read_text("utf-8")
    findings = Findings("aliases.yaml")
    root = read_tree(Source("aliases.yaml", text), findings)
    assert root is not None, findings.told()
    sections: dict[str, dict[str, str]] = plain(root)
    notes = psychology().notes
    named = {note.words.said(Locale.ZH): note.id for note in (*notes.tactics.values(), *notes.moods.values())}
    return named | {word: meaning for section in sections.values() for word, meaning in section.items()}


def translate(node: Node) -> None:
    """Turns every Chinese field and closed word of a tree into the language's own, in place."""
    if isinstance(node, MapNode):
        if not all(map(str.isascii, node.keys)):
            _translate_keys(node)
        for key, value in node.values.items():
            if isinstance(value, TextNode):
                if key not in _PROSE and not value.text.isascii():
                    value.text = translated(value.text)
            else:
                translate(value)
    elif isinstance(node, ListNode):
        for item in node.items:
            if not isinstance(item, TextNode):
                translate(item)
            elif not item.text.isascii():
                item.text = translated(item.text)


def translated(text: str) -> str:
    """A text with each of its words looked up in the table."""
    table = aliases()
    return _WORD.sub(lambda word: table.get(word[0], word[0]), text)


def _translate_keys(node: MapNode) -> None:
    """Renames the keys and keeps their order; a key whose meaning is there already stays as it is."""
    table = aliases()
    names = {key: table.get(key, key) for key in node.keys}
    for key, name in names.items():
        if name != key and (name in node.keys or list(names.values()).count(name) > 1):
            names[key] = key
    node.keys = {names[key]: place for key, place in node.keys.items()}
    node.values = {names[key]: value for key, value in node.values.items()}
