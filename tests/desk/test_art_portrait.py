"""A portrait over time: one layer a frame, blinks and breath by the clock, heads that are kept."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.content.looks import Looks
from game.desk.art import layer, motion
from game.desk.art.expression import FACES
from game.desk.art.portrait import HEADS, Portrait
from game.desk.art.raster import raster

LIN_YUE = Looks(hair="bob", clothes="suit", thing="hair-clip")
pytestmark = pytest.mark.screen


@pytest.fixture(autouse=True)
def _screen() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    yield
    pygame.display.quit()


@pytest.fixture
def rastered(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """The size of every picture that is rastered."""
    sizes: list[tuple[int, int]] = []

    def counting(svg: str, size: tuple[int, int]) -> pygame.Surface:
        sizes.append(size)
        return raster(svg, size)

    monkeypatch.setattr(layer, "raster", counting)
    return sizes


def picture(portrait: Portrait) -> bytes:
    surface = pygame.Surface(portrait.size)
    portrait.draw(surface, 0, 0)
    return pygame.image.tobytes(surface, "RGB")


def settle(portrait: Portrait) -> bytes:
    """What is shown when everything has arrived and every layer has had its turn."""
    shown = picture(portrait)
    for _ in range(6):
        shown = picture(portrait)
    return shown


def test_the_first_picture_is_whole(rastered: list[tuple[int, int]]) -> None:
    portrait = Portrait(LIN_YUE, 140)

    assert len(set(picture(portrait))) > 30
    assert len(rastered) == 3


def test_no_frame_rasters_more_than_one_layer(rastered: list[tuple[int, int]]) -> None:
    portrait = Portrait(LIN_YUE, 140)
    picture(portrait)
    portrait.show(
        "irritated", (("arms-crossed", 3), ("leans-in", 3), ("shakes-head", 2)), micro="nose-wrinkle"
    )
    for _ in range(150):
        before = len(rastered)
        portrait.update(16)
        picture(portrait)
        assert len(rastered) - before <= 1


def test_a_still_face_is_not_drawn_again(rastered: list[tuple[int, int]]) -> None:
    portrait = Portrait(LIN_YUE, 140)
    portrait.held = True
    picture(portrait)
    before = len(rastered)
    for _ in range(30):
        portrait.update(100)
        picture(portrait)

    assert len(rastered) == before


def test_heads_are_kept_up_to_a_number() -> None:
    portrait = Portrait(LIN_YUE, 70)
    moods = list(FACES)
    for turn in range(8):
        portrait.show(moods[turn % len(moods)], micro="brow-lift")
        for _ in range(60):
            portrait.update(16)
            picture(portrait)

    assert len(portrait._layers["head"]) <= HEADS


@pytest.mark.parametrize("mood", FACES)
def test_every_mood_looks_different(mood: str) -> None:
    def shown(name: str) -> bytes:
        portrait = Portrait(LIN_YUE, 200)
        portrait.show(name, at_once=True)
        return settle(portrait)

    own = shown(mood)
    assert all(shown(other) != own for other in FACES if other != mood)


def test_a_mood_arrives_in_its_time() -> None:
    portrait = Portrait(LIN_YUE, 140)
    portrait.show("worried")
    portrait.update(motion.FACE)
    assert not portrait.settled
    portrait.update(motion.POSTURE)
    assert portrait.settled


def test_a_passing_expression_comes_first_and_goes() -> None:
    portrait = Portrait(LIN_YUE, 200)
    portrait.show("neutral", at_once=True)
    portrait.held = True
    before = settle(portrait)
    portrait.flash("eyes-widen")
    portrait.update(150)
    during = settle(portrait)
    portrait.update(motion.MICRO_HOLD[1] + 200)

    assert during != before
    assert settle(portrait) == before


def test_at_once_and_finish_need_no_time() -> None:
    slow, quick = Portrait(LIN_YUE, 140), Portrait(LIN_YUE, 140)
    for portrait in (slow, quick):
        portrait.held = True
    slow.show("decided")
    slow.finish()
    quick.show("decided", at_once=True)

    assert slow.settled
    assert settle(slow) == settle(quick)


def test_reduced_motion_neither_breathes_nor_blinks_nor_flashes() -> None:
    portrait = Portrait(LIN_YUE, 200, reduced_motion=True)
    portrait.show("warm", (("nods", 3),))
    assert not portrait.flash("brow-lift")
    portrait.update(motion.REDUCED + 1)
    shown = settle(portrait)
    for _ in range(100):
        portrait.update(97)
        assert picture(portrait) == shown


def test_she_blinks_and_breathes() -> None:
    portrait = Portrait(LIN_YUE, 668)
    pictures = set()
    for _ in range(400):
        portrait.update(40)
        pictures.add(picture(portrait))

    assert len(pictures) > 4


def test_two_lives_of_one_person_are_the_same() -> None:
    def life() -> list[bytes]:
        portrait = Portrait(LIN_YUE, 140)
        portrait.show("amused", (("nods", 2),), micro="brow-lift")
        shown = []
        for _ in range(60):
            portrait.update(33)
            shown.append(picture(portrait))
        return shown

    assert life() == life()


def test_another_height_is_drawn_anew() -> None:
    portrait = Portrait(LIN_YUE, 140)
    picture(portrait)
    portrait.resize(280)

    assert portrait.size == (224, 280)
    assert portrait.mouth == (120, 120)
    assert len(set(picture(portrait))) > 30


def test_the_telephone_is_remembered() -> None:
    portrait = Portrait(LIN_YUE, 140)
    portrait.show("neutral", (("phone-down", 2),))
    assert portrait.phone_down
    portrait.show("warm")
    assert portrait.phone_down
    portrait.show("hurried", (("phone-out", 2),))
    assert not portrait.phone_down


def test_thumbnails_are_kept_and_have_their_size() -> None:
    portrait = Portrait(LIN_YUE, 140)
    first = portrait.thumbnail("warm", (71, 81))

    assert first.get_size() == (71, 81)
    assert portrait.thumbnail("warm", (71, 81)) is first
    assert portrait.thumbnail("worried", (71, 81)) is not first
    assert portrait.behind().get_size() == portrait.size


def test_blinks_come_every_three_to_six_seconds() -> None:
    time = 0.0
    for index in range(200):
        following = motion.next_blink(time, 7, index)
        assert 3000 <= following - time <= 6000
        time = following


@pytest.mark.parametrize("index", range(50))
def test_passing_expressions_last_as_long_as_the_course_says(index: int) -> None:
    hold = motion.micro_hold(11, index)

    assert 160 <= hold <= 300
    assert 200 <= motion.MICRO_IN + hold + motion.MICRO_OUT <= 500
    assert motion.micro_weight(motion.MICRO_IN + hold / 2, hold) == 1
    assert motion.micro_weight(-1, hold) == motion.micro_weight(600, hold) == 0


def test_lids_close_and_open_within_a_blink() -> None:
    assert motion.blink(-1) == motion.blink(motion.BLINK) == 1
    assert motion.blink(60) == 0
    assert 0 < motion.blink(20) < 1
    assert all(0 <= motion.breath(t) <= 1 for t in range(0, 9000, 50))
    assert motion.eased(-1) == 0
    assert motion.eased(2) == 1
    assert motion.nod(-1) == motion.nod(motion.NOD) == 0
    assert motion.shake(motion.SHAKE + 1) == 0
