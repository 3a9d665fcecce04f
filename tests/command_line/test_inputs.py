"""Whatever is given to the command: a sentence in the chosen language, an exit code, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command_line.conftest import WET_UMBRELLA, Shell

HOSTILE = {
    "empty": b"",
    "binary": bytes(range(256)) * 40,
    "brackets": b"[" * 100_000,
    "bomb": b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "tag": b"rapport: !!python/object/apply:os.getcwd []\n",
    "utf16": "rapport: 1\n".encode("utf-16"),
    "nothing of it": b"rapport: 1\nid: x\n",
    "unfinished": Path(WET_UMBRELLA).read_bytes()[:700] if Path(WET_UMBRELLA).exists() else b"id: [",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("arguments", [["play", "--text"], ["lint"], ["play", "--json"]])
def test_hostile_scenarios(shell: Shell, tmp_path: Path, name: str, arguments: list[str]) -> None:
    file = tmp_path / "hostile.yaml"
    file.write_bytes(HOSTILE[name])
    answer = shell(arguments[0], str(file), *arguments[1:])
    assert answer.code == 1
    assert "SC" in answer.out + answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["play", "no-such-thing", "--text"],
        ["play", "no/such/file.yaml", "--text"],
        ["play", ".", "--text"],
        ["play", WET_UMBRELLA, "--text", "--psychology", "no-such-file.yaml"],
        ["play", WET_UMBRELLA, "--text", "--psychology", WET_UMBRELLA],
        ["play", WET_UMBRELLA, "--text", "--customer", "X"],
        ["play", WET_UMBRELLA, "--text", "--customer", "99"],
        ["play", WET_UMBRELLA, "--text", "--seed", "99999999999"],
        ["play", WET_UMBRELLA, "--text", "--seed", "1.5"],
        ["review", "no-such-file.json"],
        ["review", "."],
        ["review", WET_UMBRELLA],
        ["lint", "no-such-file.yaml"],
    ],
)
def test_input_that_cannot_be_used(shell: Shell, arguments: list[str], language: str) -> None:
    answer = shell(*arguments, "--lang", language)
    assert answer.code in {1, 2}
    assert "Traceback" not in answer.err
    told = answer.err + answer.out
    assert told.strip()
    if language == "zh":
        assert any("一" <= letter <= "鿿" for letter in told)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        "[" * 50_000,
        '{"transcript": {"moves": []}}',
        '{"transcript": 1, "scenario": "wet-umbrella", "fingerprint": "x", "seed": 1, "engine": 1}',
    ],
)
def test_files_that_are_no_transcripts(shell: Shell, tmp_path: Path, text: str) -> None:
    file = tmp_path / "transcript.json"
    file.write_text(text, "utf-8")
    for arguments, typed in (([str(file)], ""), (["-"], text)):
        answer = shell("review", *arguments, typed=typed)
        assert answer.code == 2
        assert answer.err.startswith("rapport: SC908: ")


def transcript(moves: list[object], **other: object) -> str:
    return json.dumps(
        {
            "transcript": 1,
            "scenario": "wet-umbrella",
            "fingerprint": "",
            "seed": 1,
            "start": None,
            "engine": 1,
            "moves": moves,
        }
        | other
    )


def test_a_transcript_of_other_rules_is_told(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "transcript.json"
    file.write_text(transcript([], fingerprint="other"), "utf-8")
    answer = shell("review", str(file), "--scenario", WET_UMBRELLA)
    assert answer.code == 2
    assert "SC909" in answer.err


def test_a_transcript_that_says_what_was_not_on_offer_is_told(shell: Shell, tmp_path: Path) -> None:
    stopped = shell("play", WET_UMBRELLA, "--choices", "leave-umbrella,ask-oven,choose-day", "--json")
    whole = json.loads(stopped.out)["transcript"]
    file = tmp_path / "transcript.json"
    for moves, reason in (
        ([{"say": "ask-oven"}], "not on offer"),
        ([{"say": "no-such-line"}], "no line of the scenario"),
        ([*whole["moves"], {"say": "ask-oven"}], "after the end"),
    ):
        file.write_text(json.dumps(whole | {"moves": moves}), "utf-8")
        answer = shell("review", str(file), "--scenario", WET_UMBRELLA)
        assert answer.code == 2
        assert "SC909" in answer.err
        assert reason in answer.err


def saved(home: Path) -> Path:
    (file,) = (home / "saves").glob("*.json")
    return file


def test_a_damaged_save_is_moved_aside_and_a_new_talk_begins(shell: Shell, home: Path) -> None:
    shell("play", WET_UMBRELLA, "--text", typed="1\n")
    saved(home).write_text('{"save": 1, "scenario": "wet-umb', "utf-8")
    answer = shell("play", WET_UMBRELLA, "--text")
    assert answer.code == 0
    assert "SC901" in answer.out
    assert "The Wet Umbrella" in answer.out
    assert [path.name for path in (home / "saves").iterdir() if "damaged" in path.name] == [
        "wet-umbrella.1.json.damaged-1"
    ]


def test_a_save_with_a_line_that_was_not_on_offer_is_damaged(shell: Shell, home: Path) -> None:
    shell("play", WET_UMBRELLA, "--text", typed="1\n")
    data = json.loads(saved(home).read_text("utf-8"))
    for moves in ([{"say": "choose-day"}], [{"say": 3}], [{"shout": "hello"}]):
        data["transcript"]["moves"] = moves
        for file in (home / "saves").glob("*.json"):
            file.unlink()
        (home / "saves" / "wet-umbrella.1.json").write_text(json.dumps(data), "utf-8")
        answer = shell("play", WET_UMBRELLA, "--text")
        assert answer.code == 0
        assert "SC901" in answer.out


def test_a_save_of_other_rules_is_kept_and_told(shell: Shell, home: Path) -> None:
    shell("play", WET_UMBRELLA, "--text", typed="1\n")
    file = saved(home)
    data = json.loads(file.read_text("utf-8"))
    data["transcript"]["fingerprint"] = "0" * 64
    file.write_text(json.dumps(data), "utf-8")
    answer = shell("play", WET_UMBRELLA, "--text")
    assert answer.code == 0
    assert "SC902" in answer.out
    assert json.loads(file.read_text("utf-8")) == data
    assert len(list((home / "saves").iterdir())) == 2


def test_a_home_that_cannot_be_written_does_not_stop_the_play(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be", "utf-8")
    monkeypatch.setenv("RAPPORT_HOME", str(blocked))
    answer = shell("play", WET_UMBRELLA, "--text", "--seed", "3", typed="1\n1\n1\n\n")
    assert answer.code == 0
    assert answer.out.count("SC905") == 1
    assert "Turn by turn" in answer.out
    stopped = shell("play", WET_UMBRELLA, "--text", typed="q\n")
    assert "could not be kept" in stopped.out
