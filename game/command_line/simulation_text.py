"""A simulation told in the terminal: a table of all runs, and one run at length where there is only one."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from game.analysis.findings import Findings, LineFinding
from game.analysis.intervals import Estimate
from game.analysis.proofs_figures import Mark, pass_mark
from game.analysis.roster import CLASS
from game.authoring.simulate import Simulated, Simulation
from game.command_line.opened import Opened
from game.command_line.terminal.paper import Paper, paper, wants_plain
from game.engine.scenario import Close
from game.engine.traits import WHOLE
from game.language.words import Words
from game.telling.seller_words import SELLERS, seller_name

MOST_LINES = 5
"""Lines named as those that helped most, and as those that harmed most."""

Books = dict[str, Opened]


def tell_simulation(words: Words, simulation: Simulation, opened: Sequence[Opened], *, plain: bool) -> None:
    """Print what came of all runs."""
    page = paper(words, plain=plain)
    books = {each.scenario.id: each for each in opened}
    if not simulation.plays:
        page.text(words("Interrupted before a first block of conversations was complete."))
        return
    if simulation.partial:
        page.text(
            words(
                "Interrupted: {n} of {all} conversations were played; everything below is of these.",
                n=simulation.plays,
                all=sum(run.job.plan.plays for run in simulation.runs),
            )
        )
    if len(simulation.runs) == 1:
        _tell_run(words, page, simulation.runs[0], books)
    else:
        _tell_table(words, simulation.runs, books, plain=plain)
    page.gap()
    page.text(
        words(
            "{n} conversations in {seconds} s: {rate} a second (processes: {processes}).",
            n=simulation.plays,
            seconds=f"{simulation.seconds:.1f}",
            processes=simulation.processes,
            rate=f"{simulation.plays / max(simulation.seconds, 1e-9):.0f}",
        )
    )


def percent(share: Estimate) -> str:
    """A share with its interval, for example `7.6 % (7.1–8.1)`."""
    return f"{share.value:.1%}".replace("%", " %") + f" ({100 * share.low:.1f}–{100 * share.high:.1f})"


def points(estimate: Estimate) -> str:
    """Points with their interval, for example `+61 (+55, +67)`."""
    return f"{estimate.value:+.0f} ({estimate.low:+.0f}, {estimate.high:+.0f})".replace("-", "−")


def tell_mark(words: Words, page: Paper, mark: Mark, target: int, passing: int) -> None:
    """The pass mark that gives the wanted rate (basis points), and whether the written one is near."""
    page.row(
        words("Pass mark for {n} %", n=target * 100 // WHOLE),
        f"{mark.mark} ({mark.low}–{mark.high})",
        words(
            "as written {mark}: {verdict}",
            mark=passing,
            verdict=words("near enough") if mark.near else words("not near"),
        ),
    )


def _name(words: Words, run: Simulated) -> str:
    """Who plays in a run."""
    casting = run.job.plan.casting
    return seller_name(words, casting.name, casting.slips)


def _tell_table(words: Words, runs: Sequence[Simulated], books: Books, *, plain: bool) -> None:
    """One row for every seller in every scenario."""
    heads = [
        words("Scenario"),
        words("Seller"),
        words("Agreed"),
        words("Passed"),
        words("Mean score"),
        words("Middle half"),
        words("Lines said"),
    ]
    table = Table(*heads, box=None if plain or wants_plain() else Table().box, pad_edge=False)
    for column in table.columns[2:]:
        column.justify = "right"
    for run in runs:
        found = Findings(run.rules, run.tally)
        quantiles = found.quantiles()
        table.add_row(
            Text(books[run.job.scenario.id].book.wording.title.said(words.locale)),
            _name(words, run),
            f"{found.closes()[Close.AGREED].value:.1%}".replace("%", " %"),
            f"{found.passed().value:.1%}".replace("%", " %"),
            f"{found.scores().mean:.0f}",
            f"{quantiles[25]}–{quantiles[75]}",
            f"{found.lengths()[0].mean:.1f}",
        )
    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        console.width = 140  # a pipe has no edge to wrap at
    console.print(table)


def _tell_run(words: Words, page: Paper, run: Simulated, books: Books) -> None:
    """Everything that is worth a line about one run."""
    found, wording = Findings(run.rules, run.tally), books[run.job.scenario.id].book.wording
    locale, scores, quantiles = words.locale, found.scores().estimate(), found.quantiles()
    page.heading(wording.title.said(locale))
    page.row(words("Seller"), _name(words, run), SELLERS[run.job.plan.casting.name].way.said(locale))
    page.row(words("Conversations"), str(found.plays))
    page.row(words("Passed"), percent(found.passed()))
    page.row(words("Mean score"), f"{scores.value:.1f}", f"{scores.low:.1f}–{scores.high:.1f}")
    page.row(words("Median and middle half"), f"{quantiles[50]}", f"{quantiles[25]}–{quantiles[75]}")
    page.row(words("From the least to the most"), f"{quantiles[0]}–{quantiles[100]}")
    if wording.target is not None and run.job.plan.casting.name == CLASS:
        passing = run.job.scenario.rubric.passing
        mark = pass_mark(found.score, wording.target / WHOLE, passing)
        tell_mark(words, page, mark, wording.target, passing)
    page.gap()
    for ending, (_, share) in found.endings().items():
        page.row(wording.endings[ending].said(locale), percent(share))
    lines = found.lines()
    # By the nearer end of the interval, so that what is unsure does not stand first.
    surely = sorted(
        (line for line in lines if line.helped and line.helped.low > 0), key=lambda line: -_low(line)
    )
    hardly = sorted((line for line in lines if line.helped and line.helped.high < 0), key=_high)
    _tell_lines(words, page, words("What went with better scores"), surely[:MOST_LINES], books, run)
    _tell_lines(words, page, words("What went with worse scores"), hardly[:MOST_LINES], books, run)
    page.gap()
    unheard = [reply for reply, count in found.replies().items() if not count]
    unsaid = [line.line for line in lines if not line.said]
    page.row(words("Answers from the phrase bank"), percent(found.bank()[1]))
    page.row(
        words("Replies that never came"), f"{len(unheard)} / {len(found.replies())}", ", ".join(unheard[:12])
    )
    page.row(words("Lines that were never said"), f"{len(unsaid)} / {len(lines)}", ", ".join(unsaid[:12]))


def _tell_lines(
    words: Words, page: Paper, title: str, lines: Sequence[LineFinding], books: Books, run: Simulated
) -> None:
    """Lines with how much higher those scored who said them."""
    if not lines:
        return
    page.heading(title)
    wording = books[run.job.scenario.id].book.wording
    for line in lines:
        assert line.helped is not None
        page.row(points(line.helped), wording.lines[line.line].said(words.locale), line.line)


def _low(line: LineFinding) -> float:
    return line.helped.low if line.helped else 0.0


def _high(line: LineFinding) -> float:
    return line.helped.high if line.helped else 0.0
