"""Counts every conversation of small scenarios, and keeps the counts as golden files.

    python tools/census.py              count, and write what differs
    python tools/census.py --check      count, and only say what differs (exit code 1)
    python tools/census.py NAME …       some of them

Counted are the whole of the smallest example; of every shipped scenario its beginning (cut to a few lines,
with every customer); and what follows late positions of random conversations. A change of any rule, number
or scenario shows here; look at what changed, and write the files anew when it was meant.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__" and str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from game.analysis.census import Census, census, cut, everybody, late  # noqa: E402
from game.content.scenario_reader import read_scenario  # noqa: E402
from game.engine.rules import Rules  # noqa: E402
from game.engine.scenario import Scenario  # noqa: E402
from tools.shipped import psychology, scenario, scenario_ids  # noqa: E402

GOLDEN = ROOT / "tests" / "golden" / "census"
SMALLEST = ROOT / "scenarios" / "examples" / "smallest.yaml"

BEGINNING = 3
"""Lines said in a shipped scenario that is cut to its beginning."""


def names() -> tuple[str, ...]:
    """All that is counted: `smallest`, and of every scenario its `beginning` and its `late` positions."""
    return ("smallest", *(f"{name}.{part}" for name in scenario_ids() for part in ("beginning", "late")))


def smallest() -> Scenario:
    """The smallest example.

    Raises:
        ValueError: its file has faults.
    """
    found = read_scenario(SMALLEST, psychology()).scenario
    if found is None:
        raise ValueError(f"{SMALLEST.name} has faults; `rapport lint {SMALLEST}` names them")
    return found


def counted(name: str) -> Census:
    """The census of one of `names`."""
    if name == "smallest":
        rules = Rules(smallest())
        return census(rules, everybody(rules))
    whose, _, part = name.rpartition(".")
    if part == "beginning":
        rules = Rules(cut(scenario(whose), BEGINNING))
        return census(rules, everybody(rules))
    rules = Rules(scenario(whose))
    return census(rules, late(rules))


def path(name: str) -> Path:
    """The golden file of a census."""
    return GOLDEN / f"{name}.json"


def written(found: Census) -> str:
    """The text of a golden file."""
    data = found.to_json()
    ends = ",\n".join(f"  {json.dumps(key)}: {json.dumps(rows)}" for key, rows in data.pop("ends").items())
    rest = ",\n".join(f" {json.dumps(key)}: {json.dumps(value)}" for key, value in data.items())
    return "{\n" + rest + ',\n "ends": {\n' + ends + "\n }\n}\n"


def main(words: list[str], say: Callable[[str], object] = print) -> int:
    """Count what the words name; the exit code."""
    parser = argparse.ArgumentParser(
        prog="python tools/census.py", description="Count every conversation of small scenarios."
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names()))
    parser.add_argument("--check", action="store_true", help="write nothing, only say what differs")
    chosen = parser.parse_args(words)
    unknown = [name for name in chosen.names if name not in names()]
    if unknown:
        say(f"nothing is counted under {', '.join(unknown)}; there are {', '.join(names())}")
        return 2
    differing = 0
    for name in chosen.names or names():
        text, file = written(counted(name)), path(name)
        same = file.exists() and file.read_text(encoding="utf-8") == text
        differing += not same
        say(f"{name}: {'as before' if same else 'differs' if chosen.check else 'written'}")
        if not same and not chosen.check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    return 1 if chosen.check and differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
