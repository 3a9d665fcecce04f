"""The fields and closed words of a scenario in the other language; everything else in its file stays.

English is what every Chinese word of the table means, wherever it stands. Chinese needs to know what stands
where, so that no id is taken for a word: the schema is followed along the tree. Words are replaced at their
places in the text; remarks, order, quotes and layout are not touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from game.authoring.respelt_values import respelt
from game.content import schema
from game.content.aliases import FIELDS, PROSE, WORDS, chinese, english_keys, translated
from game.content.diagnostics import Diagnostic, Findings
from game.content.forms import Form
from game.content.golden_paths import PATHS_HEAD
from game.content.people_schema import file_name
from game.content.source import Source
from game.content.yaml_tree import ListNode, MapNode, Node, TextNode, read_tree
from game.language.locale import Locale

SCENARIO_HEADS = ("rapport", "知心")
_MODELINE = re.compile(
    r"^(# yaml-language-server: \$schema=[^\s]*?rapport-scenario)(\.zh)?(\.schema\.json)", re.MULTILINE
)
"""The remark that tells editors which schema a file follows; each language has its own."""


@dataclass(frozen=True, slots=True)
class Respelt:
    """A file in the words of a language; where it cannot be read its text as it was, and why."""

    text: str
    diagnostics: tuple[Diagnostic, ...] = ()


Edit = tuple[TextNode, str]
"""A scalar, and what is to stand there."""


def in_language(source: Source, locale: Locale) -> Respelt:
    """A scenario, or a file of golden paths, with its fields and closed words in one language.

    Laws: doing it twice is doing it once; English made Chinese and English again is what it was.
    """
    root, findings = _tree(source)
    if root is None:
        return Respelt(source.text, findings.told())
    english = edited(source, _to_english(root))
    if locale is Locale.EN:
        return Respelt(_MODELINE.sub(r"\1\3", english, count=1))
    again = Source(source.file, english)
    root, _ = _tree(again)
    chinese_text = english if root is None else edited(again, _to_chinese(root))
    return Respelt(_MODELINE.sub(r"\1.zh\3", chinese_text, count=1))


def usual(source: Source) -> Locale:
    """The language that more of a file's fields are in; English where there are as many."""
    root, _ = _tree(source)
    keys = list(_keys(root)) if root is not None else []
    return Locale.ZH if 2 * sum(not key.isascii() for key in keys) > len(keys) else Locale.EN


def is_ours(source: Source) -> bool:
    """Whether it is a scenario or a file of golden paths, by its outermost fields."""
    root, _ = _tree(source)
    return isinstance(root, MapNode) and any(key in root.keys for key in (*SCENARIO_HEADS, PATHS_HEAD))


def edited(source: Source, edits: Iterable[Edit]) -> str:
    """The text of a file with scalars replaced; one that is escaped or runs over lines stays as it is."""
    starts = source.starts
    pieces: list[str] = []
    done = 0
    for node, new in sorted(edits, key=lambda edit: (edit[0].line, edit[0].column)):
        quote = 0 if node.plain else 1
        start = starts[node.line - 1] + node.column - 1 + quote
        end = starts[node.end_line - 1] + node.end_column - 1 - quote
        if new == node.text or source.text[start:end] != node.text:
            continue
        pieces += [source.text[done:start], new]
        done = end
    return "".join((*pieces, source.text[done:]))


def _tree(source: Source) -> tuple[Node | None, Findings]:
    findings = Findings(source.file, source)
    root = read_tree(source, findings)
    return (None if findings.errors else root), findings


def _keys(node: Node) -> Iterator[str]:
    """Every field of a file; languages do not count."""
    if isinstance(node, MapNode):
        for key, value in node.values.items():
            if key not in PROSE:
                yield key
            yield from _keys(value)
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _keys(item)


def _to_english(node: Node) -> Iterator[Edit]:
    if isinstance(node, MapNode):
        names = english_keys(node)
        for key, value in node.values.items():
            yield node.keys[key], names[key]
            if not isinstance(value, TextNode):
                yield from _to_english(value)
            elif names[key] not in PROSE:
                yield value, translated(value.text)
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from [(item, translated(item.text))] if isinstance(item, TextNode) else _to_english(item)


def _to_chinese(root: Node) -> Iterator[Edit]:
    if isinstance(root, MapNode) and PATHS_HEAD in root.keys:
        return _paths(root)
    return _part(root, schema.Scenario)


def _renamed(node: MapNode, name: Callable[[str], str]) -> Iterator[Edit]:
    """Keys under another name, unless that name is there already."""
    for key, place in node.keys.items():
        if (new := name(key)) not in node.keys:
            yield place, new


def _part(node: Node, model: type[BaseModel]) -> Iterator[Edit]:
    """The fields of one model and what stands in them."""
    if not isinstance(node, MapNode):
        return
    known = {file_name(name): info for name, info in model.model_fields.items()}
    section = model.__name__.lower()
    yield from _renamed(node, lambda key: chinese(key, section, FIELDS) if key in known else key)
    for key, value in node.values.items():
        if key in known:
            yield from _value(value, known[key].annotation, known[key].metadata, key)


def _value(node: Node, kind: Any, metadata: Iterable[Any], field: str) -> Iterator[Edit]:
    """What stands in a field, by its type."""
    form = next((one for one in metadata if isinstance(one, Form)), None)
    if form is not None:
        if isinstance(node, TextNode):
            yield node, respelt(node.text, form, field)
        return
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is list and isinstance(node, ListNode):
        for item in node.items:
            yield from _value(item, *_annotated(arguments[0]), field)
    elif origin is list and field == "of":  # the short form: one person
        return
    elif origin is dict and isinstance(node, MapNode):
        inner, notes = _annotated(arguments[0])
        closed = next((one for one in notes if isinstance(one, Form)), None)
        if (inner is str and closed is None) or (closed is not None and "enum" in closed.json):
            yield from _renamed(node, partial(_word, field=field))
        for item in node.values.values():
            yield from _value(item, *_annotated(arguments[1]), field)
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        yield from _part(node, kind)
    else:
        for argument in arguments:
            if argument is not type(None):
                yield from _value(node, *_annotated(argument), field)


def _word(word: str, field: str) -> str:
    return chinese(word, field, WORDS, FIELDS)


def _annotated(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type apart from what is noted about it."""
    notes = getattr(kind, "__metadata__", ())
    return (get_args(kind)[0] if notes else kind), notes


def _paths(root: MapNode) -> Iterator[Edit]:
    """A file of golden paths: fields, stages and conditions."""
    yield from _renamed(root, lambda key: key if key == PATHS_HEAD else chinese(key, FIELDS))
    entries = root.values.get("paths")
    for entry in entries.values.values() if isinstance(entries, MapNode) else ():
        if not isinstance(entry, MapNode):
            continue
        yield from _renamed(entry, lambda key: chinese(key, FIELDS))
        expected = entry.values.get("expect")
        for item in expected.items if isinstance(expected, ListNode) else ():
            if isinstance(item, MapNode):
                yield from _renamed(item, lambda key: chinese(key, FIELDS))
                stage = schema.Ending.model_fields["stage"]
                when = schema.Reply.model_fields["when"]
                for field, info in (("stage", stage), ("when", when)):
                    if field in item.values:
                        yield from _value(item.values[field], info.annotation, info.metadata, field)
