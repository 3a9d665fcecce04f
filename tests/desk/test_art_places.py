"""Places and what stands in front: every one can be painted, at every size and hour."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.content import looks as words
from game.desk.art import icons, marks
from game.desk.art.backdrop import Backdrop
from game.desk.art.counter import Counter
from game.desk.art.door import COLOURS, door
from game.desk.art.palette import LIGHT, NIGHT, contrast
from game.desk.art.place import LIGHTS, Room, time_of_day
from game.desk.art.places import PAINTERS, paint
from game.desk.art.seals import envelope, seal
from game.desk.art.svg import document
from game.desk.art.table import TABLES
from tests.desk.test_art_figure import check

SIZES = [(1280.0, 720.0), (1706.0, 720.0), (1280.0, 960.0)]
pytestmark = pytest.mark.screen


@pytest.fixture(autouse=True)
def _screen() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    yield
    pygame.display.quit()


def shot(thing: Backdrop | Counter, size: tuple[int, int] = (320, 180)) -> bytes:
    surface = pygame.Surface(size)
    thing.draw(surface)
    return pygame.image.tobytes(surface, "RGB")


def test_every_place_has_a_painter() -> None:
    assert set(PAINTERS) == set(words.PLACES)


@pytest.mark.parametrize("name", words.PLACES)
@pytest.mark.parametrize("size", SIZES)
def test_every_place_is_painted_at_every_size(name: str, size: tuple[float, float]) -> None:
    room = Room(*size)
    for light in LIGHTS:
        place = paint(name, room, light)
        for sheet in place.sheets:
            check(document(sheet.body, (0, room.top, room.width, room.height), sheet.defs))
        assert place.table in TABLES


def test_an_unknown_place_is_the_reception() -> None:
    assert paint("moon", Room(), "morning") == paint("reception", Room(), "morning")
    assert paint("reception", Room(), "eclipse") == paint("reception", Room(), "morning")


@pytest.mark.parametrize("name", words.PLACES)
def test_the_wall_behind_the_choices_is_quiet_and_dark(name: str) -> None:
    backdrop = Backdrop(name, (640, 360))
    surface = pygame.Surface((640, 360))
    backdrop.draw(surface)
    wall = pygame.transform.average_color(surface, pygame.Rect(330, 40, 300, 280))

    assert contrast("#{:02X}{:02X}{:02X}".format(*wall[:3]), LIGHT.resting) > 7


@pytest.mark.parametrize("size", [(320, 180), (480, 180), (240, 240), (97, 61)])
def test_a_window_of_any_shape_is_filled(size: tuple[int, int]) -> None:
    backdrop, counter = Backdrop("reception", size), Counter(size)
    surface = pygame.Surface(size)
    surface.fill("#FF00FF")
    backdrop.draw(surface)
    counter.draw(surface)

    for spot in ((0, 0), (size[0] - 1, 0), (0, size[1] - 1), (size[0] - 1, size[1] - 1)):
        assert surface.get_at(spot)[:3] != (255, 0, 255)


def test_the_clock_says_story_time() -> None:
    backdrop = Backdrop("reception", (640, 360), "morning")
    backdrop.tell(36_060)
    early = shot(backdrop, (640, 360))
    backdrop.tell(36_090)
    assert shot(backdrop, (640, 360)) == early
    backdrop.tell(36_600)
    assert shot(backdrop, (640, 360)) != early


def test_the_lamp_of_the_copier_blinks() -> None:
    backdrop = Backdrop("reception", (640, 360))
    on = shot(backdrop, (640, 360))
    backdrop.update(900)
    assert shot(backdrop, (640, 360)) != on
    backdrop.update(700)
    assert shot(backdrop, (640, 360)) == on


def test_hours_have_their_light() -> None:
    assert time_of_day(36_000) == "morning"
    assert time_of_day(13 * 3600) == "noon"
    assert time_of_day(16 * 3600) == "afternoon"
    assert time_of_day(18 * 3600) == "evening"
    assert time_of_day(23 * 3600) == time_of_day(3 * 3600) == "night"
    assert len({shot(Backdrop("cafe", (320, 180), light)) for light in LIGHTS}) == len(LIGHTS)


def test_steam_is_her_patience() -> None:
    pictures = set()
    for strands in (0, 1, 2, 3):
        counter = Counter((640, 360))
        counter.strands, counter.still = strands, True
        pictures.add(shot(counter, (640, 360)))

    assert len(pictures) == 4


def test_steam_rises_unless_motion_is_reduced() -> None:
    counter = Counter((640, 360))
    before = shot(counter, (640, 360))
    counter.update(500)
    assert shot(counter, (640, 360)) != before
    counter.still = True
    still = shot(counter, (640, 360))
    counter.update(500)
    assert shot(counter, (640, 360)) == still


@pytest.mark.parametrize(
    "change", [{"phone_down": True}, {"second_chair": True}, {"thing": "paper-birds"}, {"table": "stone"}]
)
def test_things_show_on_the_counter(change: dict[str, object]) -> None:
    counter = Counter((640, 360))
    before = shot(counter, (640, 360))
    for name, value in change.items():
        setattr(counter, name, value)

    assert shot(counter, (640, 360)) != before


def test_plate_and_cup_follow_the_person_in_a_wide_window() -> None:
    guide, wide = Counter((1280, 720)), Counter((1706, 720))

    assert guide.plate == (28, 634, 296, 70)
    assert guide.cup == (540, 686)
    assert wide.plate[0] > guide.plate[0]
    assert wide.cup[0] - wide.plate[0] == guide.cup[0] - guide.plate[0]


def test_the_cup_stands_alone_where_there_is_no_table() -> None:
    surface = pygame.Surface((320, 180))
    Counter((640, 360)).draw_corner_cup(surface, 160, 150)

    assert len(set(pygame.image.tobytes(surface, "RGB"))) > 20


@pytest.mark.parametrize("palette", [LIGHT, NIGHT])
def test_judgements_differ_in_shape(palette: object) -> None:
    assert palette in (LIGHT, NIGHT)
    chosen = LIGHT if palette is LIGHT else NIGHT
    signs = {kind: marks.judgement(kind, 12, 12, 10, chosen) for kind in marks.JUDGEMENTS}
    for kind, sign in signs.items():
        check(document(sign, (0, 0, 24, 24)))
        signs[kind] = sign.replace(chosen.colour(kind), "colour")

    assert len(set(signs.values())) == len(marks.JUDGEMENTS)
    check(document(marks.judgement("unheard-of", 12, 12), (0, 0, 24, 24)))


@pytest.mark.parametrize("name", icons.SIMPLE)
def test_signs_of_one_colour_are_pictures(name: str) -> None:
    check(document(icons.SIMPLE[name](12, 12, 10, LIGHT.ink), (0, 0, 24, 24)))


def test_other_signs_are_pictures() -> None:
    drawn = [
        icons.notebook(12, 12, 10, LIGHT.ink, LIGHT.vermilion),
        icons.speaker(12, 12, 10, LIGHT.ink, on=False),
        icons.lock(12, 12, 10, LIGHT.ink, opened=True),
        icons.phone(12, 12, 10, LIGHT.ink, LIGHT.card),
        *(icons.arrow(12, 12, 10, LIGHT.ink, to) for to in ("right", "left", "up", "down")),
        *(icons.stage_dot(12, 12, now, "#F2806F", "#0D1B1E", "#B9B4A8") for now in ("done", "now", "")),
        *(envelope(12, 12, 10, LIGHT.card, LIGHT.edge, opened, LIGHT.vermilion) for opened in (True, False)),
        *(seal(12, 12, 10, kind) for kind in ("relationship", "honesty", "craft", "")),
        seal(12, 12, 10, "craft", earned=False),
    ]  # fmt: skip
    for sign in drawn:
        check(document(sign, (0, 0, 24, 24)))

    assert len(set(drawn)) == len(drawn)


@pytest.mark.parametrize("ajar", [True, False])
@pytest.mark.parametrize("focus", [True, False])
def test_doors_are_closed_or_ajar(ajar: bool, focus: bool) -> None:
    picture = door(COLOURS[0], ajar=ajar, focus=focus, seals=(("craft", True), ("honesty", False)))

    check(document(picture, (-16, -10, 190, 230)))
    assert (picture == door(COLOURS[0], seals=(("craft", True), ("honesty", False)))) == (
        not ajar and not focus
    )
