"""Whom one will meet: the cards of people of whom something is known, on the table before a visit."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desk.aftermaths import account_of
from game.desk.layout import Rect
from game.desk.name_plate import position
from game.desk.panels import lay, panel
from game.desk.playing import Playing
from game.desk.scene import Desk

MOST_ROOM = 0.55
"""How much of the table several cards may take; whoever is named later in the file waits outside."""


def lay_people(desk: Desk, surface: pygame.Surface, rect: Rect, playing: Playing) -> int:
    """Lay the customer's card, and beside and below it those of the others; returns where they end."""
    people = whose_cards(desk, rect, playing)
    return _lay_in_columns(desk, surface, rect, playing, people)


def whose_cards(desk: Desk, rect: Rect, playing: Playing) -> tuple[str, ...]:
    """The customer, and while there is room the others of whom something is known, in file order."""
    first, *others = playing.conversation.scenario.people
    known = (each.id for each in others if playing.person(each.id).known.said(desk.locale))
    unseen = pygame.Surface((1, 1))
    people: tuple[str, ...] = (first.id,)
    for person in known:
        end = _lay_in_columns(desk, unseen, rect, playing, (*people, person))
        if end - rect.y > rect.height * MOST_ROOM:
            break
        people = (*people, person)
    return people


def _lay_in_columns(
    desk: Desk, surface: pygame.Surface, rect: Rect, playing: Playing, people: Sequence[str]
) -> int:
    """Row by row, the cards of a row of equal height; one below the other where letters are large."""
    columns = 1 if desk.frame.text > 1 or len(people) == 1 else 2
    gap = desk.frame.px(12)
    width = (rect.width - gap * (columns - 1)) // columns
    y = rect.y - gap
    for first in range(0, len(people), columns):
        row = people[first : first + columns]
        y += gap
        height = max(_height(desk, playing, person, width) for person in row)
        for column, person in enumerate(row):
            place = Rect(rect.x + column * (width + gap), y, width, height)
            _lay_card(desk, surface, place, playing, person)
        y += height
    return y


def _lines(desk: Desk, playing: Playing, person: str, width: int) -> list[tuple[str, int, str, bool]]:
    """What stands on a card, line by line: the words, their size, their colour, whether they are bold."""
    palette, text, locale = desk.palette, desk.lettering, desk.locale
    wording, room = playing.person(person), width - desk.frame.px(48)
    books = " · ".join(account_of(playing.conversation.scenario, person, locale, brief=True))
    parts = (
        (wording.name.said(locale), 22, palette.ink, True),
        (position(wording, locale), 16, palette.ink_soft, False),
        (wording.known.said(locale), 16, palette.ink, False),
        (books, 14, palette.ink_soft, False),
    )
    return [
        (line, size, colour, bold)
        for words, size, colour, bold in parts
        if words
        for line in text.wrap(words, size, room, bold=bold)
    ]


def _height(desk: Desk, playing: Playing, person: str, width: int) -> int:
    lines = _lines(desk, playing, person, width)
    return desk.frame.px(30) + sum(desk.lettering.leading(size) for _, size, _, _ in lines)


def _lay_card(desk: Desk, surface: pygame.Surface, card: Rect, playing: Playing, person: str) -> None:
    """One card, with the red edge that tells people from facts."""
    px, palette, text = desk.frame.px, desk.palette, desk.lettering
    lay(surface, panel((card.width, card.height), desk.u, palette.card, radius=6, shadow=5), card)
    pygame.draw.rect(surface, palette.vermilion, (card.x, card.y, px(6), card.height))
    y = card.y + px(12)
    for words, size, colour, bold in _lines(desk, playing, person, card.width):
        y = text.say(surface, words, card.x + px(26), y, size, colour, bold=bold)
