"""What of a scenario was reached, what was not, and what of that has a cause of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.analysis.proofs import Proof
from game.analysis.proofs_sightings import Name, Sight, authored
from game.engine.scenario import Reply, Scenario

Root = tuple[Sight | None, str]
"""Something that was not reached; None stands for a whole beat."""


def roots(scenario: Scenario, unmet: Sequence[Name]) -> Iterator[Root]:
    """What was not reached, without what is only behind a beat or a line that was not.

    Args:
        scenario: as it was played.
        unmet: everything that was not reached.
    """
    missing, behind = set(unmet), set[Name]()
    for beat in scenario.beats:
        gone = [line for line in beat.lines if (Sight.LINE, line.id) in missing]
        if len(gone) == len(beat.lines):
            yield None, beat.id
            behind |= {(Sight.LINE, line.id) for line in beat.lines}
            behind |= {(Sight.REPLY, reply.id) for reply in (*beat.says, *beat.replies)}
            behind |= {(Sight.THOUGHT, thought.id) for thought in beat.thoughts}
        for line in gone:
            behind |= {(Sight.REPLY, reply.id) for reply in beat.answers.get(line.id, ())}
            behind |= {(Sight.THOUGHT, thought.id) for thought in beat.line_thoughts.get(line.id, ())}
    yield from (name for name in unmet if name not in behind)


def last_resorts(scenario: Scenario) -> frozenset[Name]:
    """What is said, thought or told where nothing else fits; every list has to have one."""

    def last(sight: Sight, guarded: Sequence[Reply]) -> list[Name]:
        return [(sight, guarded[-1].id)] if len(guarded) > 1 and not guarded[-1].when else []

    found: list[Name] = []
    for beat in scenario.beats:
        found += last(Sight.REPLY, beat.says) + last(Sight.REPLY, beat.replies)
        found += last(Sight.THOUGHT, beat.thoughts)
        for line in beat.lines:
            found += last(Sight.REPLY, beat.answers.get(line.id, ()))
            found += last(Sight.THOUGHT, beat.line_thoughts.get(line.id, ()))
    found += [(Sight.EPILOGUE, one.id) for one in scenario.epilogues if not one.when]
    found += [(Sight.ENDING, scenario.endings[-1].id)]
    return frozenset(found)


def counted(proof: Proof, scenario: Scenario) -> dict[Sight, tuple[int, int]]:
    """How much of what was written was met, by kind: met, and all there is."""
    found: dict[Sight, tuple[int, int]] = {}
    for name in authored(scenario):
        met, every = found.get(name[0], (0, 0))
        found[name[0]] = (met + (name in proof.met), every + 1)
    return found
