"""What positions are worth, in a process of its own: for a vote and for the picture of a class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from game.analysis.appraising import Position, worth
from game.analysis.judgement import judged, margin_of
from game.analysis.knowledge import before_a_word, learned
from game.analysis.solver import Solver
from game.analysis.valuation import Valuation
from game.analysis.why import reasons
from game.content.loading import Loaded, load_scenario
from game.engine.conversation import Conversation, Step
from game.engine.rules import Rules
from game.language.locale import Locale
from game.telling.causes import Teller
from game.telling.difference import told_difference

BUDGET = 4_000
"""Positions of a tree that is solved exactly; a larger one is sampled, because a class waits for the
answer."""

MOST_REASONS = 2


@dataclass(slots=True)
class Study:
    """One package with what is known of its positions."""

    loaded: Loaded
    rules: Rules
    valuation: Valuation
    teller: dict[Locale, Teller] = field(default_factory=dict)


@lru_cache(maxsize=6)
def study_of(path: str) -> Study:
    """A package with what this process knows of it.

    Raises:
        ValueError: it cannot be played.
    """
    loaded = load_scenario(Path(path))
    if loaded.scenario is None:
        raise ValueError(f"{path} cannot be played")
    rules = Rules(loaded.scenario)
    return Study(loaded, rules, Valuation(rules, Solver(rules, budget=BUDGET)))


def ready(path: str) -> bool:
    """Open a package before it is needed."""
    return bool(study_of(path))


def valued(path: str, seed: int, moves: Sequence[str]) -> dict[str, Any]:
    """What every line on offer is worth after some lines: `{"lines": {id: {value, loss, judgement}},
    "exact"}`.

    Args:
        path: of the package.
        seed: of the conversation.
        moves: ids of the lines said so far.
    """
    study = study_of(path)
    position = _position(study, seed, moves)
    _look(study, position)
    known, worths = position.known, {}
    for index in position.offers:
        worths[index] = worth(study.valuation, known, (*position.path, index), 0.0)
    if not worths:
        return {"lines": {}, "exact": True}
    best = max(each.value for each in worths.values())
    margin = margin_of([(each.value, each.margin) for each in worths.values()])
    lines = study.rules.lines.lines
    return {
        "lines": {
            lines[index].id: {
                "value": round(each.value),
                "loss": round(best - each.value, 1),
                "judgement": judged(best - each.value, margin).value,
            }
            for index, each in worths.items()
        },
        "exact": all(each.exact for each in worths.values()),
    }


def many(path: str, positions: Sequence[tuple[int, Sequence[str]]]) -> list[dict[str, Any] | None]:
    """As `valued`, for several positions; None for one that cannot be reached."""
    found: list[dict[str, Any] | None] = []
    for seed, moves in positions:
        try:
            found.append(valued(path, seed, moves))
        except (KeyError, ValueError):
            found.append(None)
    return found


def explained(path: str, seed: int, moves: Sequence[str], said: str, better: str) -> dict[str, str]:
    """Why one line is better than another, in both languages; empty where there is nothing to tell.

    Args:
        path, seed, moves: as for `valued`.
        said: the line that is worth less.
        better: the line that is worth more.
    """
    study = study_of(path)
    position = _position(study, seed, moves)
    conversation = position.conversation
    one, other = conversation.say(said), conversation.say(better)
    if not isinstance(one, Step) or not isinstance(other, Step):
        return {}
    why = reasons(conversation, said, better)
    told = {}
    for locale in Locale:
        teller = teller_of(study, locale)
        # Several traits may change for the same reason; it is told once.
        sentences = [
            *dict.fromkeys(
                told_difference(difference, one.reaction, other.reaction, teller)
                for difference in why.differences
            )
        ][:MOST_REASONS]
        if sentences:
            stop = "。" if locale is Locale.ZH else ". "
            told[locale.value] = stop.join(sentences) + stop.strip()
    return told


def teller_of(study: Study, locale: Locale) -> Teller:
    """Tells causes in a language, in the words of a scenario."""
    if locale not in study.teller:
        wording = study.loaded.wording
        people = {} if wording is None else wording.people
        study.teller[locale] = Teller(
            study.rules.scenario,
            {tactic: note.words for tactic, note in study.loaded.notes.tactics.items()},
            locale,
            {name: person.pronoun for name, person in people.items()},
        )
    return study.teller[locale]


def _position(study: Study, seed: int, moves: Sequence[str]) -> Position:
    """The position after some lines.

    Raises:
        ValueError: a line was not on offer.
    """
    conversation = Conversation.begin(study.rules.scenario, seed, None, study.rules)
    known = before_a_word(conversation)
    path: tuple[int, ...] = ()
    for line in moves:
        step = conversation.say(line)
        if not isinstance(step, Step):
            raise ValueError(f"{line} is not on offer")
        conversation = step.conversation
        known, path = learned(known, conversation), (*path, study.rules.lines.index[line])
    return Position.of(conversation, known, path)


def _look(study: Study, position: Position) -> None:
    """Have every line on offer valued, for every customer that it could be."""
    state = position.known.state
    paths = [(*position.path, index) for index in position.offers]
    states = [study.rules.advance(state, index).state for index in position.offers]
    if paths:
        study.valuation.value(paths, states)
