"""Where conversations of a class turned, in a process of its own: which line, which better one, and why."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from game.analysis.crowd import Crowd
from game.analysis.judgement import judged
from game.analysis.reviewing import Reviewing
from game.analysis.why import differences, guide
from game.classroom.position_work import Study, study_of, teller_of
from game.classroom.scenario_shelf import both
from game.engine.conversation import Conversation, Step
from game.engine.transcript import Transcript
from game.language.locale import Locale
from game.language.text import LocalisedText
from game.telling.difference import told_difference
from game.telling.review import ReviewTeller
from game.telling.trait_names import favour

Looked = dict[str, Any]
"""What looking back found: `turns` (each with `turn`, `judgement`, `cost`, and by language `said`, `better`,
`reasons`, `onward`, `thought`; `guide` ids of the field guide), `no_return`, `exact`, `margin`."""

MOST_REASONS = 3

NOBODY = Crowd((), ())
"""How others did is left out: the page of one person speaks of nobody else."""


def looked_back(path: str, transcript: str) -> Looked:
    """The turning points of one conversation, the costliest first.

    Args:
        path: of the package that was played.
        transcript: as it was handed in.

    Raises:
        ValueError: it cannot be played again.
    """
    known = study_of(path)
    conversation = Transcript.from_json(json.loads(transcript)).replay(known.rules.scenario)
    if not isinstance(conversation, Conversation):
        raise ValueError("the transcript cannot be played again")
    conversation = _relived(known, conversation)
    reviewing = Reviewing(conversation, known.valuation.solver, known.valuation)
    reviewing.crowd = NOBODY
    while reviewing.work():
        pass
    review = reviewing.review()
    wording = known.loaded.wording
    assert wording is not None
    tellers = {
        locale: ReviewTeller(review, conversation, wording, teller_of(known, locale)) for locale in Locale
    }
    turns = []
    for number in review.turning:
        told = {locale.value: tellers[locale].turn(number) for locale in Locale}
        turn = review.turn(number)
        if turn is None or turn.why is None:
            continue
        thought = wording.thoughts.get(conversation.reactions[number - 1].thought or "")
        turns.append(
            {
                "turn": number,
                "judgement": turn.judgement.value,
                "cost": round(turn.loss),
                "said": both(wording.lines[turn.line]),
                "better": both(wording.lines[turn.why.better]),
                "reasons": {
                    code: list(each.why.reasons) if each is not None and each.why is not None else []
                    for code, each in told.items()
                },
                "onward": [both(wording.lines[line]) for line in turn.why.continuation[1:]],
                "thought": both(thought) if thought is not None else {},
                "guide": list(turn.why.guide),
            }
        )
    return {
        "turns": turns,
        "no_return": review.no_return,
        "exact": review.exact,
        "margin": round(review.margin),
    }


def votes_looked_back(
    path: str, seed: int, votes: Sequence[tuple[int, Sequence[str], str, str, int]]
) -> Looked:
    """The turns of a vote at which somebody would have done better with another line.

    Args:
        path: of the package.
        seed: of the conversation on the wall.
        votes: of each the turn, the lines said before it, the line voted for, the best one, and what that is
            worth more, points.
    """
    known, turns = study_of(path), []
    wording = known.loaded.wording
    assert wording is not None
    for number, before, said, better, cost in votes:
        now = Conversation.begin(known.rules.scenario, seed, None, known.rules)
        for line in before:
            step = now.say(line)
            if not isinstance(step, Step):
                raise ValueError(f"{line} is not on offer")
            now = step.conversation
        told, items = _why(known, now, said, better)
        turns.append(
            {
                "turn": number,
                "judgement": judged(cost).value,
                "cost": cost,
                "said": both(wording.lines.get(said, LocalisedText())),
                "better": both(wording.lines[better]),
                "reasons": told,
                "onward": [],
                "thought": {},
                "guide": items,
            }
        )
    return {"turns": turns, "no_return": None, "exact": True, "margin": 0}


def _relived(known: Study, conversation: Conversation) -> Conversation:
    """The same conversation with the rules that the values belong to."""
    now = Conversation.begin(known.rules.scenario, conversation.seed, conversation.start, known.rules)
    for reaction in conversation.reactions:
        step = now.say(reaction.line)
        assert isinstance(step, Step), "what could be said once can be said again"
        now = step.conversation
    return now


def _why(known: Study, now: Conversation, said: str, better: str) -> tuple[dict[str, list[str]], list[str]]:
    """Why one line is better than another, in both languages, and what the field guide says to it."""
    one, other = now.say(said), now.say(better)
    if not isinstance(one, Step) or not isinstance(other, Step):
        return {locale.value: [] for locale in Locale}, []
    found = [
        each for each in differences(other.reaction, one.reaction) if favour(each.trait, each.amount) > 0
    ]
    told = {
        locale.value: [
            *dict.fromkeys(
                told_difference(each, one.reaction, other.reaction, teller_of(known, locale))
                for each in found
            )
        ][:MOST_REASONS]
        for locale in Locale
    }
    return told, list(guide(now, better, said))
