"""What is known of a door: the place in one picture, whom one meets, how long, what for, best result."""

from __future__ import annotations

import pygame

from game.desk.art import svg
from game.desk.layout import Rect
from game.desk.name_plate import position
from game.desk.panels import drawn, lay, panel
from game.desk.ports import Book, Entry
from game.desk.scene import Desk

MORNING = 36_000
"""Story time of the pictures: ten in the morning."""


def draw_card(
    desk: Desk, surface: pygame.Surface, rect: Rect, entry: Entry | None, recommended: bool
) -> None:
    """Draw the card of a door."""
    px, palette, text = desk.frame.px, desk.palette, desk.lettering
    lay(surface, panel((rect.width, rect.height), desk.u, palette.card, radius=14, shadow=6), rect)
    if entry is None:
        return
    inner = rect.inset(px(22), px(18))
    y = _picture(desk, surface, inner, entry) + px(12)
    book = desk.reader.book(entry.id) if entry.id in desk.reader.opened else None
    y = text.say(
        surface, entry.title.said(desk.locale), inner.x, y, 24, palette.ink, bold=True, width=inner.width
    )
    if entry.tagline and entry.tagline != entry.title:
        y = text.say(
            surface, entry.tagline.said(desk.locale), inner.x, y, 16, palette.ink_soft, width=inner.width
        )
    minutes = desk.words.count("{n} minute", "{n} minutes", entry.minutes[0])
    y = text.say(surface, f"{minutes} · {stars(desk, entry)}", inner.x, y + px(4), 16, palette.ink_soft)
    foot = _foot(desk, surface, inner, entry, recommended)
    if isinstance(book, Book):
        _contents(desk, surface, Rect(inner.x, y + px(8), inner.width, foot - y - px(16)), book)


def stars(desk: Desk, entry: Entry) -> str:
    """How difficult it is, in words."""
    words = (
        desk.words("easy"),
        desk.words("fairly easy"),
        desk.words("middling"),
        desk.words("hard"),
        desk.words("very hard"),
    )
    return words[max(1, min(5, entry.difficulty)) - 1]


def _picture(desk: Desk, surface: pygame.Surface, inner: Rect, entry: Entry) -> int:
    """The place, small; returns where it ends."""
    height = min(round(inner.width * 0.5), round(inner.height * (0.19 if desk.frame.large else 0.28)))
    whole = desk.backdrops.small(entry.place, MORNING, (inner.width, height))
    surface.blit(whole, (inner.x, inner.y))
    pygame.draw.rect(surface, desk.palette.line, (inner.x, inner.y, inner.width, height), 1)
    return inner.y + height


def _contents(desk: Desk, surface: pygame.Surface, rect: Rect, book: Book) -> None:
    """Whom one meets and what one wants, as far as there is room."""
    palette, text, px = desk.palette, desk.lettering, desk.frame.px
    person = book.wording.people[book.scenario.people[0].id]
    aims = [aim.said(desk.locale) for aim in book.wording.aims]
    who = f"{person.name.said(desk.locale)} · {position(person, desk.locale)}"
    for size in (16, 15, 14, 13, 12):
        names = text.wrap(who, size, rect.width)
        rows = [text.wrap(aim, size, rect.width - px(18)) for aim in aims]
        height = (len(names) + sum(len(row) for row in rows)) * text.leading(size) + px(10)
        if height <= rect.height:
            break
    else:
        rows = []
    y = rect.y
    for line in names:
        y = text.say(surface, line, rect.x, y, size, palette.ink)
    y += px(6)
    for row in rows:
        dot = drawn(svg.circle(5, 5, 3.6, palette.jade), (px(10), px(10)), (0, 0, 10, 10))
        surface.blit(dot, (rect.x, y + text.leading(size) // 2 - px(5)))
        for line in row:
            y = text.say(surface, line, rect.x + px(18), y, size, palette.ink)


def _foot(desk: Desk, surface: pygame.Surface, inner: Rect, entry: Entry, recommended: bool) -> int:
    """Best result and the way in; returns where the foot begins."""
    px, palette, text = desk.frame.px, desk.palette, desk.lettering
    height = max(px(48), text.leading(18) + px(12))
    button = Rect(inner.x, inner.bottom - height, inner.width, height)
    lay(surface, panel((button.width, height), desk.u, palette.vermilion, radius=10, shadow=3), button)
    word = text.line(desk.words("Open the door"), 18, palette.card, bold=True)
    surface.blit(word, (button.centre[0] - word.get_width() // 2, button.centre[1] - word.get_height() // 2))
    if entry.best is not None:
        said = desk.words("Best so far: {points} of 1000", points=entry.best)
    else:
        said = desk.words("Ajar: a good one to take next") if recommended else desk.words("Not opened yet")
    top = button.y - text.leading(15) - px(6)
    text.say(surface, said, inner.x, top, 15, palette.ink_soft)
    return top
