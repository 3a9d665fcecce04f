"""What a proof says against a scenario: coded faults at their places, each with the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.analysis.proofs import Proof
from game.analysis.proofs_figures import Mark, pass_mark
from game.analysis.proofs_sightings import Name, Sight
from game.authoring.prove_evidence import Claim, Notes
from game.authoring.prove_reach import last_resorts, roots
from game.authoring.prove_tells import Tell, tells
from game.content.diagnostics import Findings, Value
from game.content.loading import Loaded
from game.content.places import Kind
from game.content.psychology_notes import PsychologyNotes
from game.content.source import Source
from game.content.wording import Wording
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from game.engine.scoring import FULL
from game.engine.terms import Guard, Handled, Term
from game.engine.traits import WHOLE
from game.language.locale import Locale
from game.language.text import LocalisedText

HALF = 0.5
"""Share of the lines of the best play that one tactic may have."""

MANY = 4
"""Lines that a best play must have before that is told."""

FAR = 10
"""Points by which a dominated line must lose on average before it is told."""

_EDGE = LocalisedText(
    {
        Locale.EN: "; only customers at the edge of what is hidden come to it",
        Locale.ZH: "；只有处在隐藏数值边缘的客户才走得到",
    }
)
_NOTHING = LocalisedText()
NEVER = {
    None: "SC611",
    Sight.LINE: "SC610",
    Sight.REPLY: "SC611",
    Sight.THOUGHT: "SC611",
    Sight.ENDING: "SC612",
    Sight.EPILOGUE: "SC612",
}
UNSEEN = {
    None: "SC614",
    Sight.LINE: "SC613",
    Sight.REPLY: "SC614",
    Sight.THOUGHT: "SC614",
    Sight.ENDING: "SC615",
    Sight.EPILOGUE: "SC615",
}
"""The codes for what cannot be reached, proved and sampled; None stands for a whole beat."""


@dataclass(frozen=True, slots=True)
class Claims:
    """All that is to be said.

    Attributes:
        told: the faults that are not silenced.
        spare: last resorts that nobody needed; a list without one would be at fault, so they are no fault.
        tells: all marks that were looked at.
        mark: the pass mark that gives the wanted rate; None where none is wanted.
    """

    told: tuple[Claim, ...]
    spare: tuple[Name, ...]
    tells: tuple[Tell, ...]
    mark: Mark | None


def claims(loaded: Loaded, source: Source | None, proof: Proof) -> Claims:
    """Hold a proof against a scenario.

    Args:
        loaded: the scenario with its words and places.
        source: its text, which is quoted and whose lines may silence a smell.
        proof: what was found out.
    """
    assert loaded.scenario is not None and loaded.wording is not None
    return _Claims(loaded, loaded.scenario, loaded.wording, source, proof).told()


def wanted_mark(proof: Proof, wording: Wording, passing: int) -> Mark | None:
    """The pass mark that would give the rate a trainer wants; None where none is wanted or known."""
    if wording.target is None or not proof.scores:
        return None
    scores = np.zeros(FULL + 1, np.int64)
    scores[list(proof.scores)] = list(proof.scores.values())
    return pass_mark(scores, wording.target / WHOLE, passing)


@dataclass(slots=True)
class _Claims:
    loaded: Loaded
    scenario: Scenario
    wording: Wording
    source: Source | None
    proof: Proof

    def told(self) -> Claims:
        home = self.loaded.places.of(Kind.FIELD, "id")
        file = home.file if home else self.scenario.id
        notes = Notes(self.loaded.places, Findings(file, self.source))
        spare = self._reached(notes)
        self._ends(notes)
        self._choices(notes)
        marks = tells(Rules(self.scenario), self.wording, self.proof.leading)
        for one in marks:
            if one.given:
                notes.whole(
                    "SC620",
                    "beats",
                    {"beats": list(one.shown)},
                    feature=one.feature,
                    count=one.count,
                    beats=one.beats,
                    chance=f"{one.chance:.1f}",
                )
        self._shortcuts(notes)
        mark = self._marks(notes)
        return Claims(notes.told(), spare, tuple(marks), mark)

    def _reached(self, notes: Notes) -> tuple[Name, ...]:
        """What nobody came to; last resorts are handed back."""
        proof, resorts = self.proof, last_resorts(self.scenario)
        if proof.partial and not proof.proved:
            return ()  # it was not looked for to the end
        amount = {"positions": proof.positions} if proof.proved else {"plays": proof.plays}
        for sight, name in roots(self.scenario, proof.unmet):
            if (sight, name) in resorts:
                continue
            codes = NEVER if proof.proved else UNSEEN
            hint = {} if proof.proved else {"hint": _EDGE if (sight, name) in proof.edge else _NOTHING}
            kind = Kind(sight.value) if sight is not None else Kind.BEAT
            near = None if sight is None else proof.nearest.get((sight, name))
            shown = {**amount, "nearest": True} if near else amount
            notes.at(codes[sight], (kind, name), shown, near, **amount, **hint)
        return tuple(name for name in proof.unmet if name in resorts)

    def _ends(self, notes: Notes) -> None:
        for ending, play in self.proof.fallen.items():
            notes.at("SC616", (Kind.ENDING, ending), {}, play)
        for beat, play in self.proof.dry.items():
            notes.at("SC617", (Kind.BEAT, beat), {}, play)

    def _choices(self, notes: Notes) -> None:
        """Lines that are never right, lines that always are; a note says of a line for whom it would be."""
        for one in self.proof.beaten:
            if one.line not in self.wording.notes and one.lost >= FAR:
                notes.at(
                    "SC618",
                    (Kind.LINE, one.line),
                    {"better": one.by, "exact": self.proof.exact},
                    one.shown,
                    other=one.by,
                    share=round(100 * one.share),
                    places=one.places,
                    points=round(one.lost),
                )
        for best in self.proof.ahead:
            if self._meant(best.line):
                continue
            notes.at(
                "SC619",
                (Kind.LINE, best.line),
                {"ahead": round(best.ahead), "exact": self.proof.exact},
                best.shown,
                share=round(100 * best.least),
                places=best.places,
            )

    def _meant(self, best: str) -> bool:
        """Whether a line is best on purpose: of every other of its beat a note says for whom it is right."""
        beat = next(each for each in self.scenario.beats if any(line.id == best for line in each.lines))
        mine = next(line for line in beat.lines if line.id == best)
        beside = [line for line in beat.lines if line is not mine and not _apart(line.when, mine.when)]
        return best not in self.wording.notes and all(line.id in self.wording.notes for line in beside)

    def _shortcuts(self, notes: Notes) -> None:
        often: dict[str, list[int]] = {}
        for customer, shares in enumerate(self.proof.tactics):
            if len(self.proof.best[customer].shown.said) >= MANY:
                for tactic, part in shares.items():
                    if part > HALF:
                        often.setdefault(tactic, []).append(customer)
        for tactic, customers in often.items():
            most = max(customers, key=lambda customer: self.proof.tactics[customer][tactic])
            notes.whole(
                "SC621",
                "beats",
                {"customers": [customer + 1 for customer in customers]},
                self.proof.best[most].shown,
                tactic=_tactic(self.loaded.notes, tactic),
                share=round(100 * self.proof.tactics[most][tactic]),
                customers=len(customers),
            )
        found = self.proof.shortcut
        if found is not None:
            named = "、".join(f"“{line}”" for line in found.lines) or "任何话"
            english = ", ".join(f"'{line}'" for line in found.lines) or "anything"
            notes.whole(
                "SC622",
                "beats",
                {"lines": list(found.lines), "anyhow": round(found.anyhow * WHOLE)},
                found.shown,
                lines=LocalisedText({Locale.EN: english, Locale.ZH: named}),
                share=round(100 * found.passed),
            )

    def _marks(self, notes: Notes) -> Mark | None:
        passing, best = self.scenario.rubric.passing, self.proof.best
        if best and max(one.score for one in best) < passing:
            top = max(best, key=lambda one: one.score)
            shown = {"proved": self.proof.proved}
            notes.whole("SC623", "rubric", shown, top.shown, best=top.score, mark=passing)
        mark = wanted_mark(self.proof, self.wording, passing)
        if mark is not None and not mark.near:
            rate, target = round(100 * mark.rate.value), (self.wording.target or 0) // 100
            notes.whole(
                "SC624",
                "target",
                {"mark": mark.mark},
                rate=rate,
                target=target,
                mark=mark.mark,
                low=mark.low,
                high=mark.high,
            )
        return mark


def _apart(one: Guard, other: Guard) -> bool:
    """Whether two lines are never on offer together: one waits for what the other must not have."""
    return any(_against(first, second) or _against(second, first) for first in one for second in other)


def _against(wanted: Term, barred: Term) -> bool:
    """Whether one term holds only where the other, which is negated, does not; steps come in their order."""
    if wanted.negated or not barred.negated:
        return False
    first, second = wanted.test, barred.test
    if isinstance(first, Handled) and isinstance(second, Handled):
        return first.resistance == second.resistance and first.step >= second.step
    return first == second


def _tactic(notes: PsychologyNotes, tactic: str) -> Value:
    return notes.tactics[tactic].words if tactic in notes.tactics else tactic
