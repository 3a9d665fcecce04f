"""The strict reading of the field guide's two files; what is wrong is told, what is right is kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from game.content.diagnostics import Diagnostic, Findings, shown, suggestion
from game.content.fields import PHRASES, Fields
from game.content.guide_entries import GuideIndex, GuideItem, Lesson, LessonBook, Myth, Priority, Standing
from game.content.source import read_source
from game.content.yaml_tree import MapNode, Node, TextNode, plain, read_tree
from game.language.locale import Locale
from game.language.text import LocalisedText

GUIDE_HEAD = "rapport-guide"
LESSONS_HEAD = "rapport-lessons"
LENGTHS = {Locale.EN: (60, 90), Locale.ZH: (110, 170)}
"""Words of an English lesson, characters of a Chinese one, from and to."""

_UNITS = {
    Locale.EN: LocalisedText({Locale.EN: "English words", Locale.ZH: "个英文词"}),
    Locale.ZH: LocalisedText({Locale.EN: "Chinese characters", Locale.ZH: "个汉字"}),
}
_VERSION = "1"
_SHOWN = 8
_LANGUAGES = tuple(locale.value for locale in Locale)
_PRIORITIES = {priority.value: priority for priority in Priority}
_STANDINGS = {standing.value: standing for standing in Standing}
_PERCENTAGE = re.compile(r"\d\s*[%％]|\bper ?cent\b|百分之")
_PART = re.compile(r"[^,]+")


@dataclass(frozen=True, slots=True)
class IndexReading:
    """What came of `field_guide.yaml`."""

    index: GuideIndex
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class LessonReading:
    """What came of `lessons.yaml`."""

    book: LessonBook
    diagnostics: tuple[Diagnostic, ...]


def length(text: str, locale: Locale) -> int:
    """How long a lesson is: words in English, characters without spaces in Chinese."""
    return len(text.split()) if locale is Locale.EN else len("".join(text.split()))


def read_index(path: Path) -> IndexReading:
    """Reads the sources, groups and items of the field guide."""
    root, findings = _root(path, GUIDE_HEAD)
    if root is None:
        return IndexReading(GuideIndex(), findings.told())
    root.only((GUIDE_HEAD, "sources", "groups", "items"))
    sources, groups = root.below("sources"), root.below("groups")
    known = {name: _text(sources.below(name)) for name in sources.names}
    titles = {name: _text(groups.below(name)) for name in groups.names}
    items: dict[str, GuideItem] = {}
    entries = root.below("items")
    for name in entries.names:
        entry = entries.below(name)
        entry.only(("group", "priority", "seed", "title"), ("myth", *_LANGUAGES))
        items[name] = GuideItem(
            id=name,
            group=_word(entry, "group", titles),
            priority=_PRIORITIES.get(_word(entry, "priority", _PRIORITIES), Priority.NICE),
            seeds=_names(entry, "seed", known),
            title=_text(entry.below("title")),
            words=_plain_words(entry),
            myths=tuple(part.text for part in _parts(entry.text("myth"))),
        )
    return IndexReading(GuideIndex(known, titles, items), findings.told())


def read_lessons(
    path: Path, known: Collection[str], core: Iterable[str] = (), sources: Collection[str] | None = None
) -> LessonReading:
    """Reads the lessons and the myth cards.

    Args:
        path: The file.
        known: The ids of the field guide.
        core: The ids that must have a lesson.
        sources: The keys of the sources; unchecked when None.
    """
    root, findings = _root(path, LESSONS_HEAD)
    if root is None:
        return LessonReading(LessonBook(), findings.told())
    root.only((LESSONS_HEAD, "lessons", "myths"))
    myths = _myths(root.below("myths"))
    entries = root.below("lessons")
    lessons: dict[str, Lesson] = {}
    for name in entries.names:
        if name not in known:
            entries.tell("SC422", entries.key(name), name=shown(name), hint=suggestion(name, known))
        lessons[name] = _lesson(name, entries.below(name), myths, sources)
    missing = [name for name in core if name not in lessons]
    if missing and "lessons" in root.node.keys:
        rest = f" … (+{len(missing) - _SHOWN})" if len(missing) > _SHOWN else ""
        root.tell("SC823", root.key("lessons"), name=", ".join(missing[:_SHOWN]) + rest)
    return LessonReading(LessonBook(lessons, myths), findings.told())


def _root(path: Path, head: str) -> tuple[Fields | None, Findings]:
    """The mapping of a whole file; None when it cannot be read or is another kind of file."""
    source, about_file = read_source(path)
    findings = Findings(path.as_posix(), source)
    findings.extend(about_file)
    root = read_tree(source, findings) if source is not None else None
    if root is None:
        return None, findings
    if not isinstance(root, MapNode) or plain(root).get(head) != _VERSION:
        findings.add("SC821", root.line, root.column, head=head)
        return None, findings
    return Fields(root, root, findings, PHRASES), findings


def _lesson(name: str, entry: Fields, myths: Mapping[str, Myth], sources: Collection[str] | None) -> Lesson:
    entry.only(("title", "seed"), ("myth", *_LANGUAGES))
    words = _plain_words(entry)
    for locale, (least, most) in LENGTHS.items():
        count = length(words.words.get(locale, ""), locale)
        if count and not least <= count <= most:
            node = entry.node.values[locale.value]
            entry.tell("SC824", node, count=count, unit=_UNITS[locale], low=least, high=most)
    for part in _parts(entry.text("myth")):
        if part.text not in myths:
            entry.tell("SC822", part, name=shown(part.text), hint=suggestion(part.text, myths))
    return Lesson(
        id=name,
        title=_text(entry.below("title")),
        seeds=_names(entry, "seed", sources),
        words=words,
        myths=tuple(part.text for part in _parts(entry.text("myth"))),
    )


def _myths(entries: Fields) -> dict[str, Myth]:
    myths: dict[str, Myth] = {}
    for key in entries.names:
        entry = entries.below(key)
        entry.only(("class", "claim", "caution"))
        standing = _STANDINGS.get(_word(entry, "class", _STANDINGS), Standing.UNSOURCED)
        claim = entry.below("claim")
        claim.only((), _LANGUAGES)
        myths[key] = Myth(key, standing, claim.words(), _text(entry.below("caution")))
    return myths


def _text(entry: Fields) -> LocalisedText:
    """A mapping that holds nothing but words."""
    entry.only((), _LANGUAGES)
    return _plain_words(entry)


def _plain_words(entry: Fields) -> LocalisedText:
    """The words of a mapping, in which a percentage would be shown as if it were a fact."""
    for locale in Locale:
        node = entry.node.values.get(locale.value)
        if isinstance(node, TextNode) and _PERCENTAGE.search(node.text):
            entry.tell("SC825", node)
    return entry.words()


def _word(entry: Fields, name: str, table: Mapping[str, object]) -> str:
    node = entry.text(name)
    return (entry.chosen(node, table) or "") if node is not None else ""


def _names(entry: Fields, name: str, table: Collection[str] | None) -> tuple[str, ...]:
    """A text such as `S0, S1`, each part a word of a table."""
    parts = _parts(entry.text(name))
    for part in parts:
        if table is not None:
            entry.chosen(part, tuple(table))
    return tuple(part.text for part in parts)


def _parts(node: Node | None) -> list[TextNode]:
    """The parts of a text between commas, each at its place."""
    if not isinstance(node, TextNode):
        return []
    parts = []
    start = node.column + (0 if node.plain else 1)
    for found in _PART.finditer(node.text):
        word = found.group().strip()
        column = start + found.start() + len(found.group()) - len(found.group().lstrip())
        parts.append(TextNode(word, node.line, column, node.plain, node.line, column + len(word)))
    return parts
