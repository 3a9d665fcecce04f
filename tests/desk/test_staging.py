"""The order and the times of a reaction, as the guide has them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desk.settings import Settings, TextSpeed
from game.desk.staging import FADE, LONGEST, Move, stage_reaction
from game.language.locale import Locale

NORMAL = Settings()
cases = st.tuples(
    st.integers(0, 400), st.integers(0, 4), st.sampled_from(Locale), st.sampled_from(TextSpeed), st.booleans()
)


def test_the_order_is_the_guides() -> None:
    staging = stage_reaction(20, 4, Locale.ZH, NORMAL, micro=True)
    starts = {cue.move: cue.start for cue in reversed(staging.cues)}
    assert starts[Move.LINE] == 0
    assert starts[Move.MICRO] == 300
    assert starts[Move.FACE] == 650
    assert starts[Move.POSTURE] == 750
    assert starts[Move.BUBBLE] == 900
    assert starts[Move.TYPING] == 1_060
    cards = [cue for cue in staging.cues if cue.move is Move.CARD]
    assert [after.start - before.start for before, after in pairwise(cards)] == [
        60,
        60,
        60,
    ]
    assert cards[0].start == 1_060 + 20 * 1_000 // 32


@given(cases)
def test_never_longer_than_four_seconds(case: tuple[int, int, Locale, TextSpeed, bool]) -> None:
    letters, cards, locale, speed, micro = case
    staging = stage_reaction(letters, cards, locale, Settings(text_speed=speed), micro=micro)
    assert staging.end <= LONGEST
    picture = staging.at(staging.end)
    assert picture.done
    assert picture.typed == letters
    assert picture.cards == (1.0,) * cards
    assert picture.micro == 0.0


@given(cases, st.integers(0, 4_000), st.integers(0, 500))
def test_nothing_goes_back(case: tuple[int, int, Locale, TextSpeed, bool], at: int, later: int) -> None:
    letters, cards, locale, speed, micro = case
    staging = stage_reaction(letters, cards, locale, Settings(text_speed=speed), micro=micro)
    before, after = staging.at(at), staging.at(at + later)
    assert before.typed <= after.typed
    assert before.face <= after.face
    assert before.bubble <= after.bubble
    assert all(a <= b for a, b in zip(before.cards, after.cards, strict=True))


def test_cards_wait_for_the_words() -> None:
    staging = stage_reaction(40, 4, Locale.EN, NORMAL)
    for at in range(0, staging.end, 16):
        picture = staging.at(at)
        if any(picture.cards):
            assert picture.typed == 40


@given(cases)
def test_every_movement_begins_exactly_once(case: tuple[int, int, Locale, TextSpeed, bool]) -> None:
    letters, cards, locale, speed, micro = case
    staging = stage_reaction(letters, cards, locale, Settings(text_speed=speed), micro=micro)
    begun: list[Move] = []
    at = -1
    while at < staging.end:
        begun += staging.begun(at, at + 16)
        at += 16
    assert sorted(move.value for move in begun) == sorted(cue.move.value for cue in staging.cues)


@pytest.mark.parametrize("locale", Locale)
def test_reduced_motion_only_fades(locale: Locale) -> None:
    staging = stage_reaction(60, 4, locale, Settings(reduced_motion=True), micro=True)
    assert all(cue.length == FADE for cue in staging.cues)
    assert not any(cue.move in (Move.MICRO, Move.TYPING) for cue in staging.cues)


def test_a_small_sign_lasts_less_than_half_a_second() -> None:
    staging = stage_reaction(10, 4, Locale.EN, NORMAL, micro=True)
    shown = [at for at in range(staging.end) if staging.at(at).micro > 0]
    assert 200 <= shown[-1] - shown[0] <= 500
    assert shown[-1] < 900, "it is gone before the words"


def test_words_appear_at_once_where_that_was_asked_for() -> None:
    staging = stage_reaction(60, 2, Locale.EN, Settings(text_speed=TextSpeed.AT_ONCE))
    assert staging.starts(Move.TYPING) is None
    assert staging.at(1_060).typed == 60
