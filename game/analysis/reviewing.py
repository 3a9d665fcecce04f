"""Makes the review of a conversation piece by piece, from its last line backwards.

The same pieces serve a transcript that is looked back on and a conversation that is still going on: the
position that was reached last is always looked at next. What is known is never computed again (`valuation`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.analysis.appraising import Position, appraised, ceilings_of
from game.analysis.crowd import Crowd
from game.analysis.judgement import accuracy
from game.analysis.knowledge import before_a_word, learned
from game.analysis.loss_parts import loss_parts
from game.analysis.probing import sizes
from game.analysis.review import Review, TurnReview, Why
from game.analysis.valuation import Solver, Valuation
from game.analysis.way_on import way_on
from game.analysis.why import reasons
from game.engine.conversation import Conversation, Step
from game.engine.scoring import Marks

AT_ONCE = 5_000
"""Positions below one that are looked at while somebody waits for the first judgement."""

LINES_ON = 4
"""Lines of best play that are shown for a fault, the better line the first of them."""

MOST_TURNING = 3
"""Turning points that a review names at most."""


class Reviewing:
    """A conversation and what has been found out about it so far.

    Attributes:
        valuation: the values of its positions.
        crowd: how others did, None while nobody has been asked.
    """

    def __init__(
        self, conversation: Conversation, solver: Solver, valuation: Valuation | None = None
    ) -> None:
        """Begin to look at a conversation.

        Args:
            conversation: as far as it has come.
            solver: values positions.
            valuation: values that are known already, of the same rules.
        """
        now = conversation
        first = Conversation.begin(now.scenario, now.seed, now.start, now.rules)
        self.valuation = valuation or Valuation(now.rules, solver)
        self.crowd: Crowd | None = None
        self._hurried = False
        self._positions = [Position.of(first, before_a_word(first), ())]
        self._ready: set[int] = set()  # positions whose lines have been looked at, for every customer
        self._glanced = False  # whether ceilings have been looked for quickly
        self._turns: dict[int, TurnReview] = {}  # by the position before
        self._whys: dict[int, Why] = {}
        for reaction in now.reactions:
            self.said(reaction.line)

    @property
    def conversation(self) -> Conversation:
        """As far as it has come."""
        return self._positions[-1].conversation

    def said(self, line: str) -> None:
        """A line was said.

        Raises:
            ValueError: it was not on offer.
        """
        before = self._positions[-1]
        index = before.conversation.rules.lines.index[line]
        step = before.conversation.say(line)
        if not isinstance(step, Step):
            raise ValueError(f"{line} is not on offer")
        after = step.conversation
        self._positions.append(Position.of(after, learned(before.known, after), (*before.path, index)))

    def over(self) -> None:
        """Nothing more will be said: the first judgement, then every ceiling, then everything else."""
        self._hurried = True

    def work(self) -> bool:
        """Do the next piece: the values of one position and of the lines on offer there, a reason, the crowd.

        Returns:
            False when there is nothing left to do.
        """
        self._skip_known()
        unexplained = self._unexplained()
        if unexplained is not None:
            self._explain(unexplained)
            return True
        last = len(self._positions) - 1
        waiting = [at for at in range(last, -1, -1) if at not in self._ready]
        if waiting:
            if self._hurried and not self._glanced and (waiting[0] < last - 1 or self._slow(waiting[0])):
                self._glance(waiting)
            else:
                self._look(waiting[0])
                self._ready.add(waiting[0])
            return True
        if (shallow := self._shallow()) is not None:
            self._deepen(shallow)
            return True
        if self.crowd is None:
            self.crowd = Crowd.met(self.conversation.rules, self.conversation.customer)
            return True
        return False

    def review(self) -> Review:
        """What is known by now."""
        self._skip_known()
        conversation = self.conversation
        scenario, last = conversation.scenario, len(self._positions) - 1
        first = self._first()
        turns = tuple(self._turn(at) for at in range(first, last))
        tops = ceilings_of(self.valuation, self._positions)
        score = int(Marks(conversation.rules).total(conversation.state)[0])
        percentiles = self.crowd.percentiles(score) if self.crowd is not None else (None, None)
        faults = sorted((turn for turn in turns if turn.judgement.fault), key=lambda t: (-t.loss, t.turn))
        known = next((top for top in tops if top is not None), float(score))
        explained = self._unexplained() is None and self._shallow() is None
        done = first == 0 and last in self._ready and explained
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
            finished=done and self.crowd is not None,
            ceilings=tuple(tops),
            others=(len(self.crowd.random), len(self.crowd.trained)) if self.crowd is not None else (0, 0),
            ended=self._positions[-1].over,
        )

    def _first(self) -> int:
        """The first position from which on everything has been looked at; the last one at most."""
        at = len(self._positions) - 1
        while at in self._ready and at - 1 in self._ready:
            at -= 1
        return at

    def _unexplained(self) -> int | None:
        """The last position at which a fault was said whose reasons are not known yet."""
        for at in range(len(self._positions) - 2, -1, -1):
            judged = at in self._ready and at + 1 in self._ready
            if judged and at not in self._whys and self._turn(at).judgement.fault:
                return at
        return None

    def _shallow(self) -> int | None:
        """The last fault whose reasons are known, but not yet what each of them cost."""
        return max((at for at, why in self._whys.items() if not why.parts), default=None)

    def _explain(self, at: int) -> None:
        before, turn = self._positions[at], self._turn(at)
        best = max(turn.alternatives, key=lambda each: each.worth.value)
        self._whys[at] = reasons(before.conversation, turn.line, best.line)
        self._turns.pop(at, None)

    def _deepen(self, at: int) -> None:
        """Add to the reasons of a fault what takes new values: points, and how best play would go on."""
        before, turn, why = self._positions[at], self._turn(at), self._whys[at]
        index = before.conversation.rules.lines.index
        pair = index[why.better], index[turn.line]
        self._whys[at] = replace(
            why,
            parts=loss_parts(self.valuation, before.known, before.path, *pair, turn.loss),
            continuation=way_on(self.valuation, before, why.better, LINES_ON),
        )
        self._turns.pop(at, None)

    def _skip_known(self) -> None:
        """Positions that were looked at another time need not be looked at again."""
        for at, position in enumerate(self._positions):
            if at not in self._ready and self._known(position):
                self._ready.add(at)

    def _known(self, position: Position) -> bool:
        """Whether the values of a position and of the lines on offer there are known, for every customer."""
        paths = [position.path, *((*position.path, index) for index in position.offers)]
        customers = position.known.state.customer.tolist()
        return all(
            self.valuation.know(customer, path) is not None for path in paths for customer in customers
        )

    def _slow(self, at: int) -> bool:
        """Whether a position will take so long that ceilings should come before the first judgement."""
        conversation = self._positions[at].conversation
        return bool(sizes(conversation.rules, conversation.state)[0] > AT_ONCE)

    def _glance(self, waiting: list[int]) -> None:
        """Find the ceilings of positions with the true customer, before anything else is known of them."""
        self._glanced = True
        positions = [self._positions[at] for at in waiting]
        self.valuation.glance(
            [position.path for position in positions], [position.conversation.state for position in positions]
        )

    def _look(self, at: int) -> None:
        """Value a position and what follows it with every line on offer, for every possible customer."""
        position = self._positions[at]
        rules, state = position.conversation.rules, position.known.state
        paths, states = [position.path], [state]
        for index in position.offers:
            paths.append((*position.path, index))
            states.append(rules.advance(state, index).state)
        self.valuation.value(paths, states)

    def _turn(self, at: int) -> TurnReview:
        """The line said at a position, judged."""
        known = self._turns.get(at)
        if known is None:
            tops = ceilings_of(self.valuation, self._positions[at:])
            pair = (tops[0] or 0.0, tops[1] or 0.0)
            before, after = self._positions[at], self._positions[at + 1]
            known = appraised(self.valuation, before, after, pair, self._whys.get(at))
            if at >= self._first() and self._hurried:  # what is further on is settled, and cannot change it
                self._turns[at] = known
        return known


def reviews(reviewing: Reviewing) -> Iterator[Review]:
    """The review as it grows; the last one is finished unless one stops asking before."""
    reviewing.over()
    yield reviewing.review()
    while reviewing.work():
        yield reviewing.review()


def _at_stake(turn: TurnReview) -> float:
    """Best line on offer less the worst, points."""
    values = [each.worth.value for each in turn.alternatives]
    return max(values) - min(values)


def _no_return(tops: list[float | None], passing: int) -> int | None:
    """The first turn after which the pass mark was out of reach, as far as the ceilings are known.

    None where it was within reach to the end, was never so with this customer, or was lost before the first
    position that is known.
    """
    known = [at for at, top in enumerate(tops) if top is not None]
    lost = [at for at in known if (tops[at] or 0.0) < passing]
    return lost[0] if lost and lost[0] != known[0] else None
