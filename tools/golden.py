"""Writes the golden playthroughs and reviews of `tests/golden` anew, or finds new playthroughs.

    python tools/golden.py                     plays every file's moves again and writes what comes of them
    python tools/golden.py --check             only says which files would change; exit 1 when any would
    python tools/golden.py --find              the same, drops files whose moves cannot be made any more, and
                                               adds files until every scenario shows each of its endings, a
                                               win, a loss and a walk-out
    python tools/golden.py --find NAME ...     the same for these scenarios only

Without `--find` a file whose moves cannot be made any more is reported and left as it is.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # run as a program, Python finds the folder of the program only
    sys.path.insert(0, str(ROOT))

from tools.playthroughs import Unplayable, difference, read, replayed, written  # noqa: E402
from tools.review_texts import Unreviewable, again  # noqa: E402
from tools.searching import find, label  # noqa: E402
from tools.shipped import scenario, scenario_ids  # noqa: E402

GOLDEN = ROOT / "tests" / "golden"


def main(words: list[str]) -> int:
    """Do what the words say; 1 when something could not be done or, checking, when something differs."""
    parser = argparse.ArgumentParser(
        prog="python tools/golden.py", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--check", action="store_true", help="write nothing, say what would change")
    parser.add_argument(
        "--find", nargs="*", metavar="SCENARIO", help="look for the playthroughs that are missing"
    )
    chosen = parser.parse_args(words)
    if chosen.find is not None:
        return max([complete(name) for name in chosen.find or scenario_ids()], default=0)
    plays = [regold(path, chosen.check) for path in sorted(GOLDEN.glob("*.play"))]
    return max([*plays, *(review(path, chosen.check) for path in sorted(GOLDEN.glob("*.review")))], default=0)


def files(name: str) -> list[Path]:
    """The golden files of a scenario."""
    return sorted(GOLDEN.glob(f"{name}.*.play"))


def labels(name: str) -> list[str]:
    """The `ending.manner` that a scenario's files show by their names."""
    return [path.name.removeprefix(f"{name}.").removesuffix(".play") for path in files(name)]


def regold(path: Path, check: bool) -> int:
    """Play a file's moves again and write what comes of them; a file that now ends otherwise is renamed."""
    was = path.read_text(encoding="utf-8")
    try:
        transcript = read(was)
        conversation = replayed(transcript, scenario(transcript.scenario))
    except (Unplayable, KeyError) as error:
        print(f"{path.name}: {error}")
        return 1
    now = written(conversation)
    right = path.with_name(f"{transcript.scenario}.{label(conversation)}.play")
    if check:
        told = difference(was, now, path.name)
        print(told or "", end="\n" if told else "")
        return 1 if told or right != path else 0
    if right != path:
        print(
            f"{path.name}: ends otherwise now; {'dropped' if right.exists() else f'renamed to {right.name}'}"
        )
        path.unlink()
        if right.exists():
            return 0
    elif now != was:
        print(f"{path.name}: changed")
    right.write_text(now, encoding="utf-8", newline="\n")
    return 0


def review(path: Path, check: bool) -> int:
    """Review a file's conversation again and write what comes of it."""
    was = path.read_text(encoding="utf-8")
    try:
        now = again(was)
    except Unreviewable as fault:
        print(f"{path.name}: {fault}", file=sys.stderr)
        return 1
    if now == was:
        return 0
    print(f"{path.name}: {'would change' if check else 'written'}")
    if not check:
        path.write_text(now, encoding="utf-8")
    return int(check)


def complete(name: str) -> int:
    """Bring a scenario's files up to date, then find and write what they do not show."""
    for path in files(name):
        if regold(path, check=False):
            path.unlink()
            print(f"{path.name}: dropped")
    found, lacking = find(scenario(name), labels(name))
    for conversation in found:
        path = GOLDEN / f"{name}.{label(conversation)}.play"
        path.write_text(written(conversation), encoding="utf-8", newline="\n")
        print(f"{path.name}: found")
    for what in lacking:
        print(f"{name}: no conversation found that shows `{what}`")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
