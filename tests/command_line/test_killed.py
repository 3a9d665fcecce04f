"""Killed at any moment, a conversation goes on at the same turn with the same customer."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.command_line.calling import ROOT
from tests.command_line.conftest import WET_UMBRELLA

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
PROMPT = b"Your choice (? for help): "
KILLS = 5


def begun(*more: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "game", "play", WET_UMBRELLA, "--text", *more],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "RAPPORT_LANG": "en"},
    )


def until_asked(process: subprocess.Popen[bytes]) -> bytes:
    """Everything said up to the next question."""
    assert process.stdout is not None
    said = b""
    while not said.endswith(PROMPT):
        letter = process.stdout.read(1)
        assert letter, f"it ended before it asked: {said.decode()}"
        said += letter
    return said


def killed(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        assert stream is not None
        stream.close()


def test_killed_at_random_moments(home: Path) -> None:
    luck = random.Random(20)
    process = begun("--seed", "11")
    until_asked(process)
    asked, seeds = 1, set()
    for _ in range(KILLS):
        assert process.stdin is not None
        if asked < 3:
            process.stdin.write(b"1\n")
            process.stdin.flush()
            if luck.random() < 0.5:
                until_asked(process)
                asked += 1
            else:
                time.sleep(luck.uniform(0, 0.01))
        killed(process)

        process = begun()
        resumed = re.search(rb"at turn (\d+)\.", until_asked(process))
        assert resumed is not None
        turn = int(resumed[1])
        assert turn in {asked, asked + 1}, "a turn that was offered is lost"
        asked = turn
        (file,) = (home / "saves").glob("*.json")
        transcript = json.loads(file.read_text("utf-8"))["transcript"]
        assert len(transcript["moves"]) == turn - 1
        seeds.add((transcript["seed"], transcript["fingerprint"]))
    killed(process)
    assert len(seeds) == 1
    assert {seed for seed, _ in seeds} == {11}
