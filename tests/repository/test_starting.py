"""What a game in the terminal does not need, it does not load; and the language it speaks changes no id."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.command_line.program import run
from tests.repository.checkout import ROOT
from tools.golden import GOLDEN
from tools.playthroughs import read

HEAVY = {"pygame", "pygame_gui", "sqlalchemy", "alembic", "starlette", "uvicorn", "httpx2"}
LOADED = """
import json, sys
from game.command_line.program import run
code = run(sys.argv[1:])
print(json.dumps([code, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


def loaded(home: Path, *words: str) -> tuple[int, set[str]]:
    """Exit code and libraries of one run of `rapport` with its input closed."""
    answer = subprocess.run(
        [sys.executable, "-c", LOADED, *words],
        cwd=ROOT,
        env=os.environ | {"RAPPORT_HOME": str(home)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    code, names = json.loads(answer.stdout.splitlines()[-1])
    return code, set(names)


def test_a_game_in_the_terminal_loads_no_screen_no_database_and_no_web(tmp_path: Path) -> None:
    code, names = loaded(tmp_path, "play", "seven-seconds", "--text")

    assert code == 0
    assert names & HEAVY == set()


def test_asking_for_help_loads_no_numbers_either(tmp_path: Path) -> None:
    code, names = loaded(tmp_path, "--help")

    assert code == 0
    assert names & (HEAVY | {"numpy", "yaml", "pydantic"}) == set()


def test_the_language_changes_no_id(capsys: pytest.CaptureFixture[str]) -> None:
    transcript = read(next(GOLDEN.glob("seven-seconds.*.play")).read_text(encoding="utf-8"))
    choices = ",".join(move.line for move in transcript.moves if hasattr(move, "line"))
    told = []
    for locale in ("en", "zh"):
        order = ["play", "seven-seconds", "--choices", choices, "--seed", str(transcript.seed), "--json"]
        assert run([*order, "--lang", locale]) == 0
        told.append(capsys.readouterr().out)

    assert told[0] == told[1]
