"""Everything that was found out about a scenario, for programs: what `rapport prove --report FILE` writes."""

from __future__ import annotations

from typing import Any

from game.analysis.intervals import share
from game.analysis.proofs import Proof
from game.analysis.proofs_figures import Discrimination
from game.authoring.prove_claims import Claims
from game.authoring.prove_evidence import evidence_of
from game.engine.traits import WHOLE
from game.language.locale import Locale

STRONG, SOME = 0.3, 0.1
"""Correlations from which a choice tells much, and something, of the score."""


def verdict(found: Discrimination, best: frozenset[str]) -> str:
    """What a correlation says of a choice, in a word; a best line that goes with low scores is turned round.

    Args:
        found: of a line.
        best: lines that are the best of their beats.
    """
    if found.r is None:
        return "unknown"
    if found.line in best and found.high < 0 and found.r <= -SOME:
        return "backwards"
    if abs(found.r) < SOME:
        return "none"
    side = "strong" if abs(found.r) >= STRONG else "some"
    return side if found.r > 0 else f"{side}-against"


def report(proof: Proof, claims: Claims, passing: int, locale: Locale) -> dict[str, Any]:
    """One scenario as one object."""
    best = frozenset(one.line for one in proof.leading)
    return {
        "scenario": proof.scenario,
        "fingerprint": proof.fingerprint,
        "proved": proof.proved,
        "partial": proof.partial,
        "positions": proof.positions,
        "plays": proof.plays,
        "diagnostics": [claim.record(locale) for claim in claims.told],
        "met": {
            f"{name[0].value} {name[1]}": evidence_of(play)
            for name, play in sorted(proof.met.items(), key=lambda pair: (pair[0][0].value, pair[0][1]))
        },
        "unmet": [f"{name[0].value} {name[1]}" for name in proof.unmet],
        "last_resorts": [f"{name[0].value} {name[1]}" for name in claims.spare],
        "sellers": [
            {
                "seller": one.seller,
                "plays": one.plays,
                "passed": _share(one.passed, one.plays),
                "mean": round(one.mean, 1),
                "endings": {name: _share(count, one.plays) for name, count in one.endings.items()},
            }
            for one in proof.sellers
        ],
        "endings": {name: {"least": low, "most": high} for name, (low, high) in proof.endings.items()},
        "best": [{"score": one.score, **evidence_of(one.shown)} for one in proof.best],
        "pass_mark": passing,
        "target": claims.mark
        and {
            "mark": claims.mark.mark,
            "low": claims.mark.low,
            "high": claims.mark.high,
            "near": claims.mark.near,
        },
        "choices": {"positions": proof.choices, "exact": proof.exact},
        "discrimination": {
            one.line: {
                "offered": one.offered,
                "said": one.said,
                "r": None if one.r is None else round(one.r, 3),
                "low": round(one.low, 3),
                "high": round(one.high, 3),
                "verdict": verdict(one, best),
            }
            for one in proof.discrimination
        },
        "tells": [
            {
                "feature": one.feature.said(Locale.EN),
                "best": one.count,
                "beats": one.beats,
                "by_chance": round(one.chance, 1),
                "likely": round(one.likely, 4),
            }
            for one in claims.tells
        ],
    }


def _share(count: int, tries: int) -> dict[str, int]:
    found = share(count, tries)
    return {
        "count": count,
        "share": round(found.value * WHOLE),
        "low": round(found.low * WHOLE),
        "high": round(found.high * WHOLE),
    }
