"""How long the shipped scenarios take to load, against PyYAML’s own loader on the same bytes; and to lint."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import yaml

from game.content.diagnostics import Findings
from game.content.library import Library
from game.content.scenario_reader import read_scenario
from game.content.source import Source, read_source
from game.content.yaml_tree import read_tree
from tools.benches.report import ROOT, Figure
from tools.benches.timing import in_turn, median, ratio
from tools.shipped import psychology, scenario_paths

ROUNDS = 7
LINT_ROUNDS = 5
FOLDER = 1_000_000
"""Bytes of scenarios, at least, in the folder that is linted as a whole."""


def measure() -> list[Figure]:
    """Times for the whole folder: the strict tree with its places, the full reading, and the yardstick."""
    paths = scenario_paths()
    sources = [source for path in paths if (source := read_source(path)[0]) is not None]
    texts = [source.text for source in sources]
    customer = psychology()
    listing, tree, pure, full = in_turn(
        [
            lambda: Library().listing(),
            lambda: [parsed(source) for source in sources],
            lambda: [yaml.load(text, yaml.SafeLoader) for text in texts],
            lambda: [read_scenario(path, customer) for path in paths],
        ],
        ROUNDS,
    )
    size = sum(len(text.encode()) for text in texts)
    return [
        Figure("scenarios", len(paths), ""),
        Figure("bytes", size, "B"),
        Figure("listing", median(listing) * 1e3, "ms"),
        Figure("tree", median(tree) * 1e3, "ms"),
        Figure("pure_loader", median(pure) * 1e3, "ms"),
        Figure("pure_loader_to_tree", ratio(pure, tree), "x", at_least=8),
        Figure("full", median(full) * 1e3, "ms"),
        Figure("full_per_scenario", median(full) * 1e3 / max(1, len(paths)), "ms"),
        Figure("pure_loader_to_full", ratio(pure, full), "x"),
        *linting(paths),
    ]


def linting(paths: list[Path]) -> list[Figure]:
    """`rapport lint` of a megabyte, whole processes with the start of Python: cold, warm, one file changed.

    `changed` is what a trainer sees after saving one file: that one is read, the others are known.
    """
    with tempfile.TemporaryDirectory() as room:
        folder, size = filled(Path(room, "scenarios"), paths)
        first = next(iter(sorted(folder.iterdir())))
        text, rounds = first.read_text("utf-8"), iter(range(1_000))

        def saved() -> None:
            first.write_text(f"{text}# saved {next(rounds)}\n", "utf-8")
            lint(folder, room)

        works: list[Callable[[], None]] = [
            lambda: lint(folder, room, "--no-cache"),
            lambda: lint(folder, room),
            saved,
        ]
        cold, warm, changed = in_turn(works, LINT_ROUNDS)
    return [
        Figure("lint_bytes", size, "B"),
        Figure("lint_cold", median(cold), "s"),
        Figure("lint_warm", median(warm), "s", at_most=1),
        Figure("lint_one_changed", median(changed), "s"),
        Figure("lint_cold_to_warm", ratio(cold, warm), "x"),
    ]


def filled(folder: Path, paths: list[Path]) -> tuple[Path, int]:
    """A folder with the shipped scenarios, and again, until it holds a megabyte; its size in bytes."""
    folder.mkdir()
    size = turn = 0
    while size < FOLDER:
        for path in paths:
            data = path.read_bytes() + f"# {turn}\n".encode()
            (folder / f"{path.stem}-{turn}.yaml").write_bytes(data)
            size += len(data)
            if size >= FOLDER:
                break
        turn += 1
    return folder, size


def lint(folder: Path, home: str, *words: str) -> None:
    """Lint a folder in a process of its own.

    Raises:
        RuntimeError: it ends with an error; then nothing was measured.
    """
    answer = subprocess.run(
        [sys.executable, "-m", "game", "lint", str(folder), *words],
        cwd=ROOT,
        env=os.environ | {"RAPPORT_HOME": home, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if answer.returncode != 0:
        raise RuntimeError(f"lint ended with {answer.returncode}: {answer.stderr[-500:]}")


def parsed(source: Source) -> object:
    """A file as our own tree with a place for every key and value."""
    return read_tree(source, Findings(source.file, source))
