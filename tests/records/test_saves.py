"""What is kept of a conversation survives whatever happens to the program."""

import errno
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.language.locale import Locale
from game.language.words import Words
from game.records import durable
from game.records.faults import SaveFault, SaveTrouble
from game.records.home import home
from game.records.saves import Saved, Saves

AS_ROOT = os.name == "nt" or os.geteuid() == 0


def a_save(scenario: str = "ten-minutes", said: int = 2, **other: Any) -> Saved:
    moves = [{"say": f"line-{turn}"} for turn in range(said)]
    transcript = {"fingerprint": "f00d", "seed": 7, "start": None, "moves": moves, "engine": 1}
    return Saved(scenario, transcript, **other)


def kept(saves: Saves, saved: Saved) -> Saved:
    answer = saves.keep(saved)
    assert isinstance(answer, Saved)
    return answer


@pytest.fixture
def saves(tmp_path: Path) -> Saves:
    return Saves(tmp_path / "home")


def test_what_is_kept_comes_back(saves: Saves) -> None:
    first = kept(saves, a_save(customer="D", source="somewhere.yaml"))
    second = kept(saves, replace(a_save(said=3, customer="D", source="somewhere.yaml"), name=first.name))
    assert first.name == second.name == "ten-minutes.1.json"
    assert saves.resume("ten-minutes") == second
    assert [path.name for path in saves.running.iterdir()] == ["ten-minutes.1.json"]


def test_the_latest_conversation_of_the_scenario_is_resumed(saves: Saves) -> None:
    kept(saves, a_save())
    kept(saves, a_save("other"))
    newest = kept(saves, a_save(said=5))
    assert saves.resume("ten-minutes") == newest
    assert saves.resume("unheard-of") is None
    listed = saves.list()
    assert [each.name for each in listed if isinstance(each, Saved)] == [
        "other.1.json",
        "ten-minutes.2.json",
        "ten-minutes.1.json",
    ]


def test_a_scenario_whose_id_begins_like_another_keeps_its_own(saves: Saves) -> None:
    kept(saves, a_save("ten"))
    kept(saves, a_save("ten.1"))
    kept(saves, a_save("十分钟"))
    assert [each.scenario for each in saves.list() if isinstance(each, Saved)] == ["ten", "ten.1", "十分钟"]


def test_ids_cannot_leave_the_folder(saves: Saves) -> None:
    answer = kept(saves, a_save("../../etc/passwd"))
    assert (saves.running / answer.name).parent == saves.running
    assert "/" not in answer.name


def test_a_finished_conversation_becomes_a_transcript(saves: Saves) -> None:
    running = kept(saves, a_save())
    path = saves.archive(running)
    assert isinstance(path, Path)
    assert json.loads(path.read_text("utf-8")) == running.to_json()
    assert saves.resume("ten-minutes") is None
    assert saves.archive(running) == path
    assert kept(saves, a_save()).name == "ten-minutes.2.json"


def test_no_transcript_is_overwritten_by_another(saves: Saves) -> None:
    one = kept(saves, a_save(said=2))
    other = replace(one, transcript=a_save(said=3).transcript)
    paths = [saves.archive(one), saves.archive(other), saves.archive(one)]
    assert all(isinstance(path, Path) for path in paths)
    assert paths[0] == paths[2] != paths[1]
    assert len(list(saves.finished.iterdir())) == 2
    assert list(saves.running.iterdir()) == []


def test_the_conversation_kept_last_is_the_latest(saves: Saves) -> None:
    assert saves.latest() is None
    first, second = kept(saves, a_save("a")), kept(saves, a_save("b"))
    os.utime(saves.running / first.name, ns=(1, 2_000_000_000_000_000_000))
    os.utime(saves.running / second.name, ns=(1, 1_000_000_000_000_000_000))
    assert saves.latest() == first


def test_a_conversation_of_another_source_is_another(saves: Saves) -> None:
    own, library = kept(saves, a_save(source="/a/file.yaml")), kept(saves, a_save())
    assert saves.resume("ten-minutes", "") == library
    assert saves.resume("ten-minutes", "/a/file.yaml") == own
    assert saves.resume("ten-minutes", "/another/file.yaml") is None


def test_every_trouble_has_a_code_of_its_own() -> None:
    codes = [trouble.code for trouble in SaveTrouble]
    assert len(set(codes)) == len(codes)
    assert all(code.startswith("SC9") for code in codes)


def test_forgetting_drops_one_conversation(saves: Saves) -> None:
    first, second = kept(saves, a_save()), kept(saves, a_save(said=4))
    assert saves.forget(second) is None
    assert saves.resume("ten-minutes") == first
    assert saves.forget(a_save()) is None


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b'{"save": 1}',
        b"[]",
        b"\xff\xfe\x00",
        b'{"save": 1, "scenario": 3, "transcript": {"moves": []}}',
        b'{"save": 1, "scenario": "ten-minutes", "transcript": {"moves": {}}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_save_is_moved_aside_and_told(saves: Saves, content: bytes) -> None:
    whole = kept(saves, a_save())
    damaged = kept(saves, a_save())
    (saves.running / damaged.name).write_bytes(content)
    fault = saves.resume("ten-minutes")
    assert isinstance(fault, SaveFault)
    assert fault.trouble is SaveTrouble.DAMAGED
    assert fault.aside is not None
    assert fault.aside.read_bytes() == content
    assert fault.aside.name == "ten-minutes.2.json.damaged-1"
    assert fault.told(Words(Locale.EN)).startswith("SC901: ")
    assert saves.resume("ten-minutes") == whole


def test_two_damaged_saves_of_one_name_are_both_kept(saves: Saves) -> None:
    for number in (1, 2):
        saved = kept(saves, a_save())
        (saves.running / saved.name).write_text("{", "utf-8")
        fault = saves.resume("ten-minutes")
        assert isinstance(fault, SaveFault)
        assert fault.aside is not None
        assert fault.aside.name == f"ten-minutes.1.json.damaged-{number}"


def test_a_name_that_was_only_claimed_is_no_damage(saves: Saves) -> None:
    whole = kept(saves, a_save())
    (saves.running / "ten-minutes.2.json").touch()
    assert saves.resume("ten-minutes") == whole
    assert kept(saves, a_save()).name == "ten-minutes.3.json"


def test_a_first_turn_that_cannot_be_written_leaves_nothing_behind(
    saves: Saves, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", refuse)
    assert isinstance(saves.keep(a_save()), SaveFault)
    assert list(saves.running.iterdir()) == []


def test_a_save_far_too_large_is_not_read(saves: Saves, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(saves, a_save())
    monkeypatch.setattr(durable, "LARGEST", 10)
    fault = saves.resume("ten-minutes")
    assert isinstance(fault, SaveFault)
    assert fault.trouble is SaveTrouble.DAMAGED


def test_a_save_of_a_newer_program_stays_where_it_is(saves: Saves) -> None:
    saved = kept(saves, a_save())
    path = saves.running / saved.name
    path.write_text('{"save": 2, "scenario": "ten-minutes", "new-form": []}', "utf-8")
    fault = saves.resume("ten-minutes")
    assert isinstance(fault, SaveFault)
    assert fault.trouble is SaveTrouble.NEWER
    assert path.exists()


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, SaveTrouble.DISK_FULL),
        (errno.EROFS, SaveTrouble.NOT_WRITABLE),
        (errno.EACCES, SaveTrouble.NOT_WRITABLE),
        (errno.EIO, SaveTrouble.NOT_SAVED),
    ],
)
def test_a_disk_that_refuses_is_told_and_the_old_turn_survives(
    saves: Saves, monkeypatch: pytest.MonkeyPatch, number: int, trouble: SaveTrouble
) -> None:
    before = kept(saves, a_save())

    def refuse(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    fault = saves.keep(replace(a_save(said=3), name=before.name))
    assert isinstance(fault, SaveFault)
    assert fault.trouble is trouble
    assert fault.told(Words(Locale.ZH)).startswith(trouble.code)
    assert isinstance(saves.archive(before), SaveFault)
    monkeypatch.undo()
    assert saves.resume("ten-minutes") == before
    assert [path.name for path in saves.running.iterdir()] == [before.name]


@pytest.mark.skipif(AS_ROOT, reason="this user may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    fault = Saves(tmp_path / "home").keep(a_save())
    tmp_path.chmod(0o700)
    assert isinstance(fault, SaveFault)
    assert fault.trouble is SaveTrouble.NOT_WRITABLE


def test_a_home_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("not a folder", "utf-8")
    saves = Saves(tmp_path / "home")
    assert isinstance(saves.keep(a_save()), SaveFault)
    assert isinstance(saves.archive(a_save()), SaveFault)
    assert saves.resume("ten-minutes") is None
    assert saves.list() == ()


def test_home_is_where_the_variable_says(tmp_path: Path) -> None:
    assert home({"RAPPORT_HOME": str(tmp_path)}) == tmp_path
    assert home({}).name == "rapport"


def test_keeping_needs_no_database() -> None:
    program = "import sys, game.records.saves; print({'sqlalchemy', 'numpy', 'yaml'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == "set()"
