"""The report of a class as one page to read and to print: no script, nothing fetched, nobody blamed.

Every picture says in words what it shows. Names stand only in the full report, beside what counts; a line
that went wrong is never beside a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

import numpy as np

from game.analysis.intervals import share
from game.classroom.cells import moment
from game.classroom.comparisons import comparisons
from game.classroom.exports import Counting, Export
from game.classroom.report_gain import section
from game.classroom.report_style import STYLE
from game.classroom.scenario_words import Names
from game.classroom.tallies import RoundTally
from game.engine.traits import Stage
from game.language.words import Words, marked
from game.records.class_database import Connection
from game.telling.charts import Chart, Room
from game.telling.phrasing import STAGE_NAMES
from game.telling.simulation_charts import Named, score_histogram, share_bars
from game.telling.svg_painter import svg
from game.telling.tones import LIGHT

WIDE = Room(960, 220)
TALL = 46
"""Height of one bar, pixels."""

MOST_NAMED = 6
"""Rounds whose columns have room for more than their number."""

MARGIN = 24
"""Room around a picture for labels that reach over its edge."""

SEALS = {
    "relationship": marked("relationship"),
    "honesty": marked("honesty"),
    "craft": marked("craft"),
}


def page(export: Export, connection: Connection) -> bytes:
    """The report of a class.

    Args:
        export: the class, the language, and whether it is the public or the full one.
        connection: to read with.
    """
    tallies: dict[int, RoundTally] = {}
    counting = Counting()
    for result in export.found(connection):
        title, number = export.title(result), result.round.number
        tallies.setdefault(number, RoundTally(title, result.round.mode, result.round.package_sha)).add(result)
        counting.add(result)
    locale = export.words.locale
    names = {n: export.scenarios.names(connection, tally.package, locale) for n, tally in tallies.items()}
    return "".join(_whole(export, tallies, counting, names)).encode()


def _whole(
    export: Export, tallies: dict[int, RoundTally], counting: Counting, names: dict[int, Names]
) -> Iterator[str]:
    words, session = export.words, export.session
    code = "zh-CN" if words.locale.value == "zh" else "en"
    yield f'<!doctype html><html lang="{code}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f"<title>{escape(session.title)}</title><style>{STYLE}</style></head><body><main>"
    yield f"<h1>{escape(session.title)}</h1>"
    began = moment(session.created_at)[:16].replace("T", " ")
    yield f'<p class="soft">{escape(words(marked("Begun {time} UTC"), time=began))}</p>'
    if not any(tally.count for tally in tallies.values()):
        yield f"<p>{escape(words(marked('Nothing was played yet.')))}</p>"
    for number, tally in sorted(tallies.items()):
        yield from _round(words, number, tally, names[number])
    for one in comparisons(export, counting):
        yield from section(one, words)
    if not export.public and counting.found:
        yield from _people(export, counting, sorted(tallies))
    yield "</main></body></html>\n"


def _round(words: Words, number: int, tally: RoundTally, names: Names) -> Iterator[str]:
    """One round: what it came to, how scores spread, how far conversations went, what was earned."""
    yield f"<section><h2>{escape(f'{number}. {tally.title}')}</h2>"
    if not tally.count:
        yield f"<p>{escape(words(marked('No conversation of this round was marked.')))}</p></section>"
        return
    facts = (
        (words(marked("Conversations")), str(tally.count)),
        (words(marked("Median")), _number(tally.median)),
        (words(marked("Passed")), f"{_number(tally.passed)} %"),
        (words(marked("Class NPS")), f"{tally.nps:+d}".replace("-", "−") if tally.nps else "0"),
        (words(marked("Insight")), f"{tally.insight // tally.count} %"),
    )
    yield '<div class="facts">'
    for name, value in facts:
        yield f"<div><b>{escape(value)}</b><span>{escape(name)}</span></div>"
    yield "</div>"
    yield f"<h3>{escape(words(marked('How the scores spread')))}</h3>" + _plate(_scores(words, tally), WIDE)
    yield f"<h3>{escape(words(marked('How far the conversations came')))}</h3>"
    yield _plate(_funnel(words, tally), Room(960, TALL * len(Stage)))
    criteria = sorted(tally.criteria(), key=lambda row: row[1])
    if criteria:
        yield f"<h3>{escape(words(marked('What was earned, the hardest first')))}</h3>"
        yield "<table><thead><tr>"
        heads = (marked("Criterion"), marked("Earned by all"), marked("Points"))
        for head in heads:
            yield f"<th{'' if head == heads[0] else ' class=n'}>{escape(words(head))}</th>"
        yield "</tr></thead>"
        for name, percent, points in criteria:
            yield f"<tr><td>{escape(names.criterion(name))}</td>"
            yield f'<td class="n">{percent:.0f} %</td><td class="n">{points:.0f}</td></tr>'
        yield "</table>"
    yield f"<h3>{escape(words(marked('How they ended')))}</h3><table>"
    for name, count in tally.endings.most_common():
        yield f'<tr><td>{escape(names.ending(name))}</td><td class="n">{count}</td></tr>'
    yield "</table></section>"


def _scores(words: Words, tally: RoundTally) -> Chart:
    counts = np.zeros(1_001, np.int64)
    for score, count in tally.scores.items():
        counts[score] = count
    middle = round(tally.median or 0)
    said = words(
        marked("{n} conversations; half of them scored {median} or more."), n=tally.count, median=middle
    )
    median = (middle, words(marked("median {n}"), n=middle))
    return score_histogram(counts, tally.pass_mark, words(marked("pass mark")), median, WIDE, said)


def _funnel(words: Words, tally: RoundTally) -> Chart:
    return share_bars(
        [
            Named(
                STAGE_NAMES[stage].said(words.locale),
                share(tally.reached(stage), tally.count),
                words(marked("{n} of {all}"), n=tally.reached(stage), all=tally.count),
            )
            for stage in Stage
        ]
    )


def _people(export: Export, counting: Counting, numbers: Sequence[int]) -> Iterator[str]:
    """What counts of everybody, in the order of the names: a report is no ranking."""
    words = export.words
    yield f'<section class="people"><h2>{escape(words(marked("Trainees")))}</h2><table><thead><tr>'
    named = [words(marked("Round {n}"), n=n) if len(numbers) <= MOST_NAMED else str(n) for n in numbers]
    heads = [words(marked("Name")), words(marked("Team")), *named]
    for at, head in enumerate((*heads, words(marked("Sum of points")))):
        yield f"<th{'' if at < 2 else ' class=n'}>{escape(head)}</th>"
    yield "</tr></thead>"
    seats = {result.seat.id: result.seat for result in counting.found.values()}
    for seat in sorted(seats.values(), key=lambda each: each.nickname):
        scores = {n: counting.found.get((n, seat.id)) for n in numbers}
        points = {n: found.mark.score for n, found in scores.items() if found and found.mark}
        yield f"<tr><td>{escape(seat.nickname)}</td><td>{escape(seat.team or '')}</td>"
        for number in numbers:
            yield f'<td class="n">{points.get(number, "—")}</td>'
        yield f'<td class="n"><b>{sum(points.values())}</b></td></tr>'
    yield "</table></section>"


def _plate(chart: Chart, room: Room) -> str:
    """A picture on a ground of its own, with what it shows for those who do not see it."""
    return f'<div class="plate">{svg(chart, room.width, room.height, LIGHT, margin=MARGIN)}</div>'


def _number(value: float | None) -> str:
    return "—" if value is None else f"{value:.0f}"
