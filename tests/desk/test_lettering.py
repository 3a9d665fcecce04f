"""Every character that can be shown exists in the face that draws it, and text is set as the guide says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pygame
import pytest

from game.content.phrase_bank import read_phrases
from game.desk.lettering import FLOOR, Lettering, face_of, face_path
from game.language.locale import Locale
from game.language.words import CATALOGUES

ROOT = Path(__file__).parents[2]
HAN = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")
SIZES = (15, 16, 18, 20, 26, 27)


@pytest.fixture(autouse=True, scope="module")
def fonts() -> Iterator[None]:
    """Fonts without a window."""
    pygame.font.init()
    yield
    pygame.font.quit()


@cache
def drawable(locale: Locale, bold: bool) -> pygame.freetype.Font:
    """A face that says which characters it lacks; `pygame.font` draws a box for them and keeps silent."""
    import pygame.freetype

    pygame.freetype.init()
    return pygame.freetype.Font(face_path(locale, bold), 20)


def missing(text: str, locale: Locale) -> set[str]:
    """Characters of a text in `locale` for which its faces have no sign."""
    return {character for character in set(text) if not character.isspace() and lacks(character, locale)}


@cache
def lacks(character: str, locale: Locale) -> bool:
    """Whether a face of a language has no sign for a character."""
    face = face_of(character, locale)
    return any(drawable(face, bold).get_metrics(character)[0] is None for bold in (False, True))


def sentences() -> Iterator[tuple[str, Locale, str]]:
    """Everything that can be shown: where it stands, its language, its words."""
    for path in sorted((ROOT / "scenarios").rglob("*.yaml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield path.name, Locale.ZH if HAN.search(line) else Locale.EN, line
    for path in sorted((ROOT / "game" / "content").glob("*.yaml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield path.name, Locale.ZH if HAN.search(line) else Locale.EN, line
    for path in sorted(CATALOGUES.rglob("*.po")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(("msgid", "msgstr", '"')):
                yield path.name, Locale.EN if line.startswith("msgid") else Locale.ZH, line


def test_every_character_exists_in_its_face() -> None:
    lacking: dict[str, set[str]] = {}
    for place, locale, text in sentences():
        found = missing(text, locale)
        if found:
            lacking.setdefault(place, set()).update(found)
    assert lacking == {}


def test_both_languages_of_the_phrase_bank_exist() -> None:
    bank = read_phrases().bank
    assert bank is not None
    for locale in Locale:
        said = "".join(spoken.text.said(locale) for spoken in bank.phrases.values())
        assert missing(said, locale) == set()


def test_marks_are_narrow_in_english_and_arrows_exist() -> None:
    english, chinese = Lettering(Locale.EN), Lettering(Locale.ZH)
    assert english.width("’", 20) < chinese.width("’", 20) / 2
    assert missing("← → ↑ ↓", Locale.EN) == set()
    assert english.line("← I’m 林悦", 20, "#000000").get_width() > 0


def test_text_grows_with_the_window_and_the_players_wish() -> None:
    lettering = Lettering(Locale.EN)
    assert lettering.real(20) == 20
    lettering.resize(1.5, 1.5)
    assert lettering.real(20) == 45
    assert lettering.real(96) < 96 * 1.5 * 1.5
    assert lettering.real(4) == round(FLOOR * 1.5)


def test_the_largest_size_that_fits_is_taken() -> None:
    lettering = Lettering(Locale.ZH)
    text = "林经理好，青帆陈默。约的是十分钟，带了一页同行的打印账，留给您。先看哪块，您定。"
    size = lettering.fit([text], 524, 2, SIZES[::-1])
    assert len(lettering.wrap(text, size, 524)) <= 2
    larger = [px for px in SIZES if px > size]
    assert all(len(lettering.wrap(text, px, 524)) > 2 for px in larger)


@pytest.mark.parametrize("locale", Locale)
def test_a_wrapped_line_is_no_wider_than_asked(locale: Locale) -> None:
    lettering = Lettering(locale)
    text = (
        "四十一家……那“云间”也是你们的？我们服务四十一家。"
        if locale is Locale.ZH
        else "You’re in good company. " * 4
    )
    for width in range(160, 620, 20):
        for line in lettering.wrap(text, 20, width):
            assert lettering.width(line, 20) <= width + 2


def test_rendered_lines_are_kept_and_not_without_end() -> None:
    lettering = Lettering(Locale.EN)
    assert lettering.line("Go on", 20, "#FFFFFF") is lettering.line("Go on", 20, "#FFFFFF")
    for number in range(800):
        lettering.line(str(number), 20, "#FFFFFF")
    assert len(lettering._lines) <= 600
