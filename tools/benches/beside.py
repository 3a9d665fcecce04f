"""Whether the window stutters while the reviewer works beside it: frames with it and without, in one run.

The real window at its real pace: a conversation, then its debrief with keys pressed, first while the
process of the reviewer solves (nothing is cached), then the same again with nobody at work. Both share the
cores with whatever else runs; what counts is the difference between the two.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import perf_counter, process_time, sleep

from game.command_line.background import BackgroundReviews
from game.command_line.shelf import Shelf
from game.desk.application import Context, lay_desk, open_window
from game.desk.conversation_scene import ConversationScene
from game.desk.debrief_scene import DebriefScene
from game.desk.pilot import STEP, AtOnce, Pilot
from game.desk.playing import Playing
from game.desk.ports import Book, Reviews
from game.desk.settings import SettingsFile
from game.engine.conversation import Conversation
from game.language.words import Words
from tools.benches.report import Figure
from tools.benches.timing import median, percentile
from tools.debrief_screens import MadeReviews
from tools.shipped_desk import NoSaves, OneBook

SCENARIO = "seven-seconds"
SEED = 7
FRAMES = 400
"""Frames of each part in each round."""

ROUNDS = 2
KEYS = ("left", "left", "tab", "down", "right", "down", "up", "2", "1", "tab")
EVERY = 12
"""Frames from one key to the next in the debrief."""

Times = dict[str, list[tuple[float, float]]]
"""Of every frame, by part and condition, the seconds that went by and those of this process's processor."""


def figures() -> list[Figure]:
    """Half and 99 of 100 frames of conversation and debrief, with the reviewer at work and without."""
    book = Shelf(Words()).open(SCENARIO).book
    times: Times = defaultdict(list)
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as home:
            reviews: Reviews = BackgroundReviews(Path(home))
            for condition in ("beside", "alone"):
                reviews = _round(book, reviews, condition, times)
    found = []
    for part in ("talk", "debrief"):
        for condition in ("alone", "beside"):
            name = f"{part}_{condition}"
            wall, processor = zip(*times[name], strict=True)
            found += [
                Figure(f"{name}_p50", median(wall) * 1e3, "ms"),
                Figure(f"{name}_p99", percentile(wall, 0.99) * 1e3, "ms", at_most=16),
                Figure(f"{name}_processor_p99", percentile(processor, 0.99) * 1e3, "ms"),
            ]
    return found


def _round(book: Book, reviews: Reviews, condition: str, times: Times) -> Reviews:
    """One conversation and its debrief; returns reviews that are made, of the same conversation."""
    with tempfile.TemporaryDirectory() as folder:
        settings = SettingsFile(Path(folder) / "settings.json")
        context = Context(OneBook(book), NoSaves(), settings_file=settings, speaker="", reviews=reviews)
        desk = lay_desk(context, AtOnce())
        window = open_window(context, desk, (1280, 720))
        pilot = Pilot(window)
        desk.go(ConversationScene(desk, Playing(book, Conversation.begin(book.scenario, SEED))))
        times[f"talk_{condition}"] += _paced(pilot, _talking(pilot))
        playing = _to_its_end(book)
        desk.reviewing.follow(playing.conversation)
        desk.go(DebriefScene(desk, playing))
        times[f"debrief_{condition}"] += _paced(pilot, _looking_back())
        review = desk.reviewing.poll()
        desk.reviewing.close()
        window.close()
    return MadeReviews(review) if review is not None else reviews


def _paced(pilot: Pilot, keys: Iterator[str]) -> list[tuple[float, float]]:
    """Frames one after the other as a screen asks for them, each with the key that is pressed in it."""
    taken, due = [], perf_counter()
    for _, key in zip(range(FRAMES), keys, strict=False):
        begun, used = perf_counter(), process_time()
        if key:
            pilot.press(key)
        else:
            pilot.frame()
        taken.append((perf_counter() - begun, process_time() - used))
        due = max(due + STEP / 1e3, perf_counter())
        sleep(max(0.0, due - perf_counter()))
    return taken


def _talking(pilot: Pilot) -> Iterator[str]:
    """Every reaction is watched to its end, then something is said."""
    choice = Random(SEED)
    while isinstance(scene := pilot.scene, ConversationScene):
        if not scene.settled:
            yield ""
        else:
            cards = scene.column.cards
            yield str(choice.randrange(len(cards)) + 1) if cards else "return"


def _looking_back() -> Iterator[str]:
    """The page unfolds, then a key is pressed now and then."""
    frame = 0
    while True:
        frame += 1
        yield KEYS[frame // EVERY % len(KEYS)] if frame % EVERY == 0 else ""


def _to_its_end(book: Book) -> Playing:
    """A conversation that is over, so that all of it is left to be looked at."""
    playing, choice = Playing(book, Conversation.begin(book.scenario, SEED)), Random(SEED)
    while playing.conversation.outcome is None:
        said = playing.say(choice.choice(playing.conversation.offers()).id, 0)
        assert said is not None
        playing = said[0]
    return playing
