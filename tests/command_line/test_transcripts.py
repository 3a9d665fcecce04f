"""Transcripts that were cut, edited, saved by another program or made to do harm: refused by name."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from game.command_line.transcripts import as_id, as_path, printable, read, shape_reason
from game.engine.transcript import Transcript, TranscriptError
from game.language.locale import Locale
from game.language.words import Words
from game.records.durable import LARGEST
from tests.command_line.calling import in_a_process
from tests.command_line.conftest import WET_UMBRELLA, Shell
from tests.command_line.test_machine import driven, object_of

SAID = {
    "transcript": 1,
    "scenario": "wet-umbrella",
    "fingerprint": "f" * 64,
    "seed": 1,
    "start": None,
    "engine": 1,
    "moves": [],
}
WRONG: list[dict[str, Any]] = [
    {"transcript": None},
    {"transcript": 2},
    {"transcript": {"transcript": 1}},
    {"seed": -1},
    {"seed": 1.0},
    {"seed": True},
    {"engine": "1"},
    {"start": 3},
    {"moves": {}},
    {"moves": [{"note": {}}] * 2_001},
    {"scenario": 3},
    {"fingerprint": "f" * 201},
    {"moves": [{"say": "x", "note": {}}]},
    {"moves": [{"say": "x", "took": -1}]},
    {"moves": [{"say": 3}]},
    {"moves": [{"note": {"mood": "good"}}]},
    {"moves": [{"note": {"type": ["D"]}}]},
]
NAMED: list[tuple[bytes, str, str]] = [
    (b"", "it is empty", "是空的"),
    (b" \n", "it is empty", "是空的"),
    (b"null", "it is no JSON object", "内容不是 JSON 对象"),
    (b"[" * 100_000, "it is nested too deeply", "嵌套太深"),
    (b'{"a": ' * 100_000, "it is nested too deeply", "嵌套太深"),
    (b'{"seed": NaN}', "'NaN' is no number", "“NaN”不是数字"),
    (b'{"seed": -Infinity}', "'-Infinity' is no number", "“-Infinity”不是数字"),
    (b'{"seed": ' + b"9" * 5_000 + b"}", "a number in it is too long", "里面有一个数字太长"),
    (b'{"seed": 1, "seed": 2}', "'seed' stands twice in one place", "同一处出现了两个“seed”"),
    (b'{"moves": [{"say": "a"', "no JSON at line 1, column", "第 1 行第"),
    (b"\x89PNG\r\n\x1a\n\0\0", "it is no text, or not in UTF-8", "不是文本，或者不是 UTF-8 编码"),
    ("知心".encode("gbk"), "it is no text, or not in UTF-8", "不是文本，或者不是 UTF-8 编码"),
    (b"x" * (LARGEST + 1), f"it has more than {LARGEST} bytes", f"超过了 {LARGEST} 字节"),
]


def has_chinese(text: str) -> bool:
    return any("一" <= letter <= "鿿" for letter in text)


@pytest.mark.parametrize("change", WRONG)
def test_whatever_the_engine_says_of_a_shape_is_told_in_both_languages(change: dict[str, Any]) -> None:
    with pytest.raises(TranscriptError) as caught:
        Transcript.from_json(SAID | change)
    said = str(caught.value)
    assert has_chinese(shape_reason(Words(Locale.ZH), said))
    told = shape_reason(Words(Locale.EN), said)
    assert told
    assert not has_chinese(told)
    assert len(told) < 150


@pytest.mark.parametrize(("data", "english", "chinese"), NAMED)
def test_what_is_wrong_is_named(
    shell: Shell, tmp_path: Path, data: bytes, english: str, chinese: str
) -> None:
    file = tmp_path / "transcript.json"
    file.write_bytes(data)
    for language, reason in (("en", english), ("zh", chinese)):
        answer = shell("review", str(file), "--lang", language)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith("rapport: SC908: ")
        assert reason in answer.err
        code, refused = object_of(shell, "review", str(file), "--lang", language)
        assert (code, refused["error"]) == (2, "SC908")
        assert reason in refused["message"]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_whatever_a_shell_writes_is_read(shell: Shell, tmp_path: Path, coding: str) -> None:
    said = driven(shell, WET_UMBRELLA, "--seed", "2")
    account = shell("play", WET_UMBRELLA, "--choices", ",".join(said), "--seed", "2", "--json").out
    file = tmp_path / "account.json"
    file.write_bytes(account.encode(coding))
    code, told = object_of(shell, "review", str(file), "--brief")
    assert code == 0
    assert told["transcript"] == json.loads(account)["transcript"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_file_no_folder_no_device(shell: Shell, tmp_path: Path, language: str) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for path in (tmp_path, tmp_path / "nothing", loop, tmp_path / ("n" * 300)):
        answer = shell("review", str(path), "--lang", language)
        assert answer.code == 2
        assert answer.err.startswith("rapport: SC907: ")
        assert has_chinese(answer.err.rpartition(str(path))[2]) == (language == "zh")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no device without an end")
def test_what_never_ends_is_read_only_so_far() -> None:
    for arguments in (("/dev/zero",), ("-",)):
        with Path("/dev/zero").open("rb") as endless:
            answer = in_a_process("review", *arguments, stdin=endless)
        assert answer.code == 2
        assert "it has more than 4000000 bytes" in answer.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything can be read")
def test_without_permission(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_text("{}", "utf-8")
    file.chmod(0)
    answer = shell("review", str(file))
    assert answer.code == 2
    assert "no permission" in answer.err


def test_a_conversation_of_another_scenario_is_named_so(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "other.json"
    file.write_text(json.dumps(SAID | {"scenario": "seven-seconds"}), "utf-8")
    answer = shell("review", str(file), "--scenario", WET_UMBRELLA)
    assert answer.code == 2
    assert "it was played in the scenario 'seven-seconds', not in 'wet-umbrella'" in answer.err


def test_nothing_that_a_terminal_obeys_comes_out_of_a_transcript(shell: Shell, tmp_path: Path) -> None:
    said = driven(shell, WET_UMBRELLA, "--seed", "2")
    told = json.loads(shell("play", WET_UMBRELLA, "--choices", ",".join(said), "--seed", "2", "--json").out)
    whole = told["transcript"]
    evil = "\x1b]0;owned\x07\x9b2J\u202e" + "x" * 150
    changes: list[dict[str, Any]] = [
        {"moves": [{"say": evil}]},
        {"scenario": evil},
        {"transcript": evil},
        {"engine": 10**4_000},
        {"moves": [*whole["moves"], {"say": evil}]},
    ]
    for number, change in enumerate(changes):
        file = tmp_path / f"{number}.json"
        file.write_text(json.dumps(whole | change), "utf-8")
        answer = shell("review", str(file), *(() if "scenario" in change else ("--scenario", WET_UMBRELLA)))
        assert answer.code == 2
        shown = answer.err.replace("\n", "").replace(str(tmp_path), "")
        assert shown.isprintable()
        assert len(shown) < 400


def test_a_transcript_names_no_file_and_no_other_machine(tmp_path: Path) -> None:
    assert as_id("seven-seconds") == "seven-seconds"
    assert as_id("七秒") == "七秒"
    assert not {"/", "\\", ".", ":", "~"} & set(as_id("../../etc/pass~wd\\C:"))
    assert as_path("/home/anna/story.yaml") == "/home/anna/story.yaml"
    assert as_path("C:\\stories\\story.yaml") == "C:\\stories\\story.yaml"
    for harm in ("\\\\there\\share\\x.yaml", "//there/share/x.yaml", "a\0b", "a\nb", None, 3, ["x"]):
        assert as_path(harm) == ""


def test_a_save_that_names_no_file_is_refused_without_a_fault_of_ours(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "save.json"
    for harm in ("a\0b", "/dev/null", str(tmp_path), "/nowhere.yaml"):
        for key in ("source", "psychology"):
            file.write_text(json.dumps({"save": 1, "transcript": SAID, key: harm}), "utf-8")
            answer = shell("review", str(file))
            assert answer.code in {1, 2}
            assert answer.err.startswith("rapport: ")


def test_names_are_shown_short(tmp_path: Path) -> None:
    assert printable("ask-oven") == "ask-oven"
    assert printable("a" * 60) == "a" * 60
    assert printable("a" * 61) == "a" * 59 + "…"
    assert printable("\x1b[31m") == "\N{REPLACEMENT CHARACTER}[31m"
    file = tmp_path / "fine.json"
    file.write_text('{"a": 1}', "utf-8")
    assert read(Words(Locale.EN), str(file)) == {"a": 1}
