"""What is read after a line, in which order, and by which means it is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.content.wording import Spoken
from game.desk.conversation_scene import ConversationScene
from game.desk.pages import opening_pages, reaction_pages, spoken_words, visible_cue
from game.desk.playing import Playing
from game.desk.ports import Book
from game.desk.settings import Settings
from game.desk.stage import tea_words, warmth
from game.language.locale import Locale
from game.language.text import LocalisedText
from game.language.words import Words
from tests.desk.journeys import shipped_book, sit_down, to_a_choice


def before_somebody(book: Book | None = None, seed: int = 7) -> Playing:
    """A conversation at its first choice in front of somebody."""
    playing = Playing.begin(book or shipped_book(), seed)
    while playing.conversation.person is None:
        said = playing.say(playing.conversation.offers()[0].id, 0)
        assert said is not None
        playing = said[0]
    return playing


def through_a_channel(channel: str) -> Playing:
    """The shipped scenario, held through something else than a room."""
    book = shipped_book()
    scenes = {name: replace(scene, channel=channel) for name, scene in book.wording.scenes.items()}
    return before_somebody(replace(book, wording=replace(book.wording, scenes=scenes)))


@pytest.mark.parametrize("locale", Locale)
def test_every_page_but_the_last_waits(locale: Locale) -> None:
    playing = before_somebody()
    while playing.conversation.outcome is None:
        said = playing.say(playing.conversation.offers()[-1].id, 3)
        assert said is not None
        playing, reaction = said
        pages = reaction_pages(playing, reaction, locale)
        if playing.conversation.outcome is None:
            assert pages
            assert [page.last for page in pages] == [False] * (len(pages) - 1) + [True]
            assert any(page.speech or page.before or page.after or page.cue for page in pages)
        assert sum(page.after_line for page in pages) <= 1
        assert not any("{" in page.speech + page.cue for page in pages)


def test_an_opening_tells_and_greets() -> None:
    playing = before_somebody()
    (page,) = opening_pages(playing, Locale.EN)
    assert page.person == playing.conversation.person
    assert page.before or page.speech


def test_a_form_of_address_follows_the_rung() -> None:
    playing = before_somebody()
    text = LocalisedText({Locale.EN: "So, {address}?", Locale.ZH: "{address}，坐。"})
    person = playing.counterpart
    words, _ = spoken_words(playing, Spoken(text), person, Locale.EN)
    forms = playing.person(person).address
    expected = forms[1].said(Locale.EN) if 1 in forms else playing.book.wording.player.name.said(Locale.EN)
    assert playing.rung(person) == 1
    assert words == f"So, {expected}?"


def test_what_crossed_the_face_is_told_where_motion_is_reduced() -> None:
    playing = before_somebody()
    said = playing.say(playing.conversation.offers()[0].id, 3)
    assert said is not None
    playing, reaction = said
    crossed = replace(reaction, cues=replace(reaction.cues, micro="brief-frown"))
    seen = visible_cue(playing, crossed, Locale.ZH)
    assert seen
    pages = reaction_pages(playing, crossed, Locale.ZH, micro_in_words=True)
    assert pages[0].cue.startswith(seen)


def test_going_back_is_the_same_morning() -> None:
    playing = before_somebody()
    for _ in range(2):
        said = playing.say(playing.conversation.offers()[0].id, 3)
        assert said is not None
        playing = said[0]
    turn = playing.conversation.turn
    back = playing.going_back(turn)
    assert back.conversation.turn == turn - 1
    assert back.marked == {turn: playing.conversation.reactions[-1].line}
    again = back.say(playing.conversation.reactions[-1].line, 3)
    assert again is not None
    assert (again[1].after == playing.conversation.reactions[-1].after).all()


def test_the_tea_has_four_states_and_words_for_each() -> None:
    assert [warmth(patience) for patience in (0, 2_000, 4_000, 9_000)] == [0, 1, 2, 3]
    for locale in Locale:
        assert len({tea_words(strands, Words(locale)) for strands in range(4)}) == 4


@pytest.mark.screen
@pytest.mark.parametrize("channel", ["phone", "chat", "letter", "video", "face"])
@pytest.mark.parametrize("quiet", [False, True])
def test_every_channel_can_be_talked_through(tmp_path: Path, channel: str, quiet: bool) -> None:
    pilot = sit_down(tmp_path, settings=Settings(reduced_motion=quiet))
    playing = through_a_channel(channel)
    pilot.window.desk.go(ConversationScene(pilot.window.desk, playing))
    scene = to_a_choice(pilot)
    assert scene.page.heard is (channel == "phone")
    pilot.press("1").wait(500)
    to_a_choice(pilot)
    pilot.press("2").wait(200)
