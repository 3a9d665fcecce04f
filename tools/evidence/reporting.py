"""The frame of a report: its words on the command line, its progress, and where it is written."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from tools.benches.report import commit, machine
from tools.shipped import reading, scenario_ids

FOLDER = Path(__file__).parent / "reports"
"""Where the reports stand, beside what makes them; only the Markdown is kept in the repository."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Report:
    """What was found: for people in Markdown, for programs as figures."""

    name: str
    markdown: str
    figures: dict[str, Any]


def words(about: str, plays: int, scenarios: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The words that all reports understand.

    Args:
        about: the docstring of the program.
        plays: how many conversations it plays in each scenario unless told otherwise.
        scenarios: which it looks at unless told otherwise; all without any.
    """
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plays", type=int, default=plays, help=f"conversations per scenario ({plays})")
    parser.add_argument("--seed", type=int, default=1, help="of all chance (1)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of Markdown")
    told = ", ".join(scenarios) or "all that load"
    parser.add_argument("--scenarios", nargs="+", metavar="NAME", help=f"only these (default: {told})")
    if scenarios:
        parser.add_argument("--all", action="store_true", help="all scenarios that load; takes its time")
    parser.add_argument(
        "--into", type=Path, default=FOLDER, metavar="FOLDER", help="where the two files are written"
    )
    return parser


def chosen(names: Sequence[str] | None) -> list[str]:
    """The ids of the scenarios to look at: those named, or all that load.

    Raises:
        SystemExit: a named scenario is not there or does not load.
    """
    shipped = scenario_ids()
    ids = [name for name in names or shipped if name in shipped and reading(name).scenario is not None]
    if names and len(ids) < len(names):
        missing = ", ".join(sorted(set(names) - set(ids)))
        raise SystemExit(f"cannot be loaded: {missing}; there are: {', '.join(shipped)}")
    return ids


def shown(items: Iterable[Item], count: int, what: str) -> Iterator[Item]:
    """The items, with a line of progress on the error stream while somebody watches."""
    watched = sys.stderr.isatty()
    begun = time.monotonic()
    for at, item in enumerate(items, start=1):
        if watched:
            print(f"\r{what} {at}/{count}, {time.monotonic() - begun:.0f} s", end="", file=sys.stderr)
        yield item
    print(f"{chr(13) if watched else ''}{what}: {count} in {time.monotonic() - begun:.0f} s", file=sys.stderr)


def told(report: Report, arguments: Sequence[str], as_json: bool, folder: Path) -> None:
    """Write a report as Markdown and as JSON, and print one of them.

    Args:
        report: what was found.
        arguments: words of the command line that made it; where the files go is left out of the account.
        as_json: which of the two is printed.
        folder: where both are written.
    """
    said = list(arguments)
    if "--into" in said:
        at = said.index("--into")
        del said[at : at + 2]
    command = " ".join(["python", f"tools/{report.name}.py", *said])
    whole = {"figures": rounded(report.figures), "machine": machine(), "commit": commit(), "command": command}
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    markdown = f"{report.markdown}\n\nMade by `{command}` at commit {commit()}, on {machine()}.\n"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{report.name}.md").write_text(markdown, encoding="utf-8", newline="\n")
    (folder / f"{report.name}.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    print(text if as_json else markdown)


def rounded(value: Any) -> Any:
    """Figures with three digits after the point: more would only be noise."""
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, dict):
        return {str(key): rounded(part) for key, part in value.items()}
    return [rounded(part) for part in value] if isinstance(value, list | tuple) else value


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [" | ".join(str(cell) for cell in row) for row in (head, ["---"] * len(head), *rows)]
    return "\n".join(f"| {line} |" for line in lines)
