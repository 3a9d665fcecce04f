"""Rows of two scorecards against each other: they sum to the difference of the scores."""

from __future__ import annotations

from itertools import combinations

import pytest

from game.content.loading import load_scenario
from game.engine.conversation import Conversation, Step
from game.engine.scoring import score
from game.language.locale import Locale
from game.telling.loss_parts import parts_at_the_end
from game.telling.score_gap import score_gaps, told_gaps

LADDER = "tests/analysis/scenarios/the-ladder.yaml"


def after(conversation: Conversation, line: str) -> Conversation:
    step = conversation.say(line)
    assert isinstance(step, Step)
    return step.conversation


@pytest.mark.parametrize("seed", range(4))
def test_the_gaps_sum_to_the_difference_of_the_scores_at_every_choice(seed: int) -> None:
    loaded = load_scenario(LADDER)
    assert loaded.scenario is not None and loaded.wording is not None
    conversation, ended = Conversation.begin(loaded.scenario, seed), 0
    while conversation.outcome is None:
        ways = [after(conversation, line.id) for line in conversation.offers()]
        for said, better in combinations(ways, 2):
            gaps = score_gaps(said, better, loaded.wording.criteria, Locale.EN)
            short = score(better).total - score(said).total
            assert sum(points for _, points in gaps) == -short
            assert [abs(points) for _, points in gaps] == sorted((abs(p) for _, p in gaps), reverse=True)
            assert bool(told_gaps(gaps, Locale.ZH)) == any(abs(points) >= 5 for _, points in gaps)
            parts = parts_at_the_end(said, better, gaps, short)
            over = said.outcome is not None and better.outcome is not None
            assert sum(part.points for part in parts) == (-short if over else 0)
            assert not parts_at_the_end(said, better, gaps, short + 3)
            ended += over
        conversation = ways[0]
    assert ended or len(ways) == 1
