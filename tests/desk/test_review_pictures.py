"""The review on the desk: what it says aloud and draws, at every size, in both languages and by night."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.analysis.judgement import Judgement
from game.desk.debrief_layout import body, review_layout
from game.desk.debrief_page import TURNS
from game.desk.debrief_scene import DebriefScene
from game.desk.film_strip import FilmStrip
from game.desk.layout import Frame, Rect
from game.desk.pilot import Pilot
from game.desk.ports import Book
from game.desk.settings import Settings
from game.desk.turn_card import Part, TurnCard
from game.language.locale import Locale
from tests.desk.looking_back import BAD, book, opened, played
from tests.desk.reviews import reviews

Opened = tuple[Pilot, DebriefScene]
pytestmark = [pytest.mark.screen, pytest.mark.filterwarnings("ignore::DeprecationWarning:game.desk.window")]
FORMS = [((1280, 720), 1.0), ((1280, 720), 1.5), ((1920, 1080), 1.0), ((1920, 1080), 1.5)]


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return book(tmp_path_factory.mktemp("book"))


@pytest.fixture
def debrief(short: Book, tmp_path: Path) -> Iterator[Opened]:
    pilot, scene = opened(played(short, BAD), tmp_path, reviews=reviews(short))
    pilot.press("space")
    yield pilot, scene
    pilot.window.close()


def test_everything_is_read_aloud_too(debrief: Opened) -> None:
    pilot, scene = debrief
    turn = scene.values.turn(scene.turn)
    assert turn is not None and turn.why is not None
    said = scene.review.said()
    better = scene.afterwards.playing.line(turn.why.better, Locale.EN)
    for words in (scene.review.card.heading(turn.turn), f"{round(turn.loss)} short of the best line", better):
        assert words in said
    pilot.press("down")
    line = scene.review.why.lines[0]
    assert scene.afterwards.playing.line(line.line, Locale.EN) in scene.review.said()
    assert f"Expected {round(line.worth.value)}" in scene.review.said()


def test_sampled_values_say_so(short: Book, tmp_path: Path) -> None:
    pilot, scene = opened(played(short, BAD), tmp_path, reviews=reviews(short, margin=14))
    pilot.press("space")
    assert "sampled ±14" in scene.review.card.worth(scene.turn)
    assert "sampled" in scene.review._sampled()
    pilot.window.close()


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize(("size", "scale"), FORMS)
def test_every_state_can_be_drawn(
    short: Book, tmp_path: Path, locale: Locale, size: tuple[int, int], scale: float
) -> None:
    settings = Settings(text_scale=scale, night=locale is Locale.ZH, reduced_motion=True)
    pilot, _ = opened(
        played(short, BAD), tmp_path, locale=locale, size=size, settings=settings, reviews=reviews(short)
    )
    seen = set()
    for key in ("space", "down", "down", "up", "b", "b", "right", "2", "3", "4", "f", "1", "space"):
        pilot.press(key).frame()
        seen.add(pygame.image.tobytes(pilot.window.surface, "RGB"))
    assert len(seen) >= 10
    pilot.press("f2").frame()
    pilot.window.close()


def test_nothing_is_painted_while_nothing_changes(debrief: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    pilot, scene = debrief
    painted: list[pygame.Surface] = []
    monkeypatch.setattr(scene.review, "draw", painted.append)
    pilot.wait(500)
    assert not painted
    pilot.point(400, 300).frame()
    assert not painted
    pilot.press("left")
    assert len(painted) == 1


@pytest.mark.parametrize(("size", "scale"), FORMS)
def test_her_face_stays_beside_the_longest_line(
    short: Book, tmp_path: Path, size: tuple[int, int], scale: float
) -> None:
    pilot, scene = opened(played(short, BAD), tmp_path, size=size, settings=Settings(text_scale=scale))
    frame = Frame(*size, scale)
    room = body(frame, frame.px(80), frame.px(50))
    card = review_layout(frame, room, frame.px(22 * scale), (1.0,) * 14).said
    turn_card = TurnCard(
        scene._desk, scene.afterwards, scene.values, FilmStrip(scene._desk, scene.afterwards)
    )
    line = "We can install tomorrow, and if you sign today I will add two months without any rent at all"
    line += " on top of it, Ms Lin."
    answer = "Two months, the last firm kept me waiting. Did you hear that? I will not go through it again."
    parts = (
        Part("You said", line),
        Part("She said", answer, "heard"),
        Part("She thought", answer, "thought"),
    )
    fitting = turn_card.fitting(
        parts, Rect(card.x, card.y, card.width - frame.px(48), card.height - frame.px(70))
    )
    assert fitting.face is not None
    assert any(part.kind == "thought" for part in fitting.parts)
    pilot.window.close()


def test_clicking_a_face_looks_at_its_turn(debrief: Opened) -> None:
    pilot, scene = debrief
    target = next(each for each in scene.review.targets() if each.intent.number == TURNS + 2)
    pilot.click(*target.rect.centre)
    assert scene.turn == 2


def test_the_signs_are_told_apart_without_colour() -> None:
    from game.desk.art.marks import judgement
    from game.desk.art.palette import LIGHT

    shapes = {
        judgement(each.value, 0, 0, 10).replace(LIGHT.judgements[each.value], "ink") for each in Judgement
    }
    assert len(shapes) == len(Judgement)
