"""Where a window is tried, and what the terminal needs to begin."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.command_line.screen import has_screen
from tests.command_line.calling import ROOT
from tests.command_line.conftest import WET_UMBRELLA

HEAVY = "pygame pygame_gui sqlalchemy alembic starlette uvicorn httpx2 babel"


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"SDL_VIDEODRIVER": "dummy"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
        ({"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, "darwin", False),
    ],
)
def test_where_a_window_is_tried(environment: dict[str, str], platform: str, expected: bool) -> None:
    assert has_screen(environment, platform) is expected


def test_playing_in_the_terminal_needs_neither_screen_nor_database() -> None:
    program = f"""
import io, sys
sys.stdin = io.StringIO("1\\n1\\n1\\n\\n")
from game.command_line.program import run
code = run(["play", "{WET_UMBRELLA}", "--text"])
print("heavy:", sorted(set("{HEAVY}".split()) & set(sys.modules)), code)
"""
    said = subprocess.check_output([sys.executable, "-c", program], text=True, cwd=ROOT)
    assert said.splitlines()[-1] == "heavy: [] 0"


@pytest.mark.skipif(os.name == "nt", reason="no count of a child's time")
def test_the_terminal_is_ready_soon() -> None:
    """In work, best of three, against loading the libraries that it stands on: a few times as much."""
    import resource

    def work(*command: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", *command], cwd=ROOT, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    playing = f"""
import io, sys
sys.stdin = io.StringIO("")
from game.command_line.program import run
run(["play", "{WET_UMBRELLA}", "--text", "--new"])
"""
    libraries = min(work("import numpy, pydantic, typer, yaml, transitions") for _ in range(3))
    assert min(work(playing) for _ in range(3)) < 4 * libraries


def test_a_screen_that_was_promised_and_does_not_answer_is_none(
    tmp_path: Path,
) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "SDL_VIDEODRIVER"}
    environment |= {"DISPLAY": ":987", "RAPPORT_HOME": str(tmp_path), "SDL_AUDIODRIVER": "dummy"}
    environment.pop("WAYLAND_DISPLAY", None)
    answer = subprocess.run(
        [sys.executable, "-m", "game", "play", "seven-seconds", "--seed", "3", "--lang", "en"],
        cwd=ROOT, env=environment, input="q\n", capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert answer.returncode == 0
    assert "There is no screen here" in answer.stderr
    assert "Lin Yue" in answer.stdout
