"""Choices a second, side by side: ink in JavaScript and in Rust, `transitions`, plain Python, and ours.

Everybody plays the same dialogue at random, each in a process of its own, on one core and on two: ours with
the whole customer model and the ids of its replies, and besides that a shipped scenario (`ours_full`: two
people, a hundred lines, fourteen choices in a conversation). The others are installed into a folder that is
removed afterwards. Figures are medians of rounds in which all take their turn.

What is counted are choices made in conversations, for everybody. Ours plays some hundred thousand
conversations at once, of the shipped scenario a million with each hidden customer in turn. Those
with the same customer and the same lines so far stand at the same position, which is lived once (a law keeps
each of them equal to the single conversation). `python tools/bench.py batch` says how many positions a second
are lived anew, and how many choices that makes. The memory of each process is told: that is what it costs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.benches.dialogue import as_ink
from tools.benches.report import ROOT, Figure, Unmeasurable
from tools.benches.timing import median

ROUNDS = 3
SECONDS = 0.8
"""Of play in a round."""

ONCE = ("ours_full",)
"""They play in the first round only: meeting every hidden customer takes a minute."""

INKJS, BINK, TRANSITIONS = "inkjs@2.4.0", "bink==0.7.1", "transitions==0.9.3"
PROCESSOR = 0
"""Instead of a number of cores: by processor time, which a busy machine does not stretch."""

PATIENCE = 240
"""Seconds that an installation may take."""

NODE_PROGRAM = Path(__file__).with_name("inkjs.js")


@dataclass(frozen=True, slots=True)
class Contestant:
    """Two processes that wait to be asked."""

    name: str
    processes: tuple[subprocess.Popen[str], ...]

    def warm(self) -> None:
        """Wait until both have warmed up.

        Raises:
            Unmeasurable: one of them did not start.
        """
        for process in self.processes:
            if answer(process) != "ready":
                raise Unmeasurable(f"{self.name} did not start")

    def rates(self, cores: int) -> tuple[float, float, float]:
        """Choices a second of so many processes together, of one in a second of processor time; megabytes."""
        racing = self.processes[:cores]
        for process in racing:
            assert process.stdin is not None
            process.stdin.write(f"{SECONDS}\n")
            process.stdin.flush()
        told = [[float(rate) for rate in answer(process).split()] for process in racing]
        return sum(seen for seen, _, _ in told), told[0][1], max(held for _, _, held in told)


def measure() -> list[Figure]:
    """Install the others, have everybody play in turn, and compare.

    Raises:
        Unmeasurable: npm or the network is missing.
    """
    with tempfile.TemporaryDirectory(prefix="rapport-peers-") as folder, ExitStack() as stack:
        there = Path(folder)
        story, with_bink = installed(there)
        commands = {
            "inkjs": ["node", str(NODE_PROGRAM), "play", str(story)],
            **{
                name.replace("-", "_"): [sys.executable, "-m", "tools.benches.contestants", name, str(story)]
                for name in ("bink", "transitions", "transitions-hierarchical", "loop")
                if name != "bink" or with_bink
            },
            "ours_dialogue": [sys.executable, "-m", "tools.benches.contestants", "ours-dialogue"],
            "ours_full": [sys.executable, "-m", "tools.benches.contestants", "ours-full"],
        }
        racing = [
            Contestant(name, tuple(stack.enter_context(waiting(command, there)) for _ in range(2)))
            for name, command in commands.items()
        ]
        for contestant in racing:
            contestant.warm()
        taken: dict[tuple[str, int], list[float]] = {}
        memory: dict[str, float] = {}
        for round_ in range(ROUNDS):
            for contestant in racing if round_ == 0 else [c for c in racing if c.name not in ONCE]:
                for cores in (1, 2):
                    seen, worked, held = contestant.rates(cores)
                    taken.setdefault((contestant.name, cores), []).append(seen)
                    taken.setdefault((contestant.name, PROCESSOR), []).append(worked)
                    memory[contestant.name] = max(held, memory.get(contestant.name, 0.0))
    rates = {key: median(values) for key, values in taken.items()}
    return [
        *figures(rates),
        *(Figure(f"{name}_memory", held, "MB") for name, held in memory.items()),
        Figure("bink_installed", int(with_bink), ""),
    ]


def figures(rates: dict[tuple[str, int], float]) -> list[Figure]:
    """Every rate, and every one against inkjs on one core: an ink story is played by one core only."""
    least = {(name, cores): 50.0 * cores for name in ("ours_dialogue", "ours_full") for cores in (1, 2)}
    kinds = {1: "1_core", 2: "2_cores", PROCESSOR: "processor"}
    found = [Figure(f"{name}_{kinds[cores]}", value, "1/s") for (name, cores), value in rates.items()]
    for (name, cores), value in rates.items():
        base = "inkjs", min(cores, 1)
        if (name, cores) != base:
            told = f"{name}_{kinds[cores]}_to_inkjs"
            found.append(Figure(told, value / rates[base], "x", at_least=least.get((name, cores))))
    return found


def installed(there: Path) -> tuple[Path, bool]:
    """Install inkjs, bink and transitions into a folder and compile the story.

    Returns:
        the compiled story, and whether bink could be installed.
    """
    if shutil.which("node") is None or shutil.which("npm") is None:
        raise Unmeasurable("the comparison needs Node.js and npm; they are not installed")
    quiet = ["--no-audit", "--no-fund", "--loglevel=error", "--prefix", str(there)]
    told = tried(["npm", "install", *quiet, INKJS], there)
    if told is not None:
        raise Unmeasurable(f"inkjs could not be installed from npm; is there a network?\n{told}")
    target = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target"]
    told = tried([*target, str(there / "python"), TRANSITIONS], there)
    if told is not None:
        raise Unmeasurable(f"transitions could not be installed from PyPI; is there a network?\n{told}")
    told = tried([*target, str(there / "python"), BINK], there)
    if told is not None:
        print(f"bink could not be installed from PyPI and is left out:\n{told}", file=sys.stderr)
    source, story = there / "dialogue.ink", there / "dialogue.json"
    source.write_text(as_ink(), encoding="utf-8")
    fault = tried(["node", str(NODE_PROGRAM), "compile", str(source), str(story)], there)
    if fault is not None:
        raise Unmeasurable(f"inkjs did not compile the dialogue:\n{fault}")
    return story, told is None


def tried(command: Sequence[str], there: Path) -> str | None:
    """None where a command succeeded, else the end of what it complained."""
    try:
        ended = subprocess.run(
            command,
            cwd=there,
            env=surroundings(there),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"no answer in {PATIENCE} s"
    except OSError as error:
        return str(error)
    return None if ended.returncode == 0 else (ended.stderr or ended.stdout).strip()[-600:]


def surroundings(there: Path) -> dict[str, str]:
    """The environment in which what was installed is found."""
    return {
        **os.environ,
        "NODE_PATH": str(there / "node_modules"),
        "PYTHONPATH": os.pathsep.join([str(there / "python"), str(ROOT)]),
        # One process is to use one core.
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }


@contextmanager
def waiting(command: Sequence[str], there: Path) -> Iterator[subprocess.Popen[str]]:
    """A contestant that warms up; it ends with its input."""
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=surroundings(there),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        yield process
    finally:
        process.communicate(timeout=PATIENCE)


def answer(process: subprocess.Popen[str]) -> str:
    """The next line that a contestant prints.

    Raises:
        Unmeasurable: it ended instead.
    """
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    if not line:
        raise Unmeasurable(f"a contestant ended before it was asked to: {process.args!r}")
    return line
