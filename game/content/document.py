"""A scenario file on its way to a scenario: tree and model side by side, every fault at its place.

What is faulty is told once and then repaired with a stand-in, so that the second pass (names, languages,
guards) sees everything else and no fault hides another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from game.content import schema
from game.content.aliases import FIELDS, chinese, translated, written_offset
from game.content.diagnostics import NOTHING, Findings, Value, alternative, shown, suggestion
from game.content.forms import REPAIRED, kind_of
from game.content.people_schema import Words, file_name
from game.content.yaml_tree import MapNode, Node, Path, TextNode, at, key_at, plain
from game.language.locale import Locale
from game.language.text import LocalisedText

_ROUNDS = 8
_KEY = "[key]"
_OTHER_LANGUAGES = frozenset(
    {
        *("ar", "cn", "de", "es", "fr", "hi", "hk", "id", "it", "ja", "jp", "ko"),
        *("ms", "nl", "pl", "pt", "ru", "sv", "th", "tr", "tw", "uk", "vi"),
    }
)
_OURS = frozenset(locale.value for locale in Locale)
_CONTAINERS: dict[str, Any] = {"model_type": {}, "dict_type": {}, "list_type": []}
_EXPECTED = {
    "model_type": LocalisedText({Locale.EN: "fields", Locale.ZH: "一组字段"}),
    "dict_type": LocalisedText({Locale.EN: "fields", Locale.ZH: "一组字段"}),
    "list_type": LocalisedText({Locale.EN: "a list", Locale.ZH: "列表"}),
    "text_expected": LocalisedText({Locale.EN: "a single text", Locale.ZH: "一段文字"}),
}


@dataclass(slots=True)
class Document:
    """One scenario file: what stands where, what it says, what is wrong with it.

    Attributes:
        root: The tree.
        model: The values, with stand-ins where the file is faulty.
        findings: The faults so far.
        faulty: Names of the fields at which something is wrong: what depends on them is not told again.
    """

    root: MapNode
    model: schema.Scenario
    findings: Findings
    faulty: set[str] = field(default_factory=set)

    def key(self, path: Path) -> Node:
        """Where an entry begins: its key, or the value itself in a list."""
        return key_at(self.root, path)

    def tell(self, code: str, path: Path, word: str | None = None, /, **values: Value) -> None:
        """Notes a fault at a value; with `word`, at the last place where this word stands in the text."""
        node = at(self.root, path) or self.key(path)
        column = node.column
        if word and isinstance(node, TextNode) and node.line == node.end_line:
            line = self.findings.lines[node.line - 1][node.column - 1 : node.end_column - 1]
            column += max(0, _last_word(line, word), _last_word(line, self.findings.spelling.get(word, word)))
        self.findings.add(code, node.line, column, **values)

    def tell_key(self, code: str, path: Path, /, **values: Value) -> None:
        """Notes a fault at an entry's key."""
        node = self.key(path)
        self.findings.add(code, node.line, node.column, **values)

    def sound(self, *fields: str) -> bool:
        """Whether nothing is wrong with these fields anywhere, so that an absence is really one."""
        return self.faulty.isdisjoint(fields) and "?" not in self.faulty


def _last_word(line: str, word: str) -> int:
    start = len(line)
    while (start := line.rfind(word, 0, start)) >= 0:
        before, after = line[start - 1 : start], line[start + len(word) : start + len(word) + 1]
        if not (before and (before.isalnum() or before == "-")) and not (
            after and (after.isalnum() or after == "-")
        ):
            return start
    return -1


def validated(root: MapNode, findings: Findings) -> Document | None:
    """The document of a tree: everything wrong with its shape is told, then repaired.

    None only when no repair gives a scenario (which no known file does).
    """
    data = normal(plain(root))
    faulty = {"?"} if findings.errors else set()
    for attempt in range(_ROUNDS):
        try:
            return Document(root, schema.Scenario.model_validate(data), findings, faulty)
        except ValidationError as invalid:
            faults = invalid.errors(include_url=False, include_input=False)
        if attempt == 0:
            for fault in _causes(faults):
                faulty.update(_tell(fault, root, findings))
        for fault in faults:
            _repair(fault, data)
    return None


def _causes(faults: Sequence[Any]) -> list[Any]:
    """The faults without fields that are missing because they are misspelt right beside."""
    meant = set()
    for fault in faults:
        if fault["type"] == "extra_forbidden":
            *above, name = fault["loc"]
            meant.add((*above, translated(alternative(str(name), _fields_at(tuple(above))) or "")))
    return [fault for fault in faults if fault["type"] != "missing" or tuple(fault["loc"]) not in meant]


def normal(data: dict[str, Any]) -> dict[str, Any]:
    """Three short forms made long: `note: a text`, `of: a person` and `trust: 90` under `grades`."""
    asks = data.get("asks")
    for ask in asks.values() if isinstance(asks, dict) else ():
        if isinstance(ask, dict) and isinstance(ask.get("of"), str) and ask["of"]:
            ask["of"] = [ask["of"]]
    normal_rubric(data.get("rubric"))
    beats = data.get("beats")
    for beat in beats.values() if isinstance(beats, dict) else ():
        lines = beat.get("lines") if isinstance(beat, dict) else None
        for line in lines.values() if isinstance(lines, dict) else ():
            if isinstance(line, dict) and isinstance(line.get("note"), str) and line["note"]:
                line["note"] = {"en": line["note"], "zh": line["note"]}
    return data


def normal_rubric(rubric: Any) -> Any:
    """A rubric as plain data with the short form of its grades made long."""
    grades = rubric.get("grades") if isinstance(rubric, dict) else None
    if isinstance(grades, dict):
        grades.update({key: {"points": value} for key, value in grades.items() if isinstance(value, str)})
    return rubric


def _tell(fault: Any, root: MapNode, findings: Findings) -> set[str]:
    """Notes one fault of pydantic at its place; returns the names of the fields concerned."""
    path, kind, values = tuple(fault["loc"]), fault["type"], dict(fault.get("ctx") or {})
    names = [part for part in path if isinstance(part, str) and part != _KEY]
    concerned = set(names[-2:])
    if kind == "missing":
        node = key_at(root, path[:-1]) if len(path) > 1 else root
        parent = at(root, path[:-1])
        native = isinstance(parent, MapNode) and any(not key.text.isascii() for key in parent.keys.values())
        wanted = chinese(names[-1], FIELDS) if native else names[-1]
        findings.add("SC202", node.line, node.column, field=wanted)
    elif kind == "extra_forbidden":
        concerned.add(_tell_unknown(path, root, findings))
    elif kind in _EXPECTED:
        value = at(root, path)
        found = plain(value) if value is not None else ""
        node = key_at(root, path) if value is None or found == "" else value
        hint = _rewritten(kind, path, found)
        expected, found_kind = _EXPECTED[kind], kind_of(found)
        findings.add("SC204", node.line, node.column, expected=expected, found=found_kind, hint=hint)
    elif path[-1] == _KEY:
        node = key_at(root, path[:-1])
        findings.add(kind, node.line, node.column, **values)
    else:
        node = at(root, path) or key_at(root, path)
        offset = int(values.pop("offset", 0))
        quote = 0
        if isinstance(node, TextNode):
            quote = 0 if node.plain else 1
            if offset and node.line == node.end_line:
                line = findings.lines[node.line - 1]
                offset = written_offset(line[node.column - 1 + quote : node.end_column - 1 - quote], offset)
        findings.add(kind, node.line, node.column + offset + quote, **values)
    return concerned


def _rewritten(kind: str, path: tuple[Any, ...], found: object) -> LocalisedText:
    """`; write [x]` or `; write {en: x}` for a single text where a list or words belong."""
    if not isinstance(found, str) or not found:
        return NOTHING
    text = shown(found, 40)
    if kind == "list_type":
        text = f"[{text}]"
    elif kind == "model_type" and issubclass(_model_at(path) or BaseModel, Words):
        text = f'{{en: "{text}"}}'
    else:
        return NOTHING
    return LocalisedText({Locale.EN: f"; write {text}", Locale.ZH: f"，请写 {text}"})


def _fields_at(path: tuple[Any, ...]) -> list[str]:
    """The fields that may stand in the mapping at a path."""
    model = _model_at(path)
    return [file_name(known) for known in model.model_fields] if model else []


def _tell_unknown(path: tuple[Any, ...], root: MapNode, findings: Findings) -> str:
    name = str(path[-1])
    node = key_at(root, path)
    model, fields = _model_at(path[:-1]), _fields_at(path[:-1])
    language = name.partition("-")[0].lower()
    other = language in _OTHER_LANGUAGES or (language != name and language in _OURS)
    if model and issubclass(model, Words) and other:
        findings.add("SC302", node.line, node.column, locale=name)
        return name
    hint = suggestion(name, fields)
    findings.add("SC203", node.line, node.column, field=shown(name), hint=hint)
    return translated(alternative(name, fields) or "?")


def _model_at(path: tuple[Any, ...]) -> type[BaseModel] | None:
    """The model that a path leads to, followed through the types of the schema."""
    kind: Any = schema.Scenario
    for part in path:
        model = _model_in(kind)
        if model is not None and isinstance(part, str):
            known = {file_name(name): info for name, info in model.model_fields.items()}
            kind = known[part].annotation if part in known else None
        else:
            arguments = get_args(
                next((a for a in (kind, *get_args(kind)) if get_origin(a) in {dict, list}), kind)
            )
            kind = arguments[-1] if arguments else None
    return _model_in(kind)


def _model_in(kind: Any) -> type[BaseModel] | None:
    candidates = (kind, *get_args(kind)) if get_origin(kind) not in {dict, list} else ()
    return next((one for one in candidates if isinstance(one, type) and issubclass(one, BaseModel)), None)


def _repair(fault: Any, data: dict[str, Any]) -> None:
    """Puts a stand-in where the fault is, or takes out what cannot be kept."""
    path = [part for part in fault["loc"] if part != _KEY]
    parent: Any = data
    for part in path[:-1]:
        try:
            parent = parent[part]
        except (KeyError, IndexError, TypeError):
            return
    last: Any = path[-1] if path else ""
    if not isinstance(parent, dict | list) or (isinstance(parent, list) and not isinstance(last, int)):
        return
    kind = fault["type"]
    if kind == "extra_forbidden" or fault["loc"][-1] == _KEY:
        if isinstance(parent, dict):
            parent.pop(last, None)
    elif kind in _CONTAINERS:
        parent[last] = type(_CONTAINERS[kind])()
    else:
        parent[last] = REPAIRED
