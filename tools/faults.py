"""What `lint` finds of faults that are planted into the shipped scenarios, and what it says without reason.

    python tools/faults.py                        20 faults of every kind; ink beside, if npm is there
    python tools/faults.py --times 3              fewer of each
    python tools/faults.py --renpy renpy          Ren'Py's linter beside, called by this command
    python tools/faults.py --misses               print every fault that was not found where it stands
    python tools/faults.py --alone                only ours

Each fault is planted into the text of a real scenario by rules that know nothing of our reader; which word,
line or number is hit is drawn from the seed. Counted is whether anything was said, whether something was said
at a line where the author has to look, and whether that was one of the codes that name the fault. The same
faults, as far as there are such, are planted into the dialogue of the same scenarios written as ink and as a
Ren'Py script. Written as Markdown and as JSON into `tools/evidence/reports/`. Exit code 1 where a limit is
not kept.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # run as a program, Python finds the folder of the program only
    sys.path.insert(0, str(ROOT))

from tools.evidence.reporting import FOLDER, Report, shown, table, told  # noqa: E402
from tools.seeded.elsewhere import Count, Missing, of_ink, of_renpy  # noqa: E402
from tools.seeded.harmless import HARMLESS  # noqa: E402
from tools.seeded.kinds import KINDS  # noqa: E402
from tools.seeded.measuring import Trial, false_alarms, trials  # noqa: E402
from tools.shipped import scenario_ids  # noqa: E402

TIMES, RENPY_TIMES = 20, 5
"""Faults of each kind: in our scenarios and in ink; in Ren'Py, which takes a second and a half for each."""

PLACED = 0.95
"""Share of the faults that must be told at the right line."""

READING = (
    "How to read it. The kinds were thought of by those who write the reader, and it was mended where it "
    "missed one: when each kind had been planted four times, some thirty of four hundred faults were not "
    "told at the right line (a quote opened further up, a dash without its space, a field one level too "
    "high, beats and lines out of reach, conditions that never hold). A fault that nobody thought of is "
    "not in here. The two other programs were made for other tasks; only kinds that they could have are "
    "compared."
)
"""What the figures say, and what not."""

FAMILIES = {
    "file": "The file",
    "writing": "How it is written",
    "form": "Fields, words and numbers",
    "language": "Languages",
    "names": "Names",
    "conditions": "Conditions",
    "wording": "How it sounds",
}
"""Headings of the report, in their order."""


@dataclass(frozen=True, slots=True)
class Other:
    """What another program found: by kind, in the stories without a fault, and what it is called."""

    counts: Mapping[str, Count]
    alarms: int
    name: str


def report(times: int, seed: int, others: Mapping[str, Other | str]) -> Report:
    """Plant faults and say what came of them.

    Args:
        times: faults of each kind.
        seed: of all chance.
        others: by name what another program found, or why it could not be run.
    """
    found: dict[str, list[Trial]] = {
        name: list(trials(times, seed, [name])) for name in shown(KINDS, len(KINDS), "kinds")
    }
    alarms = false_alarms(times, seed)
    everything = [trial for each in found.values() for trial in each]
    beside = sum(trial.elsewhere for trial in everything)
    placed = sum(trial.placed for trial in everything) / len(everything)
    parts = [
        "# What lint finds",
        f"{len(found)} kinds of fault, {len(everything)} faults planted into {', '.join(scenario_ids())}: "
        f"**{share(everything, 'found')}** are found at all, **{share(everything, 'placed')}** at the right "
        f"line (asked for: {PLACED:.0%}), **{share(everything, 'named')}** with a code that names them. "
        f"About other lines {beside / len(everything):.1f} things are said for each fault. False alarms: "
        f"**{sum(alarms.values())}** in the scenarios as they are and after {len(HARMLESS)} harmless "
        f"changes, {times} times each ({', '.join(f'{name} {count}' for name, count in alarms.items())}).",
        *compared(found, others),
        READING,
        "## Every kind",
        *(part for family, title in FAMILIES.items() for part in (f"### {title}", of_family(found, family))),
    ]
    figures: dict[str, Any] = {
        "kinds": len(found),
        "faults": len(everything),
        "found": sum(trial.found for trial in everything) / len(everything),
        "placed": placed,
        "named": sum(trial.named for trial in everything) / len(everything),
        "false_alarms": sum(alarms.values()),
        "of_kind": {name: counted(each) for name, each in found.items()},
        "others": {
            name: other
            if isinstance(other, str)
            else {
                "program": other.name,
                "false_alarms": other.alarms,
                "of_kind": {kind: [c.planted, c.found, c.placed] for kind, c in other.counts.items()},
            }
            for name, other in others.items()
        },
    }
    return Report("faults", "\n\n".join(parts), figures)


def counted(each: Sequence[Trial]) -> list[int]:
    """How many were planted, found, found at the right line, and called by their name."""
    return [
        len(each),
        sum(trial.found for trial in each),
        sum(trial.placed for trial in each),
        sum(trial.named for trial in each),
    ]


def share(each: Sequence[Trial], what: str) -> str:
    """The share of trials, as `99.3 %`."""
    return f"{100 * sum(bool(getattr(trial, what)) for trial in each) / len(each):.1f} %"


def of_family(found: Mapping[str, Sequence[Trial]], family: str) -> str:
    """One row for every kind of a family."""
    rows = []
    for name, each in found.items():
        if KINDS[name].family == family and each:
            planted, seen, placed, named = counted(each)
            rows.append((name, KINDS[name].about, planted, seen, placed, named, codes(each)))
    return table(
        ("kind", "what the author did", "planted", "found", "right line", "right code", "told"), rows
    )


def codes(each: Sequence[Trial]) -> str:
    """What was said at the right lines, the most frequent first."""
    counts: dict[str, int] = {}
    for trial in each:
        for code in {code for code, line in trial.told if line in trial.planted.lines}:
            counts[code] = counts.get(code, 0) + 1
    return ", ".join(sorted(counts, key=lambda code: (-counts[code], code)))


def compared(found: Mapping[str, Sequence[Trial]], others: Mapping[str, Other | str]) -> list[str]:
    """The table with the other programs beside ours; a dash where there is no such fault."""
    ran = {name: other for name, other in others.items() if isinstance(other, Other)}
    missing = [f"{name} could not be run: {why}." for name, why in others.items() if isinstance(why, str)]
    if not ran:
        return missing
    rows: list[tuple[object, ...]] = []
    kinds = [name for name in found if any(name in other.counts for other in ran.values())]
    for name in kinds:
        ours = counted(found[name])
        cells = [cell(other.counts.get(name)) for other in ran.values()]
        rows.append((name, f"{ours[1]} · {ours[2]} of {ours[0]}", *cells))
    shared = [counted(found[name]) for name in kinds]
    total = [sum(each[at] for each in shared) for at in range(3)]
    sums = []
    for other in ran.values():
        counts = other.counts.values()
        planted = sum(each.planted for each in counts)
        sums.append(
            cell(Count(planted, sum(each.found for each in counts), sum(each.placed for each in counts)))
        )
    rows.append(("**all of these**", f"{total[1]} · {total[2]} of {total[0]}", *sums))
    programs = " and ".join(other.name for other in ran.values())
    alarms = ", ".join(f"{name} {other.alarms}" for name, other in ran.items())
    return [
        "## Beside ink and Ren’Py",
        "The dialogue of the same scenarios (beats, lines, what was said before, two answers that hang on a "
        f"number) was written as ink and as a Ren’Py script, and given to {programs}; faults that one of "
        "them cannot have, or where the same edit does no harm, have a dash. Found at all · at the right "
        "line, of those planted.",
        table(("kind", "rapport lint", *ran), rows),
        f"Complaints about the stories without a fault: {alarms}. Neither knows two languages, promises, "
        "facts, objections, or how far a number can go; those kinds are left out here and stand below.",
        *missing,
    ]


def cell(count: Count | None) -> str:
    return "—" if count is None else f"{count.found} · {count.placed} of {count.planted}"


def asked(words: argparse.Namespace) -> dict[str, Other | str]:
    """What the other programs find."""
    if words.alone:
        return {}
    others: dict[str, Other | str] = {}
    try:
        others["ink"] = Other(*of_ink(words.times, words.seed))
    except Missing as why:
        others["ink"] = str(why)
    if not words.renpy:
        others["Ren’Py"] = "no command was given (`--renpy`)"
        return others
    try:
        others["Ren’Py"] = Other(*of_renpy(words.renpy, min(words.times, RENPY_TIMES), words.seed))
    except Missing as why:
        others["Ren’Py"] = str(why)
    return others


def main(arguments: list[str]) -> int:
    """Write the report; the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=TIMES, help=f"faults of each kind ({TIMES})")
    parser.add_argument("--seed", type=int, default=1, help="of all chance (1)")
    parser.add_argument("--renpy", default="", metavar="COMMAND", help="how Ren'Py is called here")
    parser.add_argument("--alone", action="store_true", help="only ours: neither ink nor Ren'Py")
    parser.add_argument("--misses", action="store_true", help="print what was not found where it stands")
    parser.add_argument("--json", action="store_true", help="print JSON instead of Markdown")
    parser.add_argument(
        "--into", type=Path, default=FOLDER, metavar="FOLDER", help="where the files are written"
    )
    words = parser.parse_args(arguments)
    if words.misses:
        for trial in trials(words.times, words.seed):
            if not trial.placed:
                print(f"{trial.kind} · {trial.scenario} · {trial.planted.note} · {trial.told}")
        return 0
    made = report(words.times, words.seed, asked(words))
    told(made, arguments, words.json, words.into)
    return 0 if made.figures["placed"] >= PLACED and not made.figures["false_alarms"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
