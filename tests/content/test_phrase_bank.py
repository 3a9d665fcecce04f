"""The phrase bank: an id for every mood, type and luck, and the words of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.loading import phrases
from game.content.phrase_bank import TYPES, PhraseBank
from game.language.locale import Locale
from tests.content.readings import model


def bank() -> PhraseBank:
    """The shipped bank."""
    reading = phrases(model())
    assert reading.bank is not None, [found.rendered() for found in reading.diagnostics]
    return reading.bank


BANK = bank()


def test_every_mood_answers_in_every_type() -> None:
    for mood in model().moods:
        for letter in TYPES:
            assert BANK.by_mood[(mood, letter)]


@given(st.sampled_from(sorted(model().moods)), st.permutations([550, 300, 100, 50]), st.integers(0, 2**32))
def test_a_reply_is_the_same_for_the_same_luck(mood: str, shares: list[int], luck: int) -> None:
    disc = (shares[0], shares[1], shares[2], shares[3])
    reply = BANK.reply(mood, disc, luck)
    assert reply == BANK.reply(mood, disc, luck)
    for locale in Locale:
        assert BANK.spoken(reply).text.words[locale]


def test_types_answer_by_their_share() -> None:
    pure = {BANK.reply("neutral", (0, 0, 1000, 0), luck) for luck in range(0, 40_000, 7)}
    assert pure == set(BANK.by_mood[("neutral", "S")])
    mixed = [BANK.reply("neutral", (700, 300, 0, 0), luck) for luck in range(1_000)]
    assert sum(one in BANK.by_mood[("neutral", "D")] for one in mixed) == 700


def test_everything_that_can_be_seen_has_words() -> None:
    for sign in model().signs:
        for strength in (1, 2, 3):
            assert BANK.sign(sign, strength)
    for mood in model().moods:
        assert BANK.face(mood)
    assert BANK.micro(next(iter(BANK.micros)))


def test_an_unknown_id_is_a_bug() -> None:
    with pytest.raises(KeyError):
        BANK.spoken("nothing")
    with pytest.raises(KeyError):
        BANK.reply("nowhere", (1000, 0, 0, 0), 0)
