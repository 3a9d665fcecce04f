"""How long a frame of the conversation takes at 1280x720, drawn in software, and what the desk weighs.

Then the same beside the reviewer at work: `tools.benches.beside`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from random import Random
from time import perf_counter

from game.command_line.shelf import Shelf
from game.desk.application import Context, lay_desk, open_window
from game.desk.conversation_scene import ConversationScene
from game.desk.pilot import AtOnce, Pilot
from game.desk.playing import Playing
from game.desk.settings import SettingsFile
from game.engine.conversation import Conversation
from game.language.words import Words
from tools.benches import beside
from tools.benches.report import Figure
from tools.benches.timing import median, percentile
from tools.shipped_desk import NoSaves, OneBook

FRAMES = 3_000
"""Frames that are timed, in as many conversations as it takes."""

SIZE = (1280, 720)
SCENARIO = "seven-seconds"


def measure() -> list[Figure]:
    """Frame times of conversations played by the pilot, and the process's memory afterwards."""
    book = Shelf(Words()).open(SCENARIO).book
    with tempfile.TemporaryDirectory() as folder:
        settings = SettingsFile(Path(folder) / "settings.json")
        context = Context(OneBook(book), NoSaves(), settings_file=settings, speaker="")
        desk = lay_desk(context, AtOnce())
        window = open_window(context, desk, SIZE)
        frames: list[float] = []
        choice, seed = Random(1), 0
        while len(frames) < FRAMES:
            desk.go(ConversationScene(desk, Playing(book, Conversation.begin(book.scenario, seed))))
            frames += conversation_frames(Pilot(window), choice)
            seed += 1
        weight = resident()
        window.close()
    return [
        Figure("frames", len(frames), ""),
        Figure("conversations", seed, ""),
        Figure("frame_p50", median(frames) * 1e3, "ms", at_most=16),
        Figure("frame_p99", percentile(frames, 0.99) * 1e3, "ms", at_most=16),
        Figure("frame_worst", max(frames) * 1e3, "ms"),
        Figure("late_frames", 100 * sum(frame > 0.016 for frame in frames) / len(frames), "%"),
        *([Figure("resident_memory", weight, "MB", at_most=250)] if weight is not None else []),
        *beside.figures(),
    ]


def conversation_frames(pilot: Pilot, choice: Random) -> list[float]:
    """Seconds of every frame of a conversation: each reaction is watched to its end, then a line is said."""
    frames: list[float] = []
    while isinstance(scene := pilot.scene, ConversationScene):
        begun = perf_counter()
        if not scene.settled:
            pilot.frame()
        elif scene.column.cards:
            pilot.press(str(choice.randrange(len(scene.column.cards)) + 1))
        else:
            pilot.press("return")
        frames.append(perf_counter() - begun)
    return frames


def resident() -> float | None:
    """Megabytes of memory this process holds now; None where the system does not tell."""
    if not sys.platform.startswith("linux"):
        return None
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
