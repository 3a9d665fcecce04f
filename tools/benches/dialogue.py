"""One dialogue for several readers: twelve moments with four things to say in each.

Whatever is said changes two numbers, trust and mood, and the answer depends on how far trust has come; then
the next moment follows. The same data becomes ink, a table for plain Python, a state machine and a scenario.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.psychology import Psychology
from game.engine.scenario import (
    Beat,
    Close,
    Dose,
    Ending,
    Grade,
    Line,
    Person,
    Reply,
    Rubric,
    Scenario,
    TacticUse,
)
from game.engine.terms import Comparison, Sign, Term
from game.engine.traits import Stage, Trait

MOMENTS = 12
CHOICES = 4
TACTICS = ("acknowledge", "ask-situation", "restate", "probe")
"""What the four things to say are in our scenario; nothing of it drives anybody away."""

ANSWERS = ("She nods.", "She frowns.")


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to say: its words, and what it adds to trust and mood."""

    text: str
    trust: int
    mood: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment: its words, what can be said, and the trust above which she nods."""

    text: str
    choices: tuple[Choice, ...]
    bar: int


DIALOGUE = tuple(
    Moment(
        f"She looks at you, moment {at}.",
        tuple(Choice(f"Say {place}", place, place - 2) for place in range(1, CHOICES + 1)),
        3 * at,
    )
    for at in range(1, MOMENTS + 1)
)


def as_ink() -> str:
    """The dialogue as the source of an ink story."""
    parts = ["VAR trust = 0", "VAR mood = 0", "-> moment1"]
    for at, moment in enumerate(DIALOGUE, start=1):
        then = f"-> moment{at + 1}" if at < MOMENTS else "-> END"
        parts += [f"=== moment{at} ===", moment.text]
        for choice in moment.choices:
            parts += [
                f"* [{choice.text}]",
                f"  ~ trust = trust + {choice.trust}",
                f"  ~ mood = mood + {choice.mood}",
                f"  {{ trust > {moment.bar}: {ANSWERS[0]}|{ANSWERS[1]}}}",
                f"  {then}",
            ]
    return "\n".join(parts) + "\n"


def as_scenario(psychology: Psychology) -> Scenario:
    """The dialogue as a scenario: here the customer model decides how far trust has come."""
    beats = []
    for at in range(1, MOMENTS + 1):
        lines = tuple(
            Line(f"say-{at}-{place}", (TacticUse(tactic, Dose.LIGHT),), seconds=10)
            for place, tactic in enumerate(TACTICS, start=1)
        )
        nod = Term(Comparison(Trait.TRUST, Sign.MORE, 3_550 + 55 * at))
        replies = (Reply(f"moment{at}/nods", (nod,)), Reply(f"moment{at}/frowns"))
        beats.append(Beat(f"moment{at}", lines, person="customer", replies=replies))
    return Scenario(
        id="twelve-moments",
        people=(Person("customer", (250, 250, 250, 250)),),
        beats=tuple(beats),
        endings=(Ending("over", Stage.COGNITION, tuple(Close)),),
        rubric=Rubric((), (Grade("trust", 900, Trait.TRUST, 2_000, 8_000),), honesty=100, passing=500),
        psychology=psychology,
        turns=MOMENTS,
    )
