"""The one command that sets everything up, as far as it goes without installing anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import begin


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """The programs that would have been run, none of which is; an environment that is ready is there."""
    programs: list[list[str]] = []

    def run(*words: str | Path, **environment: str) -> int:
        programs.append([Path(words[0]).name, *map(str, words[1:])])
        return 0

    python = tmp_path / "python"
    python.touch()
    monkeypatch.setattr(begin, "run", run)
    monkeypatch.setattr(begin, "ENVIRONMENT", tmp_path)
    monkeypatch.setattr(begin, "PYTHON", python)
    return programs


@pytest.mark.parametrize("words", [[], ["paly"], ["--help"]])
def test_a_word_it_does_not_know_gets_the_help(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert begin.main(words) == 2
    assert "begin.py play" in capsys.readouterr().out


def test_an_old_python_is_told_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ran: list[list[str]]
) -> None:
    monkeypatch.setattr(begin, "OLDEST", (9, 9))

    assert begin.main(["play"]) == 1
    assert "needs Python 9.9 or newer" in capsys.readouterr().out
    assert ran == []


def test_playing_installs_once(ran: list[list[str]]) -> None:
    assert begin.main(["play", "seven-seconds", "--text"]) == 0
    assert begin.main(["play"]) == 0

    assert [program[-3:] for program in ran] == [
        ["--disable-pip-version-check", "--editable", str(begin.ROOT)],
        ["play", "seven-seconds", "--text"],
        [f"rapport{begin.ENDING}", "play"],
    ]


def test_a_new_list_of_needs_installs_again(ran: list[list[str]], tmp_path: Path) -> None:
    begin.main(["test"])
    (tmp_path / "installed-test").write_text("another list of needs", encoding="ascii")
    begin.main(["test", "tests/laws"])

    assert [program[1:3] for program in ran].count(["-m", "pip"]) == 2
    assert ran[-1] == ["python", "-m", "pytest", "tests/laws"]


def test_every_check_is_run_whatever_the_others_say(
    monkeypatch: pytest.MonkeyPatch, ran: list[list[str]]
) -> None:
    def failing(*words: str | Path, **environment: str) -> int:
        ran.append([Path(words[0]).stem])
        return 1

    monkeypatch.setattr(begin, "run", failing)
    monkeypatch.setattr(begin, "install", lambda extra: 0)

    assert begin.main(["check"]) == 1
    assert [program[0] for program in ran] == [words[0] for words in begin.CHECKS]
