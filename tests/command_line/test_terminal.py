"""A whole conversation typed at a terminal, by keys or by a pipe."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from game.command_line.program import run
from game.command_line.terminal import talk
from tests.command_line.conftest import WET_UMBRELLA, Shell

GOLDEN = Path(__file__).parent / "golden"
KEPT = re.compile(r"rapport review (\S+)")


def test_the_briefing_and_the_first_choice(shell: Shell) -> None:
    for language in ("en", "zh"):
        answer = shell("play", WET_UMBRELLA, "--text", "--seed", "3", "--lang", language)
        told = answer.out.rpartition("\n1. ")[0] + "\n"
        assert "17:50" not in answer.out, "story time begins when somebody is met"
        assert told == (GOLDEN / f"briefing-{language}.txt").read_text("utf-8")
        assert answer.code == 0


def test_plain_text_moves_no_cursor_and_draws_no_box(shell: Shell) -> None:
    told = shell("play", WET_UMBRELLA, "--plain", "--seed", "3", typed="1\n1\n1\n\n").out
    assert "\x1b" not in told
    assert not set("│─╭╮╰╯") & set(told)
    assert "\n\n\n" not in told


def test_to_the_end_and_back(shell: Shell, home: Path) -> None:
    answer = shell("play", WET_UMBRELLA, "--text", "--seed", "3", typed="1\n1\n1\nr 2\n2\n1\n\n")
    assert answer.code == 0
    assert answer.out.count("Your card leans against the till.") + answer.out.count("flour") == 2
    assert "(said last time)" in answer.out
    files = KEPT.findall(answer.out)
    assert [Path(file).name for file in files] == ["wet-umbrella.1.json", "wet-umbrella.2.json"]
    assert list((home / "saves").iterdir()) == []
    first, second = (json.loads(Path(file).read_text("utf-8"))["transcript"] for file in files)
    assert first["seed"] == second["seed"] == 3
    assert first["moves"][0]["say"] == second["moves"][0]["say"]


def test_another_morning_has_another_seed(shell: Shell) -> None:
    answer = shell("play", WET_UMBRELLA, "--text", "--seed", "3", typed="1\n1\n1\na\nq\n")
    assert "Kept." in answer.out
    again = shell("play", WET_UMBRELLA, "--text", "--resume", typed="q\n")
    assert "at turn 1" in again.out


@pytest.mark.parametrize(("typed", "turn"), [("", 1), ("1\n", 2), ("1\n2\n", 3), ("1\nq\n", 2)])
def test_the_end_of_input_keeps_the_conversation(shell: Shell, typed: str, turn: int) -> None:
    stopped = shell("play", WET_UMBRELLA, "--text", "--seed", "3", typed=typed)
    assert stopped.code == 0
    assert "Kept. To go on: rapport play " in stopped.out
    again = shell("play", WET_UMBRELLA, "--text", typed="q\n")
    assert f"You go on where you stopped, at turn {turn}." in again.out


def test_a_conversation_asked_for_by_its_seed_is_a_new_one(shell: Shell) -> None:
    shell("play", WET_UMBRELLA, "--text", "--seed", "3", typed="1\n")
    for more in (["--seed", "4"], ["--customer", "2"], ["--new"]):
        assert "You go on" not in shell("play", WET_UMBRELLA, "--text", *more).out


def test_beginning_anew_keeps_what_was_said_among_the_transcripts(shell: Shell, home: Path) -> None:
    shell("play", WET_UMBRELLA, "--text", "--seed", "3", typed="1\n")
    shell("play", WET_UMBRELLA, "--text", "--new")
    assert [path.name for path in (home / "transcripts").iterdir()] == ["wet-umbrella.1.json"]
    assert [path.name for path in (home / "saves").iterdir()] == ["wet-umbrella.2.json"]


def test_a_pure_type_goes_on_as_the_same_pure_type(shell: Shell, home: Path) -> None:
    shell("play", WET_UMBRELLA, "--text", "--customer", "D", typed="1\n")
    shell("play", WET_UMBRELLA, "--text", typed="1\n")
    saved = json.loads((home / "saves" / "wet-umbrella.1.json").read_text("utf-8"))
    assert saved["customer"] == "D"
    assert len(saved["transcript"]["moves"]) == 2


def test_resuming_nothing_is_told(shell: Shell) -> None:
    answer = shell("play", WET_UMBRELLA, "--text", "--resume")
    assert answer.code == 2
    assert "no conversation of 'wet-umbrella' to go on with" in answer.err


def test_help_and_nonsense_cost_nothing(shell: Shell) -> None:
    answer = shell("play", WET_UMBRELLA, "--text", "--seed", "3", typed="?\n9\n0\n-1\nhello\n\n二\nq\n")
    assert answer.out.count("Please type a number from 1 to 2, or ? for help.") == 6
    assert "there is no taking back" in answer.out
    assert "at turn 1" in shell("play", WET_UMBRELLA, "--text").out


def test_the_notebook_is_kept_and_compared(shell: Shell, home: Path) -> None:
    answer = shell("play", WET_UMBRELLA, "--text", "--seed", "3", typed="1\nn\n3\n2\n\n1\n1\n\n")
    assert "Your notebook" in answer.out
    assert "You noted S; she's S. The cues so far could" in answer.out
    assert "You noted safety; that is what she wanted most." in answer.out
    (file,) = (home / "transcripts").iterdir()
    moves = json.loads(file.read_text("utf-8"))["transcript"]["moves"]
    assert moves[1]["note"] == {"type": "S", "need": "safety"}


def test_a_line_can_be_named_by_its_id(shell: Shell) -> None:
    answer = shell("play", WET_UMBRELLA, "--text", typed="leave-umbrella\nq\n")
    assert "Warm air and empty trays." in answer.out


def test_ctrl_c_keeps_the_conversation(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(talk.Talk, "_answer", interrupted)
    answer = shell("play", WET_UMBRELLA, "--text")
    assert answer.code == 130
    assert "Kept." in answer.out


def test_a_bug_is_shown_with_the_transcript_that_reproduces_it(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.command_line.terminal.situation import Situation

    def broken(*_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(Situation, "react", broken)
    answer = shell("play", WET_UMBRELLA, "--text", "--seed", "3", typed="leave-umbrella\n")
    assert answer.code == 70
    shown = next(line for line in answer.err.splitlines() if line.startswith("{"))
    told = json.loads(shown)
    assert told["scenario"] == "wet-umbrella"
    assert [move["say"] for move in told["transcript"]["moves"]] == ["leave-umbrella"]
    assert "Traceback" not in answer.err


def test_without_a_scenario_there_is_a_list(shell: Shell) -> None:
    answer = shell("play", "--text", typed="q\n")
    assert answer.code in {0, 2}
    assert "Which conversation?" in answer.out or "no scenario" in answer.err


def test_without_a_screen_it_plays_in_the_terminal(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("game.command_line.screen.sys.platform", "linux")
    answer = shell("play", WET_UMBRELLA, typed="1\n")
    assert answer.err == "There is no screen here, so we play in the terminal.\n"
    assert "Kept." in answer.out


def test_a_reader_with_colours_gets_boxes(monkeypatch: pytest.MonkeyPatch, shell: Shell) -> None:
    monkeypatch.setattr("game.command_line.terminal.paper.wants_plain", lambda: False)
    told = shell("play", WET_UMBRELLA, "--text", "--seed", "3", typed="1\n1\n1\n\n").out
    assert "╭─" in told
    assert "Turn by turn" in told


def test_nothing_that_is_typed_breaks_the_talk(shell: Shell) -> None:
    hostile = "1" * 5_000 + "\n" + "\x00\x1b[2J\n" + "٣\n" + "²\n" + "{n}\n"
    answer = shell("play", WET_UMBRELLA, "--text", typed=hostile + "q\n")
    assert answer.code == 0
    assert answer.err == ""


def test_run_never_needs_a_terminal() -> None:
    assert run(["play", WET_UMBRELLA, "--choices", "", "--json"]) == 2
