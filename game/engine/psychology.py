"""The coefficients of the customer model as tables; code holds none.

Content reads them from `game/content/psychology.yaml`. Everything is int32; multipliers are per mille,
amounts basis points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, unique

import numpy as np

from game.engine.terms import Guard
from game.engine.traits import Ints, Motive, Need


@unique
class Channel(IntEnum):
    """What a tactic acts on; columns of the tactic table (basis points at a normal dose)."""

    ABILITY = 0
    BENEVOLENCE = 1
    INTEGRITY = 2
    NEED = 3
    BENEFIT = 4
    COST = 5
    RISK = 6
    PUSH = 7  # felt pressure; negative eases it
    FACE = 8  # being respected
    WARMTH = 9  # feeling good in this company
    CALM = 10  # receives a feeling, lowers arousal
    ATTENTION = 11
    DISCLOSURE = 12
    PERSONAL = 13  # personal risk


@unique
class Route(IntEnum):
    """By which way a tactic persuades (customer-model.md, multiplier 6)."""

    NEUTRAL = 0
    CENTRAL = 1
    PERIPHERAL = 2


@unique
class Role(IntEnum):
    """What a tactic is in the machinery of offers, objections and asks; bits."""

    OFFER = 1  # offers, prices, demonstrates
    ASK = 2  # asks for a commitment
    QUESTION = 4
    ACKNOWLEDGE = 8
    PROBE = 16
    SOLVE = 32
    CONFIRM = 64
    AUTONOMY = 128  # leaves the customer free
    WARM = 256  # mood acts back on these
    BACKED = 512  # pays fully only when a fact stands behind it
    HEARD = 1024  # makes the customer feel heard
    APOLOGY = 2048  # mends evidence, once
    REGULATE = 4096  # the seller composes himself


@unique
class Kind(IntEnum):
    """The five kinds of emotional value (`var-emotional-value`)."""

    HEALING = 0  # comfort for whom it went badly (`ev-healing`)
    GUIDING = 1  # a direction for who is in difficulty (`ev-guiding`)
    SHARING = 2  # input from outside (`ev-sharing`)
    COMPANION = 3  # an ear for who likes to talk (`ev-companion`)
    SELF_REALISATION = 4  # a part in what she dreams of (`ev-selfreal`)

    @property
    def word(self) -> str:
        """Its name in the psychology file."""
        return self.name.lower().replace("_", "-")


@dataclass(frozen=True, slots=True)
class Tactics:
    """The closed list of small moves, one column per tactic.

    Shapes: `effects` (channel, tactic) in basis points; `agency`, `communion` (tactic,) per mille;
    `stage` (stage, tactic) per mille; `gate` (tactic,) basis points of trust, 0 for none; `route`, `roles`
    (tactic,); `solves` (resistance, tactic) per mille; `appeal` (attribute, tactic) per mille of fit for an
    attribute at the top of its scale, the same less at the bottom; `steadies` (tactic,) basis points of the
    seller's composure.
    """

    ids: tuple[str, ...]
    effects: Ints
    agency: Ints
    communion: Ints
    locked: Ints  # 1 where fit never falls below 0
    stage: Ints
    gate: Ints
    route: Ints
    roles: Ints
    solves: Ints
    appeal: Ints
    steadies: Ints
    practises: Mapping[str, tuple[str, ...]]
    gives: Ints  # the kind of emotional value, -1 for none

    def index(self, tactic: str) -> int:
        """The column of a tactic; ValueError when there is none."""
        return self.ids.index(tactic)


@dataclass(frozen=True, slots=True)
class Kinds:
    """Who lacks which kind of emotional value, per mille: by need (kind, need), by motive (kind, motive), by
    communion (kind,).
    """

    needs: Ints
    motives: Ints
    communion: Ints


NO_KINDS = Kinds(
    np.zeros((len(Kind), len(Need)), np.int32),
    np.zeros((len(Kind), len(Motive)), np.int32),
    np.zeros(len(Kind), np.int32),
)


@dataclass(frozen=True, slots=True)
class Psychology:
    """The whole data file. `number` holds every single coefficient by its id.

    `limits` are the least and the greatest value of a number; whoever bends one stays within them.
    """

    tactics: Tactics
    number: Mapping[str, int]
    curves: Mapping[str, tuple[tuple[int, int], ...]]  # piecewise-linear: rising x, y
    moods: Mapping[str, Guard]  # in the order in which a face is chosen; the last has no guard
    signs: tuple[str, ...]  # names of visible signs, at most 24
    sign_constants: Ints  # (sign,) basis points
    sign_weights: Ints  # (sign, trait) per mille
    sign_steps: Ints  # (sign, 3) basis points: the three strengths
    masks: Ints  # (sign, 3) per mille on constant, agency, communion: how much of the sign is let out
    fingerprint: str
    limits: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    kinds: Kinds = field(default_factory=lambda: NO_KINDS)
