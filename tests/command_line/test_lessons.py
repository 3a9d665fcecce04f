"""From what was done to what there is to read about it."""

from __future__ import annotations

import re

import pytest

from game.command_line.lessons import GuideLessons
from game.content.field_guide import FieldGuide
from game.content.guide_entries import Priority
from game.content.loading import psychology
from game.language.locale import Locale
from tests.command_line.conftest import WET_UMBRELLA, Shell

LESSONS = GuideLessons()
GUIDE = FieldGuide.load()


def test_the_first_item_with_a_lesson_is_taken() -> None:
    card = LESSONS.card(["treat-01", "obj-four-steps", "tac-spin"])
    assert card is not None
    assert (card.id, card.lesson) == ("obj-four-steps", True)
    lesson = GUIDE.lesson("obj-four-steps")
    assert lesson is not None
    assert (card.title, card.text) == (lesson.title, lesson.words)


def test_an_item_without_a_lesson_is_told_in_its_sentence() -> None:
    name = next(each for each in GUIDE.ids(Priority.NICE) if GUIDE.lesson(each) is None)
    card, item = LESSONS.card(["no-such-item", name]), GUIDE.item(name)
    assert card is not None and item is not None
    assert (card.id, card.text, card.lesson) == (name, item.words, False)


def test_nothing_known_nothing_shown() -> None:
    assert LESSONS.card([]) is None
    assert LESSONS.card(["no-such-item"]) is None


def test_myth_cards_come_with_the_lesson() -> None:
    card = LESSONS.card(["tac-reciprocity"])
    assert card is not None
    assert card.myths == GUIDE.myths_of("tac-reciprocity") != ()


def test_every_tactic_leads_to_a_card() -> None:
    reading = psychology().psychology
    assert reading is not None
    for tactic, items in reading.tactics.practises.items():
        card = LESSONS.card(items)
        assert card is not None, tactic
        assert all(card.title.said(locale) and card.text.said(locale) for locale in Locale)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_debrief_names_a_page_that_can_be_opened(shell: Shell, language: str) -> None:
    typed = "2\n1\n2\n\n"
    told = shell("play", WET_UMBRELLA, "--text", "--seed", "3", "--lang", language, typed=typed).out
    named = re.findall(r"rapport guide ([a-z0-9-]+)", told)
    assert 1 <= len(named) <= 2
    for name in named:
        assert shell("guide", name, "--lang", language).code == 0
