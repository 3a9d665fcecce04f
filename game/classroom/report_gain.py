"""The part of a report that holds before against after: what the class gained, and how equal both were."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from game.analysis.intervals import Estimate
from game.classroom.comparisons import Comparison
from game.language.words import Words, marked
from game.telling.charts import Chart, Dot, Label, Line, Mark, Room
from game.telling.svg_painter import svg
from game.telling.tones import LIGHT

ROOM = Room(560, 260)
MARGIN = 30
FULL = 1_000


def section(one: Comparison, words: Words) -> Iterator[str]:
    """One comparison."""
    gain = one.gain
    numbers = words(marked("rounds {before} and {after}"), before=one.numbers[0], after=one.numbers[1])
    heading = words(marked("Before and after: {title}"), title=one.title)
    yield f"<section><h2>{escape(heading)} <small>{escape(numbers)}</small></h2>"
    if gain.gain is None:
        yield f"<p>{escape(words(marked('Fewer than two people played both: nothing can be said yet.')))}</p>"
        yield "</section>"
        return
    facts = (
        (words(marked("played both")), str(gain.pairs)),
        (words(marked("before, on average")), f"{gain.before:.0f}"),
        (words(marked("after, on average")), f"{gain.after:.0f}"),
        (words(marked("gain (95 % interval)")), interval(gain.gain)),
        (words(marked("had more afterwards")), words(marked("{n} of {all}"), n=gain.better, all=gain.pairs)),
    )
    yield '<div class="facts">'
    for name, value in facts:
        yield f"<div><b>{escape(value)}</b><span>{escape(name)}</span></div>"
    yield "</div>"
    yield f"<p>{escape(_verdict(one, words))}</p>"
    picture = svg(_slopes(one, words), ROOM.width, ROOM.height, LIGHT, margin=MARGIN)
    yield f'<div class="plate half">{picture}</div>'
    yield from _variants(one, words)
    last = words(
        marked(
            "The gain is the mean of each person’s difference, its interval that of Student’s paired t. "
            "There is no group without training to compare with: some of a gain is having played before."
        )
    )
    yield f'<p class="soft">{escape(last)}</p></section>'


def interval(of: Estimate) -> str:
    """An estimate with the ends of its interval, signs and all.

    >>> interval(Estimate(61.4, 30.0, 92.6)), interval(Estimate(0.2, -19.0, 19.4))
    ('+61 (+30 … +93)', '0 (−19 … +19)')
    """
    value, low, high = (
        f"{round(each):+d}".replace("-", "−") if round(each) else "0" for each in (of.value, of.low, of.high)
    )
    return f"{value} ({low} … {high})"


def _verdict(one: Comparison, words: Words) -> str:
    gain = one.gain
    if gain.shown:
        return words(marked("The class gained more than chance explains."))
    if gain.lost:
        return words(marked("The class lost more than chance explains."))
    return words(marked("The class may have gained or lost: the interval holds nought."))


def _slopes(one: Comparison, words: Words) -> Chart:
    """Everybody as a line from before to after, nobody by name; the means as a thick one."""
    left, right = 0.16, 0.84
    marks: list[Mark] = [Line(((at, 0), (at, 1)), "edge", 1.0) for at in (left, right)]
    for points in (0, 500, FULL):
        marks.append(Label(left - 0.03, points / FULL, str(points), "ink-soft", 13, "right"))
    for each in one.everybody:
        before, after = (score / FULL for score in each.scores)
        tone = "good" if after > before else "bad" if after < before else "edge"
        marks.append(Line(((left, before), (right, after)), tone, 1.3, opacity=0.55))
    gain = one.gain
    marks.append(Line(((left, gain.before / FULL), (right, gain.after / FULL)), "focus", 3.4))
    marks += [Dot(left, gain.before / FULL, 6, "focus"), Dot(right, gain.after / FULL, 6, "focus")]
    marks.append(Label(left, 0, words(marked("before")), "ink", 15, "centre", lift=-18))
    marks.append(Label(right, 0, words(marked("after")), "ink", 15, "centre", lift=-18))
    said = words(
        marked("{n} people: {before:.0f} points before, {after:.0f} after."),
        n=gain.pairs,
        before=gain.before,
        after=gain.after,
    )
    return Chart(tuple(marks), said)


def _variants(one: Comparison, words: Words) -> Iterator[str]:
    """How hard both customers are, by a simulated class."""
    found = one.found
    yield f"<h3>{escape(words(marked('Are both equally hard?')))}</h3><table><tr>"
    heads = (marked("Hidden customer"), marked("Mean of a simulated class"), marked("Passed"))
    for at, head in enumerate(heads):
        yield f"<th{' class=n' if at else ''}>{escape(words(head))}</th>"
    yield "</tr>"
    for customer, mean, passed in zip(found["customers"], found["means"], found["passed"], strict=True):
        points = f"{mean[0]:.0f} ({mean[1]:.0f}–{mean[2]:.0f})"
        share = f"{100 * passed[0]:.0f} % ({100 * passed[1]:.0f}–{100 * passed[2]:.0f})"
        yield f'<tr><td>{customer}</td><td class="n">{points}</td><td class="n">{share}</td></tr>'
    yield "</table>"
    shown = marked(
        "They differ by {apart} points ({plays} simulated conversations with each): shown to be equally hard "
        "within {limit} points."
    )
    hidden = marked(
        "They differ by {apart} points ({plays} simulated conversations with each): NOT shown to be equally "
        "hard within {limit} points. Read the gain with this in mind."
    )
    sentence = words(
        shown if found["equal"] else hidden,
        apart=interval(one.apart),
        plays=found["plays"],
        limit=round(found["limit"]),
    )
    yield f"<p>{escape(sentence)}</p>"
