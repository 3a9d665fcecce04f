"""The verbs `lint` and `schema`."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from game.authoring.checks import diagnostics_of
from game.command_line.program import run
from game.content.psychology_file import shipped_psychology
from tests.command_line.conftest import WET_UMBRELLA, Shell

FAULTY = Path(WET_UMBRELLA)


def broken(folder: Path) -> Path:
    file = folder / "broken.yaml"
    text = FAULTY.read_text("utf-8").replace("does: [praise]", "doess: [praise]")
    file.write_text(text, "utf-8")
    return file


def test_a_sound_scenario_is_fine(shell: Shell) -> None:
    answer = shell("lint", WET_UMBRELLA)
    assert answer.code == 0
    assert answer.out.startswith("1 file checked; 0 errors; ")


def test_faults_for_programs_have_the_keys_of_the_contract(shell: Shell, tmp_path: Path) -> None:
    answer = shell("lint", str(broken(tmp_path)), "--format", "json")
    assert answer.code == 1
    faults = json.loads(answer.out)
    assert faults
    for fault in faults:
        assert set(fault) == {"file", "line", "column", "code", "severity", "message"}
    assert any(fault["code"].startswith("SC2") and "doess" in fault["message"] for fault in faults)


def test_faults_for_people_show_the_place(shell: Shell, tmp_path: Path) -> None:
    file = broken(tmp_path)
    answer = shell("lint", str(file))
    assert answer.code == 1
    assert f"{file.as_posix()}:" in answer.out
    assert "^" in answer.out


def test_faults_as_annotations(shell: Shell, tmp_path: Path) -> None:
    answer = shell("lint", str(broken(tmp_path)), "--format", "github")
    assert answer.code == 1
    assert all(line.startswith(("::error file=", "::warning file=")) for line in answer.out.splitlines())


def test_folders_are_searched(shell: Shell, tmp_path: Path) -> None:
    broken(tmp_path)
    (tmp_path / ".hidden").mkdir()
    broken(tmp_path / ".hidden")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "fine.yaml").write_text(FAULTY.read_text("utf-8"), "utf-8")
    assert "2 files checked" in shell("lint", str(tmp_path)).out
    (tmp_path / "empty").mkdir()
    answer = shell("lint", str(tmp_path / "empty"))
    assert answer.code == 2
    assert "no YAML file" in answer.err


def test_other_files_of_ours_are_read_as_what_they_are() -> None:
    for name in ("psychology.yaml", "phrases.yaml"):
        assert diagnostics_of(shipped_psychology().with_name(name)) == ()


def test_the_schema_is_json(shell: Shell) -> None:
    schema = json.loads(shell("schema").out)
    assert "rapport" in schema["properties"]


def test_what_was_said_before_is_said_again(shell: Shell, tmp_path: Path) -> None:
    file = str(broken(tmp_path))
    first = shell("lint", file, "--format", "json")
    again = shell("lint", file, "--format", "json")
    afresh = shell("lint", file, "--format", "json", "--no-cache")
    assert first.out == again.out == afresh.out
    assert shell("lint", file, "--lang", "zh").out != shell("lint", file).out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")

    assert run(["lint", str(tmp_path / "pipe.yaml")]) == 1
    assert "SC002" in capsys.readouterr().out
