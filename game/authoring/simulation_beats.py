"""How it stood in every beat of a simulation, as a part of a page: trust, emotion and pressure."""

from __future__ import annotations

from html import escape

from game.analysis.findings import Findings, Meeting
from game.authoring.simulation_marks import section
from game.content.wording import Wording
from game.engine.traits import WHOLE, Trait
from game.language.words import Words
from game.telling.charts import Bar, Chart, Dot, Line, Mark
from game.telling.conversation_chart import SERIES
from game.telling.svg_painter import svg


def beat_section(words: Words, found: Findings, wording: Wording) -> str:
    """A row for every beat that was come to: how often, and a band for each of three levels."""
    heads = (words("Moment"), words("Lines said"), *(each.name.said(words.locale) for each in SERIES))
    cells = "".join(f"<th>{escape(head)}</th>" for head in heads)
    rows = "".join(_row(words, meeting, wording) for meeting in found.meetings())
    explained = words(
        "Whoever is spoken to, just before each line that is said there: the dot is the middle one, the band "
        "holds eight in ten. A moment that is early for some comes late for others."
    )
    table = f"<div class='scroll'><table><thead><tr>{cells}</tr></thead><tbody>{rows}</tbody></table></div>"
    return section(words("Trust, emotion and pressure, beat by beat"), table, explained)


def _row(words: Words, meeting: Meeting, wording: Wording) -> str:
    title = wording.beats.get(meeting.beat)
    name = escape(title.said(words.locale)) if title else f"<span class='id'>{escape(meeting.beat)}</span>"
    cells = ""
    for each in SERIES:
        low, middle, high = (meeting.levels[each.trait][part] // 100 for part in (10, 50, 90))
        told = words("{middle} ({low} to {high})", middle=middle, low=low, high=high).replace("-", "−")
        strip = svg(_strip(each.trait, low, middle, high, each.tone, told), 150, 14, margin=6)
        cells += f"<td>{strip}<div class='small'>{escape(told)}</div></td>"
    return f"<tr><td>{name}</td><td class='n'>{meeting.times:,}</td>{cells}</tr>"


def _strip(trait: Trait, low: int, middle: int, high: int, tone: str, said: str) -> Chart:
    """A band from one percentage to another with a dot, on the whole scale of a trait; a stroke at nought."""

    def across(level: int) -> float:
        return (level * 100 - trait.low) / (WHOLE - trait.low)

    marks: list[Mark] = [
        Line(((0, 0.5), (1, 0.5)), "line", 1),
        Bar(across(low), 0.25, max(across(high) - across(low), 0.006), 0.5, tone, 0.35),
    ]
    if trait.low < 0:
        marks.append(Line(((across(0), -0.2), (across(0), 1.2)), "edge", 1.2))
    return Chart((*marks, Dot(across(middle), 0.5, 4.5, tone)), said)
