"""The frame of a report: its words on the command line, its progress, and where it is written."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from tools.benches.report import commit, machine
from tools.shipped import reading, scenario_ids

FOLDER = Path(__file__).parent / "reports"
"""Where the reports stand, beside what makes them; the JSON is not kept in the repository."""

MOST = 5
"""Scenarios that a report looks at unless it is told which; more would take more than three minutes."""

Item = TypeVar("Item")


def words(about: str, plays: int) -> argparse.ArgumentParser:
    """The words that all reports understand.

    Args:
        about: the docstring of the program.
        plays: how many conversations it plays in each scenario unless told otherwise.
    """
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plays", type=int, default=plays, help=f"conversations per scenario ({plays})")
    parser.add_argument("--seed", type=int, default=1, help="of all chance (1)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of Markdown")
    parser.add_argument(
        "--scenarios", nargs="+", metavar="NAME", help=f"only these (default: {MOST} of them)"
    )
    parser.add_argument("--all", action="store_true", help="all scenarios that load; takes its time")
    return parser


def chosen(names: Sequence[str] | None, everything: bool) -> list[str]:
    """The ids of the scenarios to look at: those named, all that load, or an even choice of them.

    Raises:
        SystemExit: a named scenario does not load.
    """
    ids = [name for name in names or scenario_ids() if reading(name).scenario is not None]
    if names and len(ids) < len(names):
        raise SystemExit(f"cannot be loaded: {', '.join(sorted(set(names) - set(ids)))}")
    if names or everything or len(ids) <= MOST:
        return ids
    return [ids[at * len(ids) // MOST] for at in range(MOST)]


def shown(items: Iterable[Item], count: int, what: str) -> Iterator[Item]:
    """The items, with a line of progress on the error stream while somebody watches."""
    watched = sys.stderr.isatty()
    begun = time.monotonic()
    for at, item in enumerate(items, start=1):
        if watched:
            print(f"\r{what} {at}/{count}, {time.monotonic() - begun:.0f} s", end="", file=sys.stderr)
        yield item
    print(f"{chr(13) if watched else ''}{what}: {count} in {time.monotonic() - begun:.0f} s", file=sys.stderr)


def told(name: str, markdown: str, figures: dict[str, Any], as_json: bool, command: str) -> None:
    """Write a report as Markdown and as JSON into `tools/evidence/reports/`, and print one of them."""
    whole = {"figures": figures, "machine": machine(), "commit": commit(), "command": command}
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.md").write_text(
        f"{markdown}\n\n`{command}`, {commit()}\n", encoding="utf-8", newline="\n"
    )
    (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    print(text if as_json else markdown)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [" | ".join(str(cell) for cell in row) for row in (head, ["---"] * len(head), *rows)]
    return "\n".join(f"| {line} |" for line in lines)
