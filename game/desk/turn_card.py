"""One turn on a card: what you said and how it is judged, what she answered, and what she thought."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil

import pygame

from game.desk.afterwards import Afterwards
from game.desk.debrief_values import Values, margin_words, points, signed_points
from game.desk.film_strip import GROUND, FilmStrip
from game.desk.layout import Rect
from game.desk.panels import lay, panel
from game.desk.ports import LessonCard
from game.desk.scene import Desk
from game.desk.verdicts import badge, verdict
from game.language.locale import Locale
from game.telling.lesson import learnt_instead
from game.telling.phrasing import STAGE_NAMES

FACES = ((84, 92), (66, 72))
"""Sizes of her face on the card, the second where there is little room."""


SMALL = 15
"""The size at which the length of a text is measured."""

Rows = Callable[[str, float, int], int]
"""Counts the rows of words at a size in a width."""


@dataclass(frozen=True, slots=True)
class Part:
    """A small heading and what stands beneath it."""

    label: str
    words: str
    kind: str = "said"  # said | heard | thought


@dataclass(frozen=True, slots=True)
class Fitting:
    """How everything fits: the letters, the face (None leaves it away), and what is read."""

    size: float
    face: tuple[int, int] | None
    parts: tuple[Part, ...]
    close: bool = False  # whether labels stand before the words and not above them


class TurnCard:
    """Draws the card at the left of the review.

    Args:
        desk: the desk.
        afterwards: the conversation.
        values: what the reviewer says of it.
        strip: draws her face.
        lab: whether the stage and the lesson stand on the card instead of what the line was worth.
    """

    def __init__(
        self, desk: Desk, afterwards: Afterwards, values: Values, strip: FilmStrip, *, lab: bool = True
    ) -> None:
        self._desk = desk
        self._afterwards = afterwards
        self._values = values
        self._strip = strip
        self._lab = lab
        self.link = Rect(0, 0, 0, 0)
        self._lengths: dict[str, float] = {}  # of a text at one size, in heights of its letters

    def parts(self, turn: int) -> tuple[Part, ...]:
        """What there is to read about a turn, in the order in which it is read."""
        words, locale, afterwards = self._desk.words, self._desk.locale, self._afterwards
        parts = [Part(words("You said"), afterwards.line(turn, locale))]
        pronouns = afterwards.pronouns(afterwards.reactions[turn - 1].person, locale)
        thought, answer = afterwards.thought(turn, locale), afterwards.answer(turn, locale)
        if answer is not None and answer.speech:
            parts.append(Part(self._answer_words(turn).format(**pronouns), answer.speech, "heard"))
        elif answer is not None and answer.cue:
            parts.append(Part(words("To be seen"), answer.cue, "heard"))
        if thought:
            parts.append(Part(words("{She} thought").format(**pronouns), thought, "thought"))
        return tuple(parts)

    @property
    def links(self) -> bool:
        """Whether the way to the lesson stands on this card: large text has no room for it elsewhere."""
        return self._lab or self._desk.frame.text > 1.4

    def _answer_words(self, turn: int) -> str:
        """That she answered; with what the answer brought or took, which no line could have known."""
        judged = self._values.turn(turn)
        news = 0 if judged is None or self._lab else round(judged.news)
        if not news:
            return self._desk.words("{She} said")
        return self._desk.words("{She} said (luck {n})").replace("{n}", signed_points(news))

    def heading(self, turn: int) -> str:
        """The turn and its judgement; in the lab, that it was the one that cost most."""
        words, judged = self._desk.words, self._values.turn(turn)
        if judged is not None and not self._lab:
            name = verdict(self._desk, judged.judgement)
            return f"{words('Turn {n}', n=turn)}  {name}"
        if turn == self._values.turning:
            return words("Turn {n}: the turning point", n=turn)
        return words("Turn {n}", n=turn)

    def worth(self, turn: int) -> str:
        """From what to what the line led, in words of the card's corner; empty where nobody has looked."""
        judged = self._values.turn(turn)
        if judged is None:
            return ""
        sampled = margin_words(self._desk, judged.before, judged.said)
        values = f"{points(judged.before.value)} → {points(judged.said.value)}"
        return f"{values}  {sampled}" if sampled else values

    def lesson(self, turn: int) -> LessonCard | None:
        """What there is to learn from a turn: what speaks to its fault, else what it practises."""
        lessons, judged = self._desk.lessons, self._values.turn(turn)
        if lessons is None:
            return None
        why = judged.why if judged is not None else None
        reaction, scenario = (
            self._afterwards.reactions[turn - 1],
            self._afterwards.playing.conversation.scenario,
        )
        guide = learnt_instead(why, reaction, scenario) if why is not None else ()
        return lessons.card((*guide, *self._afterwards.learnt(turn)))

    def lesson_words(self, turn: int) -> str:
        """The way to the lesson in words; empty where there is none."""
        card = self.lesson(turn)
        if card is None:
            return ""
        title = card.title.said(self._desk.locale)
        return self._desk.words(
            "L  Lesson: {title}" if card.lesson else "L  Field guide: {title}", title=title
        )

    def _draw_link(self, surface: pygame.Surface, room: Rect, turn: int) -> int:
        """The way to the lesson along the lower edge; where the room above it ends."""
        desk, text = self._desk, self._desk.lettering
        label = self.lesson_words(turn) if self.links else ""
        if not label:
            self.link = Rect(0, 0, 0, 0)
            return room.bottom
        size = text.fit([label], room.width, 1, (16, 15, 14, 13, 12, 11))
        high = text.leading(16)
        self.link = Rect(room.x, room.bottom - high, min(room.width, text.width(label, size)), high)
        text.say(surface, label, room.x, self.link.y, size, desk.palette.sky, leading=high)
        return self.link.y

    def draw(self, surface: pygame.Surface, room: Rect, turn: int) -> None:
        """Draw the card."""
        desk, px, palette = self._desk, self._desk.frame.px, self._desk.palette
        lay(surface, panel((room.width, room.height), desk.u, palette.card, radius=16), room)
        inner = room.inset(px(24), px(12))
        bottom = self._head(surface, inner, turn)
        rest = Rect(inner.x, bottom, inner.width, self._draw_link(surface, inner, turn) - bottom)
        fitting = self.fitting(self.parts(turn), rest)
        first, *others = fitting.parts
        y = self._part(surface, first, rest.x, rest.y + px(2), rest.width, fitting.size)
        if not others:
            return
        y += px(6)
        pygame.draw.line(surface, palette.line, (rest.x, y), (rest.right, y), max(1, px(1)))
        y, x = y + px(7), rest.x
        if fitting.face is not None:
            shown = self._strip.face(self._afterwards.reactions[turn - 1], fitting.face)
            if shown is not None:
                frame = Rect(x, y + px(3), *fitting.face)
                ground = GROUND[desk.settings.night]
                lay(surface, panel(fitting.face, desk.u, ground, radius=10, shadow=0), frame)
                surface.blit(shown, (frame.x, frame.y))
                x += fitting.face[0] + px(16)
        for part in others:
            shown_part = self._closed(part) if fitting.close else part
            y = self._part(surface, shown_part, x, y, rest.right - x, fitting.size - 1) + px(4)

    def _part(self, surface: pygame.Surface, part: Part, x: int, y: int, width: int, size: float) -> int:
        text, palette = self._desk.lettering, self._desk.palette
        ink = palette.plum if part.kind == "thought" else palette.ink
        if part.label:
            y = text.say(surface, part.label, x, y, min(15, size), palette.ink_soft)
        return text.say(surface, part.words, x, y, size, ink, width=width)

    def _closed(self, part: Part) -> Part:
        """The same with its label before the words."""
        colon = "：" if self._desk.locale is Locale.ZH else ": "
        return Part("", f"{part.label}{colon}{part.words}", part.kind)

    def _head(self, surface: pygame.Surface, room: Rect, turn: int) -> int:
        """Badge, turn and judgement, and in the corner what it was worth or the stage; where it ends."""
        desk, text, px, palette = self._desk, self._desk.lettering, self._desk.frame.px, self._desk.palette
        judged, heading = self._values.turn(turn), self.heading(turn)
        reaction = self._afterwards.reactions[turn - 1]
        corner = (
            STAGE_NAMES[reaction.change.stage_before].said(desk.locale) if self._lab else self.worth(turn)
        )
        ink = palette.vermilion if self._lab and turn == self._values.turning else palette.ink
        sign = round(px(26) * desk.frame.text**0.7) if judged is not None and not self._lab else 0
        wide = room.width - (sign + px(10) if sign else 0)
        size = text.fit([f"{heading}   {corner}"], wide, 1, (21, 19, 18, 17, 16, 15, 14, 13, 12), bold=True)
        high, x = text.leading(size), room.x
        if judged is not None and sign:
            ink = palette.colour(judged.judgement.value)
            surface.blit(badge(desk, judged.judgement, sign), (x, room.y + (high - sign) // 2))
            x += sign + px(10)
        text.say(surface, heading, x, room.y, size, ink, bold=True)
        soft = palette.ink_soft
        text.say(surface, corner, room.right, room.y, min(17, size), soft, align="right", leading=high)
        return room.y + high

    def fitting(self, parts: tuple[Part, ...], room: Rect) -> Fitting:
        """The largest letters with which everything fits; her face shrinks, then words, before it goes."""
        for each in self._tries(parts):
            if self._needed(each, room.width, self._fewest) > room.height:
                continue  # however its lines break, it is too long: breaking them would take much longer
            if self._needed(each, room.width, self._rows) <= room.height:
                return each
        return Fitting(11, None, parts)

    def _tries(self, parts: tuple[Part, ...]) -> Iterator[Fitting]:
        px = self._desk.frame.px
        faces = [(px(wide), px(high)) for wide, high in FACES]
        least = 15 if self._desk.frame.text < 1.4 else 13
        large = tuple(size for size in (20, 19, 18, 17, 16, 15, 14, 13) if size >= least)
        brief = tuple(part for part in parts if part.kind != "heard") if len(parts) > 2 else parts
        for size in large[:-1]:
            for face in faces:
                yield Fitting(size, face, parts)
        for size in large[2:]:
            for face in faces:
                yield Fitting(size, face, parts, close=True)
        for size in large:
            for face in faces:
                yield Fitting(size, face, brief)
        for size in (least - 1, least - 2, least - 3):
            yield Fitting(size, faces[1], brief)
        for size in (least, least - 1, least - 2, least - 3):
            yield Fitting(size, None, brief)

    def _needed(self, fitting: Fitting, width: int, rows: Rows) -> int:
        """How high everything is below the heading, in real pixels; `rows` counts the rows of a text."""
        first, *others = fitting.parts
        px = self._desk.frame.px
        needed = px(2) + self._high(first, width, fitting.size, rows)
        if not others:
            return needed
        face = fitting.face
        beside = width - face[0] - px(16) if face is not None else width
        if fitting.close:
            others = [self._closed(part) for part in others]
        high = sum(self._high(part, beside, fitting.size - 1, rows) + px(4) for part in others)
        return needed + px(13) + max(high, face[1] + px(6) if face is not None else 0)

    def _high(self, part: Part, width: int, size: float, rows: Rows) -> int:
        text = self._desk.lettering
        label = text.leading(min(15, size)) if part.label else 0
        return label + rows(part.words, size, width) * text.leading(size)

    def _rows(self, words: str, size: float, width: int) -> int:
        return len(self._desk.lettering.wrap(words, size, width))

    def _fewest(self, words: str, size: float, width: int) -> int:
        """No fewer rows than this: the length of the words at one size, grown with the letters."""
        text = self._desk.lettering
        if words not in self._lengths:
            self._lengths[words] = text.width(words, SMALL) / text.real(SMALL)
        return max(1, ceil(0.97 * self._lengths[words] * text.real(size) / width))
