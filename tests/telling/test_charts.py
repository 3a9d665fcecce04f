"""Charts: what they show, that labels keep clear, and that both painters paint them."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.engine.reaction import CauseName, Reaction
from game.engine.traits import Stage, Trait
from game.language.locale import Locale
from game.telling import tones
from game.telling.causes import Teller
from game.telling.charts import Bar, Chart, Dot, Label, Line, Room
from game.telling.conversation_chart import KINKS, SERIES, conversation_chart, height, kinks
from game.telling.svg_painter import svg
from tests.telling.samples import NAMES, cause, dose, reaction, scenario

ROOM = Room(1112, 166)
SWINGS = (400, -900, 150, 1_200, -300, 800, -60, 500)


def talk() -> tuple[Reaction, ...]:
    """Eight turns with swings of all three curves, each beginning where the last one ended."""
    turns, mind = [], {Trait.TRUST: 3_000, Trait.VALENCE: 0, Trait.PRESSURE: 2_500}
    for number, swing in enumerate(SWINGS, start=1):
        causes = (
            cause(CauseName.STAGE, Trait.TRUST, swing),
            cause(CauseName.DELIVERY, Trait.VALENCE, swing * 2),
            cause(CauseName.GATE, Trait.PRESSURE, -swing // 2),
        )
        stage = Stage.COGNITION if number < 5 else Stage.INTEREST
        doses = (dose("ask-commitment", stage=400 if swing < 0 else 1_200),)
        turns.append(reaction(causes, turn=number, stage=stage, doses=doses, before=mind))
        mind = {trait: int(turns[-1].after[trait]) for trait in mind}
    return tuple(turns)


def drawn(locale: Locale = Locale.EN, room: Room = ROOM, selected: int | None = None) -> Chart:
    return conversation_chart(talk(), Teller(scenario(), NAMES, locale), room, selected=selected)


def test_curves_run_through_every_value() -> None:
    curves = [mark for mark in drawn().marks if isinstance(mark, Line) and mark.width > 2]
    assert [curve.tone for curve in curves] == [series.tone for series in SERIES]
    assert len({curve.dash for curve in curves}) == 3
    trust = curves[0].points
    assert (trust[0], trust[-1]) == ((0, height(Trait.TRUST, 3_000)), (1, height(Trait.TRUST, 4_790)))
    assert all(0 <= y <= 1 for curve in curves for _, y in curve.points)


def test_bands_are_the_stages() -> None:
    bands = [mark for mark in drawn().marks if isinstance(mark, Bar)]
    assert [(band.x, band.width) for band in bands] == [(0, 0.5), (0.5, 0.5)]
    assert {"Cognition", "Interest"} <= {mark.text for mark in drawn().marks if isinstance(mark, Label)}


def test_the_largest_bends_are_named_with_a_cause_in_their_direction() -> None:
    found = kinks(talk())
    assert len(found) == KINKS
    assert found[0].turn == 4
    assert all(kink.amount * kink.cause.amount > 0 for kink in found)
    dots = [mark for mark in drawn().marks if isinstance(mark, Dot)]
    assert [round(dot.x * 8) for dot in dots] == [kink.turn for kink in found]


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_names_keep_clear_of_one_another(locale: Locale, scale: float) -> None:
    room = Room(1112, 166, scale)
    names = [mark for mark in drawn(locale, room).marks if isinstance(mark, Label) and mark.plate]
    assert names
    for name in names:
        wide = room.breadth(name.text, name.size)
        assert name.x - wide / 2 >= 0 and name.x + wide / 2 <= 1 and 0 < name.y < 1
    for one, other in combinations(names, 2):
        apart = (
            abs(one.x - other.x)
            - (room.breadth(one.text, one.size) + room.breadth(other.text, other.size)) / 2
        )
        assert apart > 0 or abs(one.y - other.y) >= room.tall(one.size * scale)


def test_the_selected_turn_stands_out() -> None:
    bars = [mark for mark in drawn(selected=3).marks if isinstance(mark, Bar) and mark.tone == "focus"]
    assert [(bar.x, bar.width) for bar in bars] == [(0.25, 0.125)]


def test_it_is_said_in_words_too() -> None:
    assert drawn().said.startswith("Trust went from 30 to 48; Emotion went from 0 to 36;")
    assert "第 4 回合" in drawn(Locale.ZH).said


def test_an_empty_conversation_has_an_empty_chart() -> None:
    assert conversation_chart((), Teller(scenario(), NAMES), ROOM) == Chart((), "")


def test_turns_with_somebody_else_leave_a_curve_level() -> None:
    chart = conversation_chart(talk(), Teller(scenario(), NAMES), ROOM, person="nobody")
    for curve in (mark for mark in chart.marks if isinstance(mark, Line) and mark.width > 2):
        assert all(one[1] == other[1] for one, other in pairwise(curve.points))
    assert not [mark for mark in chart.marks if isinstance(mark, Dot)]


@pytest.mark.parametrize("colours", [tones.LIGHT, tones.NIGHT])
def test_svg_is_well_formed_and_escapes_words(colours: tones.Tones) -> None:
    chart = Chart((*drawn().marks, Label(0.5, 0.5, "<b> & “x”")), "a < b & 'c'")
    tree = ElementTree.fromstring(svg(chart, 1112, 166, colours, margin=10))
    assert tree.get("aria-label") == "a < b & 'c'"
    assert tree.get("width") == "1132"
    texts = [each.text for each in tree.iter("{http://www.w3.org/2000/svg}text")]
    assert "<b> & “x”" in texts
    bare = ElementTree.fromstring(svg(chart, 100, 50, letters=False))
    assert not list(bare.iter("{http://www.w3.org/2000/svg}text"))


def test_both_sets_of_tones_name_the_same_purposes() -> None:
    assert set(tones.LIGHT) == set(tones.NIGHT)


def test_only_the_painter_opens_pygame() -> None:
    here = Path(__file__).parents[2]
    names = [path.stem for path in (here / "game" / "telling").glob("*.py")]
    modules = [f"game.telling.{name}" for name in names if name not in {"__init__", "pygame_painter"}]
    program = f"import sys, importlib\nfor m in {modules!r}: importlib.import_module(m)\n"
    program += "assert 'pygame' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True, cwd=here, env=dict(os.environ))


def test_pygame_paints_the_same_chart() -> None:
    import pygame

    from game.desk.lettering import Lettering
    from game.telling.pygame_painter import MARGIN, paint, shapes

    pygame.font.init()
    chart = drawn(selected=4)
    surface = pygame.Surface((1200, 220))
    surface.fill(tones.LIGHT["ground"])
    picture = shapes(chart, (1112, 166), 1.0)
    assert picture.get_size() == (1112 + 2 * MARGIN, 166 + 2 * MARGIN)
    paint(chart, surface, (40, 20, 1112, 166), Lettering(Locale.EN), 1.0, drawn=picture)
    assert surface.get_at((50, 30))[:3] == pygame.Color(tones.LIGHT["band"])[:3]
    assert len({tuple(surface.get_at((x, 100))) for x in range(0, 1200, 3)}) > 5


def test_turns_before_the_first_meeting_are_left_out_and_the_others_keep_their_numbers() -> None:
    whole = talk()
    chart = conversation_chart(whole, Teller(scenario(), NAMES, Locale.EN), ROOM, selected=4, skip=2)
    curves = [mark for mark in chart.marks if isinstance(mark, Line) and mark.width > 2]
    heights = [height(Trait.TRUST, int(each.after[Trait.TRUST])) for each in whole[1:]]
    assert curves[0].points == tuple((at / 6, y) for at, y in enumerate(heights))
    focus = next(mark for mark in chart.marks if isinstance(mark, Bar) and mark.tone == "focus")
    assert focus.x == 1 / 6
    dots = [mark for mark in chart.marks if isinstance(mark, Dot)]
    assert [round(dot.x * 6) + 2 for dot in dots] == [kink.turn for kink in kinks(whole) if kink.turn > 2]
    assert "turn 4" in chart.said
