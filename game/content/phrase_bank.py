"""The shipped phrase bank: what a customer says where a scenario has no reply, and what can be seen."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from game.content.diagnostics import Diagnostic, Findings
from game.content.fields import PHRASES, Fields
from game.content.source import read_source
from game.content.wording import Spoken
from game.content.yaml_tree import Node, read_tree
from game.language.locale import Locale
from game.language.text import LocalisedText

TYPES = ("D", "I", "S", "C")
"""The letters of the four types, in the order of a mixture."""

STRENGTHS = ("1", "2", "3")
_VERSION = "rapport-phrases"
_SHARES = 1_000
_KINDS = {
    "signs": LocalisedText({Locale.EN: "sign", Locale.ZH: "迹象"}),
    "faces": LocalisedText({Locale.EN: "face", Locale.ZH: "表情"}),
}


@dataclass(frozen=True, slots=True)
class PhraseBank:
    """Every phrase by its id, and the words of everything that can be seen."""

    phrases: Mapping[str, Spoken] = field(default_factory=dict)
    by_mood: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)  # (mood, letter) -> ids
    signs: Mapping[tuple[str, int], LocalisedText] = field(default_factory=dict)  # (sign, strength)
    faces: Mapping[str, LocalisedText] = field(default_factory=dict)
    micros: Mapping[str, LocalisedText] = field(default_factory=dict)
    channels: Mapping[str, Mapping[str, LocalisedText]] = field(default_factory=dict)

    def reply(self, mood: str, disc: tuple[int, int, int, int], luck: int) -> str:
        """The id of a phrase for a mood and a mixture.

        Args:
            mood: A mood's name.
            disc: The mixture in per mille, in the order D, I, S, C.
            luck: Any whole number from 0 on; it picks the type by its share and the phrase of the type.

        Returns:
            The id; the same for the same arguments.

        Raises:
            KeyError: The bank has nothing for this mood.
        """
        mark = luck % _SHARES
        letter = TYPES[-1]
        for one, share in zip(TYPES, disc, strict=True):
            if mark < share:
                letter = one
                break
            mark -= share
        ids = self.by_mood[(mood, letter)]
        return ids[luck // _SHARES % len(ids)]

    def spoken(self, phrase: str) -> Spoken:
        """The words of a phrase; KeyError when there is no such id."""
        return self.phrases[phrase]

    def sign(self, sign: str, strength: int) -> LocalisedText:
        """What a visible sign looks like in one of its strengths, 1 to 3."""
        return self.signs[(sign, strength)]

    def face(self, mood: str) -> LocalisedText:
        """What the face of a mood looks like."""
        return self.faces[mood]

    def micro(self, name: str) -> LocalisedText:
        """What a micro-expression looks like."""
        return self.micros[name]


@dataclass(frozen=True, slots=True)
class PhraseReading:
    """What came of the file; `bank` is None when anything in it is wrong."""

    bank: PhraseBank | None
    diagnostics: tuple[Diagnostic, ...]


def shipped_phrases() -> Path:
    """The phrase bank that comes with the program."""
    return Path(str(files("game.content").joinpath("phrases.yaml")))


def read_phrases(
    path: Path | None = None, moods: Collection[str] = (), signs: Collection[str] = ()
) -> PhraseReading:
    """Reads a phrase bank, the shipped one by default.

    Args:
        path: The file.
        moods: The moods that must have phrases for every type, and a face.
        signs: The signs that must have their words.
    """
    source, about_file = read_source(path or shipped_phrases())
    if source is None:
        return PhraseReading(None, about_file)
    findings = Findings(source.file, source)
    findings.extend(about_file)
    root = read_tree(source, findings)
    if root is None:
        return PhraseReading(None, findings.told())
    reader = _Reader(Fields(root, root, findings, PHRASES))
    bank = reader.read()
    if not findings.errors:
        reader.tell_gaps(bank, moods, signs)
    return PhraseReading(None if findings.errors else bank, findings.told())


class _Reader:
    def __init__(self, root: Fields) -> None:
        self.root = root
        self.phrases: dict[str, Spoken] = {}
        self.places: dict[str, Node] = {}
        self.by_mood: dict[tuple[str, str], tuple[str, ...]] = {}

    def read(self) -> PhraseBank:
        root = self.root
        root.only((_VERSION, "replies", "signs", "faces", "micro"), ("channels",))
        replies = root.below("replies")
        for mood in replies.names:
            types = replies.below(mood)
            for letter in types.names:
                if types.chosen(types.node.keys[letter], TYPES) is not None:
                    self._phrases(mood, letter, types.below(letter))
        channels = root.below("channels")
        return PhraseBank(
            self.phrases,
            self.by_mood,
            self._signs(root.below("signs")),
            _table(root.below("faces")),
            _table(root.below("micro")),
            {name: _table(channels.below(name)) for name in channels.names},
        )

    def _phrases(self, mood: str, letter: str, fields: Fields) -> None:
        for name in fields.names:
            entry = fields.below(name)
            entry.only((), ("en", "zh", "cue"))
            cue = entry.below("cue").words() if "cue" in entry.node.keys else LocalisedText()
            first = self.places.setdefault(name, fields.key(name))
            if first is not fields.key(name):
                fields.tell("SC813", fields.key(name), name=name, line=first.line)
            self.phrases[name] = Spoken(entry.words(), cue)
        self.by_mood[(mood, letter)] = tuple(fields.names)

    def _signs(self, fields: Fields) -> dict[tuple[str, int], LocalisedText]:
        signs: dict[tuple[str, int], LocalisedText] = {}
        for name in fields.names:
            strengths = fields.below(name)
            strengths.only(STRENGTHS)
            for strength in strengths.names:
                if strength in STRENGTHS:
                    signs[(name, int(strength))] = strengths.below(strength).words()
        return signs

    def tell_gaps(self, bank: PhraseBank, moods: Collection[str], signs: Collection[str]) -> None:
        """Notes moods without phrases or face, and signs without words."""
        replies = self.root.below("replies")
        for mood in moods:
            for letter in TYPES:
                if not bank.by_mood.get((mood, letter)):
                    replies.tell("SC811", replies.key(mood), mood=mood, type=letter)
        known_signs = {sign for sign, _ in bank.signs}
        for field_name, wanted, known in (("signs", signs, known_signs), ("faces", moods, set(bank.faces))):
            for name in wanted:
                if name not in known:
                    here = self.root.key(field_name)
                    self.root.tell("SC812", here, kind=_KINDS[field_name], name=name)


def _table(fields: Fields) -> dict[str, LocalisedText]:
    return {name: fields.below(name).words() for name in fields.names}
