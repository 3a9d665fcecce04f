"""The shipped phrase bank: enough of everything, short, and fit for any line, person and place."""

from __future__ import annotations

import re

import pytest

from game.content.loading import psychology
from game.content.phrase_bank import TYPES, PhraseBank, read_phrases
from game.language.locale import Locale

COMMON = {"neutral", "guarded", "hurried", "curious", "doubtful", "irritated", "warm"}


@pytest.fixture(scope="module")
def bank() -> PhraseBank:
    model = psychology().psychology
    assert model is not None
    reading = read_phrases(moods=tuple(model.moods), signs=model.signs)
    assert reading.diagnostics == () and reading.bank is not None
    return reading.bank


def test_every_mood_and_type_has_three_phrases_and_the_common_ones_four(bank: PhraseBank) -> None:
    moods = {mood for mood, _ in bank.by_mood}
    assert moods == set(bank.faces) and len(moods) == 12
    for mood in moods:
        for letter in TYPES:
            assert len(bank.by_mood[mood, letter]) >= (4 if mood in COMMON else 3), (mood, letter)


def test_phrases_are_short_and_said_once(bank: PhraseBank) -> None:
    for name, spoken in bank.phrases.items():
        assert 6 <= len(spoken.text.said(Locale.ZH)) <= 40, name
        assert 3 <= len(spoken.text.said(Locale.EN).split()) <= 25, name
    for locale in Locale:
        said = [spoken.text.said(locale) for spoken in bank.phrases.values()]
        assert len(set(said)) == len(said)


def test_customers_say_you_plainly_and_nobody_has_a_sex(bank: PhraseBank) -> None:
    texts = [text for spoken in bank.phrases.values() for text in (spoken.text, spoken.cue)]
    texts += [*bank.signs.values(), *bank.micros.values()]
    for text in texts:
        assert not re.search("[您她]|(?<!其)他(?!们)", text.words.get(Locale.ZH, "")), text
        assert not re.search(r"\b(she|he|her|his|him)\b", text.words.get(Locale.EN, ""), re.I), text


def test_every_sign_has_three_strengths_in_words_of_its_own(bank: PhraseBank) -> None:
    signs = {sign for sign, _ in bank.signs}
    assert len(signs) == 24
    for sign in signs:
        for locale in Locale:
            assert len({bank.signs[sign, strength].said(locale) for strength in (1, 2, 3)}) == 3
