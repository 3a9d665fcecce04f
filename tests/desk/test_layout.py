"""Geometry: rectangles, the unit, and a talk that fits at every size of text."""

from __future__ import annotations

import doctest
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desk import intents, layout, lettering, stage_header, staging, window
from game.desk.briefing_layout import Step, panels
from game.desk.layout import TEXT_SCALES, Frame, Rect
from game.desk.stage_layout import Texts, column_of, lay_out, sizes_to_try
from game.language import line_breaks

WINDOWS = [(1280, 720), (1920, 1080), (2560, 1080), (1024, 768), (854, 480), (3840, 2160)]


@pytest.mark.parametrize("module", [layout, staging, stage_header, window, lettering, line_breaks, intents])
def test_examples_in_the_docstrings(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@given(st.integers(100, 4000), st.lists(st.floats(0.1, 10), min_size=1, max_size=6), st.integers(0, 10))
def test_columns_fill_the_width(width: int, shares: list[float], gap: int) -> None:
    columns = list(Rect(7, 0, width, 10).columns(tuple(shares), gap))
    assert columns[0].x == 7
    assert columns[-1].right == 7 + width
    assert all(after.x - before.right == gap for before, after in pairwise(columns))


@pytest.mark.parametrize("size", WINDOWS)
@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_the_column_never_gets_wider_than_its_text(size: tuple[int, int], scale: float) -> None:
    frame = Frame(*size, scale)
    column = column_of(frame)
    assert column.width <= round(768 * frame.u) + 1
    assert 0 < column.x < column.right < frame.width
    assert frame.px(64) < column.y < column.bottom < frame.height


@pytest.mark.parametrize("scale", TEXT_SCALES)
@pytest.mark.parametrize("speech_lines", [1, 2, 3, 4])
@pytest.mark.parametrize("told", [0, 1, 2])
def test_bubble_and_four_cards_fit_at_some_size(scale: float, speech_lines: int, told: int) -> None:
    frame = Frame(1280, 720, scale)
    for sizes in sizes_to_try(scale, chinese=False):
        step = round(sizes.speech * scale * 38 / 27)
        card = round(sizes.card * scale * 1.44)
        small = round(sizes.small * scale * 1.5)
        texts = Texts((told, small), (speech_lines, step), (1, small), (0, small), (2, 2, 2, 2), card)
        stage = lay_out(frame, texts, column_of(frame))
        if stage.fits:
            break
    assert stage.fits
    assert stage.cards[-1].bottom <= frame.height
    assert not any(a.meets(b) for a, b in pairwise(stage.cards))
    assert not stage.cards[0].meets(stage.bubble)
    assert not stage.bubble.meets(stage.before) or not told


@pytest.mark.parametrize("scale", TEXT_SCALES)
@pytest.mark.parametrize("size", WINDOWS)
@pytest.mark.parametrize("step", Step)
def test_the_briefings_panels_stand_apart(scale: float, size: tuple[int, int], step: Step) -> None:
    places = list(panels(Frame(*size, scale), step).values())
    assert all(not a.meets(b) for at, a in enumerate(places) for b in places[at + 1 :])
    assert all(rect.right <= size[0] and rect.bottom <= size[1] and rect.x >= 0 for rect in places)
