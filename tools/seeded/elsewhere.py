"""What ink's compiler and Ren'Py's linter say of the equivalent faults in equivalent stories."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tools.benches.peers import INKJS
from tools.seeded.in_stories import IN_INK, IN_RENPY, Plant
from tools.seeded.page import Page, Planted, written
from tools.seeded.stories import as_ink, as_renpy, moments
from tools.shipped import scenario_ids

PATIENCE = 300
"""Seconds that an installation, or the check of one story, may take."""

_LINE = re.compile(r"\bline (\d+)\b")
_RENPY_LINE = re.compile(r'script\.rpy(?:"?, line |:)(\d+)')
_FRAME = re.compile(r"generated at:|Ren'Py Version|\b\d\d:\d\d:\d\d \d{4}\s*$")
_PROGRAM = Path(__file__).with_name("ink_check.js")


@dataclass(frozen=True, slots=True)
class Count:
    """How many faults were planted, found at all, and found at the right line."""

    planted: int = 0
    found: int = 0
    placed: int = 0

    def plus(self, found: bool, placed: bool) -> Count:
        """With one fault more."""
        return Count(self.planted + 1, self.found + found, self.placed + placed)


class Missing(Exception):
    """A program could not be had; the message says why."""


def planted(
    plants: Mapping[str, Plant], stories: Sequence[Page], count: int, seed: int
) -> list[tuple[str, Page, Planted]]:
    """Faults of every kind, `count` of each, in the stories in turn."""
    made = []
    for name, plant in plants.items():
        for number in range(count):
            chance = Random(f"{seed} {name} {number}")
            page = stories[number % len(stories)]
            fault = plant(page, chance)
            if fault is not None:
                made.append((name, page, fault))
    return made


def of_ink(count: int, seed: int) -> tuple[Mapping[str, Count], int, str]:
    """What inkjs finds: by kind, in the stories as they are, and the program's version.

    Raises:
        Missing: Node or npm is not there, or inkjs cannot be installed.
    """
    if shutil.which("node") is None or shutil.which("npm") is None:
        raise Missing("Node.js and npm are not installed")
    stories = [Page(name, as_ink(moments(name))) for name in scenario_ids()]
    faults = planted(IN_INK, stories, count, seed)
    with tempfile.TemporaryDirectory(prefix="rapport-ink-") as folder:
        ended = subprocess.run(
            ["npm", "install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", folder, INKJS],
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        if ended.returncode != 0:
            raise Missing(f"inkjs could not be installed from npm: {ended.stderr.strip()[-200:]}")
        sources = [*(written(page.lines) for page in stories), *(fault.data for _, _, fault in faults)]
        file = Path(folder, "stories.json")
        file.write_text(json.dumps([base64.b64encode(data).decode() for data in sources]), "utf-8")
        answer = subprocess.run(
            ["node", str(_PROGRAM), str(file)],
            env={**os.environ, "NODE_PATH": str(Path(folder, "node_modules"))},
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=True,
        )
    told: list[list[str]] = json.loads(answer.stdout)
    clean, rest = told[: len(stories)], told[len(stories) :]
    return _counted(faults, stories, clean, rest, _LINE), sum(map(len, clean)), INKJS.replace("@", " ")


def of_renpy(command: str, count: int, seed: int) -> tuple[Mapping[str, Count], int, str]:
    """What `renpy … lint` finds: by kind, in the stories as they are, and the program's version.

    The package of Debian 12 (8.0.3) does not compile its own screens under Python 3.11 before the end
    positions of expressions are cleared in its `sl2/slast.py`; nothing of `lint` is touched by that.

    Raises:
        Missing: the command does not run.
    """
    if shutil.which(command) is None:
        raise Missing(f"there is no command {command}")
    stories = [Page(name, as_renpy(moments(name))) for name in scenario_ids()]
    faults = planted(IN_RENPY, stories, count, seed)
    with tempfile.TemporaryDirectory(prefix="rapport-renpy-") as folder:
        clean = [_renpy(command, written(page.lines), Path(folder)) for page in stories]
        if any("Statistics:" not in text for text in clean):
            raise Missing(f"{command} does not lint: {clean[0].strip()[-300:]}")
        rest = [_renpy(command, fault.data, Path(folder)) for _, _, fault in faults]
        version = subprocess.run([command, "--version"], capture_output=True, encoding="utf-8", check=False)
    usual = [_complaints(text) for text in clean]
    mentioned = sum("script.rpy" in line for lines in usual for line in lines)
    counts = _counted(faults, stories, usual, [_complaints(text) for text in rest], _RENPY_LINE)
    return counts, mentioned, version.stdout.strip() or version.stderr.strip()


def _renpy(command: str, data: bytes, folder: Path) -> str:
    """What `lint` prints about one script."""
    game = folder / "story" / "game"
    shutil.rmtree(game, ignore_errors=True)
    game.mkdir(parents=True)
    (game / "script.rpy").write_bytes(data)
    answer = subprocess.run(
        [command, str(game.parent), "lint"],
        env={**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=PATIENCE,
        check=False,
    )
    errors = folder / "story" / "errors.txt"
    more = errors.read_text("utf-8", "replace") if errors.exists() else ""
    errors.unlink(missing_ok=True)
    return answer.stdout + answer.stderr + more


def _complaints(text: str) -> list[str]:
    """The lines of a report that say something of the script: no statistics, versions and times."""
    lines = text.partition("Statistics:")[0].splitlines()
    return [line.strip() for line in lines if line.strip() and not _FRAME.search(line)]


def _counted(
    faults: Sequence[tuple[str, Page, Planted]],
    stories: Sequence[Page],
    clean: Sequence[Sequence[str]],
    told: Iterable[Sequence[str]],
    place: re.Pattern[str],
) -> dict[str, Count]:
    """By kind what was found; what is said of the story without a fault as well counts for nothing."""
    usual = {
        page.name: {place.sub("", line) for line in said} for page, said in zip(stories, clean, strict=True)
    }
    counts: dict[str, Count] = {}
    for (name, page, fault), said in zip(faults, told, strict=True):
        new = [line for line in said if place.sub("", line) not in usual[page.name]]
        lines = {int(found[1]) for line in new for found in place.finditer(line)}
        counts[name] = counts.get(name, Count()).plus(bool(new), not lines.isdisjoint(fault.lines))
    return counts
