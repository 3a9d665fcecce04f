"""What can be seen of a mind: a face, a flash over it, and at most 24 coarse signs in three strengths.

Coarse on purpose: cues are all that the trainee and the ideal observer see, so reading them can be scored.
A customer shows as much of a feeling as leaks; the rest is masked, and a jump flashes through for an instant.
"""

from __future__ import annotations

import numpy as np

from game.engine.psychology import Psychology
from game.engine.reaction import Cues
from game.engine.readings import Readings
from game.engine.rounding import bounded, share
from game.engine.traits import WHOLE, Attribute, Ints, Trait

MICROS = ("brow-lift", "corners-drop", "brief-frown", "eyes-widen", "nose-wrinkle")
"""In the order of `micro`; index -1 is none."""

_LEAKING = [
    Trait.JOY,
    Trait.DISTRESS,
    Trait.HOPE,
    Trait.FEAR,
    Trait.GRATITUDE,
    Trait.ANGER,
    Trait.RELIEF,
    Trait.DISAPPOINTMENT,
]


class Countenance:
    """Turns minds into what shows."""

    def __init__(self, psychology: Psychology, readings: Readings) -> None:
        """Keep the tables."""
        self._psychology = psychology
        self._readings = readings
        self._faces = tuple(psychology.moods)
        count = max(1, int((psychology.sign_weights != 0).sum(axis=1).max(initial=1)))
        order = np.argsort(psychology.sign_weights == 0, axis=1, kind="stable")[:, :count]
        self._traits = order
        self._weights = np.take_along_axis(psychology.sign_weights, order, axis=1)[:, :, None]

    def shown(self, mind: Ints, profile: Ints) -> Ints:
        """Minds (trait, play) with feelings as far as they leak."""
        shown = mind.copy()
        shown[_LEAKING] = share(mind[_LEAKING] * profile[Attribute.LEAK], WHOLE)
        return shown

    def face(self, mind: Ints, profile: Ints) -> Ints:
        """Index of the face shown, (play,)."""
        return self._readings.face(self.shown(mind, profile))

    def micro(self, before: Ints, after: Ints, face: Ints) -> Ints:
        """Index into MICROS of the flash between two minds (trait, play), -1 for none.

        A flash comes where a feeling jumps by more than its level, sooner when the face shown hides it.
        """
        level = self._psychology.number["cue.micro-level"]
        change = after - before
        jumps = np.stack(
            [
                change[Trait.HOPE] + change[Trait.JOY] // 2,
                change[Trait.DISAPPOINTMENT] + change[Trait.DISTRESS] // 2,
                change[Trait.ANGER] + change[Trait.PRESSURE] // 2,
                change[Trait.ATTENTION] // 2 + change[Trait.NEED],
                (change[Trait.BENEVOLENCE_AGAINST] + change[Trait.INTEGRITY_AGAINST]) // 2,
            ]
        )
        strongest = np.argmax(jumps, axis=0).astype(after.dtype)
        jump = np.max(jumps, axis=0)
        hidden = face != self._readings.face(after)
        bar = np.where(hidden, level // 2, level)
        return np.where(jump >= bar, strongest, -1)

    def signs(self, mind: Ints, profile: Ints) -> Ints:
        """Strength 0..3 of every sign, (sign, play)."""
        return self._let_out(self.shown(mind, profile), profile)

    def _let_out(self, shown: Ints, profile: Ints) -> Ints:
        """Strength 0..3 of every sign, (sign, play), from feelings as far as they leak."""
        psychology = self._psychology
        parts = share(shown[self._traits] * self._weights, 1_000)
        total = psychology.sign_constants[:, None] + parts.sum(axis=1, dtype=shown.dtype)
        constant, agency, communion = psychology.masks.T[:, :, None]
        let_out = (
            constant
            + share(profile[Attribute.AGENCY] * agency, 1_000)
            + share(profile[Attribute.COMMUNION] * communion, 1_000)
        )
        let_out = share(bounded(total, -20_000, 20_000) * bounded(let_out, 0, 2_000), 1_000)
        strengths: Ints = (let_out[:, None] >= psychology.sign_steps[:, :, None]).sum(
            axis=1, dtype=shown.dtype
        )
        return strengths

    def cues(self, before: Ints, after: Ints, profile: Ints) -> tuple[Cues, ...]:
        """What can be seen of minds (trait, person), before and after a line: one for each.

        Args:
            before: (trait, person) the minds before.
            after: (trait, person) the minds after; the same where nothing was said.
            profile: (attribute, person) what they are like.
        """
        shown = self.shown(after, profile)
        face = self._readings.face(shown)
        micro, strengths = self.micro(before, after, face), self._let_out(shown, profile)
        signs: list[list[tuple[str, int]]] = [[] for _ in face]
        for person, at in zip(*(places.tolist() for places in np.nonzero(strengths.T)), strict=True):
            signs[person].append((self._psychology.signs[at], int(strengths[at, person])))
        return tuple(
            Cues(self._faces[one], MICROS[flash] if flash >= 0 else None, tuple(seen))
            for one, flash, seen in zip(face.tolist(), micro.tolist(), signs, strict=True)
        )
