"""The reader of the psychology file: coefficients into the engine's tables, notes beside them (SC7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from game.content.cells import Cell
from game.content.conditions import condition
from game.content.diagnostics import Diagnostic, Findings, shown, suggestion
from game.content.field_guide import FieldGuide
from game.content.fields import PSYCHOLOGY, Fields
from game.content.fingerprint import digest
from game.content.grammar import GrammarFault
from game.content.psychology_entries import (
    KINDS,
    SignRow,
    TacticTable,
    kinds,
    note,
    sign_row,
    tell_practised,
)
from game.content.psychology_notes import EntryNote, PsychologyNotes
from game.content.sign_locks import lock_of, tell_locks
from game.content.source import Source, read_source
from game.content.yaml_tree import MapNode, TextNode, plain, read_tree
from game.engine.coefficients import CURVES, NUMBERS
from game.engine.psychology import Psychology
from game.engine.terms import Comparison, Guard, Term
from game.engine.traits import Trait
from game.language.locale import Locale
from game.language.text import LocalisedText

MOST_SIGNS = 24
"""Signs that people can tell apart."""

_LARGEST = 1_000_000
_SHOWN = 8
_VERSION = "rapport-psychology"
_NUMBER = LocalisedText({Locale.EN: "number", Locale.ZH: "系数"})
_KIND = LocalisedText({Locale.EN: "kind of emotional value", Locale.ZH: "情绪价值类型"})
_CURVE = LocalisedText({Locale.EN: "curve", Locale.ZH: "曲线"})


@dataclass(frozen=True, slots=True)
class PsychologyReading:
    """What came of the file; `psychology` is None when anything in it is wrong."""

    psychology: Psychology | None
    notes: PsychologyNotes
    diagnostics: tuple[Diagnostic, ...]


def shipped_psychology() -> Path:
    """The psychology file that comes with the program."""
    return Path(str(files("game.content").joinpath("psychology.yaml")))


def read_psychology(path: Path | None = None) -> PsychologyReading:
    """Reads a psychology file, the shipped one by default; everything wrong is told at once."""
    path = path or shipped_psychology()
    source, about_file = read_source(path)
    if source is None:
        return PsychologyReading(None, PsychologyNotes(), about_file)
    if path == shipped_psychology():
        # The items that it names are tried by the tests; nobody waits for the guide at every start.
        return read_psychology_text(source, about_file)
    return read_psychology_text(source, about_file, FieldGuide.load().ids(), psychology().notes.numbers)


def psychology(path: Path | None = None) -> PsychologyReading:
    """A psychology file, the shipped one by default; read once for each state of the file."""
    path = path or shipped_psychology()
    try:
        state = path.stat()
    except OSError:
        return read_psychology(path)
    return _psychology(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _psychology(path: Path, _changed: int, _size: int) -> PsychologyReading:
    return read_psychology(path)


def read_psychology_text(
    source: Source,
    about_file: tuple[Diagnostic, ...] = (),
    guide: Iterable[str] = (),
    widest: Mapping[str, EntryNote] | None = None,
) -> PsychologyReading:
    """Reads the text of a psychology file.

    Args:
        source: the text and its name.
        about_file: what is already known of the file.
        guide: ids that `practises` may name; an empty guide knows everything.
        widest: notes with the ranges that no file may leave, whatever ranges it writes; none by default.
    """
    findings = Findings(source.file, source)
    findings.extend(about_file)
    root = read_tree(source, findings)
    if root is None:
        return PsychologyReading(None, PsychologyNotes(), findings.told())
    if not isinstance(root, MapNode) or plain(root).get(_VERSION) != "1":
        findings.add("SC716", root.line, root.column)
        return PsychologyReading(None, PsychologyNotes(), findings.told())
    fields = Fields(root, root, findings, PSYCHOLOGY)
    tell_practised(fields, guide)
    return _Reader(fields, widest or {}).read()


class _Reader:
    def __init__(self, root: Fields, widest: Mapping[str, EntryNote]) -> None:
        self.root = root
        self.widest = widest
        self.findings = root.findings

    def read(self) -> PsychologyReading:
        self.root.only((_VERSION, "numbers", "curves", "kinds", "tactics", "moods", "signs"))
        numbers, number_notes = self._numbers(self.root.below("numbers"))
        curves, curve_notes = self._curves(self.root.below("curves"))
        self._names(self.root.below("kinds"), tuple(KINDS), _KIND)
        lacking, kind_notes = kinds(self.root.below("kinds"))
        table = TacticTable(self.root.below("tactics"))
        moods, mood_notes = self._moods(self.root.below("moods"))
        signs, sign_notes = self._signs(self.root.below("signs"))
        tell_locks(self.root)
        notes = PsychologyNotes(number_notes, curve_notes, table.notes, mood_notes, kind_notes, sign_notes)
        if self.findings.errors:
            return PsychologyReading(None, notes, self.findings.told())
        names = tuple(signs)
        rows = list(signs.values())
        psychology = Psychology(
            tactics=table.tactics(),
            number=numbers,
            curves=curves,
            moods=moods,
            signs=names,
            sign_constants=np.array([row.constant for row in rows], np.int32),
            sign_weights=np.array([row.weights for row in rows], np.int32).reshape(len(rows), len(Trait)),
            sign_steps=np.array([row.steps for row in rows], np.int32).reshape(len(rows), 3),
            masks=np.array([row.mask for row in rows], np.int32).reshape(len(rows), 3),
            kinds=lacking,
            limits={
                name: (entry.low, entry.high)
                for name, entry in number_notes.items()
                if entry.low is not None and entry.high is not None
            },
            fingerprint=digest(
                {
                    "numbers": numbers,
                    "curves": curves,
                    "tactics": table.canonical(),
                    "kinds": [lacking.needs.tolist(), lacking.motives.tolist(), lacking.communion.tolist()],
                    "moods": [[name, [repr(term) for term in guard]] for name, guard in moods.items()],
                    "signs": {name: row.canonical() for name, row in signs.items()},
                }
            ),
        )
        return PsychologyReading(psychology, notes, self.findings.told())

    def _names(self, fields: Fields, known: tuple[str, ...], kind: LocalisedText) -> None:
        for name in fields.names:
            if name not in known:
                hint = suggestion(name, known)
                fields.tell("SC708", fields.key(name), kind=kind, name=shown(name), hint=hint)
        if fields.place is not self.root.place:
            missing = [name for name in known if name not in fields.node.keys]
            if missing:
                rest = f" … (+{len(missing) - _SHOWN})" if len(missing) > _SHOWN else ""
                names = ", ".join(missing[:_SHOWN]) + rest
                fields.tell("SC707", fields.place, kind=kind, name=names)

    def _numbers(self, fields: Fields) -> tuple[dict[str, int], dict[str, EntryNote]]:
        self._names(fields, NUMBERS, _NUMBER)
        values: dict[str, int] = {}
        notes: dict[str, EntryNote] = {}
        for name in fields.names:
            entry = fields.below(name)
            entry.only(("value", "range", "mark", "source", "practises"))
            low, high = entry.limits("range") or (-_LARGEST, _LARGEST)
            known = self.widest.get(name)
            if known is not None and known.low is not None and known.high is not None:
                locked = lock_of(Cell("", name)) is not None  # a lock says more than a bound
                low, high = low if locked else max(low, known.low), min(high, known.high)
            values[name] = entry.number("value", low, high)
            notes[name] = note(name, entry, low, high)
        return values, notes

    def _curves(self, fields: Fields) -> tuple[dict[str, tuple[tuple[int, int], ...]], dict[str, EntryNote]]:
        self._names(fields, CURVES, _CURVE)
        curves: dict[str, tuple[tuple[int, int], ...]] = {}
        notes: dict[str, EntryNote] = {}
        for name in fields.names:
            entry = fields.below(name)
            entry.only(("points", "mark", "source", "practises"))
            curves[name] = self._points(entry)
            notes[name] = note(name, entry)
        return curves, notes

    def _points(self, entry: Fields) -> tuple[tuple[int, int], ...]:
        points: list[tuple[int, int]] = []
        for item in entry.texts("points"):
            parts = item.text.split()
            if len(parts) != 2 or not all(part.lstrip("-").isdecimal() and part.isascii() for part in parts):
                entry.tell("SC710", item, text=shown(item.text))
                continue
            point = (int(parts[0]), int(parts[1]))
            if points and point[0] <= points[-1][0]:
                entry.tell("SC709", item, this=point[0], before=points[-1][0])
            points.append(point)
        return tuple(points)

    def _moods(self, fields: Fields) -> tuple[dict[str, Guard], dict[str, EntryNote]]:
        moods: dict[str, Guard] = {}
        notes: dict[str, EntryNote] = {}
        for name in fields.names:
            entry = fields.below(name)
            entry.only(("when", "en", "zh", "mark", "source", "practises"))
            items = entry.texts("when")
            moods[name] = tuple(term for item in items if (term := self._term(entry, item)) is not None)
            notes[name] = note(name, entry, words=entry.words())
            last = name == fields.names[-1]
            if "when" in entry.node.keys and bool(items) == last:
                entry.tell("SC713", fields.key(name))
        return moods, notes

    def _term(self, entry: Fields, item: TextNode) -> Term | None:
        try:
            term = condition(item.text)
        except GrammarFault as fault:
            self.findings.add(fault.code, item.line, item.column + fault.offset, **fault.values)
            return None
        if not isinstance(term.test, Comparison) or term.test.person is not None:
            entry.tell("SC712", item)
            return None
        return term

    def _signs(self, fields: Fields) -> tuple[dict[str, SignRow], dict[str, EntryNote]]:
        if len(fields.names) > MOST_SIGNS:
            surplus = fields.key(fields.names[MOST_SIGNS])
            fields.tell("SC711", surplus, count=len(fields.names), most=MOST_SIGNS)
        rows = {name: sign_row(fields.below(name)) for name in fields.names}
        return rows, {name: note(name, fields.below(name)) for name in rows}
