"""How long it takes until something can be seen, as a whole process, the interpreter included."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from tools.benches.report import ROOT, Figure
from tools.benches.timing import in_turn, median, ratio

ROUNDS = 7

FIRST_FRAME = """
from game.desk.window import Window

frame = Window.frame

def first(window, *rest):
    frame(window, *rest)
    print("drawn")
    return False  # nobody wants to play: the desk closes after its first picture

Window.frame = first
from game.command_line import main
main(["play"])
"""
"""The desk as `rapport play` opens it, up to and with its first picture."""


def measure() -> list[Figure]:
    """Wall times of whole processes, taken in turn with a bare interpreter, whose start is in all of them."""
    bare, help_, text, window = in_turn(
        [
            lambda: process("-c", "print(1)", shows="1"),
            lambda: process("-m", "game", "--help", shows="rapport"),
            # With its input closed, a game in the terminal ends after it has shown the first lines on offer.
            lambda: process("-m", "game", "play", "seven-seconds", "--text", shows="2. "),
            lambda: process("-c", FIRST_FRAME, shows="drawn"),
        ],
        ROUNDS,
    )
    return [
        Figure("interpreter", median(bare), "s"),
        Figure("help", median(help_), "s"),
        Figure("help_to_interpreter", ratio(help_, bare), "x"),
        Figure("text_first_offers", median(text), "s", at_most=0.8),
        Figure("text_to_interpreter", ratio(text, bare), "x"),
        Figure("window_first_frame", median(window), "s", at_most=1.5),
        Figure("window_to_interpreter", ratio(window, bare), "x"),
    ]


def process(*words: str, shows: str) -> None:
    """Run Python with these words until it ends, without a screen, a loudspeaker or an input.

    Raises:
        RuntimeError: it ends with an error or without what it should have shown;
            then nothing was measured.
    """
    quiet = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYTHONUTF8": "1"}
    with tempfile.TemporaryDirectory() as home:
        answer = subprocess.run(
            [sys.executable, *words],
            cwd=ROOT,
            env=os.environ | quiet | {"RAPPORT_HOME": home},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    if answer.returncode != 0 or shows not in answer.stdout:
        raise RuntimeError(f"python {' '.join(words)} ended with {answer.returncode}: {answer.stderr[-500:]}")
