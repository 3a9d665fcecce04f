"""Makes the review of a conversation piece by piece, from its last line backwards.

The same pieces serve a transcript that is looked back on and a conversation that is still going on: the
position that was reached last is always looked at next. What is known is never computed again (`valuation`).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.analysis.appraising import appraised, ceilings_of
from game.analysis.crowd import Crowd
from game.analysis.judgement import accuracy
from game.analysis.knowledge import Known, before_a_word, learned
from game.analysis.review import Review, TurnReview, Why
from game.analysis.valuation import Path, Solver, Valuation
from game.analysis.why import reasons
from game.engine.conversation import Conversation, Step
from game.engine.scoring import Marks
from game.engine.state import State

MOST_TURNING = 3
"""Turning points that a review names at most."""


class Reviewing:
    """A conversation and what has been found out about it so far.

    Attributes:
        valuation: the values of its positions.
        crowd: how others did, None while nobody has been asked.
    """

    def __init__(self, begun: Conversation, solver: Solver, valuation: Valuation | None = None) -> None:
        """Begin to look at a conversation.

        Args:
            begun: as far as it has come.
            solver: values positions.
            valuation: values that are known already, of the same rules.
        """
        first = Conversation.begin(begun.scenario, begun.seed, begun.start, begun.rules)
        self.valuation = valuation or Valuation(begun.rules, solver)
        self.crowd: Crowd | None = None
        self._over = False
        self._positions: list[tuple[Conversation, Known, Path]] = [(first, before_a_word(first), ())]
        self._ready: set[int] = set()
        self._topped: set[int] = set()
        self._whys: dict[int, Why] = {}
        for reaction in begun.reactions:
            self.said(reaction.line)

    @property
    def conversation(self) -> Conversation:
        """As far as it has come."""
        return self._positions[-1][0]

    def said(self, line: str) -> None:
        """A line was said.

        Raises:
            ValueError: it was not on offer.
        """
        before, known, path = self._positions[-1]
        step = before.say(line)
        if not isinstance(step, Step):
            raise ValueError(f"{line} is not on offer")
        after = step.conversation
        index = before.rules.lines.index[line]
        self._positions.append((after, learned(known, after), (*path, index)))

    def over(self) -> None:
        """Nothing more will be said: hurry."""
        self._over = True

    def work(self) -> bool:
        """Do the next piece: the values of one position and of the lines on offer there, a reason, the crowd.

        Returns:
            False when there is nothing left to do.
        """
        last = len(self._positions) - 1
        waiting = [at for at in range(last, -1, -1) if at not in self._ready]
        for at in range(last - 1, -1, -1):
            if at in self._ready and at + 1 in self._ready and self._unexplained(at):
                self._explain(at)
                return True
        if waiting:
            # the first judgement, then every ceiling, then everything else
            dim = [at for at in waiting if at not in self._topped]
            if self._over and dim and waiting[0] < last - 1:
                self._look(dim[0], only=self.conversation.customer)
                self._topped.add(dim[0])
            else:
                self._look(waiting[0])
                self._ready.add(waiting[0])
                self._topped.add(waiting[0])
            return True
        if self.crowd is None:
            self.crowd = Crowd.met(self.conversation.rules, self.conversation.customer)
            return True
        return False

    def review(self) -> Review:
        """What is known by now."""
        conversation = self.conversation
        scenario, last = conversation.scenario, len(self._positions) - 1
        first = last
        while first > 0 and first - 1 in self._ready and last in self._ready:
            first -= 1
        turns = tuple(self._turn(at) for at in range(first, last))
        tops = ceilings_of(self.valuation, [(c, path) for c, _, path in self._positions])
        score = int(Marks(conversation.rules).total(conversation.state)[0])
        percentiles = self.crowd.percentiles(score) if self.crowd is not None else (None, None)
        faults = sorted((turn for turn in turns if turn.judgement.fault), key=lambda t: (-t.loss, t.turn))
        known = next((top for top in tops if top is not None), float(score))
        return Review(
            scenario=scenario.id,
            fingerprint=scenario.fingerprint,
            seed=conversation.seed,
            customer=conversation.customer,
            length=last,
            score=score,
            pass_mark=scenario.rubric.passing,
            turns=turns,
            accuracy=accuracy([(_at_stake(turn), turn.loss) for turn in turns]),
            best_attainable=known,
            percentile=percentiles[0],
            class_percentile=percentiles[1],
            no_return=_no_return(tops, scenario.rubric.passing),
            turning=tuple(turn.turn for turn in faults[:MOST_TURNING]),
            finished=not first and last in self._ready and self.crowd is not None and not self._missing(),
            ceilings=tuple(tops),
            others=(len(self.crowd.random), len(self.crowd.trained)) if self.crowd is not None else (0, 0),
            ended=conversation.outcome is not None,
        )

    def _missing(self) -> bool:
        return any(self._unexplained(at) for at in range(len(self._positions) - 1))

    def _unexplained(self, at: int) -> bool:
        """Whether the line said at a position is a fault whose reasons are not known yet."""
        return at not in self._whys and self._turn(at).judgement.fault

    def _explain(self, at: int) -> None:
        before, _, path = self._positions[at]
        turn = self._turn(at)
        best = max(turn.alternatives, key=lambda each: each.worth.value)
        self._whys[at] = reasons(before, turn.line, best.line, self.valuation, path)

    def _look(self, at: int, only: int | None = None) -> None:
        """Value a position and what follows it with every line on offer, for one customer or for all."""
        conversation, known, path = self._positions[at]
        state = known.state
        if only is not None:
            state = state.only(np.flatnonzero(state.customer == only))
        paths, states = [path], [state]
        for index in conversation.rules.course.offers(conversation.state):
            paths.append((*path, index))
            states.append(_after(conversation, state, index))
        self.valuation.value(paths, states)

    def _turn(self, at: int) -> TurnReview:
        """The line said at a position, judged."""
        before, known, path = self._positions[at]
        after = self._positions[at + 1]
        tops = ceilings_of(self.valuation, [(c, p) for c, _, p in self._positions[at:]])
        return appraised(
            self.valuation,
            before,
            known,
            path,
            after[0],
            after[1],
            (tops[0] or 0.0, tops[1] or 0.0),
            self._whys.get(at),
        )


def reviews(reviewing: Reviewing) -> Iterator[Review]:
    """The review as it grows; the last one is finished unless one stops asking before."""
    reviewing.over()
    shown = -1
    while reviewing.work():
        yield reviewing.review()
    if shown:
        yield reviewing.review()


def _after(conversation: Conversation, state: State, index: int) -> State:
    """Plays after a line."""
    return conversation.rules.advance(state, index).state


def _at_stake(turn: TurnReview) -> float:
    """Best line on offer less the worst, points."""
    values = [each.worth.value for each in turn.alternatives]
    return max(values) - min(values)


def _no_return(tops: list[float | None], passing: int) -> int | None:
    """The first turn after which the pass mark was out of reach, as far as the ceilings are known."""
    known = [at for at, top in enumerate(tops) if top is not None]
    lost = [at for at in known if (tops[at] or 0.0) < passing]
    if not lost or (lost[0] == known[0] and lost[0] > 0):
        return None  # within reach to the end, or lost before the first position that is known
    return max(1, lost[0])
