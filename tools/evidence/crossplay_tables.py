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
    loss, between, index, fixed, ordered, literal, anything, across = (
        float(np.mean([getattr(one, name) for one in found.values()]))
        for name in (
            "loss", "between", "index", "over_fixed", "over_ordered", "over_literal", "over_anything",
            "across",
        )
    )  # fmt: skip
    parts = [
        "A *script* prefers the lines of every beat in one order, whoever listens; it is found by search, "
        "for each pure type, for everybody, and (*tailored*) for every single hidden customer of each type. "
        "A *sequence* is a list of lines in a fixed order, found by search for everybody. *In order*: a line "
        "that is not on offer is passed over for good and the next one tried; *turn by turn*: line number t "
        "belongs to turn t, and anything is said where it cannot be. *Adaptive* is the best talk found with "
        "every customer, by scripts or by the solver: a seller who reads her rightly from the first line on. "
        "All of them are lower bounds. Law 16 speaks of sequences; a script answers to what is on offer, so "
        "it is a rival that the law does not ask to beat, and it is shown because it is the hardest.",
        f"The best script for one type, said to another, loses **{loss:.0%}** of what a tailored talk "
        f"attains ({_verdict(loss, LOSS)} 8 %), {between:.0%} of what the script of her own type attains. "
        f"Adapting to every customer is **{ordered:+.0%}** above the best sequence in order "
        f"({_verdict(ordered, OVER_FIXED)} 15 %), **{literal:+.0%}** above the best one turn by turn "
        f"({_verdict(literal, OVER_FIXED)} 15 %), {fixed:+.0%} above the one script for everybody "
        f"(adaptivity index {index:.2f}) and {anything:+.0%} above "
        f"saying anything ({_verdict(anything, OVER_ANYTHING)} 30 %). Across the scenario’s own hidden "
        f"customers, whose type does not change, the adaptivity index is {across:.2f}.",
        table(
            (
                "scenario",
                "loss",
                "loss to own script",
                "over a sequence in order",
                "turn by turn",
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
                    f"{one.over_ordered:+.0%}",
                    f"{one.over_literal:+.0%}",
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
        "loss": loss, "between": between, "over_fixed": fixed,
        "over_ordered": ordered, "over_literal": literal, "over_anything": anything, "index": index,
        "across": across,
        "scenarios": {
            name: {
                "matrix": one.matrix.tolist(), "fixed": one.fixed.tolist(),
                "tailored": one.tailored.tolist(), "anything": one.anything.tolist(),
                "sequences": [one.learned.in_order, one.learned.turn_by_turn], "own": list(one.own),
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
