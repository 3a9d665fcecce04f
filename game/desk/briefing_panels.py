"""The three things on the table before a visit: the phone with its messages, the fact cards, the plan."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desk.art import svg
from game.desk.art.marks import tick
from game.desk.fact_cards import lay_cards
from game.desk.layout import Rect
from game.desk.panels import drawn, lay, panel
from game.desk.person_cards import lay_people
from game.desk.playing import Playing
from game.desk.scene import Desk

SIZES = (18, 17, 16, 15)
"""Sizes of reading text that are tried until all of it fits; what still does not fit can be scrolled."""

PLAN_SIZES = (*SIZES, 14, 13, 12, 11, 10)
"""The plan cannot be scrolled, so it goes on down to the floor of lettering."""


BAG = (340, 182)
"""Width and height of the bag, in pixels of the guide."""


def draw_table(desk: Desk, surface: pygame.Surface) -> None:
    """The table top from above, across the whole window."""
    frame = desk.frame
    width, height = frame.width / frame.u, frame.height / frame.u
    grain = "".join(
        svg.stroke(
            f"M{x} {y} C{x + 300} {y + bow} {x + 700} {y - bow} {x + 1100} {y + bow / 2}", "#24140B", 2, 0.16
        )
        for x, y, bow in (
            (-60, 90, 9),
            (240, 178, -7),
            (-100, 262, 6),
            (340, 352, -9),
            (40, 446, 8),
            (500, 534, -6),
        )
    ) + "".join(svg.stroke(f"M0 {y} H{width}", "#1B0F08", 2.4, 0.32) for y in (144, 308, 472, 636))
    wood = svg.linear("wood", (0, 0), (width, height), (0, "#6E4A33"), (0.5, "#543522"), (1, "#3A2416"))
    light = svg.radial("light", (width * 0.3, 0), width * 0.7, (0, "#FFE7BC", 0.26), (1, "#FFE7BC", 0))
    body = (
        svg.rect(0, 0, width, height, svg.url("wood"))
        + grain
        + svg.rect(0, 0, width, height, svg.url("light"))
    )
    surface.blit(drawn(body, (frame.width, frame.height), (0, 0, width, height), wood + light), (0, 0))


def draw_phone(
    desk: Desk, surface: pygame.Surface, rect: Rect, playing: Playing, shown: int, scroll: int
) -> int:
    """The phone with the first `shown` messages; returns by how much they could still be scrolled."""
    px, palette, text = desk.frame.px, desk.palette, desk.lettering
    body = panel(
        (rect.width, rect.height), desk.u, "#20262C", radius=30, border="#3A434A", border_width=2, shadow=7
    )
    lay(surface, body, rect)
    screen = rect.inset(px(12), px(30))
    lay(surface, panel((screen.width, screen.height), desk.u, palette.paper, radius=12, shadow=0), screen)
    ear = Rect(rect.centre[0] - px(28), rect.y + px(13), px(56), px(6))
    pygame.draw.rect(surface, "#3A434A", ear, border_radius=px(3))
    messages = playing.book.wording.briefing[:shown]
    size = next(
        (each for each in SIZES if _messages_height(desk, screen.width, playing, each) <= screen.height),
        SIZES[-1],
    )
    over = max(0, _messages_height(desk, screen.width, playing, size) - screen.height)
    clip = surface.get_clip()
    surface.set_clip(pygame.Rect(screen))
    y, before = screen.y + px(14) - min(scroll, over), ""
    for message in messages:
        sender = message.sender.said(desk.locale)
        if sender != before:
            y = text.say(surface, sender, screen.x + px(18), y, 15, palette.ink_soft, bold=True) + px(5)
            before = sender
        lines = text.wrap(message.text.said(desk.locale), size, screen.width - px(60))
        height = len(lines) * text.leading(size) + px(20)
        bubble = Rect(screen.x + px(12), y, screen.width - px(24), height)
        lay(surface, panel((bubble.width, bubble.height), desk.u, palette.card, radius=12, shadow=2), bubble)
        y += px(10)
        for line in lines:
            y = text.say(surface, line, bubble.x + px(16), y, size, palette.ink)
        y += px(10) + px(10)
    surface.set_clip(clip)
    return over


def _messages_height(desk: Desk, width: int, playing: Playing, size: float) -> int:
    px, text, before, height = desk.frame.px, desk.lettering, "", desk.frame.px(20)
    for message in playing.book.wording.briefing:
        sender = message.sender.said(desk.locale)
        height += text.leading(15) + px(5) if sender != before else 0
        before = sender
        lines = text.wrap(message.text.said(desk.locale), size, width - px(60))
        height += len(lines) * text.leading(size) + px(30)
    return height


def draw_facts(desk: Desk, surface: pygame.Surface, rect: Rect, playing: Playing, scroll: int = 0) -> int:
    """The cards of people and of facts, in two columns; one where letters are large.

    Returns:
        by how much the cards could still be scrolled, in real pixels.
    """
    px, palette, text, wording = desk.frame.px, desk.palette, desk.lettering, playing.book.wording
    y = lay_people(desk, surface, rect, playing) + px(18)
    facts = [fact.said(desk.locale) for fact in wording.facts.values()]
    if not facts:
        draw_bag(desk, surface, Rect(rect.x, y, rect.width, rect.bottom - y))
        return 0
    heading = desk.words("What you can show or say")
    y = text.say(surface, heading, rect.x, y, 16, "#F3E4CF", width=rect.width) + px(8)
    return _lay_cards(desk, surface, Rect(rect.x, y, rect.width, rect.bottom - y), facts, palette.sky, scroll)


def _lay_cards(
    desk: Desk, surface: pygame.Surface, rect: Rect, texts: Sequence[str], mark: str, scroll: int
) -> int:
    """Cards, and the bag below where there is room for it; returns by how much they could be scrolled."""
    over, end = lay_cards(desk, surface, rect, texts, mark, scroll)
    draw_bag(desk, surface, Rect(rect.x, end, rect.width, rect.bottom - end))
    return over


def facts_fit(desk: Desk, rect: Rect, playing: Playing) -> bool:
    """Whether all cards can be seen in a part of the table."""
    unseen = pygame.Surface((1, 1))
    return draw_facts(desk, unseen, rect, playing) == 0


def draw_bag(desk: Desk, surface: pygame.Surface, rect: Rect) -> None:
    """The open bag, where the table has room for it."""
    px = desk.frame.px
    if rect.height < px(BAG[1]) or rect.width < px(BAG[0]):
        return
    body = (
        svg.ellipse(170, 166, 160, 14, "#1B0F08", 0.45)
        + svg.stroke("M110 66 C112 6 228 6 230 66", "#4A2C1B", 11)
        + svg.path(
            "M18 70 C20 58 30 52 44 52 L296 52 C310 52 320 58 322 70 L330 150 C331 162 322 168 310 168"
            " L30 168 C18 168 9 162 10 150Z",
            "#7C4A2D",
        )
        + svg.path("M26 62 L314 62 L300 92 L40 92Z", "#2A1910")
        + svg.path("M92 88 L84 24 L150 16 L158 88Z", "#FFFCF5")
        + svg.stroke("M98 36 L138 31 M100 48 L140 43 M101 60 L130 57", "#8C8371", 3)
        + svg.path("M176 88 L180 34 L246 38 L242 88Z", "#DDE7E4")
        + svg.stroke("M190 50 L232 52 M190 62 L226 64", "#6E8B8A", 3)
        + svg.stroke("M268 88 L276 36", "#23272B", 6)
        + svg.stroke("M276 36 L277.4 28", "#A83227", 6)
        + svg.path(
            "M14 92 L326 92 L330 150 C331 162 322 168 310 168 L30 168 C18 168 9 162 10 150Z", "#8A5533"
        )
        + svg.path("M14 92 L326 92 L327 100 L13 100Z", "#5E3820", opacity=0.7)
        + svg.stroke("M26 112 L316 112 M24 156 L318 156", "#B98557", 1.8, 0.7)
        + svg.rect(150, 104, 40, 30, "#C99A4B", radius=5)
        + svg.rect(157, 110, 26, 6, "#7A5620", radius=3)
    )
    size = (px(BAG[0]), px(BAG[1]))
    left = rect.x + (rect.width - size[0]) // 2
    surface.blit(drawn(body, size, (0.0, 0.0, 340.0, 182.0)), (left, rect.bottom - size[1]))


def draw_decided(desk: Desk, surface: pygame.Surface, rect: Rect, decided: Sequence[str], scroll: int) -> int:
    """Everything that was packed and decided, as cards; returns by how much they could still be scrolled."""
    palette, px = desk.palette, desk.frame.px
    heading = desk.words("Packed and decided")
    y = desk.lettering.say(surface, heading, rect.x, rect.y, 16, "#F3E4CF") + px(8)
    rest = Rect(rect.x, y, rect.width, rect.bottom - y)
    return _lay_cards(desk, surface, rest, decided, palette.jade, scroll)


def draw_plan(
    desk: Desk, surface: pygame.Surface, rect: Rect, playing: Playing, decided: Sequence[str], room_below: int
) -> None:
    """The plan: what one wants, and what one decided last; `room_below` is left free for the button."""
    px, palette, text = desk.frame.px, desk.palette, desk.lettering
    lay(surface, panel((rect.width, rect.height), desk.u, palette.card, radius=4, shadow=6), rect)
    margin = rect.x + px(38)
    pygame.draw.line(surface, "#D99A90", (margin, rect.y), (margin, rect.bottom - 1), max(1, px(1.5)))
    x, width = rect.x + px(52), rect.width - px(70)
    aims = [aim.said(desk.locale) for aim in playing.book.wording.aims]
    top = rect.y + px(14) + text.leading(24)
    room = rect.bottom - room_below - top
    size, latest = _room_for(desk, aims, decided, width, room)
    y = text.say(surface, desk.words("Plan"), x, rect.y + px(14), 24, palette.ink, bold=True)
    for number, aim in enumerate(aims, start=1):
        text.say(surface, str(number), rect.x + px(20), y, size, palette.vermilion, bold=True, align="centre")
        y = text.say(surface, aim, x, y, size, palette.ink, width=width) + px(8)
    if latest:
        y = text.say(surface, desk.words("Decided"), x, y + px(10), 15, palette.ink_soft, bold=True)
    for entry in latest:
        done = drawn(tick(9, 9, 6, palette.jade), (px(18), px(18)), (0, 0, 18, 18))
        surface.blit(done, (rect.x + px(12), y + (text.leading(size) - px(18)) // 2))
        y = text.say(surface, entry, x, y, size, palette.ink, width=width) + px(8)


def _room_for(
    desk: Desk, aims: Sequence[str], decided: Sequence[str], width: int, room: int
) -> tuple[float, Sequence[str]]:
    """The largest size at which everything fits; at the smallest, as many of the latest decisions as do."""
    px, text = desk.frame.px, desk.lettering

    def height(size: float, entries: Sequence[str]) -> int:
        lines = sum(len(text.wrap(entry, size, width)) for entry in (*aims, *entries))
        heading = text.leading(15) + px(10) if entries else 0
        return lines * text.leading(size) + px(8) * (len(aims) + len(entries)) + heading

    for size in PLAN_SIZES:
        if height(size, decided) <= room:
            return size, decided
    latest = decided
    while latest and height(SIZES[-1], latest) > room:
        latest = latest[1:]
    return SIZES[-1], latest
