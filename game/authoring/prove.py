"""Proves a scenario before class: plays all of it where that is possible, otherwise samples and searches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.batch import Plays, Seller, play
from game.analysis.beam import best_plays
from game.analysis.positions import history
from game.analysis.probing import sizes
from game.analysis.proofs import Ahead, Beaten, BestPlay, Leading, Proof
from game.analysis.proofs_breeding import bred
from game.analysis.proofs_choices import Choices, best_lines, dominated, favourites
from game.analysis.proofs_corners import cornered
from game.analysis.proofs_figures import discriminations, seller_figure
from game.analysis.proofs_places import everywhere, played, played_on, some, talked
from game.analysis.proofs_search import searched
from game.analysis.proofs_shortcuts import shortcut, tactic_shares
from game.analysis.proofs_sightings import Sightings, Witness
from game.analysis.proofs_walk import Walked, walked
from game.analysis.roster import CLASS, Casting
from game.analysis.schooling import learned
from game.analysis.sellers import HUMANS
from game.authoring.prove_effort import QUICK, Effort
from game.engine.customers import seed_for
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from game.engine.state import State
from game.engine.traits import Ints

__all__ = ["QUICK", "SELLERS", "Effort", "begins", "prove"]

SELLERS = ("random", "novice", "pusher", "pleaser", "listener", "order-taker")
"""Whose conversations are played beside those of the mixed class."""

_LESSONS = (512, 1_024)
"""Rounds of the outlook that guides the search for the best conversations."""

_SEED = 5

_AT_EDGES = 400
"""Plays with each kind of customer at the edges, at most."""

_BARREN = 3
"""Rounds of the search one after another that find nothing, until scripts are bred instead."""

_BREEDING = 8
"""Steps of the progress that are left for breeding scripts."""


Heard = Callable[[int, int], None]
"""Is told of the progress: steps that are done, and all."""


def prove(scenario: Scenario, effort: Effort = QUICK, heard: Heard = lambda *_: None) -> Proof:
    """Find out all that can be said of a scenario; an interruption (Ctrl-C) leaves what was complete.

    Raises:
        ValueError: no line is on offer when the conversation begins (`begins` tells).
    """
    prover = _Prover(scenario, effort, heard)
    try:
        prover.everything()
    except KeyboardInterrupt:
        prover.proof.partial = True
    prover.sum_up()
    return prover.proof


def begins(scenario: Scenario) -> bool:
    """Whether there is something to say to every hidden customer when the conversation begins."""
    state = Rules(scenario).fresh(np.arange(scenario.customers, dtype=np.int32))
    return bool((state.beat < len(scenario.beats)).all())


@dataclass(frozen=True, slots=True)
class _Listening:
    """Says what another seller says, and shows the sightings every position on the way."""

    seller: Seller
    sightings: Sightings

    def choose(self, rules: Rules, state: State, offered: Ints, chance: NDArray[np.uint64]) -> Ints:
        """A line per play."""
        self.sightings.looked(state)
        self.sightings.offered(state, offered)
        return self.seller.choose(rules, state, offered, chance)


class _Prover:
    """One proof in the making."""

    def __init__(self, scenario: Scenario, effort: Effort, heard: Heard) -> None:
        self.rules, self.effort, self._heard = Rules(scenario), effort, heard
        self.sightings = Sightings(self.rules)
        self.proof = Proof(scenario.id, scenario.fingerprint)
        self._done = 0
        self._steps = len(SELLERS) + effort.rounds + _BREEDING + 8

    def everything(self) -> None:
        """Step after step; what a step finds out is kept even if the next one is interrupted."""
        whole = self._walk()
        self._step()
        anybody = self._sellers()
        trained = self._class()
        self._step()
        if whole is None:
            self._search()
            self._edges()
        self._step()
        self._choose(whole, trained)
        self._step()
        self._best(whole)
        self._step()
        self.proof.shortcut = shortcut(self.rules, anybody, _SEED)
        self._step()

    def sum_up(self) -> None:
        """Write down what was met so far."""
        proof, seen = self.proof, self.sightings
        proof.met, proof.unmet = dict(seen.witnesses), seen.missing()
        proof.edge = tuple(name for name in proof.edge if name in proof.unmet)
        proof.nearest = {name: seen.nearest[name][1] for name in proof.unmet if name in seen.nearest}
        proof.fallen, proof.dry = dict(seen.fallen), dict(seen.dry)

    def _step(self) -> None:
        self._done += 1
        self._heard(min(self._done, self._steps), self._steps)

    def _reach(self, begun: int, share: float) -> None:
        """Of the steps that breeding may take, a share is done."""
        while self._done < begun + int(share * _BREEDING):
            self._step()

    def _walk(self) -> Walked | None:
        """Every conversation there is, if they are not too many."""
        begun = self.rules.fresh(np.arange(self.rules.scenario.customers, dtype=np.int32))
        if int(sizes(self.rules, begun).sum()) > self.effort.most:
            return None
        whole = walked(self.sightings, self.effort.most * 3 // 2)
        if whole is not None:
            self.proof.proved, self.proof.positions = True, whole.positions
            for ending, (low, high) in zip(self.rules.scenario.endings, whole.scores.tolist(), strict=True):
                if low >= 0:
                    self.proof.endings[ending.id] = (low, high)
        return whole

    def _sellers(self) -> Plays:
        """Conversations of every kind of seller; those of who says anything are handed back."""
        customers = np.arange(self.effort.plays, dtype=np.int32) % self.rules.scenario.customers
        first: Plays | None = None
        for seed, name in enumerate(SELLERS):
            done = play(
                self.rules, _Listening(Casting(name).team()[0], self.sightings), customers, _SEED + seed
            )
            self._count(name, done)
            first = done if first is None else first
            self._step()
        assert first is not None
        return first

    def _class(self) -> Plays:
        """Conversations of the mixed class."""
        listening = [_Listening(human, self.sightings) for human in HUMANS]
        done = played(self.rules, listening, -(-self.effort.trained // len(HUMANS)) * len(HUMANS), _SEED)
        self._count(CLASS, done)
        values, counts = np.unique(done.score, return_counts=True)
        self.proof.scores = dict(zip(values.tolist(), counts.tolist(), strict=True))
        self.proof.discrimination = tuple(discriminations(self.rules, done))
        return done

    def _count(self, name: str, done: Plays) -> None:
        """Take note of conversations."""
        self.sightings.answered(done)
        self.proof.plays += len(done.score)
        self.proof.sellers = (*self.proof.sellers, seller_figure(self.rules, name, done))
        for at in np.unique(done.state.ending).tolist():
            mine = done.score[done.state.ending == at]
            ending = self.rules.scenario.endings[at].id
            low, high = self.proof.endings.get(ending, (int(mine.min()), int(mine.max())))
            self.proof.endings[ending] = (min(low, int(mine.min())), max(high, int(mine.max())))

    def _search(self) -> None:
        """Look for what nobody met."""
        barren = 0
        for number in range(self.effort.rounds):
            missing = self.sightings.missing()
            if not missing or barren == _BARREN:
                break
            self.proof.plays += searched(self.sightings, missing, number)
            barren = barren + 1 if self.sightings.missing() == missing else 0
            self._step()
        missing = self.sightings.missing()
        if missing:
            begun = self._done
            self.proof.plays += bred(
                self.sightings, missing, self.effort.bred, _SEED, lambda share: self._reach(begun, share)
            )
        self._step()

    def _edges(self) -> None:
        """What is still missing: do customers at the edges come to it?"""
        missing = self.sightings.missing()
        found: set[object] = set()
        for scenario in cornered(self.rules.scenario) if missing else ():
            if not begins(scenario):
                continue
            seen = Sightings(Rules(scenario))
            self.proof.plays += searched(seen, missing, 0, min(self.effort.plays // 3, _AT_EDGES))
            found |= set(seen.witnesses)
        self.proof.edge = tuple(name for name in missing if name in found)

    def _choose(self, whole: Walked | None, trained: Plays) -> None:
        """Compare the lines that were on offer together."""
        rules, lines = self.rules, self.rules.lines.lines
        if whole is not None:
            choices = whole.choices
        else:
            places = some(everywhere(talked(rules, trained)), self.effort.places, _SEED)
            if not places.count:
                return
            choices = played_on(rules, places)
        self.proof.choices, self.proof.exact = choices.count, choices.exact
        self.proof.beaten = tuple(
            Beaten(
                lines[one.line].id,
                lines[one.by].id,
                one.places,
                one.share,
                one.lost,
                self._shown(choices, one.at, one.line),
            )
            for one in dominated(choices, len(lines))
        )
        self.proof.ahead = tuple(
            Ahead(
                lines[one.line].id, one.places, one.least, one.ahead, self._shown(choices, one.at, one.line)
            )
            for one in favourites(rules, choices)
        )
        self.proof.leading = tuple(
            Leading(rules.scenario.beats[beat].id, lines[best].id, tuple(lines[one].id for one in those))
            for beat, (best, those) in best_lines(rules, choices).items()
        )

    def _shown(self, choices: Choices, at: int, line: int) -> Witness:
        """The play that leads to a position, and the line."""
        said = (*choices.way(at), line)
        return self._witness(int(choices.customer[at]), [self.rules.lines.lines[one].id for one in said])

    def _witness(self, customer: int, said: Sequence[str]) -> Witness:
        return Witness(seed_for(self.rules.scenario, customer), customer, tuple(said))

    def _best(self, whole: Walked | None) -> None:
        """The best conversation with every hidden customer."""
        if whole is not None:
            found = list(zip(whole.ceilings, whole.best, strict=True))
        else:
            begun = self.rules.fresh(np.arange(self.rules.scenario.customers, dtype=np.int32))
            best = best_plays(learned(self.rules, _LESSONS), begun)
            lines = self.rules.lines.lines
            found = [
                (int(score), tuple(lines[line].id for line in history(said)))
                for score, said in zip(best.score, best.said, strict=True)
            ]
        self.proof.best = tuple(
            BestPlay(score, self._witness(customer, said)) for customer, (score, said) in enumerate(found)
        )
        self.proof.tactics = tuple(tactic_shares(self.rules, said) for _, said in found)
