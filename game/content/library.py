"""Where scenarios and pictures are: beside the checkout, or inside what was installed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from game.content.aliases import translate, translated
from game.content.diagnostics import Diagnostic, Findings, Value, suggestion
from game.content.package import SUFFIX as PACKAGE
from game.content.source import A_FOLDER, Source, folder_of, read_source
from game.content.yaml_tree import MapNode, plain, read_tree
from game.language.locale import Locale
from game.language.text import LocalisedText

_TABLE = LocalisedText(
    {
        Locale.EN: "; make a scenario of the workbook first: rapport table FILE.xlsx --out FILE.yaml",
        Locale.ZH: "；请先把工作簿变成剧本：rapport table 文件.xlsx --out 文件.yaml",
    }
)
_STORY = LocalisedText(
    {
        Locale.EN: "; make a scenario of the story first: rapport import FILE",
        Locale.ZH: "；请先把故事变成剧本：rapport import 文件",
    }
)
_INSTEAD = {".xlsx": _TABLE, ".twee": _STORY, ".tw": _STORY}
"""What to do with files that are no scenarios yet, by their endings."""

SUFFIX = ".yaml"
EXAMPLES = "examples"
"""The folder of scenarios that only show how one is written."""

_TOP_KEY = re.compile(r"([^\s#:'\"-][^\s:]*):")
_MARKS = ("rapport:", "知心:")
_HEAD = frozenset(
    {"id", "title", "tagline", "difficulty", "minutes", "languages", "teaches", "headline", "scenes"}
)
_SCENE = re.compile(r"^ +([^\s:#]+): +([^\s#]+)")


def shelf(name: str) -> Path:
    """The folder `scenarios` or `assets`: in the checkout, else inside the installed package."""
    package = Path(str(files("game")))
    beside = package.parent / name
    if beside.is_dir() and (package.parent / "pyproject.toml").is_file():
        return beside
    return package / "shipped" / name


@dataclass(frozen=True, slots=True)
class Card:
    """What a shelf shows of a scenario before anybody opens it.

    `minutes` are real ones: the first time, and again. `place` is where most of it happens, empty where no
    scene says so.
    """

    id: str
    path: Path
    title: LocalisedText
    tagline: LocalisedText
    difficulty: int
    minutes: tuple[int, int]
    locales: tuple[Locale, ...]
    teaches: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True)
class Library:
    """The scenarios of some folders; the shipped ones when none are named."""

    folders: tuple[Path, ...] = field(default_factory=lambda: (shelf("scenarios"),))

    @cached_property
    def _cards(self) -> tuple[Card, ...]:
        cards: dict[str, Card] = {}
        for folder in self.folders:
            for path in sorted((*folder.rglob(f"*{SUFFIX}"), *folder.rglob(f"*{PACKAGE}"))):
                card = read_card(path)
                if card is not None:
                    cards.setdefault(card.id, card)
        return tuple(sorted(cards.values(), key=lambda card: (card.difficulty, card.id)))

    def listing(self) -> Sequence[Card]:
        """Every scenario to be played, by difficulty and id; the guide's examples are found by name only."""
        return tuple(card for card in self._cards if EXAMPLES not in card.path.parts)

    def find(self, name: str | Path) -> Path | Diagnostic:
        """The file of a scenario.

        Args:
            name: A path, or the id of a scenario of this library.

        Returns:
            The path, or the diagnostic SC427 (SC001 for a path) that says what was probably meant.
        """
        path = Path(name)
        if path.suffix in {SUFFIX, ".yml", PACKAGE} or len(path.parts) > 1:
            return path if path.is_file() else _missing("SC002" if path.is_dir() else "SC001", path)
        for folder in self.folders:
            direct = folder / f"{name}{SUFFIX}"
            if direct.is_file():
                return direct
        known = {card.id: card.path for card in self._cards}
        return known.get(str(name)) or _missing("SC427", path, tuple(known))


def _missing(code: str, path: Path, known: tuple[str, ...] = ()) -> Diagnostic:
    findings = Findings(path.as_posix())
    hint = _INSTEAD.get(path.suffix.lower()) or suggestion(path.as_posix(), known)
    values: dict[str, Value] = {"name": path.name, "folder": folder_of(path), "reason": A_FOLDER}
    findings.add(code, hint=hint, **values)
    return findings.told()[0]


def read_card(path: Path) -> Card | None:
    """The head of a scenario file, read without the rest of it; None when it has none."""
    source, _ = read_source(path)
    if source is None or not any(mark in source.text for mark in _MARKS):
        return None
    head = Source(source.file, _head(source.lines))
    root = read_tree(head, Findings(head.file))
    if not isinstance(root, MapNode):
        return None
    translate(root)
    data = plain(root)
    name = data.get("id")
    if not isinstance(name, str) or not name:
        return None
    return Card(
        id=name,
        path=path,
        title=_text(data.get("title")),
        tagline=_text(data.get("tagline")),
        difficulty=_number(data.get("difficulty"), 1),
        minutes=_minutes(data.get("minutes")),
        locales=_locales(data.get("languages")),
        teaches=_words(data.get("teaches")),
        headline=_words(data.get("headline")),
        place=_place(data.get("scenes"), source.lines),
    )


def _head(lines: Sequence[str]) -> str:
    """The lines of the few top-level fields that a card shows; anything else is left out unread."""
    kept: list[str] = []
    keeping = False
    for line in lines:
        top = _TOP_KEY.match(line)
        if top is not None:
            keeping = translated(top[1]) in _HEAD
        if keeping:
            kept.append(line)
    return "\n".join(kept) + "\n"


def _text(value: object) -> LocalisedText:
    if not isinstance(value, dict):
        return LocalisedText()
    return LocalisedText(
        {
            locale: text.strip()
            for locale in Locale
            if isinstance(text := value.get(locale.value), str) and text.strip()
        }
    )


def _number(value: object, usual: int) -> int:
    return int(value) if isinstance(value, str) and value.isdecimal() and value.isascii() else usual


def _minutes(value: object) -> tuple[int, int]:
    if not isinstance(value, list) or not value:
        return (8, 5)
    return (_number(value[0], 8), _number(value[-1], 5))


def _words(value: object) -> tuple[str, ...]:
    return tuple(word for word in value if isinstance(word, str)) if isinstance(value, list) else ()


def _place(scenes: object, lines: Sequence[str]) -> str:
    """The place of the scene in which most lines of the file stand; a scene stays until another is named."""
    if not isinstance(scenes, dict):
        return ""
    places = {
        name: scene["place"]
        for name, scene in scenes.items()
        if isinstance(scene, dict) and isinstance(scene.get("place"), str)
    }
    lengths = dict.fromkeys(places, 0)
    here = ""
    for line in lines:
        found = _SCENE.match(line)
        if found is not None and found[2] in lengths and translated(found[1]) == "scene":
            here = found[2]
        if here:
            lengths[here] += 1
    most = max(lengths, key=lambda name: lengths[name], default=None)
    return "" if most is None else str(places[most])


def _locales(value: object) -> tuple[Locale, ...]:
    words = _words(value) or tuple(locale.value for locale in Locale)
    return tuple(locale for word in words if (locale := Locale.from_code(word)) is not None)
