"""The command itself: language, help, versions, unknown things, and bugs at the edge."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from game import __version__
from game.command_line import program
from game.command_line.complaints import ExitCode
from tests.command_line.calling import Answer, in_a_process
from tests.command_line.conftest import Shell


def test_the_version_is_printed(shell: Shell) -> None:
    assert shell("--version") == Answer(0, f"rapport {__version__}\n", "")


def test_python_m_game_is_the_same_command() -> None:
    assert in_a_process("--version") == Answer(0, f"rapport {__version__}\n", "")


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",)])
def test_help_names_every_verb(shell: Shell, arguments: tuple[str, ...]) -> None:
    answer = shell(*arguments)
    assert all(verb in answer.out for verb in ("play", "review", "lint", "schema"))
    assert "flight simulator" in answer.out


def test_help_speaks_chinese_wherever_the_language_stands(shell: Shell) -> None:
    for arguments in (["--lang", "zh", "play", "--help"], ["play", "--help", "--lang=zh"]):
        answer = shell(*arguments)
        assert answer.code == 0
        assert "终端" in answer.out
        assert "选项" in answer.out
        assert "Show this" not in answer.out


@pytest.mark.parametrize(
    ("arguments", "fragment"),
    [
        (["--lang", "fr", "play"], "unknown language 'fr'"),
        (["play", "--lang"], "unknown language ''"),
        (["plai"], "Did you mean 'play'?"),
        (["play", "--sead", "3"], "--sead"),
        (["play", "--seed", "many"], "--seed"),
        (["lint"], "PATH"),
        (["review"], "TRANSCRIPT"),
        (["lint", "x.yaml", "--format", "xml"], "--format"),
    ],
)
def test_a_command_that_cannot_be_used_is_told_so(shell: Shell, arguments: list[str], fragment: str) -> None:
    answer = shell(*arguments)
    assert answer.code == ExitCode.UNUSABLE
    assert answer.out == ""
    assert answer.err.startswith("rapport: ")
    assert fragment in answer.err
    assert "Traceback" not in answer.err


def test_complaints_speak_the_chosen_language(shell: Shell) -> None:
    assert "没有这个选项" in shell("play", "--sead", "3", "--lang", "zh").err


def broken(*_: Any) -> Any:
    raise RuntimeError("the floor is gone")


def test_a_bug_is_shown_without_a_traceback(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "_command", broken)
    answer = shell("play")
    assert answer.code == ExitCode.BUG
    assert "RuntimeError: the floor is gone" in answer.err
    assert "report" in answer.err
    assert "Traceback" not in answer.err


def test_a_bug_is_raised_for_those_who_look_for_it(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "_command", broken)
    monkeypatch.setenv("RAPPORT_DEBUG", "1")
    with pytest.raises(RuntimeError):
        shell("play")


def test_a_reader_that_walks_away_is_no_fault() -> None:
    head = f"{sys.executable} -m game schema --lang en | head -c 10"
    answer = subprocess.run(["sh", "-c", head], capture_output=True, text=True, check=False)
    assert answer.stderr == ""


def test_help_needs_nothing_heavy() -> None:
    program_text = (
        "import sys; from game.command_line.program import run; run(['--help']);"
        "heavy = {'numpy', 'yaml', 'pydantic', 'pygame', 'sqlalchemy', 'rich.console', 'transitions'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    said = subprocess.check_output([sys.executable, "-c", program_text], text=True)
    assert said.splitlines()[-1] == "[]"
