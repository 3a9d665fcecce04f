"""The sellers by name, as trainers call them, ready to play and light enough to send to another process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from game.analysis.batch import Seller
from game.analysis.mastery import BestSeller
from game.analysis.sellers import (
    HUMANS,
    LISTENER,
    NOVICE,
    ORDER_TAKER,
    PLEASER,
    PUSHER,
    GreedySeller,
    NoisySeller,
    RandomSeller,
    ScriptedSeller,
)
from game.engine.rounding import MILLE

CLASS = "class"
"""The mixed class, whose members take turns."""

SCRIPTED = "scripted"
"""The seller that reads its lines from a list."""

_TEAMS: Mapping[str, tuple[Seller, ...]] = MappingProxyType(
    {
        "random": (RandomSeller(),),
        "novice": (replace(NOVICE, noise=0),),
        "pusher": (replace(PUSHER, noise=0),),
        "pleaser": (replace(PLEASER, noise=0),),
        "listener": (replace(LISTENER, noise=0),),
        "order-taker": (replace(ORDER_TAKER, noise=0),),
        CLASS: HUMANS,
        "greedy": (GreedySeller(),),
        "best": (BestSeller(),),
    }
)
NAMES: tuple[str, ...] = (*_TEAMS, SCRIPTED)
"""Everybody who can be named, from the least to the most able, the one with a script last."""

_FAR_SIGHTED = frozenset({"class", "greedy", "best"})
_NOISE: Mapping[str, int] = MappingProxyType(
    {"novice": 500, "pusher": 100, "pleaser": 100, "listener": 100, "order-taker": 100}
)


@dataclass(frozen=True, slots=True)
class Casting:
    """Who plays: a name, and how closely it is followed.

    Attributes:
        name: one of `NAMES`.
        noise: per mille of the lines that are said at random; None for what is usual with this seller.
        script: ids of lines, for `scripted` alone.
        fallback: name of who speaks where the script has nothing to say.
    """

    name: str
    noise: int | None = None
    script: tuple[str, ...] = ()
    fallback: str = "random"

    @property
    def slips(self) -> int:
        """Per mille of the lines that are said at random."""
        return _NOISE.get(self.name, 0) if self.noise is None else self.noise

    @property
    def looks_ahead(self) -> bool:
        """Whether lines are tried before they are said, which takes a hundred times as long."""
        return (self.fallback if self.name == SCRIPTED else self.name) in _FAR_SIGHTED

    def team(self) -> tuple[Seller, ...]:
        """One seller, or those that take turns (a class).

        Raises:
            KeyError: nobody has this name.
            ValueError: the noise is not 0..1000.
        """
        if not 0 <= self.slips <= MILLE:
            raise ValueError(f"noise {self.slips} is not between 0 and {MILLE}")
        if self.name == SCRIPTED:
            fallback = Casting(self.fallback).team()[0]
            sellers: tuple[Seller, ...] = (ScriptedSeller(self.script, fallback),)
        else:
            sellers = _TEAMS[self.name]
        return tuple(NoisySeller(seller, self.slips) for seller in sellers) if self.slips else sellers
