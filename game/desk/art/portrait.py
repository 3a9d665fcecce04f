"""A living portrait: it settles into moods, blinks, breathes, and lets small signs cross its face.

    portrait = Portrait(looks, height=668)
    portrait.show("guarded", (("arms-crossed", 2),), micro="brief-frown")
    portrait.update(16)
    portrait.draw(surface, 36, 60)

Time enters as milliseconds only. No more than one layer is rastered in a frame; while a layer waits for its
turn, its last picture stays.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

import pygame

from game.content.looks import Looks
from game.desk.art import motion
from game.desk.art.behind import behind_svg
from game.desk.art.cue_reading import Reading, micro, reading
from game.desk.art.expression import Expression, amplify, mix_face, overlaid, quantise
from game.desk.art.figure import HEIGHT, WIDTH, arms_svg, body_svg, head_svg, thumbnail_svg
from game.desk.art.layer import Key, Layer, pivot
from game.desk.art.raster import raster

HEADS = 48
"""Heads that are kept."""
FACE_DELAY, POSTURE_DELAY = 350.0, 450.0
"""When face and posture follow a passing expression (milliseconds after it began)."""
Signs = Iterable[tuple[str, int]]


class Portrait:
    """One person on the screen.

    Args:
        looks: who it is.
        height: of the whole box of 560 x 700 units, in pixels.
        reduced_motion: fades of 120 ms only: no breathing, blinking, nodding or passing expressions.
    """

    def __init__(self, looks: Looks, height: int, reduced_motion: bool = False) -> None:
        self.looks = looks
        self.reduced_motion = reduced_motion
        self.held = False  # while true, nothing breathes or blinks
        self.phone_down = False  # whether the last signs put the telephone on the table
        self.mood = "neutral"
        self._unit = height / HEIGHT
        self._seed = zlib.crc32(repr(looks).encode())
        self._time = 0.0
        self._layers = {"head": Layer("head", HEADS), "body": Layer("body", 8), "arms": Layer("arms", 10)}
        self._before = self._after = reading("neutral").expression
        self._face_start = self._posture_start = -10_000.0
        self._gesture: tuple[str, float] | None = None
        self._micro: tuple[Mapping[str, float], float, float] | None = None
        self._micros = 0
        self._blinks = 0
        self._blink_at = motion.next_blink(0.0, self._seed, 0)
        self._old_arms: pygame.Surface | None = None
        self._old_place = (0.0, 0.0)
        self._thumbnails: dict[tuple[str, tuple[tuple[str, int], ...], tuple[int, int]], pygame.Surface] = {}

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the box, in pixels."""
        return round(WIDTH * self._unit), round(HEIGHT * self._unit)

    @property
    def mouth(self) -> tuple[int, int]:
        """Where the mouth is, in pixels from the corner of the box: the tail of a bubble points there."""
        return round(300 * self._unit), round(300 * self._unit)

    @property
    def settled(self) -> bool:
        """Whether face and posture have arrived where they were going."""
        face, posture = self._shares()
        return face >= 1 and posture >= 1 and self._micro is None

    def resize(self, height: int) -> None:
        """Draw everything anew at another height."""
        if height != self.size[1]:
            self._unit = height / HEIGHT
            for layer in self._layers.values():
                layer.clear()
            self._thumbnails.clear()
            self._old_arms = None

    def show(self, mood: str, signs: Signs = (), micro: str | None = None, at_once: bool = False) -> None:
        """Settle into a mood with its signs, after a passing expression if there is one.

        Args:
            mood: name of one of the twelve faces; an unknown one is neutral.
            signs: names and strengths 1..3; unknown names change nothing.
            micro: a passing expression that crosses the face first.
            at_once: without any transition.
        """
        seen = self._read(mood, signs)
        flashes = not at_once and self.flash(micro)
        self._go(seen, FACE_DELAY if flashes else 0.0, POSTURE_DELAY if flashes else 100.0)
        if at_once:
            self.finish()

    def flash(self, name: str | None) -> bool:
        """Let a passing expression cross the face now; False when there is none or motion is reduced."""
        values = micro(name)
        if values is None or self.reduced_motion:
            return False
        self._micros += 1
        self._micro = (values, self._time, motion.micro_hold(self._seed, self._micros))
        return True

    def finish(self) -> None:
        """Jump to the end of every transition."""
        self._before = self._after
        self._face_start = self._posture_start = -10_000.0
        self._micro = self._gesture = self._old_arms = None

    def update(self, milliseconds: float) -> None:
        """Let time pass."""
        self._time += milliseconds
        if self._time >= self._blink_at + motion.BLINK:
            self._blinks += 1
            self._blink_at = motion.next_blink(self._time, self._seed, self._blinks)
        if self._micro is not None:
            _, start, hold = self._micro
            if self._time - start > motion.MICRO_IN + hold + motion.MICRO_OUT:
                self._micro = None
        if self._gesture is not None and self._time - self._gesture[1] > 1000:
            self._gesture = None

    def draw(self, surface: pygame.Surface, x: int, y: int) -> None:
        """Draw the person with the corner of the box at (x, y)."""
        now = self._now()
        self._raster(now)
        body, head, arms = self._layers["body"], self._layers["head"], self._layers["arms"]
        assert body.shown is not None
        foot = pivot(body.shown.lean)
        lift = -7 * now.shoulders * self._unit
        chest = self._breath()
        for layer, share, depth in ((head, 0.6, 0.75), (body, 1.0, 1.0)):
            left, top = layer.place(foot, self._unit)
            assert layer.shown is not None
            surface.blit(
                layer.shown.surface, (x + round(left), y + round(top + lift * share - chest * depth))
            )
        left, top = arms.place(foot, self._unit)
        self._blit_arms(surface, x + left, y + top + lift * 0.6 - chest * 0.5)

    def behind(self) -> pygame.Surface:
        """The person seen from behind, as large as the box: somebody one is about to meet."""
        return raster(behind_svg(self.looks), self.size)

    def thumbnail(self, mood: str, size: tuple[int, int], signs: Signs = ()) -> pygame.Surface:
        """The face alone, said louder, for strips and lists (kept until the next `resize`)."""
        key = (mood, tuple(signs), size)
        if key not in self._thumbnails:
            loud = quantise(amplify(reading(mood, key[1]).expression))
            self._thumbnails[key] = raster(thumbnail_svg(self.looks, loud, size[0] / size[1]), size)
        return self._thumbnails[key]

    # ------------------------------------------------------------------ what is shown now

    def _read(self, mood: str, signs: Signs) -> Reading:
        seen = reading(mood, signs, self._after.arms)
        self.mood = mood
        if seen.phone_down is not None:
            self.phone_down = seen.phone_down
        return seen

    def _go(self, seen: Reading, face_delay: float, posture_delay: float) -> None:
        self._before = replace(self._settled_now(), arms=self._after.arms)
        if seen.expression.arms != self._after.arms:
            shown = self._layers["arms"].shown
            self._old_arms = shown.surface.copy() if shown else None
        self._after = seen.expression
        self._face_start = self._time + (0 if self.reduced_motion else face_delay)
        self._posture_start = self._time + (0 if self.reduced_motion else posture_delay)
        if seen.gesture and not self.reduced_motion:
            self._gesture = (seen.gesture, self._posture_start)

    def _shares(self) -> tuple[float, float]:
        face = motion.REDUCED if self.reduced_motion else motion.FACE
        posture = motion.REDUCED if self.reduced_motion else motion.POSTURE
        return (
            motion.eased((self._time - self._face_start) / face),
            motion.eased((self._time - self._posture_start) / posture),
        )

    def _settled_now(self) -> Expression:
        face, posture = self._shares()
        return mix_face(self._before, self._after, face, posture)

    def _now(self) -> Expression:
        now = self._settled_now()
        if self._micro is not None:
            values, start, hold = self._micro
            now = overlaid(now, values, motion.micro_weight(self._time - start, hold))
        if self._gesture is not None:
            name, start = self._gesture
            if name == "nod":
                now = replace(now, drop=min(1.0, now.drop + 0.9 * motion.nod(self._time - start)))
            else:
                now = replace(now, turn=now.turn + 0.6 * motion.shake(self._time - start))
        if not (self.held or self.reduced_motion):
            left = motion.blink(self._time - self._blink_at)
            if left < 1:
                now = replace(now, lid=now.lid * left)
        return quantise(now)

    def _breath(self) -> float:
        if self.held or self.reduced_motion:
            return 0.0
        return 2 * self._unit * HEIGHT / 668 * motion.breath(self._time)

    # ------------------------------------------------------------------ pictures

    def _raster(self, now: Expression) -> None:
        """Bring at most one layer up to date; at the very first, all of them."""
        arms = self._after.arms if self._time >= self._posture_start else self._before.arms
        keys: dict[str, Key] = {
            "head": (replace(now, arms="", shoulders=0.0),),
            "body": (now.lean,),
            "arms": (arms, now.lean),
        }
        late = [name for name, key in keys.items() if not self._layers[name].want(key)]
        missing = [name for name in late if self._layers[name].shown is None]
        late.sort(key=lambda name: -self._layers[name].waiting)
        for name in missing or late[:1]:
            self._layers[name].draw(keys[name], now.lean, self._unit, self._svg(name, now, arms))

    def _svg(self, name: str, now: Expression, arms: str) -> str:
        if name == "head":
            return head_svg(self.looks, now)
        return body_svg(self.looks) if name == "body" else arms_svg(self.looks, arms)

    def _blit_arms(self, surface: pygame.Surface, x: float, y: float) -> None:
        shown = self._layers["arms"].shown
        assert shown is not None
        spot = (round(x), round(y))
        length = motion.REDUCED if self.reduced_motion else motion.POSTURE
        part = (self._time - self._posture_start) / length
        if self._old_arms is None or part >= 1:
            self._old_arms = None
            surface.blit(shown.surface, spot)
        elif part <= 0:
            surface.blit(self._old_arms, spot)
        else:  # the new arms come in over the old ones, then the old ones go
            old, new = self._old_arms, shown.surface
            old.set_alpha(255 if part < 0.55 else round(255 * (1 - part) / 0.45))
            surface.blit(old, spot)
            new.set_alpha(min(255, round(255 * part / 0.55)))
            surface.blit(new, spot)
            new.set_alpha(255)
