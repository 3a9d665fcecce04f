"""Faults with what shows them: a play that can be lived again, or how much was played in vain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.analysis.proofs_sightings import Witness
from game.content.diagnostics import Diagnostic, Findings, Value
from game.content.places import Kind, Place, Places
from game.language.locale import Locale


@dataclass(frozen=True, slots=True)
class Claim:
    """One fault with what shows it: a play, or how much was played in vain."""

    diagnostic: Diagnostic
    evidence: Mapping[str, Any]
    play: Witness | None = None

    def record(self, locale: Locale) -> dict[str, Any]:
        """The row of the contract: the keys of a diagnostic and `evidence`."""
        return {**self.diagnostic.record(locale), "evidence": dict(self.evidence)}


def evidence_of(play: Witness | None) -> dict[str, Any]:
    """A play as data: `rapport play SCENARIO --seed SEED --choices …` lives it again; customers from 1."""
    if play is None:
        return {}
    return {"seed": play.seed, "customer": play.customer + 1, "choices": list(play.said)}


@dataclass(slots=True)
class Notes:
    """Notes faults of a scenario at their places.

    Attributes:
        places: where everything stands.
        findings: the faults so far.
    """

    places: Places
    findings: Findings
    _evidence: dict[tuple[str, Place, str], tuple[dict[str, Any], Witness | None]] = field(
        default_factory=dict
    )

    def told(self) -> tuple[Claim, ...]:
        """What there is to say, without what its line silences."""
        return tuple(
            Claim(each, *self._evidence[each.code, each.place, each.message.said(Locale.EN)])
            for each in self.findings.told()
        )

    def at(
        self,
        code: str,
        what: tuple[Kind, str],
        evidence: Mapping[str, Any],
        play: Witness | None = None,
        **values: Value,
    ) -> None:
        """A fault of something that has an id."""
        kind, name = what
        place = self.places.of(kind, name)
        self._tell(code, place, evidence, play, name=name, kind=kind.words, **values)

    def whole(
        self,
        code: str,
        where: str,
        evidence: Mapping[str, Any],
        play: Witness | None = None,
        **values: Value,
    ) -> None:
        """A fault of the scenario as a whole, told at a field of it."""
        place = self.places.of(Kind.FIELD, where) or self.places.of(Kind.FIELD, "id")
        self._tell(code, place, evidence, play, **values)

    def _tell(
        self,
        code: str,
        place: Place | None,
        evidence: Mapping[str, Any],
        play: Witness | None,
        **values: Value,
    ) -> None:
        line, column = (place.line, place.column) if place else (1, 1)
        found = self.findings.add(code, line, column, **values)
        key = (code, found.place, found.message.said(Locale.EN))
        self._evidence[key] = ({**evidence, **evidence_of(play)}, play)
