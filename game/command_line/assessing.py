"""Makes reviews with what is known from earlier ones, and keeps what it found out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.analysis.crowd import Crowd
from game.analysis.review import Review
from game.analysis.reviewing import Reviewing
from game.analysis.solver import AT_ONCE, METHOD, Solver
from game.analysis.valuation import Valuation
from game.engine.conversation import Conversation
from game.engine.transcript import ENGINE
from game.records.solved import Solved

SOLVER = f"engine {ENGINE}, solver {METHOD}, {AT_ONCE}"
"""Another name whenever the same position could be given another value."""


class Assessor:
    """One conversation being reviewed.

    Attributes:
        reviewing: what has been found out.
        damaged: whether what was kept of earlier reviews was not as it had been written, and is not used.
    """

    def __init__(self, conversation: Conversation, home: Path, budget: int = AT_ONCE) -> None:
        """Begin with what is kept.

        Args:
            conversation: as far as it has come.
            home: the folder in which solved values are kept.
            budget: positions of a tree that is still solved exactly; what is found with another one than
                usual is kept apart.
        """
        rules = conversation.rules
        self._solved, self._fingerprint = Solved(home), conversation.scenario.fingerprint
        self._name = SOLVER
        if budget != AT_ONCE:
            self._name, self._fingerprint = f"{SOLVER}, up to {budget}", f"{self._fingerprint}{budget}"
        self._kept = dict(self._solved.read(self._fingerprint, self._name))
        self.damaged = not self._kept and self._solved.damaged(self._fingerprint)
        self._solver = solver = Solver(rules, budget)
        valuation = Valuation(rules, solver)
        try:
            valuation.remember(self._kept)
            lessons = {int(beat): tuple(map(int, of)) for beat, of in self._kept["lessons"].items()}
            if lessons:
                solver.taught(lessons)
        except (AttributeError, KeyError, TypeError, ValueError):
            self._kept = {}
        self.reviewing = Reviewing(conversation, solver, valuation)
        self.reviewing.crowd = self._crowd(conversation.customer)

    def reviews(self) -> Iterator[Review]:
        """The review as it grows; what was found out is kept when it is finished."""
        self.reviewing.over()
        yield self.reviewing.review()
        while self.reviewing.work():
            yield self.reviewing.review()
        self.keep()

    def keep(self) -> None:
        """Keep what is known by now."""
        crowd, customer = self.reviewing.crowd, self.reviewing.conversation.customer
        crowds = self._crowds()
        if crowd is not None:
            crowds[str(customer)] = [list(crowd.random), list(crowd.trained)]
        lessons = {str(beat): list(of) for beat, of in (self._solver.lessons or {}).items()}
        kept = {**self.reviewing.valuation.to_json(), "crowds": crowds, "lessons": lessons}
        self._solved.write(self._fingerprint, self._name, kept)

    def _crowds(self) -> dict[str, object]:
        found = self._kept.get("crowds")
        return dict(found) if isinstance(found, dict) else {}

    def _crowd(self, customer: int) -> Crowd | None:
        """How others did with a customer, if that is kept."""
        kept = self._crowds().get(str(customer))
        if not isinstance(kept, list) or len(kept) != 2 or not all(isinstance(each, list) for each in kept):
            return None
        if not all(type(score) is int for each in kept for score in each):
            return None
        return Crowd(tuple(kept[0]), tuple(kept[1]))
