"""One run of a simulation as parts of a page: how it ended and scored, with whom, and what it did to her."""

from __future__ import annotations

from html import escape

from game.analysis.findings import Findings
from game.authoring.simulate import Simulated
from game.authoring.simulation_beats import beat_section
from game.authoring.simulation_lines import line_section, reply_section
from game.authoring.simulation_marks import NARROW, percent, pictures, section, told_share
from game.content.wording import Wording
from game.engine.scenario import Close
from game.engine.traits import Trait
from game.language.words import Words
from game.telling.charts import Chart, Room
from game.telling.conversation_chart import SERIES
from game.telling.seller_words import SELLERS
from game.telling.simulation_charts import Named, envelope, point_whiskers, score_histogram, share_bars


def run_sections(words: Words, run: Simulated, wording: Wording) -> str:
    """Everything about one run."""
    found = Findings(run.rules, run.tally)
    if not found.plays:
        return (
            f"<p class='warning'>{escape(words('Nothing of this was played before the interruption.'))}</p>"
        )
    parts = (
        _facts(words, run, found),
        _outcomes(words, found, wording),
        _scores(words, run, found),
        _customers(words, found),
        _courses(words, found),
        beat_section(words, found, wording),
        line_section(words, found, wording),
        reply_section(words, found, wording),
    )
    return "".join(parts)


def _facts(words: Words, run: Simulated, found: Findings) -> str:
    """Who played, and the figures one asks for first."""
    way = SELLERS[run.job.plan.casting.name].way.said(words.locale)
    mean, quantiles = found.scores().estimate(), found.quantiles()
    facts = (
        (f"{found.plays:,}", words("conversations")),
        (percent(found.passed().value), words("passed")),
        (percent(found.closes()[Close.AGREED].value), words("agreed")),
        (
            f"{mean.value:.0f}",
            words("mean score ({low} to {high})", low=f"{mean.low:.0f}", high=f"{mean.high:.0f}"),
        ),
        (f"{quantiles[25]}–{quantiles[75]}", words("middle half")),
        (f"{found.lengths()[0].mean:.1f}", words("lines said")),
    )
    cells = "".join(f"<div><b>{escape(value)}</b><span>{escape(name)}</span></div>" for value, name in facts)
    return f"<p>{escape(way)}</p><div class='facts'>{cells}</div>"


def _outcomes(words: Words, found: Findings, wording: Wording) -> str:
    tones = {Close.AGREED: "good", Close.LEFT: "bad", Close.OUT_OF_TIME: "edge"}
    names = {
        Close.AGREED: words("Agreement"),
        Close.LEFT: words("No agreement"),
        Close.OUT_OF_TIME: words("Time ran out"),
    }
    closes = [Named(names[c], e, told_share(e), tones[c]) for c, e in found.closes().items()]
    endings = [
        Named(wording.endings[name].said(words.locale), share, told_share(share))
        for name, (_, share) in found.endings().items()
    ]
    body = f"<div class='plate'>{pictures(lambda _: share_bars(closes), 56 * len(closes))}</div>"
    rows = "".join(
        f"<tr><td>{escape(row.name)}</td><td class='n'>{escape(row.told)}</td></tr>" for row in endings
    )
    body += f"<table><tbody>{rows}</tbody></table>"
    return section(
        words("How it ended"), body, words("Every share with the interval in which it lies, 95 times in 100.")
    )


def _scores(words: Words, run: Simulated, found: Findings) -> str:
    passing, parts = run.job.scenario.rubric.passing, found.quantiles()
    said = words(
        "Scores from {least} to {most}; half of them from {quarter} to {three}; {share} reach {passing}.",
        least=parts[0],
        most=parts[100],
        quarter=parts[25],
        three=parts[75],
        share=percent(found.passed().value),
        passing=passing,
    )
    mark, median = words("pass mark"), words("middle: {n}", n=parts[50])
    picture = pictures(
        lambda room: score_histogram(found.score, passing, mark, (parts[50], median), room, said),
        220,
        margin=30,
    )
    return section(words("How it scored"), f"<div class='plate'>{picture}</div>", said)


def _customers(words: Words, found: Findings) -> str:
    rows = [
        Named(
            words("Hidden customer {n}", n=at),
            one.mean,
            words(
                "{points} points, {share} passed",
                points=f"{one.mean.value:.0f}",
                share=f"{one.passed.value:.0%}",
            ),
        )
        for at, one in enumerate(found.customers(), start=1)
        if one.plays
    ]
    low = min(row.estimate.low for row in rows)
    high = max(row.estimate.high for row in rows)
    beyond = max(20.0, (high - low) * 0.15)
    ends = max(0.0, low - beyond), min(1_000.0, high + beyond)
    picture = pictures(lambda _: point_whiskers(rows, *ends), 46 * len(rows))
    explained = words(
        "Mean score with each of the customers that the scenario hides; the scale goes from {low} to {high}.",
        low=f"{ends[0]:.0f}",
        high=f"{ends[1]:.0f}",
    )
    return section(words("With which customer"), f"<div class='plate'>{picture}</div>", explained)


def _courses(words: Words, found: Findings) -> str:
    series = {each.trait: each for each in SERIES}
    made = ""
    for trait, moments in found.envelopes().items():
        name = series[trait].name.said(words.locale)
        first, last = (
            moments[0],
            max(moments, key=lambda moment: (moment.plays * 2 >= moments[0].plays, moment.turn)),
        )
        said = words(
            "{name}: in the middle from {first} to {last} at turn {turn}.",
            name=name,
            first=first.levels[50] // 100,
            last=last.levels[50] // 100,
            turn=last.turn,
        )

        def draw(_: Room, trait: Trait = trait, name: str = name, said: str = said) -> Chart:
            return envelope(trait, found.envelopes()[trait], series[trait].tone, name, said)

        made += f"<div>{pictures(draw, 150, 310, NARROW, margin=34)}</div>"
    explained = words(
        "The customer after every turn: the line is the middle conversation, the band holds eight in ten. "
        "Turns that fewer than one in fifty reached are left out."
    )
    return section(words("Trust, emotion and pressure"), f"<div class='plate three'>{made}</div>", explained)
