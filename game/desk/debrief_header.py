"""The strip over the debrief: what it was, how it ended, and three numbers."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.desk.afterwards import Afterwards
from game.desk.debrief_values import Values
from game.desk.layout import MARGIN
from game.desk.scene import Desk

HEIGHT = 72
GAP = 34
"""Units between one number and the next."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with what it means and, small behind it, what it is to be held against."""

    label: str
    value: str
    tail: str = ""
    soft: bool = False  # whether what stands behind is a word and no number


def figures(afterwards: Afterwards, values: Values, desk: Desk) -> tuple[Figure, ...]:
    """Score, accuracy and percentile; recommendation and turns where nobody computes those."""
    words, card = desk.words, afterwards.card
    before, review = afterwards.earlier_card, values.review
    tail = f"{card.total - before.total:+d}".replace("-", "−") if before is not None else ""
    score = Figure(words("Score"), str(card.total), tail)
    if values.able:
        done = review is not None and review.finished
        kept = f"{round(review.accuracy * 100)}%" if review is not None and done else "…"
        rank = review.percentile if review is not None else None
        beaten = (
            "…" if rank is None else f"{min(99, round(rank))}%"
        )  # nobody is better than all, himself among them
        after = "" if rank is None else words("of possible talks")
        return (
            score,
            Figure(words("Accuracy"), kept),
            Figure(words("Better than"), beaten, after, soft=True),
        )
    return (
        score,
        Figure(words("Recommends you"), f"{card.nps}/10"),
        Figure(words("Turns"), str(len(afterwards.reactions))),
    )


def header_height(desk: Desk) -> int:
    """How high the strip is, in real pixels."""
    text, px = desk.lettering, desk.frame.px
    return max(px(HEIGHT), text.leading(19) + text.leading(16) + px(8))


def draw_header(desk: Desk, surface: pygame.Surface, afterwards: Afterwards, values: Values) -> None:
    """Draw the strip along the upper edge."""
    frame, text, palette = desk.frame, desk.lettering, desk.palette
    px, height, page = frame.px, header_height(desk), frame.page
    pygame.draw.rect(surface, palette.header, (0, 0, frame.width, height))
    pygame.draw.rect(surface, palette.header_mark, (0, height, frame.width, px(2)))
    middle = height // 2
    left = _figures(desk, surface, figures(afterwards, values, desk), page.right - px(MARGIN), middle)
    x = page.x + px(MARGIN)
    title = text.line(desk.words("Review"), 28, palette.header_text, bold=True)
    surface.blit(title, (x, middle - title.get_height() // 2))
    x += title.get_width() + px(18)
    room = left - px(GAP) - x
    heading = afterwards.playing.book.wording.title.said(desk.locale)
    ending = afterwards.ending(desk.locale)
    sizes = (16, 15, 14, 13, 12)
    size = next((size for size in sizes if len(text.wrap(ending, size, room)) <= 1), 11.0)
    lines = text.wrap(ending, size, room)
    if len(lines) > 1:  # too long for one line beside the numbers: the sentence is worth more than the title
        size = text.fit([ending], room, 2, (*sizes, 11, 10))
        lines, heading = text.wrap(ending, size, room), ""
    title_size = text.fit([heading], room, 1, (19, 17, 15, 13))
    high = (text.leading(title_size) if heading else 0) + len(lines) * text.leading(size)
    y = middle - high // 2
    if heading:
        y = text.say(surface, heading, x, y, title_size, "#E8DFCD")
    for line in lines:
        y = text.say(surface, line, x, y, size, palette.header_dim)


def _figures(desk: Desk, surface: pygame.Surface, shown: tuple[Figure, ...], right: int, middle: int) -> int:
    """Draw the numbers so that they end at `right`; returns where they begin."""
    text, px, palette = desk.lettering, desk.frame.px, desk.palette
    small = 16 if desk.frame.text < 1.2 else 13
    large = 28 if desk.frame.text < 1.2 else 22
    for figure in reversed(shown):
        parts = [
            (figure.label, small, palette.header_dim, False),
            (figure.value, large, palette.header_text, True),
        ]
        if figure.tail:
            tone = palette.header_dim if figure.soft else palette.header_mark
            parts.append((figure.tail, small, tone, not figure.soft))
        images = [text.line(words, size, colour, bold) for words, size, colour, bold in parts]
        base = middle + images[1].get_height() // 2
        for image in reversed(images):
            right -= image.get_width()
            drop = 0 if image is images[1] else round((images[1].get_height() - image.get_height()) * 0.3)
            surface.blit(image, (right, base - image.get_height() - drop))
            right -= px(8)
        right -= px(GAP - 8)
    return right + px(GAP)
