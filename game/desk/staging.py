"""What a reaction looks like over time. Pure: milliseconds in, the state of the stage out.

The order is fixed: the line leaves its card, nothing happens, something small crosses the face, the face
settles, then posture, then words, then the next choices. Under four seconds in all. Nothing that moves
here ever touches the conversation.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, unique

from game.desk.settings import Settings, TextSpeed
from game.language.locale import Locale

LETTERS = {Locale.ZH: 32, Locale.EN: 60}
"""Characters that appear in a second at normal speed."""

LONGEST = 3_900
"""Milliseconds from the key to the last card, however long the sentence."""

FADE = 120
"""Milliseconds of every fade when motion is reduced."""

MICRO_IN, MICRO_HELD, MICRO_OUT = 80, 220, 120
"""A small sign crosses the face: in, held, out. Half a second at most, as the course teaches."""


@unique
class Move(Enum):
    """What can change on the stage."""

    LINE = "line"  # the chosen line leaves its card
    MICRO = "micro"  # something crosses the face
    FACE = "face"  # from the old expression to the new one
    POSTURE = "posture"  # posture and props
    BUBBLE = "bubble"  # the bubble opens
    TYPING = "typing"  # her words appear
    CARD = "card"  # the number-th card rises


@dataclass(frozen=True, slots=True)
class Cue:
    """One movement: when it begins and how long it takes, in milliseconds."""

    move: Move
    start: int
    length: int
    number: int = 0

    @property
    def end(self) -> int:
        """When it is over."""
        return self.start + self.length

    def progress(self, at: int) -> float:
        """How far it has come, 0..1, evenly."""
        if at >= self.end:
            return 1.0
        return max(0.0, (at - self.start) / self.length)


def ease_out(part: float) -> float:
    """Arrivals: quick, then slow; never beyond the aim.

    >>> ease_out(0.0), ease_out(0.5), ease_out(1.0)
    (0.0, 0.875, 1.0)
    """
    return 1.0 - (1.0 - part) ** 3


def ease_in(part: float) -> float:
    """Departures: slow, then quick."""
    return part**3


@dataclass(frozen=True, slots=True)
class Picture:
    """The stage at one moment; every number runs from 0 (not yet) to 1 (done), eased.

    `typed` counts the characters of her words that can be read; `micro` is how much of the small sign shows.
    """

    line: float
    micro: float
    face: float
    posture: float
    bubble: float
    typed: int
    cards: tuple[float, ...]
    done: bool


@dataclass(frozen=True, slots=True)
class Staging:
    """All movements of one reaction, in the order in which they begin."""

    cues: tuple[Cue, ...]
    letters: int

    @property
    def end(self) -> int:
        """When everything stands still."""
        return max((cue.end for cue in self.cues), default=0)

    def starts(self, move: Move) -> int | None:
        """When a movement begins; None when it does not happen."""
        return next((cue.start for cue in self.cues if cue.move is move), None)

    def begun(self, before: int, now: int) -> tuple[Move, ...]:
        """The movements that began after `before` and not after `now` (milliseconds)."""
        return tuple(cue.move for cue in self.cues if before < cue.start <= now)

    def at(self, ms: int) -> Picture:
        """The stage so many milliseconds after the choice."""

        def part(move: Move) -> float:
            cue = next((cue for cue in self.cues if cue.move is move), None)
            return 1.0 if cue is None else cue.progress(ms)

        micro = next((cue for cue in self.cues if cue.move is Move.MICRO), None)
        return Picture(
            line=ease_in(part(Move.LINE)),
            micro=_pulse(ms - micro.start) if micro else 0.0,
            face=ease_out(part(Move.FACE)),
            posture=ease_out(part(Move.POSTURE)),
            bubble=ease_out(part(Move.BUBBLE)),
            typed=int(self.letters * part(Move.TYPING)),
            cards=tuple(ease_out(cue.progress(ms)) for cue in self.cues if cue.move is Move.CARD),
            done=ms >= self.end,
        )


def _pulse(ms: int) -> float:
    """The small sign: in, held, out."""
    if ms <= 0 or ms >= MICRO_IN + MICRO_HELD + MICRO_OUT:
        return 0.0
    if ms < MICRO_IN:
        return ms / MICRO_IN
    return min(1.0, (MICRO_IN + MICRO_HELD + MICRO_OUT - ms) / MICRO_OUT)


def typing_time(letters: int, locale: Locale, speed: TextSpeed, room: int) -> int:
    """Milliseconds in which so many letters appear, and never longer than there is room for."""
    if speed is TextSpeed.AT_ONCE:
        return 0
    return min(room, letters * 100_000 // (LETTERS[locale] * int(speed.value)))


def stage_reaction(
    letters: int,
    cards: int,
    locale: Locale,
    settings: Settings,
    *,
    micro: bool = False,
    after_line: bool = True,
) -> Staging:
    """The movements after a line, or at the beginning of a talk (`after_line=False`).

    Args:
        letters: length of her words.
        cards: how many choices rise at the end.
        locale: the language of the words; Chinese letters appear more slowly.
        settings: text speed and reduced motion.
        micro: whether something crosses the face.
        after_line: whether a line leaves its card first.
    """
    if settings.reduced_motion:
        return _quiet(letters, cards, after_line)
    cues = []
    shift = 0 if after_line else -600
    if after_line:
        cues.append(Cue(Move.LINE, 0, 250))
        if micro:
            cues.append(Cue(Move.MICRO, 300, MICRO_IN + MICRO_HELD + MICRO_OUT))
        cues.append(Cue(Move.FACE, 650, 220))
        cues.append(Cue(Move.POSTURE, 750, 300))
    opens = 900 + shift
    typing = opens + 160
    rising = 60 * max(0, cards - 1) + 180 if cards else 0
    took = typing_time(letters, locale, settings.text_speed, LONGEST - typing - rising)
    cues.append(Cue(Move.BUBBLE, opens, 160))
    if took:
        cues.append(Cue(Move.TYPING, typing, took))
    cues += [Cue(Move.CARD, typing + took + 60 * number, 180, number) for number in range(cards)]
    return Staging(tuple(cues), letters)


def _quiet(letters: int, cards: int, after_line: bool) -> Staging:
    """Reduced motion: one thing fades after the other, nothing is typed, nothing crosses the face."""
    cues, at = [], 0
    moves = (Move.LINE, Move.FACE, Move.POSTURE, Move.BUBBLE) if after_line else (Move.BUBBLE,)
    for move in moves:
        cues.append(Cue(move, at, FADE))
        at += 0 if move is Move.FACE else FADE
    cues += [Cue(Move.CARD, at, FADE, number) for number in range(cards)]
    return Staging(tuple(cues), letters)
