"""Packages: one file to hand on, checked on load, and nothing in it can lead anywhere."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from game.content.library import Library
from game.content.loading import load_scenario
from game.content.package import LARGEST, LIST, SCENARIO, PackageFault, opened, packed
from tests.command_line.conftest import Shell
from tests.content.readings import ROOT

SMALLEST = (ROOT / "scenarios" / "examples" / "smallest.yaml").read_bytes()
GOOD = packed("smallest", "0" * 64, {SCENARIO: SMALLEST})


def rezipped(change: dict[str, bytes], drop: tuple[str, ...] = ()) -> bytes:
    page = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as new:
        files = {name: old.read(name) for name in old.namelist() if name not in drop} | change
        for name, content in files.items():
            new.writestr(name, content)
    return page.getvalue()


def stored_twice() -> bytes:
    page = io.BytesIO(GOOD)
    with zipfile.ZipFile(page, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(SCENARIO, SMALLEST)
    return page.getvalue()


def scratched() -> bytes:
    """A package whose compressed bytes are no compressed bytes any more."""
    start = GOOD.index(SCENARIO.encode()) + len(SCENARIO)
    return GOOD[:start] + b"\xff" * 40 + GOOD[start + 40 :]


def test_the_same_scenario_gives_the_same_bytes() -> None:
    assert packed("smallest", "0" * 64, {SCENARIO: SMALLEST}) == GOOD
    assert opened(GOOD) == {SCENARIO: SMALLEST}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (GOOD[: len(GOOD) // 2], "SC010"),
        (b"PK\x03\x04" + b"\0" * 100, "SC010"),
        (b"PK\x05\x06" + b"\0" * 18, "SC011"),
        (scratched(), "SC010"),
        (stored_twice(), "SC010"),
        (rezipped({LIST: b"{}"}), "SC010"),
        (rezipped({LIST: b"[" * 100_000}), "SC010"),
        (rezipped({}, (SCENARIO,)), "SC011"),
        (rezipped({}, (LIST,)), "SC011"),
        (rezipped({"../../escape.yaml": b"x"}), "SC012"),
        (rezipped({"/etc/passwd": b"x"}), "SC012"),
        (rezipped({"..\\escape.yaml": b"x"}), "SC012"),
        (rezipped({"folder/": b""}), "SC012"),
        (rezipped({"run.py": b"x"}), "SC012"),
        (rezipped({SCENARIO: b" " * (LARGEST + 1)}), "SC013"),
        (rezipped({SCENARIO: SMALLEST + b"# edited"}), "SC014"),
        (rezipped({"letter.md": b"not on the list"}), "SC014"),
    ],
)
def test_what_is_wrong_with_a_package_is_named(data: bytes, code: str, tmp_path: Path) -> None:
    fault = opened(data)
    assert isinstance(fault, PackageFault) and fault.code == code
    file = tmp_path / "bad.rapport"
    file.write_bytes(data)
    loaded = load_scenario(file)
    assert loaded.scenario is None and [each.code for each in loaded.errors] == [code]
    assert sorted(tmp_path.iterdir()) == [file]


def test_the_verb_packs_and_the_package_plays(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "handed on.rapport"
    answer = shell("pack", "scenarios/examples/smallest.yaml", "--out", str(file))
    assert answer.code == 0, answer.err
    with zipfile.ZipFile(file) as archive:
        about = json.loads(archive.read(LIST))
        assert set(archive.namelist()) == {LIST, SCENARIO, "scenario.paths.yaml"}
    assert about["id"] == "smallest"
    assert about["fingerprint"] == getattr(load_scenario(file).scenario, "fingerprint", None)
    played = shell("play", str(file), "--choices", "ask-leave,leave-card", "--json")
    assert json.loads(played.out)["outcome"] == "not-today"
    assert shell("lint", str(file)).code == 0
    assert [card.id for card in Library((tmp_path,)).listing()] == ["smallest"]


def test_what_should_not_be_packed_is_refused(shell: Shell, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("rapport: 1\nid: broken\n", encoding="utf-8")
    assert shell("pack", str(broken)).code == 2
    scenario = tmp_path / "mine.yaml"
    scenario.write_bytes(SMALLEST)
    paths = "rapport-paths: 1\npaths:\n  a: {say: [ask-leave, leave-card], ending: dated}\n"
    (tmp_path / "mine.paths.yaml").write_text(paths, encoding="utf-8")
    answer = shell("pack", str(scenario), "--out", str(tmp_path / "mine.rapport"))
    assert answer.code == 2 and "SC604" in answer.err
    assert not (tmp_path / "mine.rapport").exists()
    package = tmp_path / "good.rapport"
    package.write_bytes(GOOD)
    assert shell("pack", str(package)).code == 2
    assert shell("words", str(package), "--back", str(paths)).code == 2
