"""Calls the command as somebody at a shell would, and as a function."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest

from game.command_line.program import run

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


def called(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str, typed: str = ""
) -> Answer:
    """The answer of a command that runs in this process, with its input typed by a pipe."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    capsys.readouterr()
    code = run(arguments)
    said = capsys.readouterr()
    return Answer(code, said.out, said.err)


def in_a_process(
    *arguments: str, typed: str = "", stdin: IO[bytes] | None = None, **environment: str
) -> Answer:
    """The answer of a command in a process of its own; it inherits the home of the test.

    What is typed comes through a pipe, unless it reads from `stdin`.
    """
    answer = subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        input=typed if stdin is None else None,
        stdin=stdin,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "RAPPORT_LANG": "en", "PYTHONUTF8": "1", **environment},
        check=False,
    )
    return Answer(answer.returncode, answer.stdout, answer.stderr)
