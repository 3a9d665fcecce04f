"""Nobody reads any more, the disk is full, there is no console: no traceback, no fault that is not ours."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line.calling import ROOT
from tests.command_line.conftest import WET_UMBRELLA, Shell
from tests.command_line.test_machine import driven

SIMULATED = ("simulate", WET_UMBRELLA, "--plays", "60", "--processes", "1")
MANNERS = ("--json", "--plain")


class Deaf(io.StringIO):
    """A stream that takes a few characters and then fails for a reason of the system's."""

    def __init__(self, reason: int, room: int = 20) -> None:
        super().__init__()
        self._reason, self._room = reason, room

    def write(self, text: str) -> int:
        self._room -= len(text)
        if self._room < 0:
            raise OSError(self._reason, os.strerror(self._reason))
        return len(text)

    def fileno(self) -> int:
        raise io.UnsupportedOperation


@pytest.fixture
def asked(shell: Shell, tmp_path: Path) -> list[tuple[str, ...]]:
    """Commands that say more than a little."""
    said = driven(shell, WET_UMBRELLA, "--seed", "2")
    answer = shell("play", WET_UMBRELLA, "--choices", ",".join(said), "--seed", "2", "--json")
    file = tmp_path / "account.json"
    file.write_text(answer.out, "utf-8")
    commands: list[tuple[str, ...]] = [(*SIMULATED, manner) for manner in MANNERS]
    commands += [("review", str(file), "--brief", manner) for manner in MANNERS]
    return [*commands, ("prove", WET_UMBRELLA), ("review", "--help")]


@pytest.mark.parametrize(("language", "reason"), [("en", "the disk is full"), ("zh", "磁盘满了")])
def test_a_full_disk_is_called_so(
    shell: Shell, asked: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, language: str, reason: str
) -> None:
    for command in asked:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", Deaf(errno.ENOSPC))
            answer = shell(*command, "--lang", language)
        assert answer.code == 2
        assert reason in answer.err
        assert answer.err.count("\n") == 1


def test_where_nobody_reads_nothing_is_complained_of(
    shell: Shell, asked: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in asked:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", Deaf(errno.EPIPE))
            answer = shell(*command)
        assert (answer.code, answer.err) == (0, ""), command


@pytest.mark.skipif(os.name == "nt", reason="there is no such pipe")
def test_a_pipe_that_is_closed_ends_a_command_quietly(asked: list[tuple[str, ...]]) -> None:
    for command in (asked[0], asked[-3]):
        process = subprocess.Popen(
            [sys.executable, "-m", "game", *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
        )
        assert process.stdout is not None
        process.stdout.close()
        _, err = process.communicate()
        assert (process.returncode, err) == (0, b"")


def test_without_a_console_a_command_still_ends(
    shell: Shell, asked: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        patch.setattr(sys, "stderr", None)
        assert shell(*asked[0]).code == 0
        assert shell(*asked[2]).code == 0
    assert json.loads(shell(*asked[0]).out)["plays"] == 60
