"""What an editor shows beside a proposal and over a word: every field and closed word, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from game.content.aliases import FIELDS, WORDS, chinese
from game.content.diagnostics import Findings
from game.content.provoking import provoking
from game.content.psychology_file import psychology
from game.content.source import Source
from game.content.yaml_tree import plain, read_tree
from game.language.locale import Locale
from game.language.text import LocalisedText

WHOLE = "Scenario"
"""The section of the file's outermost fields."""

_EITHER = "words"
_CONDITIONS = ("trust >= 35", "stage interest", "said ask-leave", "not said ask-leave", "told blamed")
_MORE = ("agreed needs-talk", "acknowledged timing", "probed timing", "solved timing", "kept ten-minutes")


@lru_cache(maxsize=1)
def field_notes() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """What each field is: by part of the schema, field and language."""
    text = files("game.content").joinpath("field_notes.yaml").read_text("utf-8")
    findings = Findings("field_notes.yaml")
    root = read_tree(Source("field_notes.yaml", text), findings)
    assert root is not None, findings.told()
    notes: Mapping[str, Mapping[str, Mapping[str, str]]] = plain(root)
    return notes


def explained(schema: dict[str, Any]) -> dict[str, Any]:
    """A JSON Schema of scenarios with words at every field, and proposals for tactics and conditions.

    Args:
        schema: as the models make it; it is changed.
    """
    parts = {WHOLE: schema, **schema["$defs"]}
    for part, model in parts.items():
        for field, value in _fields(model).items():
            _explain(part, field, value)
    does = _fields(parts["Line"])["does"]
    does["items"] = {"anyOf": [_tactics(), does["items"]]}
    for part, model in parts.items():
        when = _fields(model).get("when")
        if when is not None:
            _propose(when, part)
    return schema


def _fields(model: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a model, also where it has a short form beside it."""
    if "properties" in model:
        fields: dict[str, Any] = model["properties"]
        return fields
    return next((_fields(one) for one in model.get("anyOf", ()) if _fields(one)), {})


def _explain(part: str, field: str, value: dict[str, Any]) -> None:
    """Puts the words of a field beside its form, and the Chinese ones beside its closed words; in place."""
    notes = field_notes()
    note = notes.get(part, {}).get(field) or notes[_EITHER].get(field)
    if note is not None:
        value["description"] = said(note["en"], note["zh"])
        if "enum" in value.get("items", {}):
            value["items"]["description"] = value["description"]
    name = chinese(field, part.lower(), FIELDS)
    value["title"] = field if name == field else f"{field} · {name}"
    for place in (value, value.get("items"), value.get("propertyNames"), *value.get("anyOf", ())):
        if isinstance(place, dict) and "enum" in place:
            place["enumDescriptions"] = [chinese(str(word), field, WORDS, FIELDS) for word in place["enum"]]


def _tactics() -> dict[str, Any]:
    """The tactics of the shipped customer model, each with its name."""
    reading = psychology()
    notes, model = reading.notes.tactics, reading.psychology
    provoked = {name: provoking(model, name) if model is not None else None for name in notes}
    hovers = [
        "\n\n".join(_both(words) for words in (note.words, provoked[name]) if words is not None)
        for name, note in notes.items()
    ]
    return {"enum": list(notes), "enumDescriptions": hovers}


def _propose(when: dict[str, Any], part: str) -> None:
    """One condition of every form, and every mood; in place."""
    items = when["items"]
    moods = [f"mood {mood}" for mood in psychology().notes.moods]
    later = [word for word in items.get("examples", ()) if part == "Epilogue" and word not in _CONDITIONS]
    timed = ["pressure < 25 by 3", "need >= 40 before offer"] if part == "Criterion" else []
    when["items"] = {**items, "examples": list(dict.fromkeys((*_CONDITIONS, *moods, *_MORE, *timed, *later)))}


def _both(words: LocalisedText) -> str:
    return said(words.said(Locale.EN), words.said(Locale.ZH))


def said(english: str, chinese_words: str) -> str:
    """Both languages, one below the other."""
    return f"{english}\n\n{chinese_words}"
