"""Measures one part of Rapport and prints its figures, with the limits that they have to keep.

    python tools/bench.py engine            a table
    python tools/bench.py engine --json     one JSON object

Names: engine, batch, review, solver, library, prove, desk, workshop, classroom, peers, start. Exit code 0
when every limit is kept, 1 when one is not, 2 when it cannot be measured because something that it needs is
missing (`peers` needs npm and a network).
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MEASURED = (
    "engine",
    "batch",
    "review",
    "solver",
    "library",
    "prove",
    "desk",
    "workshop",
    "classroom",
    "peers",
    "start",
)


def main(words: list[str]) -> int:
    """Measure what the words name; the exit code."""
    parser = argparse.ArgumentParser(
        prog="python tools/bench.py", description="Measure one part of Rapport and print its figures."
    )
    parser.add_argument("name", choices=MEASURED, metavar="NAME", help=", ".join(MEASURED))
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    chosen = parser.parse_args(words)
    # Run as a program, Python finds the folder of the program and not the checkout around it.
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    # Neither a screen nor a loudspeaker is measured, and nothing but figures is printed.
    os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")
    report = importlib.import_module("tools.benches.report")
    try:
        figures = importlib.import_module(f"tools.benches.{chosen.name}").measure()
    except report.Unmeasurable as missing:
        print(missing, file=sys.stderr)
        return 2
    command = " ".join(["python", "tools/bench.py", *words])
    if chosen.json:
        print(json.dumps(report.as_json(figures, command), ensure_ascii=False, indent=2))
    else:
        print(report.as_table(figures, command))
    return 0 if all(figure.kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
