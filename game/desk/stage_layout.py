"""Where things stand in a conversation: header, scenery, bubble and cards. Pure; texts come as line counts.

Everything readable stands in one column on the right, whose width grows with the text and never with the
window. What a larger text needs it takes from the portrait first, from the air second, and only then from
its own size: `sizes_to_try` falls slowly until bubble and cards fit above the keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.desk.layout import Frame, Rect

COLUMN = {1.0: 612, 1.25: 690, 1.5: 768}
"""Width of the talk column by text scale, in units."""

CARD_GAP = 10
CARD_TEXT_LEFT = 66
CARD_TEXT_BOTH = 88
BUBBLE_SIDE = 32
CUE_LEFT = 66
TALLEST_CARD = 90
COUNTER = 76
"""Height of the counter at the lower edge."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of type that go together, in pixels of the guide, and how many lines a card may have."""

    speech: float
    card: float
    small: float
    card_lines: int


def sizes_to_try(text_scale: float, chinese: bool) -> Iterator[Sizes]:
    """From the size that was asked for down to what always fits; 18 for cards before a third line.

    Args:
        text_scale: 1.0, 1.25 or 1.5.
        chinese: speech is set a little larger in Chinese.
    """
    speech = 27 if chinese else 26
    if text_scale <= 1.0:
        for size, card in ((speech, 20), (speech, 18), (speech - 2, 18), (speech - 4, 17)):
            yield Sizes(size, card, 18, 2)
        yield Sizes(speech - 4, 17, 16, 3)
        yield Sizes(speech - 7, 16, 16, 4)
        return
    for share in (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72):
        lines = 3 if text_scale * share > 1.2 else 2
        yield Sizes(speech * share, 20 * share, 18 * share, lines)
    yield Sizes(speech * 0.72, 20 * 0.72, 18 * 0.72, 4)
    yield Sizes(speech * 0.64, 20 * 0.64, 18 * 0.64, 5)


@dataclass(frozen=True, slots=True)
class Texts:
    """How much room texts need, in real pixels: (lines, from line to line) each; no lines means nothing."""

    before: tuple[int, int]
    speech: tuple[int, int]
    cue: tuple[int, int]
    after: tuple[int, int]
    cards: tuple[int, ...]
    card_step: int


@dataclass(frozen=True, slots=True)
class StageLayout:
    """Rectangles in real pixels; `fits` says whether the last card ends above the keys."""

    column: Rect
    before: Rect
    bubble: Rect
    after: Rect
    cards: tuple[Rect, ...]
    fits: bool


def column_of(frame: Frame) -> Rect:
    """The talk column between header and lower edge."""
    width = frame.px(COLUMN[frame.text])
    right = frame.width - frame.px(40 if not frame.large else 32)
    top = frame.px(92 if not frame.large else 78)
    bottom = frame.height - frame.px(36 if not frame.large else 14)
    return Rect(right - width, top, width, bottom - top)


def scenery_of(frame: Frame) -> Rect:
    """Where the person stands: left of the column."""
    return Rect(0, frame.px(64), column_of(frame).x, frame.height - frame.px(64))


def lay_out(frame: Frame, texts: Texts, column: Rect) -> StageLayout:
    """Put bubble and cards of these texts into a column."""
    gap = frame.px(24 if not frame.large else 14)
    before = Rect(column.x, column.y - frame.px(8), column.width, texts.before[0] * texts.before[1])
    y = before.bottom + frame.px(10) if texts.before[0] else column.y
    bubble = Rect(column.x, y, column.width, _bubble_height(frame, texts))
    y = bubble.bottom + gap if bubble.height else y
    after = Rect(column.x, y - frame.px(6), column.width, texts.after[0] * texts.after[1])
    y = after.bottom + frame.px(12) if texts.after[0] else y
    cards, fits = _cards(frame, texts, column, y)
    return StageLayout(
        column=column,
        before=before,
        bubble=bubble,
        after=after,
        cards=cards,
        fits=fits and (not cards or cards[-1].bottom <= column.bottom),
    )


def _bubble_height(frame: Frame, texts: Texts) -> int:
    if not texts.speech[0] and not texts.cue[0]:
        return 0
    speech = texts.speech[0] * texts.speech[1]
    if not texts.cue[0]:
        return frame.px(46 if not frame.large else 30) + speech
    cue = texts.cue[0] * texts.cue[1]
    if not texts.speech[0]:
        return frame.px(32) + cue
    return frame.px(63 if not frame.large else 42) + speech + cue


def _cards(frame: Frame, texts: Texts, column: Rect, top: int) -> tuple[tuple[Rect, ...], bool]:
    """Cards of one height: as tall as the longest line needs, taller where there is room, up to the limit."""
    count = len(texts.cards)
    if not count:
        return (), top <= column.bottom
    gap = frame.px(CARD_GAP if not frame.large else 8)
    needed = max(texts.cards) * texts.card_step + frame.px(18 if not frame.large else 12)
    room = (column.bottom - top - gap * (count - 1)) // count
    height = max(needed, min(frame.px(TALLEST_CARD), room))
    return tuple(
        Rect(column.x, top + number * (height + gap), column.width, height) for number in range(count)
    ), room >= needed
