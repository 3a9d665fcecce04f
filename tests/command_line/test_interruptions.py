"""Ctrl-C, the system's request to end, a parent that is gone: parts labelled as parts, no process left."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.analysis.reviewing import Reviewing
from game.analysis.simulation import Plan
from game.authoring import prove
from game.command_line import main, program
from tests.command_line.calling import ROOT
from tests.command_line.conftest import WET_UMBRELLA, Shell
from tests.command_line.test_machine import driven

LONG = 120.0
"""Seconds after which a test gives up; nothing is measured by them."""

linux = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="nobody tells whose child one is")
signals = pytest.mark.skipif(os.name == "nt", reason="there is no SIGTERM to be answered")


def told_to_end(*_: object, **__: object) -> bool:
    """What the system does to a process that shall end, in the middle of the work."""
    os.kill(os.getpid(), signal.SIGTERM)
    raise AssertionError("it went on")


def test_while_the_command_is_being_loaded_ctrl_c_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "main", interrupted)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130


@signals
def test_a_review_that_is_told_to_end_tells_what_it_knows(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = driven(shell, WET_UMBRELLA, "--seed", "2")
    account = shell("play", WET_UMBRELLA, "--choices", ",".join(said), "--seed", "2", "--json")
    file = tmp_path / "account.json"
    file.write_text(account.out, "utf-8")
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(Reviewing, "work", told_to_end)
    answer = shell("review", str(file), "--json")
    assert answer.code == 130
    assert json.loads(answer.out)["finished"] is False
    assert signal.getsignal(signal.SIGTERM) is before


@signals
def test_a_simulation_that_is_told_to_end_tells_what_it_knows(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Plan, "block", told_to_end)
    answer = shell("simulate", WET_UMBRELLA, "--plays", "100", "--json")
    assert answer.code == 130
    assert json.loads(answer.out)["partial"] is True


@signals
def test_a_proof_that_is_told_to_end_tells_what_it_knows(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prove, "walked", told_to_end)
    answer = shell("prove", WET_UMBRELLA, "--json")
    assert answer.code == 130
    assert "Interrupted" in answer.err
    json.loads(answer.out)


def children(process: int) -> list[int]:
    """The processes that a process has begun and that still run."""
    try:
        listed = Path(f"/proc/{process}/task/{process}/children").read_text("utf-8").split()
    except OSError:
        return []
    return [int(each) for each in listed if running(int(each))]


def running(process: int) -> bool:
    """Whether a process still runs; one that is over and that nobody has asked for does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in {"Z", "X"}


def deaf(process: int) -> bool:
    """Whether a process pays no attention to Ctrl-C, which is the first thing that those who play do."""
    try:
        status = Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return False
    ignored = next(line.split()[1] for line in status.splitlines() if line.startswith("SigIgn:"))
    return bool(int(ignored, 16) >> (signal.SIGINT - 1) & 1)


@linux
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_no_process_is_left_behind(home: Path, how: signal.Signals) -> None:
    asked = ["simulate", "seven-seconds", "--plays", "50000000", "--processes", "2", "--json"]
    process = subprocess.Popen(
        [sys.executable, "-m", "game", *asked],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "RAPPORT_HOME": str(home)},
        preexec_fn=hearing,
    )
    with process:
        try:
            interrupted(process, how)
        finally:
            process.kill()  # a fault that was found leaves nothing behind either


def hearing() -> None:
    """Ctrl-C is heard, also where the tests were begun in the background and turn a deaf ear to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def interrupted(process: subprocess.Popen[bytes], how: signal.Signals) -> None:
    """Tell a simulation to end as soon as its work is shared."""
    until = time.monotonic() + LONG
    begun: list[int] = []
    while not (len(begun) > 2 and all(map(deaf, begun))) and time.monotonic() < until:
        time.sleep(0.05)
        begun = children(process.pid)  # two that play, and one that multiprocessing keeps
    assert len(begun) > 2, "it never shared its work"
    process.send_signal(how)
    out, err = process.communicate(timeout=LONG)
    while any(map(running, begun)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not [each for each in begun if running(each)]
    assert b"Traceback" not in err
    if how is not signal.SIGKILL:
        assert process.returncode == 130
        assert json.loads(out)["partial"] is True
