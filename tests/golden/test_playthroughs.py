"""Every golden playthrough still goes as it is written, and no scenario lacks one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.engine.conversation import Conversation
from game.engine.transcript import Transcript
from tests.laws.playing import same
from tools.golden import GOLDEN, files, labels
from tools.playthroughs import Unplayable, difference, moved, read, replayed, written
from tools.searching import label, missing
from tools.shipped import scenario, scenario_ids

PLAYS = sorted(GOLDEN.glob("*.play"))
FEWEST = 3


def named(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", PLAYS, ids=named)
def test_it_goes_as_it_is_written(path: Path) -> None:
    wanted = path.read_text(encoding="utf-8")
    transcript = read(wanted)
    told = difference(wanted, written(replayed(transcript, scenario(transcript.scenario))), path.name)

    assert told is None, told


@pytest.mark.parametrize("path", PLAYS, ids=named)
def test_its_name_says_how_it_ends(path: Path) -> None:
    transcript = read(path.read_text(encoding="utf-8"))
    conversation = replayed(transcript, scenario(transcript.scenario))

    assert path.name == f"{transcript.scenario}.{label(conversation)}.play"


@pytest.mark.parametrize("path", PLAYS, ids=named)
def test_it_goes_the_same_when_every_turn_is_written_to_disk_and_read_again(
    path: Path, tmp_path: Path
) -> None:
    transcript = read(path.read_text(encoding="utf-8"))
    rules = scenario(transcript.scenario)
    straight = interrupted = Conversation.begin(rules, transcript.seed, transcript.start)
    for move in transcript.moves:
        straight, interrupted = moved(straight, move), moved(interrupted, move)
        save = tmp_path / "save.json"
        save.write_text(json.dumps(interrupted.transcript().to_json()), encoding="utf-8")
        found = Transcript.from_json(json.loads(save.read_text(encoding="utf-8"))).replay(rules)

        assert isinstance(found, Conversation)
        assert same(found.state, straight.state) == []
        interrupted = found

    assert written(interrupted) == written(straight)


@pytest.mark.parametrize("name", scenario_ids())
def test_a_scenario_has_a_win_a_loss_a_walk_out_and_every_ending(name: str) -> None:
    endings, manners = missing(scenario(name), labels(name))

    assert (sorted(endings), sorted(manners)) == ([], []), f"python tools/golden.py --find {name}"
    assert len(files(name)) >= FEWEST


def test_every_file_belongs_to_a_shipped_scenario() -> None:
    assert {path.name.split(".")[0] for path in PLAYS} == set(scenario_ids())


def test_there_are_playthroughs_at_all() -> None:
    assert len(PLAYS) >= FEWEST


def test_a_difference_is_told_with_what_stands_before_it() -> None:
    one = "scenario: a\n\nturn 1  10:00\n  say: b\n  reply: c\n"

    told = difference(one, one.replace("reply: c", "reply: d"), "a.play")

    assert told is not None
    assert told.splitlines()[0] == "a.play:5: differs in turn 1  10:00, the first of 1 lines"
    assert "  -   reply: c" in told.splitlines()
    assert "  +   reply: d" in told.splitlines()
    assert "      say: b" in told.splitlines()
    assert difference(one, one, "a.play") is None


def test_a_fingerprint_is_told_only_when_nothing_else_differs() -> None:
    one = "scenario: a\nfingerprint: 1\nseed: 1\n"
    other = one.replace("fingerprint: 1", "fingerprint: 2")

    told, only = (
        difference(one, other.replace("seed: 1", "seed: 2"), "a.play"),
        difference(one, other, "a.play"),
    )

    assert told is not None
    assert told.startswith("a.play:3: ")
    assert only is not None
    assert only.startswith("a.play:2: ")


def test_a_missing_end_is_a_difference() -> None:
    told = difference("scenario: a\nseed: 1\n", "scenario: a\n", "a.play")

    assert told is not None
    assert "  + (nothing)" in told.splitlines()


@pytest.mark.parametrize(
    "text", ["", "scenario: a\n", "seed: 1\n", 'scenario: a\nseed: 1\n  note: {"type": 3}\n']
)
def test_a_file_that_is_no_playthrough_says_why(text: str) -> None:
    with pytest.raises(Unplayable, match=r"playthrough|note"):
        read(text)


def test_a_move_that_cannot_be_made_says_what_is_on_offer() -> None:
    path = PLAYS[0]
    transcript = read(path.read_text(encoding="utf-8").replace("  say: ", "  say: no-such-", 1))

    with pytest.raises(Unplayable, match=r"turn 1: `no-such-.*` is not on offer any more; on offer: "):
        replayed(transcript, scenario(transcript.scenario))
