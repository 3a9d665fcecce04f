"""Two people in one scenario: who is on the stage, what stands in whose chat, whose card is dealt."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from game.command_line.shelf import Shelf
from game.desk.conversation_scene import ConversationScene
from game.desk.devices import Exchange
from game.desk.layout import Rect
from game.desk.name_plate import plate_line
from game.desk.person_cards import whose_cards
from game.desk.playing import Playing
from game.desk.ports import Book
from game.language.locale import Locale
from game.language.words import Words
from tests.desk.journeys import sit_down, to_a_choice

CHOICES: dict[str, Callable[[int], int]] = {
    "first": lambda count: 0,
    "last": lambda count: count - 1,
    "middle": lambda count: count // 2,
}


@cache
def two_buyers() -> Book:
    """The shipped scenario with two customers, each with an evening chat."""
    return Shelf(Words()).open("one-pitch-two-buyers").book


def played(seed: int) -> Playing:
    """The whole scenario, lines chosen by lot."""
    luck, playing = random.Random(seed), Playing.begin(two_buyers(), 7)
    while playing.conversation.outcome is None:
        said = playing.say(luck.choice(playing.conversation.offers()).id, 0)
        assert said is not None
        playing = said[0]
    return playing


@pytest.mark.screen
@pytest.mark.parametrize("rule", CHOICES)
def test_whoever_is_spoken_to_is_on_the_stage_before_the_choice(tmp_path: Path, rule: str) -> None:
    pilot = sit_down(tmp_path)
    pilot.window.desk.go(ConversationScene(pilot.window.desk, Playing.begin(two_buyers(), 7)))
    met = []
    while isinstance(pilot.scene, ConversationScene) and pilot.scene.playing.conversation.outcome is None:
        scene = to_a_choice(pilot)
        if scene.playing.conversation.outcome is not None:
            break
        assert scene.stage.person == scene.playing.conversation.person
        assert scene.stage.scene == scene.playing.scene
        met.append(scene.stage.person)
        pilot.press(str(CHOICES[rule](len(scene.column.cards)) + 1))
    assert len({person for person in met if person is not None}) >= 2
    assert None in met


def test_a_chat_shows_only_what_was_written_to_this_person() -> None:
    written: set[str] = set()
    for playing in map(played, range(12)):
        said = playing.conversation.reactions
        for person in {each.person for each in said if each.person is not None}:
            shown = list(Exchange(playing, "chat", person).backwards())
            turns = [turn for turn, each in enumerate(said, start=1) if any(each is one for one in shown)]
            assert all(each.person == person for each in shown)
            assert {playing.scene_of(turn).channel for turn in turns} <= {"chat"}
            assert len(shown) < sum(each.person == person for each in said)
            written |= {person} if shown else set()
        assert playing.scene_of(len(said)) == playing.scene
    assert len(written) == 2


@pytest.mark.screen
@pytest.mark.parametrize("locale", Locale)
def test_the_table_shows_both_buyers_where_there_is_room(tmp_path: Path, locale: Locale) -> None:
    desk = sit_down(tmp_path, locale=locale).window.desk
    playing = Playing.begin(two_buyers(), 7)
    people = [person.id for person in playing.conversation.scenario.people]
    known = [person for person in people if playing.person(person).known.said(locale)]
    assert len(known) > 1
    assert list(whose_cards(desk, Rect(0, 0, 560, 900), playing)) == known
    assert list(whose_cards(desk, Rect(0, 0, 560, 600), playing))[:2] == known[:2]
    assert list(whose_cards(desk, Rect(0, 0, 560, 200), playing)) == people[:1]


@pytest.mark.screen
@pytest.mark.parametrize("locale", Locale)
def test_the_plate_has_room_for_what_stands_on_it(tmp_path: Path, locale: Locale) -> None:
    desk = sit_down(tmp_path, locale=locale).window.desk
    for person in two_buyers().wording.people.values():
        line, size = plate_line(desk, person, 250)
        assert line
        assert desk.lettering.width(line, size) <= 250
