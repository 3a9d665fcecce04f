"""Every word in every language that the scenario declares, and what the words are filled with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from game.content import schema
from game.content.diagnostics import NOTHING, suggestion
from game.content.document import Document
from game.content.people_schema import Address, Note, Words, file_name
from game.content.yaml_tree import MapNode, Path, TextNode, at
from game.language.locale import Locale
from game.language.text import LocalisedText

ADDRESS = "address"
"""`{address}`: what the customer calls the player on the present rung."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_HAN = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile("[A-Za-z]")
_FILLED = (schema.Reply, schema.Greeting)
_ENOUGH = 12
_NAMES = {
    Locale.EN: LocalisedText({Locale.EN: "English", Locale.ZH: "英文"}),
    Locale.ZH: LocalisedText({Locale.EN: "Chinese", Locale.ZH: "中文"}),
}


def words_in(part: BaseModel, path: Path = ()) -> Iterator[tuple[Words, Path]]:
    """Every mapping with words of its own below a part of the scenario, with its path."""
    if isinstance(part, Words):
        yield part, path
    for name in type(part).model_fields:
        value = getattr(part, name)
        field = file_name(name)
        if isinstance(value, BaseModel):
            yield from words_in(value, (*path, field))
        elif isinstance(value, dict):
            for key, item in value.items():
                if isinstance(item, BaseModel):
                    yield from words_in(item, (*path, field, str(getattr(key, "word", key))))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from words_in(item, (*path, field, index))


def tell_languages(document: Document) -> None:
    """Notes every missing, misplaced or surplus text (SC3) and every odd placeholder (SC8)."""
    locales = tuple(document.model.languages) or tuple(Locale)
    for words, path in words_in(document.model):
        node = at(document.root, path)
        if not isinstance(node, MapNode):
            continue
        _tell_missing(document, words, path, node, locales)
        texts = {
            locale: value
            for locale in Locale
            if isinstance(value := node.values.get(locale.value), TextNode) and value.text.strip()
        }
        for locale, text in texts.items():
            if locale not in locales:
                document.tell_key("SC304", (*path, locale.value), language=_NAMES[locale])
            elif _exchanged(locale, text.text):
                document.tell("SC306", (*path, locale.value), language=_NAMES[locale])
        if any("{" in text.text for text in texts.values()):
            _tell_placeholders(document, words, path, {locale: text.text for locale, text in texts.items()})


def _tell_missing(
    document: Document, words: Words, path: Path, node: MapNode, locales: tuple[Locale, ...]
) -> None:
    written = [locale for locale in Locale if locale.value in node.values]
    missing = [
        locale
        for locale in locales
        if not (value := node.values.get(locale.value))
        or (isinstance(value, TextNode) and not value.text.strip())
    ]
    if not missing or isinstance(words, Note) or not (words.needed or written):
        return
    if not written:
        languages = ", ".join(f"{locale.value}:" for locale in missing)
        document.tell_key("SC303", path, languages=languages)
        return
    for locale in missing:
        document.tell_key(
            "SC301",
            (*path, locale.value) if locale.value in node.values else path,
            language=_NAMES[locale],
            locale=locale.value,
        )


def _exchanged(locale: Locale, text: str) -> bool:
    han, latin = len(_HAN.findall(text)), len(_LATIN.findall(text))
    if locale is Locale.ZH:
        return han == 0 and latin >= _ENOUGH
    return han > latin


def _tell_placeholders(document: Document, words: Words, path: Path, texts: dict[Locale, str]) -> None:
    used = {locale: set(_PLACEHOLDER.findall(text)) for locale, text in texts.items()}
    for locale, names in used.items():
        here = (*path, locale.value)
        for name in sorted(names):
            mark = "{" + name + "}"
            if name != ADDRESS:
                hint = suggestion(name, [ADDRESS]) if name else NOTHING
                document.tell("SC801", here, mark, placeholder=mark, hint=hint)
                continue
            for other in used.keys() - {locale}:
                if name not in used[other]:
                    there, missing = _NAMES[locale], _NAMES[other]
                    document.tell("SC305", here, mark, placeholder=mark, there=there, missing=missing)
            _tell_address(document, words, path, here, mark)


def _tell_address(document: Document, words: Words, path: Path, here: Path, mark: str) -> None:
    if not isinstance(words, _FILLED):
        document.tell("SC803", here, mark)
        return
    person = document.model.beats[str(path[1])].with_
    model = document.model.customer if person is None else document.model.people.get(person)
    if model is not None and model.address == Address() and "address" not in document.faulty:
        document.tell("SC802", here, mark, person=person or "customer")
