"""A shell to call the command from, and the scenario of these tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line.calling import ROOT, Answer, called

WET_UMBRELLA = "tests/command_line/scenarios/wet-umbrella.yaml"


class Shell:
    """Calls commands in this process, from the root of the checkout."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys, self._monkeypatch = capsys, monkeypatch

    def __call__(self, *arguments: str, typed: str = "") -> Answer:
        return called(self._capsys, self._monkeypatch, *arguments, typed=typed)


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setenv("RAPPORT_LANG", "en")
    monkeypatch.chdir(ROOT)
    return Shell(capsys, monkeypatch)


@pytest.fixture
def home(_home_of_its_own: Path) -> Path:
    return _home_of_its_own
