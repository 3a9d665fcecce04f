"""Measures what a class server has to bear, one target at a time.

    python -m tools.load thirty              a whole class of real desks, from join to export
    python -m tools.load crashes             killed twenty times amid bursts (T9)
    python -m tools.load sustained           L5; with --postgresql two servers on one PostgreSQL, with
                                             --everywhere not only on the processor that the load leaves alone
    python -m tools.load joins               L6
    python -m tools.load viewers             L7
    python -m tools.load soak                L8, two hours
    python -m tools.load restart             L9
    python -m tools.load history             L10
    python -m tools.load guards              T1 and T17, the times
    python -m tools.load NAME --short        the same in little: shows that it works, measures nothing
    python -m tools.load NAME --json         one JSON object

L1 to L4 are bursts: `python tools/bench.py classroom`. Exit code 0 when every limit is kept, 1 when one is
not, 2 when something that is needed is missing.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys

from tools.benches.report import Unmeasurable, as_json, as_table
from tools.load.targets import TARGETS, Wish


def main(words: list[str]) -> int:
    """Measure what the words name; the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.load", description="Measure what a class server has to bear."
    )
    parser.add_argument("name", choices=TARGETS, metavar="NAME", help=", ".join(TARGETS))
    parser.add_argument("--short", action="store_true", help="in little: shows that it works")
    parser.add_argument(
        "--count", type=int, default=0, help="desks of `thirty`, kills of `crashes`, attempts of `history`"
    )
    parser.add_argument(
        "--postgresql", action="store_true", help="two servers on one PostgreSQL (of `sustained`)"
    )
    parser.add_argument(
        "--everywhere", action="store_true", help="servers may use every processor (of `sustained`)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    chosen = parser.parse_args(words)
    if hasattr(os, "sched_setaffinity") and (os.cpu_count() or 1) > 1 and chosen.name != "thirty":
        os.sched_setaffinity(0, {0})  # the server has the other one
    try:
        wish = Wish(chosen.short, chosen.count, chosen.postgresql, chosen.everywhere)
        figures, faults = asyncio.run(TARGETS[chosen.name](wish))
    except Unmeasurable as missing:
        print(missing, file=sys.stderr)
        return 2
    command = " ".join(["python -m tools.load", *words])
    if chosen.json:
        print(json.dumps(as_json(figures, command) | {"faults": faults}, ensure_ascii=False, indent=2))
    else:
        for fault in faults:
            print(f"# {fault}")
        print(as_table(figures, command))
    return 0 if all(figure.kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
