"""Proofs that were made before, kept under the records by everything that they depend on."""

from __future__ import annotations

import hashlib

from game.analysis.proofs import VERSION, Proof, proof_from_json
from game.authoring.prove import Effort
from game.engine.scenario import Scenario
from game.engine.transcript import ENGINE
from game.records.solved import Solved

ROOM = "proved"
"""The folder inside of the records."""


def read(kept: Solved, scenario: Scenario, effort: Effort) -> Proof | None:
    """The proof that was made with this effort, or with all of it; None where there is none."""
    for tried in (effort.fully(), effort):
        plain = kept.read(_key(scenario, tried), _maker())
        if plain and (proof := proof_from_json(plain)) is not None:
            return proof
    return None


def write(kept: Solved, scenario: Scenario, effort: Effort, proof: Proof) -> None:
    """Keep a proof, if it is complete."""
    if not proof.partial:
        kept.write(_key(scenario, effort), _maker(), proof.to_json())


def _maker() -> str:
    return f"prove {VERSION}, engine {ENGINE}"


def _key(scenario: Scenario, effort: Effort) -> str:
    """The fingerprint, with what it leaves out and a proof looks at: thoughts, epilogues, the effort."""
    beside = (
        scenario.epilogues,
        [(beat.thoughts, sorted(beat.line_thoughts.items())) for beat in scenario.beats],
        scenario.rubric.passing,
        effort,
    )
    return scenario.fingerprint + hashlib.sha256(repr(beside).encode()).hexdigest()[:16]
