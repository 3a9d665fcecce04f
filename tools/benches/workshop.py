"""How long it takes from saving a scenario until its new words stand in the window."""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import perf_counter, sleep

from game.command_line.shelf import Shelf
from game.command_line.watching import WatchedFile
from game.content.library import Library
from game.desk.application import Context, lay_desk, open_window
from game.desk.conversation_scene import ConversationScene
from game.desk.pilot import STEP, AtOnce, Pilot
from game.desk.playing import Playing
from game.desk.settings import SettingsFile
from game.desk.watch_overlay import WatchOverlay
from game.engine.conversation import Conversation, Step
from game.language.words import Words
from tools.benches.desk import SIZE
from tools.benches.report import Figure
from tools.benches.timing import median, percentile
from tools.shipped_desk import NoSaves, OneBook

SCENARIO = "price-on-the-table"
SAVES = 25
TURNS = 12


def measure() -> list[Figure]:
    """Save a shipped scenario again and again during a play; the window draws a frame every 16 ms."""
    words = Words()
    shipped = Library().find(SCENARIO)
    assert isinstance(shipped, Path)
    text = shipped.read_text(encoding="utf-8")
    book = Shelf(words).open(SCENARIO).book
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / shipped.name
        file.write_text(text, encoding="utf-8")
        settings = SettingsFile(Path(folder) / "settings.json")
        watched = WatchedFile(Shelf(words), file)
        desk = lay_desk(
            Context(OneBook(book), NoSaves(), settings_file=settings, speaker="", watched=watched), AtOnce()
        )
        window = open_window(Context(OneBook(book), NoSaves(), speaker="", watched=watched), desk, SIZE)
        pilot, overlay = Pilot(window), desk.overlay
        assert isinstance(overlay, WatchOverlay)
        _until(pilot, overlay, 1)
        conversation = Conversation.begin(book.scenario, 1)
        while conversation.turn < TURNS:
            step = conversation.say(conversation.offers()[0].id)
            assert isinstance(step, Step)
            if step.conversation.outcome is not None:
                break
            conversation = step.conversation
        desk.go(ConversationScene(desk, Playing(book, conversation)))
        times = []
        for number in range(2, SAVES + 2):
            sleep(0.013 * (number % 7))  # a save falls anywhere between two looks at the file
            file.write_text(f"{text}# {number}\n", encoding="utf-8")
            begun = perf_counter()
            _until(pilot, overlay, number)
            times.append(perf_counter() - begun)
        watched.close()
        window.close()
    return [
        Figure("saves", SAVES, ""),
        Figure("turns_lived_again", conversation.turn, ""),
        Figure("scenario_size", len(text.encode()) / 1e3, "kB"),
        Figure("watch_reload_p50", median(times) * 1e3, "ms", at_most=300),
        Figure("watch_reload_p90", percentile(times, 0.9) * 1e3, "ms"),
        Figure("watch_reload_worst", max(times) * 1e3, "ms"),
    ]


def _until(pilot: Pilot, overlay: WatchOverlay, number: int) -> None:
    """Frames at the window's pace until an edition has been drawn."""
    while overlay.edition is None or overlay.edition.number < number:
        begun = perf_counter()
        pilot.frame()
        sleep(max(0.0, STEP / 1e3 - (perf_counter() - begun)))
