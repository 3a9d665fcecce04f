"""What was said and answered in a simulation, as parts of a page: hits, and which line helped whom."""

from __future__ import annotations

from html import escape

from game.analysis.findings import Findings, LineFinding
from game.analysis.intervals import Estimate
from game.authoring.simulation_marks import section, told_share
from game.content.wording import Wording
from game.language.words import Words
from game.telling.charts import Bar, Chart, Dot, Line, Mark
from game.telling.svg_painter import svg

STEP = 50
HELD = 300
"""Points in which the scale of what lines went with grows, and where it ends at the latest."""


def line_section(words: Words, found: Findings, wording: Wording) -> str:
    """Every line, beat by beat: how often it was said, what went with it, and with which customer."""
    lines = found.lines()
    sure = [abs(line.helped.value) for line in lines if line.helped is not None]
    scale = min(HELD, -(-max([1.0, *sure]) // STEP) * STEP)
    explained = words(
        "How often each line was said by those who could have said it, and how many points more or less they "
        "scored than those who could have and did not. It compares, it proves nothing: with a seller who "
        "leans one way it may be what led to the line. The boxes are the hidden customers; grey ones "
        "could be chance."
    )
    body, beat = "", ""
    head = (
        f"<div class='line head'><div>{escape(words('Line'))}</div><div>{escape(words('Said'))}</div>"
        f"<div>{escape(words('Points, from −{n} to +{n}', n=f'{scale:.0f}'))}</div>"
        f"<div>{escape(words('By customer'))}</div></div>"
    )
    for line in lines:
        if line.beat != beat:
            beat = line.beat
            title = wording.beats.get(beat)
            name = escape(title.said(words.locale)) if title else f"<span class='id'>{escape(beat)}</span>"
            body += f"<h4>{name}</h4>{head}"
        body += _line(words, line, wording, scale)
    return section(words("What was said, and whom it helped"), f"<div class='plate'>{body}</div>", explained)


def _line(words: Words, line: LineFinding, wording: Wording, scale: float) -> str:
    text = escape(wording.lines[line.line].said(words.locale))
    share = line.said / line.offered if line.offered else 0.0
    told = words("{said} of {offered}", said=f"{line.said:,}", offered=f"{line.offered:,}")
    bar = svg(_bar(share, told), 124, 10)
    helped = words("too few to tell")
    strip = ""
    if line.helped is not None:
        helped = f"{line.helped.value:+.0f} ({line.helped.low:+.0f}, {line.helped.high:+.0f})".replace(
            "-", "−"
        )
        strip = svg(_strip(line.helped, scale, helped), 174, 14, margin=6)
    cells = "".join(_whom(words, at, one) for at, one in enumerate(line.helped_whom, start=1))
    return (
        f"<div class='line'><div class='text'>{text}<div class='id'>{escape(line.line)}</div></div>"
        f"<div>{bar}<div class='small'>{escape(told)}</div></div>"
        f"<div>{strip}<div class='small'>{escape(helped)}</div></div>"
        f"<div class='whom-cell'><div class='whom'>{cells}</div></div></div>"
    )


def _whom(words: Words, customer: int, helped: Estimate | None) -> str:
    """One box: green or red where the interval leaves 0 out, grey where it does not."""
    name = words("Hidden customer {n}", n=customer)
    if helped is None:
        return f"<span title='{escape(name)}'>·</span>"
    told = f"{helped.value:+.0f}".replace("-", "−")
    tone = "up" if helped.low > 0 else "down" if helped.high < 0 else ""
    whole = f"{name}: {told} ({helped.low:+.0f}, {helped.high:+.0f})".replace("-", "−")
    return f"<span class='{tone}' title='{escape(whole)}'>{escape(told)}</span>"


def _bar(share: float, said: str) -> Chart:
    marks: list[Mark] = [Bar(0, 0, 1, 1, "empty")]
    if share:
        marks.append(Bar(0, 0, share, 1, "trust"))
    return Chart(tuple(marks), said)


def _strip(helped: Estimate, scale: float, said: str) -> Chart:
    """A dot with its whisker between minus and plus the scale, a stroke at nought."""

    def across(value: float) -> float:
        return min(max((value + scale) / (2 * scale), 0.0), 1.0)

    tone = "good" if helped.low > 0 else "bad" if helped.high < 0 else "edge"
    marks = (
        Line(((0, 0.5), (1, 0.5)), "line", 1),
        Line(((0.5, -0.2), (0.5, 1.2)), "edge", 1.2),
        Line(((across(helped.low), 0.5), (across(helped.high), 0.5)), tone, 2.4),
        Dot(across(helped.value), 0.5, 4.5, tone),
    )
    return Chart(marks, said)


def reply_section(words: Words, found: Findings, wording: Wording) -> str:
    """Every reply with how often it was given, those that nobody heard first."""
    given = found.replies()
    unheard = [reply for reply, count in given.items() if not count]
    count, bank = found.bank()
    told = words(
        "{n} of {all} written replies came up. "
        "The phrase bank answered {count} times, {share} of all answers.",
        n=len(given) - len(unheard),
        all=len(given),
        count=f"{count:,}",
        share=told_share(bank),
    )
    most = max([1, *given.values()])
    rows = "".join(
        f"<tr>{_reply(words, reply, wording)}<td class='n'>{count:,}{_count(count, most)}</td></tr>"
        for reply, count in given.items()
    )
    body = (
        f"<details><summary>{escape(words('Every reply'))}</summary>"
        f"<table><tbody>{rows}</tbody></table></details>"
    )
    if unheard:
        rows = "".join(f"<tr>{_reply(words, reply, wording)}</tr>" for reply in unheard)
        title = words("Never heard: {n}", n=len(unheard))
        body = (
            f"<details><summary>{escape(title)}</summary><table><tbody>{rows}</tbody></table></details>{body}"
        )
    return section(words("What she answered"), body, told)


def _count(count: int, most: int) -> str:
    """A bar as long as the count is of the greatest one."""
    return svg(_bar(count / most, f"{count:,}"), 90, 8)


def _reply(words: Words, reply: str, wording: Wording) -> str:
    """A cell with the words of a reply and its id."""
    spoken = wording.says.get(reply)
    text = spoken.text.said(words.locale) if spoken else reply
    return f"<td>{escape(text)}<div class='soft'>{escape(reply)}</div></td>"
