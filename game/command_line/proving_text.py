"""A proof told in the terminal: each fault with what shows it, then the figures of the scenario."""

from __future__ import annotations

import itertools
from collections import Counter

from game.analysis.intervals import share
from game.analysis.proofs import Proof
from game.analysis.proofs_figures import Discrimination
from game.analysis.proofs_sightings import Sight
from game.analysis.roster import CLASS
from game.authoring.prove_claims import Claims
from game.authoring.prove_evidence import Claim
from game.authoring.prove_json import verdict
from game.authoring.prove_reach import counted
from game.command_line.simulation_text import percent, tell_mark
from game.command_line.streams import tell
from game.command_line.terminal.paper import Paper, paper
from game.content.loading import Loaded
from game.content.wording import Wording
from game.engine.scoring import FULL
from game.language.words import Words
from game.telling.seller_words import SELLERS

STEP, STEPS, BAR = 20, 3, 24
"""Points of a row of scores, rows on either side of the pass mark, and signs of the longest bar."""

MOST_NOTED = 8
"""Lines with a note that are named."""

MOST_LINES = 4
"""Choices named that tell most of the score."""


def tell_claim(words: Words, claim: Claim, name: str) -> None:
    """One fault, and the play that shows it."""
    tell(claim.diagnostic.rendered(words.locale))
    if claim.play is not None:
        choices = ",".join(claim.play.said)
        command = f"  rapport play {name} --seed {claim.play.seed} --choices {choices}"
        tell(f"{command}  # {words('came nearest')}" if claim.evidence.get("nearest") else command)


def tell_proof(words: Words, loaded: Loaded, proof: Proof, claims: Claims, name: str) -> None:
    """Everything that is worth a line."""
    assert loaded.scenario is not None and loaded.wording is not None
    page, wording, locale = paper(words, plain=True), loaded.wording, words.locale
    page.heading(wording.title.said(locale))
    if proof.partial:
        page.text(words("Interrupted: what follows is only what was complete."))
    if proof.proved:
        page.row(words("Proved"), words("all {n} positions were played", n=proof.positions))
    else:
        page.row(words("Sampled"), words("{n} conversations, so nothing is proved", n=proof.plays))
    kinds = {
        Sight.LINE: words("Lines that can be said"),
        Sight.REPLY: words("Replies that can be heard"),
        Sight.THOUGHT: words("Thoughts that come up"),
        Sight.ENDING: words("Endings reached"),
        Sight.EPILOGUE: words("Epilogues told"),
    }
    for sight, (met, every) in counted(proof, loaded.scenario).items():
        page.row(kinds[sight], f"{met} / {every}")
    if claims.spare:
        page.row(words("Last resorts that nobody needed"), ", ".join(name for _, name in claims.spare))
    if proof.best:
        scores = [one.score for one in proof.best]
        page.row(
            words("Best conversation known"),
            f"{min(scores)}–{max(scores)}",
            words("the pass mark is {mark}", mark=loaded.scenario.rubric.passing),
        )
        top = max(proof.best, key=lambda one: one.score)
        tell(f"  rapport play {name} --seed {top.shown.seed} --choices {','.join(top.shown.said)}")
        _tell_noted(words, page, wording, proof)
    if claims.mark is not None and wording.target is not None:
        tell_mark(words, page, claims.mark, wording.target, loaded.scenario.rubric.passing)
    _tell_sellers(words, page, proof)
    _tell_scores(words, page, proof, loaded.scenario.rubric.passing)
    trained = next((one for one in proof.sellers if one.seller == CLASS), None)
    if trained is not None:
        page.heading(words("Endings, in a mixed class"))
        for ending, count in trained.endings.items():
            low, high = proof.endings.get(ending, (0, 0))
            known = words("{low} to {high} points", low=low, high=high) if ending in proof.endings else ""
            page.row(wording.endings[ending].said(locale), percent(share(count, trained.plays)), known)
    _tell_choices(words, page, loaded, proof)
    page.gap()


def _tell_noted(words: Words, page: Paper, wording: Wording, proof: Proof) -> None:
    """Lines that the author noted as tempting and wrong, and that the best conversations say all the same."""
    said = Counter(line for one in proof.best for line in set(one.shown.said) if line in wording.notes)
    if said:
        told = [f"{line} ({count}/{len(proof.best)})" for line, count in said.most_common(MOST_NOTED)]
        page.row(
            words("Said by the best conversations, though its note calls it wrong"), words(", ").join(told)
        )


def _tell_sellers(words: Words, page: Paper, proof: Proof) -> None:
    """Who passes."""
    if not proof.sellers:
        return
    page.heading(words("Who passes"))
    for one in proof.sellers:
        name = SELLERS[one.seller].name.said(words.locale)
        mean = words("mean {n}", n=f"{one.mean:.0f}")
        page.row(name, percent(share(one.passed, one.plays)), mean)


def _tell_scores(words: Words, page: Paper, proof: Proof, passing: int) -> None:
    """How many of a mixed class score what, near the pass mark: where many stand, a point decides much."""
    plays = sum(proof.scores.values())
    if not plays:
        return
    page.heading(words("Scores of a mixed class, near the pass mark"))
    near = range(passing - STEPS * STEP, passing + STEPS * STEP + 1, STEP)
    edges = [0, *(edge for edge in near if 0 < edge <= FULL), FULL + 1]
    rows = []
    for low, above in itertools.pairwise(edges):
        count = sum(count for score, count in proof.scores.items() if low <= score < above)
        rows.append((low, above - 1, count))
    most = max(count for _, _, count in rows)
    for low, high, count in rows:
        bar = "▇" * round(BAR * count / most)
        page.text(f"{low:>4}–{high:<4} {100 * count / plays:5.1f} %  {bar}".rstrip())


def _tell_choices(words: Words, page: Paper, loaded: Loaded, proof: Proof) -> None:
    """The choices that tell most of the score, and how many tell nothing."""
    assert loaded.wording is not None
    known = [one for one in proof.discrimination if one.r is not None]
    if not known:
        return
    best = frozenset(one.line for one in proof.leading)
    sorts = {
        "strong": words("tells much"),
        "some": words("tells something"),
        "none": words("tells nothing"),
        "some-against": words("tells something against"),
        "strong-against": words("tells much against"),
        "backwards": words("turned round: the best line goes with low scores"),
        "unknown": words("seen too seldom"),
    }

    def order(one: Discrimination) -> float:
        return -(one.r or 0.0)

    page.heading(words("What a choice tells of the score"))
    ranked = sorted(known, key=order)
    turned = [one for one in ranked if verdict(one, best) == "backwards"]
    ends = ranked[:MOST_LINES] + ranked[-MOST_LINES:] if len(ranked) > 2 * MOST_LINES else ranked
    for one in dict.fromkeys([*ends, *turned]):
        text = loaded.wording.lines[one.line].said(words.locale)
        page.row(f"{one.r or 0:+.2f}".replace("-", "−") + f" {one.line}", sorts[verdict(one, best)], text)
    little = sum(verdict(one, best) == "none" for one in known)
    page.row(words("Choices that tell nothing"), f"{little} / {len(known)}")
