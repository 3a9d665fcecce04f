"""The verb `items`: every line as an item of a test, in a real class beside what was predicted."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

import json as plain
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.house import House
from game.command_line.troubles import system_reason

if TYPE_CHECKING:
    from game.analysis.items import Analysis
    from game.analysis.marking import Refused
    from game.desk.ports import Book
    from game.engine.transcript import Transcript

LARGEST = 64_000_000
"""Bytes of a file of transcripts: some ten thousand attempts with all that marking found."""


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verb to the command."""
    words = house.words

    @app.command(
        "items",
        short_help=words("Look at every line as an item of a test, after a class."),
        help=words(
            "Look at every line as an item of a test, after a class: how often it was said by those who "
            "could, whether it tells good conversations from others, what it cost, and what was predicted."
        ),
        epilog=words("Transcripts are kept files, folders of them, or the JSON lines that a class exports."),
    )
    def items(
        scenario: Annotated[
            str, typer.Argument(metavar="SCENARIO", help=words("A scenario by its id, or a file."))
        ],
        transcripts: Annotated[
            list[Path], typer.Argument(metavar="TRANSCRIPTS...", help=words("Files or folders."))
        ],
        plays: Annotated[
            int,
            typer.Option(
                "--plays",
                metavar="N",
                min=90,
                max=100_000,
                help=words("Conversations of the simulated class."),
            ),
        ] = 900,
        seed: Annotated[int, typer.Option("--seed", metavar="N", help=words("Seed of its luck."))] = 1,
        json: Annotated[
            bool, typer.Option("--json", help=words("Print one JSON object for programs."))
        ] = False,
    ) -> None:
        from game.command_line.streams import tell

        analysis, book, left_out = analysed(house, scenario, transcripts, plays, seed)
        if json:
            tell(plain.dumps(as_json(analysis, left_out), ensure_ascii=False))
        else:
            tell("\n".join(told(house, analysis, book, left_out)))
        raise typer.Exit(ExitCode.FINE)


def analysed(
    house: House, scenario: str, paths: Sequence[Path], plays: int, seed: int
) -> "tuple[Analysis, Book, int]":
    """The analysis, the scenario with its words, and how many transcripts could not be used.

    Raises:
        Complaint: the scenario cannot be played, a file cannot be read, or nothing in them can be used.
    """
    from game.analysis.items import analysed as held
    from game.analysis.marking import Marked, marked
    from game.command_line.shelf import Shelf
    from game.engine.rules import Rules

    book = Shelf(house.words).open(scenario).book
    rules = Rules(book.scenario)
    found: Sequence[Marked | Refused] = marked(rules, list(_transcripts(house, paths)))
    finished = [mark for mark in found if isinstance(mark, Marked) and mark.finished and mark.moves]
    if not finished:
        raise Complaint(
            house.words(
                "none of {n} transcripts is a finished conversation of {scenario} as it is now",
                n=len(found),
                scenario=book.scenario.id,
            ),
            "nothing-to-analyse",
        )
    return held(rules, finished, plays, seed), book, len(found) - len(finished)


def _transcripts(house: House, paths: Sequence[Path]) -> "Iterator[Transcript]":
    """Every transcript in files and folders; what is none is left out, unreadable files are complained of."""
    for path in paths:
        files = sorted(path.rglob("*.json*")) if path.is_dir() else [path]
        for file in files:
            try:
                if file.stat().st_size > LARGEST:
                    raise OSError(house.words("larger than {n} MB", n=LARGEST // 1_000_000))
                text = file.read_text("utf-8-sig")
            except UnicodeDecodeError as error:
                sentence = house.words("{file} is not UTF-8; save it as UTF-8 first.", file=file)
                raise Complaint(sentence, "unreadable") from error
            except OSError as error:
                reason = system_reason(house.words, error)
                sentence = house.words("{file} cannot be read: {reason}", file=file, reason=reason)
                raise Complaint(sentence, "unreadable") from error
            for line in text.splitlines() if file.suffix == ".jsonl" else [text]:
                yield from _one(line)


def _one(text: str) -> "Iterator[Transcript]":
    from game.engine.transcript import Transcript, TranscriptError

    try:
        data = plain.loads(text)
    except (ValueError, RecursionError):
        return
    if isinstance(data, dict):
        try:
            yield Transcript.from_json(
                data["transcript"] if isinstance(data.get("transcript"), dict) else data
            )
        except TranscriptError:
            return


def as_json(analysis: "Analysis", left_out: int) -> dict[str, Any]:
    """The analysis as plain data: shares 0..1, scores in points."""

    def item(of: Any) -> dict[str, Any]:
        return {
            "could": of.could,
            "said": of.said,
            "share": [of.share.value, of.share.low, of.share.high],
            "mean": of.mean,
            "discrimination": of.discrimination,
        }

    return {
        "attempts": analysis.attempts,
        "left_out": left_out,
        "passed": analysis.passed.value,
        "passed_predicted": analysis.predicted.value,
        "mean": analysis.mean,
        "mean_predicted": analysis.predicted_mean,
        "lines": [
            {
                "line": line.line,
                "beat": line.beat,
                "real": item(line.real),
                "predicted": item(line.predicted),
                "regret": line.regret,
                "lost": line.lost,
                "surprising": line.surprising,
            }
            for line in analysis.lines
        ],
    }


def told(house: House, analysis: "Analysis", book: "Book", left_out: int) -> list[str]:
    """The analysis as text: the class as a whole, then beat by beat the lines, then what to talk about."""
    words, locale = house.words, house.words.locale
    rows = [
        words.count("{n} conversation", "{n} conversations", analysis.attempts)
        + (f" · {words.count('{n} left out', '{n} left out', left_out)}" if left_out else ""),
        words(
            "Passed {real:.0f} %, predicted {predicted:.0f} %. Mean {mean:.0f}, predicted {guess:.0f}.",
            real=100 * analysis.passed.value,
            predicted=100 * analysis.predicted.value,
            mean=analysis.mean,
            guess=analysis.predicted_mean,
        ),
    ]
    beat = ""
    for line in analysis.lines:
        if line.beat != beat:
            beat = line.beat
            rows += ["", beat]
        apart = line.real.discrimination
        parts = [
            f"  {100 * line.real.share.value:3.0f} %",
            words("(predicted {n:.0f} %)", n=100 * line.predicted.share.value),
            "" if apart is None else words("tells apart {n:+.2f}", n=apart),
            "" if line.regret is None else words("costs {n:.0f}", n=line.regret),
            words("not as predicted") if line.surprising else "",
        ]
        rows.append(
            "  ".join(part for part in parts if part) + f"  {book.wording.lines[line.line].said(locale)}"
        )
    worst = sorted(analysis.lines, key=lambda each: -each.lost)[:3]
    rows += ["", words("What to talk about first:")]
    for line in worst:
        if line.lost >= 1:
            cost = words("{n:.0f} points a conversation", n=line.lost)
            rows.append(f"  {cost}: {book.wording.lines[line.line].said(locale)}")
    return rows
