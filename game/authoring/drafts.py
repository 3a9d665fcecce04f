"""First drafts: a scenario that plays at once, made from the answers to a few plain questions."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from game.content.aliases import FIELDS, chinese
from game.language.locale import Locale

MIXTURES = {"D": "D60 I15 S5 C20", "I": "D20 I60 S15 C5", "S": "D5 I20 S60 C15", "C": "D15 I5 S20 C60"}
"""A clear case of each type, with some of the others in it."""

NEEDS = {"D": "esteem, growth", "I": "belonging, esteem", "S": "safety, belonging", "C": "safety, esteem"}
PLACES = {
    "reception": ("reception", "face", "At the reception", "前台"),
    "office": ("office", "face", "Across the desk", "隔着一张办公桌"),
    "meeting-room": ("meeting-room", "face", "The small meeting room", "小会议室"),
    "shop": ("shop", "face", "In the shop, between two customers", "店里，两位客人的空当"),
    "home": ("home", "face", "At the kitchen table", "家里的餐桌旁"),
    "factory": ("factory", "face", "On the factory floor", "车间里"),
    "phone": ("desk", "phone", "On the telephone", "电话里"),
}
"""Where one can meet: place, channel, and the words for it."""

OBJECTIONS = ("price", "trust", "need", "timing", "change")
PRONOUNS = {"she": "her", "he": "him", "they": "them"}

_BRACES = str.maketrans("{}", "()")
"""In a scenario braces stand for something that is filled in later."""

_MARK = re.compile(r"‹([^›]+)›")
_TEXT = re.compile(r"^(\s*)(- )?(en|zh): ")
_FIELD = re.compile(
    r"(`?) ?(?<![A-Za-z-])(headline|disc|hidden|claims|when|people|scenes|with|scene|rubric)(?![A-Za-z-]) ?"
)
"""The fields that the remarks of a draft speak of."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the author said, in one language or as it stands in both.

    `letter` is one of DISC, `place` a key of `PLACES`, `objection` one of `OBJECTIONS`, `pronoun` she, he or
    they.
    """

    id: str
    title: str
    player: str
    firm: str
    thing: str
    customer: str
    post: str
    letter: str
    place: str
    objection: str
    objection_words: str
    worry: str
    ask: str
    pronoun: str = "she"


def draft(answers: Answers, locale: Locale) -> str:
    """The text of a scenario file, its sentences and its remarks in one language."""
    place, channel, english, chinese = PLACES[answers.place]
    filled = {
        "id": answers.id,
        "languages": locale.value,
        "title": answers.title,
        "player": answers.player,
        "firm": answers.firm,
        "thing": answers.thing,
        "customer": answers.customer,
        "post": answers.post,
        "Post": answers.post[:1].upper() + answers.post[1:],
        "place": place,
        "channel": channel,
        "place words en": english,
        "place words zh": chinese,
        "disc": MIXTURES[answers.letter],
        "needs": NEEDS[answers.letter],
        "pronoun": answers.pronoun,
        "she": answers.pronoun,
        "her": PRONOUNS[answers.pronoun],
        "objection": answers.objection,
        "objection words": answers.objection_words,
        "worry": answers.worry,
        "ask": answers.ask,
    }
    template = files("game.authoring").joinpath("first_draft.txt").read_text(encoding="utf-8")
    kept = _texts(_remarks(template.splitlines(), locale), locale)
    return "\n".join(_filled(line, filled) for line in kept) + "\n"


def remarks_with_chinese_fields(text: str) -> str:
    """A draft whose fields are Chinese, with those fields named so in its Chinese remarks as well."""

    def named(found: re.Match[str]) -> str:
        word = chinese(found[2], FIELDS)
        return f"`{word}" if found[1] else f"“{word}”"

    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.startswith("# ") and not line.isascii():
            lines[number] = "# " + _FIELD.sub(named, line[2:])
    return "\n".join(lines)


def _remarks(lines: Sequence[str], locale: Locale) -> list[str]:
    """The lines with the remarks of one language; those of the other are left out."""
    kept = []
    for line in lines:
        code = line[1:3] if line[:1] == "#" and line[3:4] == " " else ""
        if code in {each.value for each in Locale}:
            if code == locale.value:
                kept.append(f"#{line[3:]}")
        else:
            kept.append(line)
    return kept


def _texts(lines: Sequence[str], locale: Locale) -> list[str]:
    """The lines with texts of one language; where another one began an entry of a list, the next one does."""
    kept: list[str] = []
    dash = False
    for line in lines:
        found = _TEXT.match(line)
        if found is not None and found[3] != locale.value:
            dash = dash or bool(found[2])
        elif dash:
            indent = len(line) - len(line.lstrip()) - 2
            kept.append(" " * indent + "- " + line.lstrip())
            dash = False
        else:
            kept.append(line)
    return kept


def _filled(line: str, filled: Mapping[str, str]) -> str:
    """A line with its marks filled in; within quotes as YAML reads them back exactly."""
    inside = '"' in line and not line.lstrip().startswith("#")

    def fill(found: re.Match[str]) -> str:
        text = filled[found[1]].translate(_BRACES)
        return json.dumps(text, ensure_ascii=False)[1:-1] if inside else text

    return _MARK.sub(fill, line)
