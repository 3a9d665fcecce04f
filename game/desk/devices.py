"""Conversations without a face: a telephone that is listened to, a chat that is read, a letter.

What a face would show is shown by other means: how the voice moves, a “typing” that stops, how long a message
is. The same cup of tea stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sin

import pygame

from game.desk.art import svg
from game.desk.layout import Rect
from game.desk.pages import spoken_words
from game.desk.panels import drawn, lay, panel
from game.desk.playing import Playing
from game.desk.scene import Desk
from game.desk.stage_header import clock_face
from game.engine.reaction import Reaction
from game.language.locale import Locale

FACELESS = frozenset({"phone", "chat", "letter"})
"""Channels on which nobody is seen."""

_YOURS, _HERS = "#DCE9DF", "#FFFCF5"
_CASE = "#20262C"


@dataclass(frozen=True, slots=True)
class Exchange:
    """What went to and fro through one channel with one person."""

    playing: Playing
    channel: str
    person: str

    def backwards(self) -> Iterator[Reaction]:
        """Every line that was said to this person in this way, with its answer, the latest first."""
        said = self.playing.conversation.reactions
        for turn in range(len(said), 0, -1):
            reaction = said[turn - 1]
            if reaction.person == self.person and self.playing.scene_of(turn).channel == self.channel:
                yield reaction

    def words(self, reply: str, locale: Locale) -> str:
        """What this person answered."""
        return spoken_words(self.playing, self.playing.spoken(reply), self.person, locale)[0]


def draw_device(
    desk: Desk, surface: pygame.Surface, rect: Rect, talk: Exchange, *, waiting: bool, time: int
) -> None:
    """Draw what the conversation goes through, in the middle of the scenery.

    Args:
        desk: the desk.
        surface: the window.
        rect: the scenery above the counter.
        talk: what goes through it, and with whom.
        waiting: whether a line was said and the answer has not come yet.
        time: milliseconds of the device's own life, for what moves on it.
    """
    channel = talk.channel
    px = desk.frame.px
    height = min(rect.height - px(24), px(520))
    width = min(round(height * (0.56 if channel != "letter" else 0.74)), rect.width - px(60))
    body = Rect(rect.x + (rect.width - width) // 2, rect.bottom - height - px(4), width, height)
    if channel == "letter":
        _letter(desk, surface, body, talk)
        return
    case = panel((width, height), desk.u, _CASE, radius=34, border="#3A434A", border_width=2, shadow=8)
    lay(surface, case, body)
    screen = body.inset(px(13), px(30))
    ground = "#EDE6D8" if channel == "chat" else "#17272B"
    lay(surface, panel((screen.width, screen.height), desk.u, ground, radius=12, shadow=0), screen)
    if channel == "chat":
        _chat(desk, surface, screen, talk, waiting, time)
    else:
        _call(desk, surface, screen, talk, waiting, time)


def draw_screen_frame(desk: Desk, surface: pygame.Surface, rect: Rect) -> None:
    """The edge of a screen around a person who is only seen on it."""
    width, height = rect.width / desk.u, rect.height / desk.u
    body = (
        svg.path(
            f"M0 0 L{width} 0 L{width} {height} L0 {height}Z"
            f" M26 22 L26 {height - 30} L{width - 26} {height - 30} L{width - 26} 22Z",
            _CASE,
        )
        + svg.circle(width / 2, 11, 4, "#3A434A")
        + svg.circle(width / 2 + 16, 11, 3, "#63C9AC")
        + svg.rect(26, 22, width - 52, 2, "#6B9590", 0.5)
    )
    surface.blit(drawn(body, (rect.width, rect.height), (0, 0, width, height)), (rect.x, rect.y))


def _call(
    desk: Desk, surface: pygame.Surface, screen: Rect, talk: Exchange, waiting: bool, time: int
) -> None:
    """Name, how long one has been talking, and the voice as a line that moves while she speaks."""
    px, text = desk.frame.px, desk.lettering
    person = talk.playing.person(talk.person)
    name = person.name.said(desk.locale)
    middle = screen.centre[0]
    side = px(96)
    circle = svg.circle(50, 50, 48, "#2F5A5A") + svg.circle(50, 50, 48, edge="#63C9AC", width=2)
    surface.blit(drawn(circle, (side, side), (0, 0, 100, 100)), (middle - side // 2, screen.y + px(54)))
    initial = text.line(name[:1], 44 / desk.settings.text_scale, "#F3EEE3", bold=True)
    surface.blit(
        initial, (middle - initial.get_width() // 2, screen.y + px(54) + (side - initial.get_height()) // 2)
    )
    y = screen.y + px(160)
    for line in text.wrap(name, 24, screen.width - px(24), bold=True):
        y = text.say(surface, line, middle, y, 24, "#F3EEE3", bold=True, align="centre")
    talked = talk.playing.conversation.talked
    y = text.say(surface, clock_face(talked * 60), middle, y, 18, "#B9B4A8", align="centre")
    signs = dict(talk.playing.conversation.cues(talk.person).signs)
    height = px(
        16 + 10 * signs.get("voice-fast", 0) + 6 * signs.get("voice-warm", 0) - 5 * signs.get("voice-flat", 0)
    )
    pace = 0.010 + 0.004 * signs.get("voice-fast", 0)
    bars, room = 23, screen.width - px(48)
    base = y + px(70)
    for bar in range(bars):
        swing = (
            0.0
            if waiting or desk.settings.reduced_motion
            else abs(sin(time * pace + bar * 0.7) * sin(time * 0.003 + bar))
        )
        tall = max(px(3), round(height * (0.15 + swing)))
        x = screen.x + px(24) + round(room * bar / (bars - 1))
        pygame.draw.rect(surface, "#63C9AC", (x - px(2), base - tall, px(4), 2 * tall), border_radius=px(2))


def _chat(
    desk: Desk, surface: pygame.Surface, screen: Rect, talk: Exchange, waiting: bool, time: int
) -> None:
    """The last messages, hers on the left and yours on the right, from the bottom up."""
    px, text = desk.frame.px, desk.lettering
    bottom = screen.bottom - px(14)
    clip = surface.get_clip()
    surface.set_clip(pygame.Rect(screen))
    if waiting:
        bottom = _typing(desk, surface, screen, bottom, time)
    for reaction in talk.backwards():
        messages = [(talk.playing.line(reaction.line, desk.locale), True)]
        if reaction.reply is not None and not (
            waiting and reaction is talk.playing.conversation.reactions[-1]
        ):
            messages.append((talk.words(reaction.reply, desk.locale), False))
        for said, yours in reversed(messages):
            lines = text.wrap(said, 15, round(screen.width * 0.72))
            width = max(text.width(line, 15) for line in lines) + px(24)
            height = len(lines) * text.leading(15) + px(12)
            x = screen.right - px(10) - width if yours else screen.x + px(10)
            bubble = Rect(x, bottom - height, width, height)
            fill = _YOURS if yours else _HERS
            lay(surface, panel((width, height), desk.u, fill, radius=12, shadow=1), bubble)
            y = bubble.y + px(6)
            for line in lines:
                y = text.say(surface, line, x + px(12), y, 15, "#23272B")
            bottom = bubble.y - px(8)
        if bottom < screen.y:
            break
    surface.set_clip(clip)


def _typing(desk: Desk, surface: pygame.Surface, screen: Rect, bottom: int, time: int) -> int:
    """Three dots: she is writing."""
    px = desk.frame.px
    bubble = Rect(screen.x + px(10), bottom - px(34), px(66), px(34))
    lay(surface, panel((bubble.width, bubble.height), desk.u, _HERS, radius=12, shadow=1), bubble)
    for dot in range(3):
        lit = desk.settings.reduced_motion or (time // 260) % 3 == dot
        colour = "#5A5F63" if lit else "#B9B4A8"
        sign = drawn(svg.circle(5, 5, 4, colour), (px(10), px(10)), (0, 0, 10, 10))
        surface.blit(sign, (bubble.x + px(11 + 17 * dot), bubble.y + px(12)))
    return bubble.y - px(8)


def _letter(desk: Desk, surface: pygame.Surface, sheet: Rect, talk: Exchange) -> None:
    """A sheet of paper with what she wrote last."""
    px, text, palette = desk.frame.px, desk.lettering, desk.palette
    lay(surface, panel((sheet.width, sheet.height), desk.u, palette.card, radius=3, shadow=8), sheet)
    inner = sheet.inset(px(34), px(34))
    person = talk.playing.person(talk.person)
    y = text.say(surface, person.firm.said(desk.locale), inner.x, inner.y, 15, palette.ink_soft)
    pygame.draw.line(surface, palette.line, (inner.x, y + px(6)), (inner.right, y + px(6)), px(1))
    y += px(20)
    written = next((turn.reply for turn in talk.backwards() if turn.reply is not None), None)
    said = talk.words(written, desk.locale) if written is not None else ""
    size = text.fit([said], inner.width, 9, (20, 18, 16, 15))
    for line in text.wrap(said, size, inner.width):
        y = text.say(surface, line, inner.x, y, size, palette.ink)
    name = person.name.said(desk.locale)
    text.say(surface, name, inner.right, inner.bottom - text.leading(18), 18, palette.ink, align="right")
