"""Proofs and simulations in words for the workshop: sentences for trainers, and faults with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from game.analysis.findings import Findings
from game.analysis.intervals import share
from game.analysis.proofs import Proof
from game.analysis.proofs_figures import pass_mark
from game.analysis.proofs_sightings import Sight
from game.analysis.roster import CLASS
from game.authoring.prove_claims import Claims
from game.authoring.prove_reach import counted
from game.authoring.simulate import Simulated
from game.content.catalogue import Severity
from game.content.diagnostics import Diagnostic
from game.content.loading import Loaded
from game.content.places import Place
from game.desk.job_ports import Finding, Kind, Results, Sentence
from game.engine.traits import WHOLE
from game.language.locale import Locale
from game.language.text import LocalisedText
from game.language.words import Words
from game.telling.seller_words import SELLERS

RATES = (40, 50, 60, 70, 80)
"""Percent of a mixed class for which pass marks are proposed."""


def proof_sentences(words: Words, loaded: Loaded, proof: Proof, claims: Claims) -> Iterator[Sentence]:
    """What was found out about the conversations of a scenario."""
    assert loaded.scenario is not None and loaded.wording is not None
    wording, passing = loaded.wording, loaded.scenario.rubric.passing
    if proof.proved:
        yield Sentence(Kind.HEAD, words("Proved: all {n} positions were played", n=proof.positions))
    else:
        yield Sentence(Kind.HEAD, words("Sampled: {n} conversations", n=proof.plays))
        yield Sentence(Kind.TEXT, words("What is said to be missing was not found; it may still exist."))
    kinds = {
        Sight.LINE: words("Lines that can be said"),
        Sight.REPLY: words("Replies that can be heard"),
        Sight.THOUGHT: words("Thoughts that come up"),
        Sight.ENDING: words("Endings reached"),
        Sight.EPILOGUE: words("Epilogues told"),
    }
    for sight, (met, every) in counted(proof, loaded.scenario).items():
        yield Sentence(Kind.ROW, kinds[sight], f"{met} / {every}", 1 if met == every else 0)
    if proof.best:
        scores = [one.score for one in proof.best]
        told = f"{min(scores)}–{max(scores)}" if min(scores) != max(scores) else str(scores[0])
        yield Sentence(Kind.ROW, words("Best conversation known"), told)
        yield Sentence(Kind.ROW, words("Pass mark as written"), str(passing))
    if claims.mark is not None and wording.target is not None:
        label = words("Pass mark for {n} %", n=wording.target * 100 // WHOLE)
        good = 1 if claims.mark.near else -1
        yield Sentence(Kind.ROW, label, f"{claims.mark.mark} ({claims.mark.low}–{claims.mark.high})", good)
    if proof.sellers:
        yield Sentence(Kind.HEAD, words("Who passes"))
    for one in proof.sellers:
        value = _passed(words, one.passed, one.plays, one.mean)
        yield Sentence(Kind.ROW, SELLERS[one.seller].name.said(words.locale), value)
    trained = next((one for one in proof.sellers if one.seller == CLASS), None)
    if trained is not None:
        yield Sentence(Kind.HEAD, words("Endings, in a mixed class"))
        for name, count in trained.endings.items():
            yield Sentence(Kind.ROW, wording.endings[name].said(words.locale), _percent(count, trained.plays))


def balance_sentences(words: Words, runs: Sequence[Simulated], target: int | None) -> Iterator[Sentence]:
    """Who passes how often, and where the pass mark might stand.

    Args:
        words: the language.
        runs: of one scenario, one for each seller.
        target: the share of a class that its trainer wants to pass, basis points; None where none is written.
    """
    passing = runs[0].job.scenario.rubric.passing
    yield Sentence(Kind.HEAD, words("Who passes at {mark} points", mark=passing))
    for run in runs:
        found = Findings(run.rules, run.tally)
        passed = round(found.passed().value * found.plays)
        value = _passed(words, passed, found.plays, found.scores().estimate().value)
        yield Sentence(Kind.ROW, SELLERS[run.job.plan.casting.name].name.said(words.locale), value)
    trained = next((run for run in runs if run.job.plan.casting.name == CLASS), None)
    if trained is None:
        return
    score = Findings(trained.rules, trained.tally).score
    yield Sentence(Kind.HEAD, words("Where the pass mark might stand"))
    wanted = sorted({*RATES, *([target * 100 // WHOLE] if target is not None else [])})
    for rate in wanted:
        mark = pass_mark(score, rate / 100, passing)
        label = words("{n} of 100 in a mixed class pass", n=rate)
        good = 1 if target is not None and rate == target * 100 // WHOLE else 0
        yield Sentence(Kind.ROW, label, words("{n} points", n=mark.mark), good)
    written = pass_mark(score, 0.6, passing).rate
    yield Sentence(
        Kind.TEXT,
        words(
            "At the {mark} points in the file {n} of 100 pass. Another mark goes under ‘rubric: pass:’.",
            mark=passing,
            n=f"{100 * written.value:.0f}",
        ),
    )


def _passed(words: Words, passed: int, plays: int, mean: float) -> str:
    return f"{_percent(passed, plays)} · {words('mean {n}', n=f'{mean:.0f}')}"


def _percent(count: int, plays: int) -> str:
    return f"{100 * share(count, plays).value:.0f} %"


# ---------------------------------------------------------------------- to another process and back


def results_to_json(findings: Sequence[Finding], sentences: dict[Locale, list[Sentence]]) -> dict[str, Any]:
    """Results as plain data."""
    return {
        "findings": [
            {
                **finding.fault.record(),
                "message": {locale.value: finding.fault.message.said(locale) for locale in Locale},
                "excerpt": finding.fault.excerpt,
                "play": list(finding.play),
            }
            for finding in findings
        ],
        "sentences": {
            locale.value: [[each.kind.value, each.text, each.value, each.good] for each in told]
            for locale, told in sentences.items()
        },
    }


def results_from_json(data: Any) -> Results:
    """Plain data as results; KeyError, TypeError or ValueError where it is none."""
    findings = tuple(
        Finding(
            Diagnostic(
                each["code"],
                Severity(each["severity"]),
                Place(each["file"], int(each["line"]), int(each["column"])),
                LocalisedText({locale: str(each["message"][locale.value]) for locale in Locale}),
                str(each["excerpt"]),
            ),
            tuple(map(str, each["play"])),
        )
        for each in data["findings"]
    )
    sentences = {
        Locale(code): tuple(Sentence(Kind(kind), text, value, int(good)) for kind, text, value, good in told)
        for code, told in data["sentences"].items()
    }
    return Results(findings, sentences)
