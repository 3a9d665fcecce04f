"""The dialogue of a shipped scenario as an ink story and as a Ren'Py script, one construct to a line.

Beats become knots or labels, lines choices, `said` conditions flags; every answer hangs on a number, as ours
hang on trust. What the two have nothing for (promises, facts, objections) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle

from game.content.wording import Wording
from game.engine.scenario import Line, Scenario
from game.engine.terms import Said
from game.language.locale import Locale
from tools.shipped import reading

_SPECIAL = re.compile(r"[^\w .,;:?!’“”…—()-]", re.ASCII)
_ADDRESS = "{address}"


@dataclass(frozen=True, slots=True)
class Choice:
    """A line: its id, its words, the lines that were said before it, two answers, where it leads."""

    id: str
    words: str
    after: tuple[str, ...]
    answers: tuple[str, str]
    then: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A beat: its id, its words and its choices."""

    id: str
    words: str
    choices: tuple[Choice, ...]


def moments(name: str) -> list[Moment]:
    """The beats of a shipped scenario, in their order; behind the last one stands `the-end`."""
    read = reading(name)
    if read.scenario is None or read.wording is None:
        raise ValueError(name)
    scenario, words = read.scenario, read.wording
    ids = [beat.id for beat in scenario.beats]
    found = []
    for at, beat in enumerate(scenario.beats):
        following = ids[at + 1] if at + 1 < len(ids) else "the-end"
        place = beat.then if beat.then in ids else following
        choices = tuple(
            Choice(
                name_of(line.id),
                plain(words.lines[line.id].said(Locale.EN)),
                tuple(name_of(each) for each in said_before(line)),
                answers(scenario, words, at, line.id),
                name_of(line.then if line.then in ids and line.then else place),
            )
            for line in beat.lines
        )
        text = words.beats.get(beat.id)
        found.append(
            Moment(
                name_of(beat.id),
                plain(text.said(Locale.EN) if text else f"At {beat.id}".replace("-", " ")),
                choices,
            )
        )
    return found


def said_before(line: Line) -> list[str]:
    """The lines that must have been said for this one to be on offer."""
    return [term.test.line for term in line.when if isinstance(term.test, Said) and not term.negated]


def answers(scenario: Scenario, words: Wording, beat: int, line: str) -> tuple[str, str]:
    """Two answers to a line, the first and the last that there are."""
    at = scenario.beats[beat]
    texts = [
        plain(words.says[reply.id].text.said(Locale.EN))
        for reply in (*at.answers.get(line, ()), *at.replies)
        if reply.id in words.says
    ] or ["She nods."]
    return texts[0], texts[-1]


def name_of(name: str) -> str:
    """An id as both languages can have it."""
    return name.replace("-", "_")


def plain(text: str) -> str:
    """Words without any sign that one of the two languages keeps for itself."""
    return " ".join(_SPECIAL.sub(" ", text.replace(_ADDRESS, "you")).split()) or "…"


def flags(story: Sequence[Moment]) -> list[str]:
    """The choices that something depends on."""
    return sorted({name for moment in story for choice in moment.choices for name in choice.after})


def as_ink(story: Sequence[Moment]) -> list[str]:
    """The story as lines of ink."""
    wanted, bars = flags(story), cycle(range(30, 60))
    lines = ["VAR trust = 30", *(f"VAR said_{name} = false" for name in wanted), f"-> {story[0].id}"]
    for moment in story:
        lines += [f"=== {moment.id} ===", moment.words]
        for choice in moment.choices:
            guard = "".join(f"{{said_{name}}} " for name in choice.after)
            lines += [
                f"* {guard}[{choice.words}]",
                "  ~ trust = trust + 2",
                *([f"  ~ said_{choice.id} = true"] if choice.id in wanted else []),
                f"  {{ trust >= {next(bars)}: {choice.answers[0]}|{choice.answers[1]} }}",
                f"  -> {choice.then}",
            ]
    return [*lines, "=== the_end ===", "It is over.", "-> END"]


def as_renpy(story: Sequence[Moment]) -> list[str]:
    """The story as lines of a Ren'Py script."""
    wanted, bars = flags(story), cycle(range(30, 60))
    lines = ['define c = Character("Customer")', "default trust = 30"]
    lines += [f"default said_{name} = False" for name in wanted]
    lines += ["label start:", f"    jump {story[0].id}"]
    for moment in story:
        lines += [f"label {moment.id}:", f'    "{moment.words}"', "    menu:"]
        for choice in moment.choices:
            guard = " and ".join(f"said_{name}" for name in choice.after)
            lines += [
                f'        "{choice.words}"{" if " + guard if guard else ""}:',
                "            $ trust = trust + 2",
                *([f"            $ said_{choice.id} = True"] if choice.id in wanted else []),
                f"            if trust >= {next(bars)}:",
                f'                c "{choice.answers[0]}"',
                "            else:",
                f'                c "{choice.answers[1]}"',
                f"            jump {choice.then}",
            ]
    return [*lines, "label the_end:", '    "It is over."', "    return"]
