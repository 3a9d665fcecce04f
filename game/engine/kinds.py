"""Five kinds of emotional value: which a line gives, what this customer lacks, what of it is still news.

Comfort, direction, news from outside, company, a part in a dream (`var-emotional-value`, `ev-healing`,
`ev-guiding`, `ev-sharing`, `ev-companion`, `ev-selfreal`). A tactic gives one kind; it is worth as much as
she lacks it, by her needs, motives and liking for company, comfort also as much as she is hurt. Each kind
wears out by itself, so a second kind is worth more than more of the same.
"""

from __future__ import annotations

import numpy as np

from game.engine.causation import Levels
from game.engine.doses import Doses
from game.engine.lines import NONE
from game.engine.psychology import Kind, Psychology
from game.engine.rounding import MILLE, along, bounded, positive, scaled, share
from game.engine.state import State
from game.engine.traits import Attribute, Ints, Trait

_LACKS = Attribute.LACKS_HEALING
_HURT = [Trait.DISTRESS, Trait.ANGER, Trait.DISAPPOINTMENT]
MOST_LACKED = 2_000


def lacks(profile: Ints, psychology: Psychology) -> Ints:
    """How much of each kind customers lack, (kind, ...) per mille, from profiles (attribute, ...)."""
    kinds, number = psychology.kinds, psychology.number
    rows = []
    for kind in Kind:
        dominant = kinds.needs[kind][profile[Attribute.NEED]]
        driven = sum(
            (profile[Attribute.MOTIVES] >> at & 1) * int(weight)
            for at, weight in enumerate(kinds.motives[kind])
            if weight
        )
        liking = scaled(profile[Attribute.COMMUNION], kinds.communion[kind])
        rows.append(bounded(number["kind.rest"] + dominant + driven + liking, 0, MOST_LACKED))
    return np.stack(rows).astype(profile.dtype)


class Comforts:
    """What lines give of the five kinds."""

    def __init__(self, psychology: Psychology) -> None:
        """Pad the column of kinds with an empty tactic."""
        self._kind = np.append(psychology.tactics.gives, NONE).astype(np.int32)
        self._psychology = psychology

    def of(
        self, state: State, tactics: Ints, taken: tuple[Levels, Doses], mind: Ints, profile: Ints
    ) -> Ints | None:
        """Emotional gain by the kinds of lines, (level, play) basis points; None where they give none.

        Args:
            state: before the lines.
            tactics: (slot,) or (slot, play).
            taken: the axis of causes and the doses of the lines.
            mind: (trait, play) of the hearers.
            profile: (attribute, play) of the hearers.
        """
        kind = self._kind[tactics]
        if not (kind >= 0).any():
            return None
        axis, dosed = taken
        number, doses = self._psychology.number, axis.doses(dosed)[0]
        if kind.ndim == 1:
            slots = np.flatnonzero(kind >= 0)
            kind = kind[slots]
            doses = doses[:, slots]
            lacking, given = profile[_LACKS + kind], state.given[kind]
            healing = kind[:, None] == Kind.HEALING
        else:
            play = np.arange(state.plays)
            rows = _LACKS + np.maximum(kind, 0)
            lacking = np.where(kind >= 0, profile[rows, play if profile.shape[-1] > 1 else 0], 0)
            given, healing = state.given[kind, play], kind == Kind.HEALING
        if healing.any():
            hurt = scaled(mind[_HURT].max(axis=0), number["kind.hurt"]) // 10
            lacking = lacking + healing * hurt
        worth = scaled(lacking, along(self._psychology.curves["kind"], given))
        felt: Ints = scaled(positive(doses), worth).sum(axis=1, dtype=doses.dtype)
        return share(felt * number["kind.gain"], MILLE)

    def counted(self, given: Ints, tactics: Ints) -> Ints:
        """How often each kind was given after lines, (kind + 1, play); the last row stays 0."""
        kind = self._kind[tactics]
        if not (kind >= 0).any():
            return given
        after = given.copy()
        for slot in kind:
            after[slot if slot.ndim == 0 else (slot, np.arange(given.shape[-1]))] += 1
        after[NONE] = 0  # empty slots differ between one line and many; nothing of them is kept
        return after
