"""One closed word, dose with tactic, or condition in Chinese words; ids and numbers stay as they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from game.content.aliases import FIELDS, MOODS, TACTICS, WORDS, chinese
from game.content.cells import cell
from game.content.conditions import MOMENTS, RESISTANCES, STEPS, condition
from game.content.forms import Form
from game.content.grammar import ago, tactic_use

_TOKEN = re.compile(r"[^\s<>=!≤≥]+")
_FLAGS = frozenset({"true", "false"})


def respelt(text: str, form: Form, field: str) -> str:
    """The text of a leaf in Chinese words.

    Args:
        text: as it stands in the file, in English words.
        form: how it is read.
        field: the field that it stands in.
    """
    parse = form.parse.func if isinstance(form.parse, partial) else form.parse
    if "enum" in form.json or (field == "root" and text in RESISTANCES):  # a secret is never named like one
        return chinese(text, field, WORDS, FIELDS)
    if form.json.get("type") == "boolean":
        return chinese(text, WORDS) if text in _FLAGS else text
    if parse is condition:
        return in_chinese(text)
    if parse is tactic_use:
        return _mapped(text, lambda word, at: chinese(word, TACTICS if at == 0 else WORDS), from_end=True)
    if parse is ago:
        return _mapped(text, lambda word, _: chinese(word, WORDS))
    if parse is cell:
        return _mapped(text, _part_of_a_cell)
    return text


def _part_of_a_cell(word: str, at: int) -> str:
    return chinese(word, TACTICS if at == 1 else WORDS)


def _mapped(text: str, word: Callable[[str, int], str], from_end: bool = False) -> str:
    """Every word of a text through a function of the word and its number."""
    words = _TOKEN.findall(text)
    numbers = range(len(words))[::-1] if from_end else range(len(words))
    new = iter([word(old, number) for old, number in zip(words, numbers, strict=True)])
    return _TOKEN.sub(lambda _: next(new), text)


def in_chinese(text: str) -> str:
    """A condition in Chinese words: keywords, traits, moods, stages, resistances and moments."""
    place = "head"

    def word(old: str, _: int) -> str:
        nonlocal place
        here = place
        match here:
            case "head":
                place = _AFTER.get(old, "rest")
                return chinese(old, WORDS, FIELDS)
            case "rest":
                place = _WITHIN.get(old, "rest")
                return chinese(old, WORDS, FIELDS) if old in _WITHIN else old
            case "mood":
                place = "rest"
                return chinese(old, MOODS)
            case "word":
                place = "rest"
                return chinese(old, WORDS, FIELDS)
            case "moment":
                place = "rest"
                return chinese(old, WORDS, FIELDS) if old in MOMENTS else old
        place = "rest"  # an id, or a number
        return old

    return _mapped(text, word)


_AFTER = {
    "not": "head",
    "mood": "mood",
    "stage": "word",
    **dict.fromkeys(STEPS, "word"),
    **dict.fromkeys(("said", "told", "agreed", "kept", "broken"), "name"),
}
"""What comes behind the first word of a condition."""

_WITHIN = {"of": "name", "by": "name", "before": "moment"}
"""What comes behind a word that joins."""
