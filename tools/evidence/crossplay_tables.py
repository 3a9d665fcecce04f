"""Scripts said to other types, as tables for trainers and figures (law 16)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from game.analysis.sequences import PURE
from game.language.locale import Locale
from tools.evidence.reporting import table
from tools.evidence.scripts import Crossplay
from tools.shipped import reading

LOSS, OVER_FIXED, OVER_ANYTHING = 0.08, 0.15, 0.30
"""What law 16 asks for."""


def script_parts(found: Mapping[str, Crossplay]) -> tuple[list[str], dict[str, Any]]:
    """Paragraphs and figures about the scripts of each scenario."""
    loss, between, index, fixed, anything, across = (
        float(np.mean([getattr(one, name) for one in found.values()]))
        for name in ("loss", "between", "index", "over_fixed", "over_anything", "across")
    )
    parts = [
        "A *script* prefers the lines of every beat in one order, whoever listens; it is found by search, "
        "for each pure type, for everybody, and (*tailored*) for every single hidden customer of each type. "
        "All of them are lower bounds.",
        f"The best script for one type, said to another, loses **{loss:.0%}** of what a tailored talk "
        f"attains ({_verdict(loss, LOSS)} 8 %), {between:.0%} of what the script of her own type attains. "
        f"Adapting to every customer is **{fixed:+.0%}** above the one script for everybody "
        f"({_verdict(fixed, OVER_FIXED)} 15 %; adaptivity index {index:.2f}) and {anything:+.0%} above "
        f"saying anything ({_verdict(anything, OVER_ANYTHING)} 30 %). Across the scenario’s own hidden "
        f"customers, whose type does not change, the adaptivity index is {across:.2f}.",
        table(
            (
                "scenario",
                "loss",
                "loss to own script",
                "over one script",
                "over anything",
                "adaptivity",
                "own customers",
            ),
            [
                (
                    name,
                    f"{one.loss:.0%}",
                    f"{one.between:.0%}",
                    f"{one.over_fixed:+.0%}",
                    f"{one.over_anything:+.0%}",
                    f"{one.index:.2f}",
                    f"{one.across:.2f}",
                )
                for name, one in found.items()
            ],
        ),
    ]
    for name, one in found.items():
        parts += [f"### {name}", _matrix(one)]
    first = next(iter(sorted(found, key=lambda name: name != "seven-seconds")))
    parts += _talks(first, found[first])
    figures = {
        "loss": loss, "between": between, "over_fixed": fixed, "over_anything": anything, "index": index,
        "across": across,
        "scenarios": {
            name: {
                "matrix": one.matrix.tolist(), "fixed": one.fixed.tolist(),
                "tailored": one.tailored.tolist(), "anything": one.anything.tolist(), "own": list(one.own),
                "talks": dict(zip(PURE, one.talks, strict=True)), "first": list(one.first),
            }
            for name, one in found.items()
        },
    }  # fmt: skip
    return parts, figures


def _verdict(value: float, least: float) -> str:
    return "law 16: at least" if value >= least else "MISSES law 16, which asks for"


def _matrix(one: Crossplay) -> str:
    """Who is talked to, and by which script: mean scores."""
    rows = [
        (f"the script for {letter}", *(f"{score:.0f}" for score in row))
        for letter, row in zip(PURE, one.matrix, strict=True)
    ]
    rows += [
        (label, *(f"{score:.0f}" for score in scores))
        for label, scores in (
            ("the script for everybody", one.fixed),
            ("a talk for her alone", one.tailored),
            ("just anything", one.anything),
        )
    ]
    return table(("said to", *PURE), rows)


def _talks(name: str, one: Crossplay) -> list[str]:
    """The good talks of one scenario beside each other, in words."""
    found = reading(name).wording
    assert found is not None
    length = max(len(talk) for talk in one.talks)
    rows = [
        (
            turn + 1,
            *(
                f"`{talk[turn]}` {found.lines[talk[turn]].said(Locale.EN)}" if turn < len(talk) else ""
                for talk in one.talks
            ),
        )
        for turn in range(length)
    ]
    shared = [
        len(set(one.talks[a]) & set(one.talks[b])) / len(set(one.talks[a]) | set(one.talks[b]))
        for a in range(len(PURE))
        for b in range(a)
    ]
    scores = ", ".join(f"{letter} {score}" for letter, score in zip(PURE, one.first, strict=True))
    return [
        f"### A good talk with each type: {found.title.said(Locale.EN)}",
        f"What the script for her alone says to the first hidden customer of each type ({scores} points). "
        f"Two of these talks share {np.mean(shared):.0%} of their lines. To play one: "
        f"`rapport play {name} --customer D`.",
        table(("turn", *PURE), rows),
    ]
