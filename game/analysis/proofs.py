"""What is known of a scenario before class: what its talks can come to, each with a play that shows it.

A claim is proved where all conversations with all hidden customers were played; otherwise they were sampled,
and what was not met is a suspicion.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from game.analysis.proofs_figures import Discrimination, SellerFigure
from game.analysis.proofs_shortcuts import Shortcut
from game.analysis.proofs_sightings import Name, Sight, Witness

VERSION = 4
"""Raised whenever the same scenario could be told something else."""


@dataclass(frozen=True, slots=True)
class Beaten:
    """A line that another one beats nearly always: in which share of the places, by how many points."""

    line: str
    by: str
    places: int
    share: float
    lost: float
    shown: Witness


@dataclass(frozen=True, slots=True)
class Ahead:
    """A line that is the best of its beat for every hidden customer: places, least share, lead in points."""

    line: str
    places: int
    least: float
    ahead: float
    shown: Witness


@dataclass(frozen=True, slots=True)
class Leading:
    """The best line of a beat, and all its lines that were on offer."""

    beat: str
    line: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BestPlay:
    """The best conversation known with a hidden customer."""

    score: int
    shown: Witness


@dataclass(slots=True)
class Proof:
    """Everything that was found out.

    Attributes:
        scenario: its id.
        fingerprint: of its rules.
        proved: whether all conversations were played.
        positions: how many positions there are, where all were played.
        plays: conversations that were sampled, searches included.
        partial: it was interrupted: what follows is of what was complete.
        met: a play for everything that was met, by sight and id.
        unmet: what was not.
        edge: of that, what only customers at the edges came to.
        nearest: of that, a play that came near, where one is known.
        fallen: a play for every ending that was reached although its conditions do not hold.
        dry: by beat, a play that ran out of beats where nothing says how it ends.
        choices: positions in which lines were compared.
        exact: whether what lines are worth there is exact.
        beaten: lines that another one dominates.
        ahead: lines that are best for everybody.
        leading: the best line of every beat.
        sellers: how the kinds of sellers do.
        scores: of the mixed class, how many plays by points.
        endings: by id the least and the most points, of all plays; nothing for an ending never reached.
        discrimination: what every choice tells of the score, in the mixed class.
        best: the best conversations, one for each hidden customer.
        tactics: of their lines the share that uses each tactic, by customer.
        shortcut: a few lines that pass with everybody, or None.
    """

    scenario: str
    fingerprint: str
    proved: bool = False
    positions: int = 0
    plays: int = 0
    partial: bool = False
    met: dict[Name, Witness] = field(default_factory=dict)
    unmet: tuple[Name, ...] = ()
    edge: tuple[Name, ...] = ()
    nearest: dict[Name, Witness] = field(default_factory=dict)
    fallen: dict[str, Witness] = field(default_factory=dict)
    dry: dict[str, Witness] = field(default_factory=dict)
    choices: int = 0
    exact: bool = False
    beaten: tuple[Beaten, ...] = ()
    ahead: tuple[Ahead, ...] = ()
    leading: tuple[Leading, ...] = ()
    sellers: tuple[SellerFigure, ...] = ()
    scores: dict[int, int] = field(default_factory=dict)
    endings: dict[str, tuple[int, int]] = field(default_factory=dict)
    discrimination: tuple[Discrimination, ...] = ()
    best: tuple[BestPlay, ...] = ()
    tactics: tuple[dict[str, float], ...] = ()
    shortcut: Shortcut | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain data."""
        plain = asdict(self)
        plain["version"] = VERSION
        plain["met"] = {_key(name): asdict(shown) for name, shown in self.met.items()}
        plain["unmet"] = [_key(name) for name in self.unmet]
        plain["edge"] = [_key(name) for name in self.edge]
        plain["nearest"] = {_key(name): asdict(shown) for name, shown in self.nearest.items()}
        return plain


def proof_from_json(plain: Mapping[str, Any]) -> Proof | None:
    """A proof from plain data; None where it is none, or was made by another version."""
    if plain.get("version") != VERSION:
        return None
    try:
        return Proof(
            scenario=plain["scenario"],
            fingerprint=plain["fingerprint"],
            proved=plain["proved"],
            positions=plain["positions"],
            plays=plain["plays"],
            partial=plain["partial"],
            met={_name(key): _witness(shown) for key, shown in plain["met"].items()},
            unmet=tuple(_name(key) for key in plain["unmet"]),
            edge=tuple(_name(key) for key in plain["edge"]),
            nearest={_name(key): _witness(shown) for key, shown in plain["nearest"].items()},
            fallen={key: _witness(shown) for key, shown in plain["fallen"].items()},
            dry={key: _witness(shown) for key, shown in plain["dry"].items()},
            choices=plain["choices"],
            exact=plain["exact"],
            beaten=tuple(Beaten(**_shown(one)) for one in plain["beaten"]),
            ahead=tuple(Ahead(**_shown(one)) for one in plain["ahead"]),
            leading=tuple(Leading(**{**one, "lines": tuple(one["lines"])}) for one in plain["leading"]),
            sellers=tuple(SellerFigure(**one) for one in plain["sellers"]),
            scores={int(score): count for score, count in plain["scores"].items()},
            endings={key: (low, high) for key, (low, high) in plain["endings"].items()},
            discrimination=tuple(Discrimination(**one) for one in plain["discrimination"]),
            best=tuple(BestPlay(**_shown(one)) for one in plain["best"]),
            tactics=tuple(dict(one) for one in plain["tactics"]),
            shortcut=plain["shortcut"]
            and Shortcut(**{**_shown(plain["shortcut"]), "lines": tuple(plain["shortcut"]["lines"])}),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _key(name: Name) -> str:
    return f"{name[0].value} {name[1]}"


def _name(key: str) -> Name:
    sight, _, name = key.partition(" ")
    return Sight(sight), name


def _witness(plain: Mapping[str, Any]) -> Witness:
    return Witness(int(plain["seed"]), int(plain["customer"]), tuple(plain["said"]))


def _shown(plain: Mapping[str, Any]) -> dict[str, Any]:
    return {**plain, "shown": _witness(plain["shown"])}
