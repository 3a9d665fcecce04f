"""Pictures of the debrief with its reviewer: every view, of conversations that went in different ways.

What `tools/screens.py --debriefs` drives. A review of a long talk takes the solver a minute or two; with
`--reviews FOLDER` it is kept there, and the next pictures take seconds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

from game.analysis.review import Review
from game.analysis.review_record import review_from_json, review_to_json
from game.command_line.assessing import Assessor
from game.command_line.shelf import Shelf
from game.desk.debrief_scene import DebriefScene
from game.desk.finding_scene import FindingScene
from game.desk.pilot import Pilot
from game.desk.playing import Playing
from game.desk.reviewing import Reviewing
from game.engine.conversation import Conversation
from game.language.words import Words
from tests.desk.looking_back import BAD, GOOD, book, played
from tools.playthroughs import read, replayed

GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "golden"

SHORT = {"exact": BAD, "perfect": GOOD}
"""Of the short visit, which the solver knows to its end."""

LONG = {
    "fair": "seven-seconds.thursday.lost",
    "early": "seven-seconds.walk-out.left",
    "well": "seven-seconds.thursday-and-a-door.won",
    "price": "price-on-the-table.running.lost",
    "room": "decision-meeting.passed-narrowly.lost",
    "two": "one-pitch-two-buyers.two-drives.won",
}
"""Golden conversations by the name that their pictures bear; early values of all of them are sampled."""

EVERY_VIEW = ("fair", "room")
"""Of these all views are photographed, of the others the first page and the scorecard."""

FILLING = "filling"
"""The fair one while its review is being made: half of its lines have been looked at."""

NAMES = (*SHORT, *LONG, FILLING)

Shots = Iterator[tuple[str, Pilot]]


@dataclass(slots=True)
class Made:
    """A reviewer that has its review already."""

    review: Review | None

    def said(self, line_id: str) -> None:
        """Nothing is left to look at."""

    def over(self) -> None:
        """It was made before."""

    def poll(self) -> Review | None:
        """All of it."""
        return self.review

    def close(self) -> None:
        """There is nothing to end."""


@dataclass(frozen=True, slots=True)
class MadeReviews:
    """Hands out one review; see `game.desk.ports.Reviews`."""

    review: Review

    def begin(self, conversation: Conversation) -> Made:
        """It."""
        return Made(self.review)


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation at its end, and what is made out of it."""

    name: str
    playing: Playing
    review: Review


def talks(folder: Path, names: Sequence[str]) -> Iterator[Talk]:
    """The conversations of these names with their reviews, which are made, or read from the folder."""
    with TemporaryDirectory() as home:
        short = book(Path(home))
    shelf = Shelf(Words())
    for name in names:
        source = "fair" if name == FILLING else name
        playing = played(short, SHORT[name]) if name in SHORT else _golden(shelf, LONG[source])
        review = _review(folder, source, playing.conversation)
        if name == FILLING:
            seen = review.turns[len(review.turns) // 2 :]
            review = replace(review, turns=seen, finished=False, percentile=None, class_percentile=None)
        yield Talk(name, playing, review)


def _golden(shelf: Shelf, name: str) -> Playing:
    """A golden conversation at its end."""
    scenario, _, manner = name.split(".")
    path = GOLDEN / f"{name}.play"
    if not path.exists():  # the rules have changed and it now ends otherwise: another that ends alike
        path = next(iter(sorted(GOLDEN.glob(f"{scenario}.*.{manner}.play"))), path)
    transcript = read(path.read_text(encoding="utf-8"))
    opened = shelf.open(transcript.scenario).book
    return Playing(opened, replayed(transcript, opened.scenario))


def _review(folder: Path, name: str, conversation: Conversation) -> Review:
    """The review of a conversation: kept from the last time, or made now."""
    said = "".join(f"{reaction.line} " for reaction in conversation.reactions).encode()
    kept = folder / f"{name}.{conversation.scenario.fingerprint[:12]}.{crc32(said):08x}.json"
    if kept.exists():
        return review_from_json(json.loads(kept.read_text(encoding="utf-8")))
    *_, review = Assessor(conversation, folder).reviews()
    folder.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(review_to_json(review)), encoding="utf-8")
    return review


def look_back(pilot: Pilot, talk: Talk) -> Shots:
    """The debrief of a conversation, view by view."""
    desk, name = pilot.window.desk, f"debrief-{talk.name}"
    desk.reviewing = Reviewing(MadeReviews(talk.review))
    scene = DebriefScene(desk, talk.playing)
    desk.go(scene)
    if talk.name == "exact":
        yield f"{name}-unfolding", pilot.wait(900)
    yield name, pilot.wait(4_000)
    if talk.name in EVERY_VIEW:
        yield from _views(pilot, scene, name)
    yield f"{name}-scorecard", pilot.press("2").wait(100)
    pilot.press("1").wait(100)
    if talk.name in EVERY_VIEW:
        yield f"{name}-transcript", pilot.press("3").wait(100)
        yield f"{name}-lab", pilot.press("4").wait(4_000)
        pilot.press("1").wait(100)
        yield from _searches(pilot, scene, name)


def _views(pilot: Pilot, scene: DebriefScene, name: str) -> Shots:
    """Every turn, then of the turn that lost most the other lines, the causes, the lesson, best play."""
    worst = scene.turn
    while scene.turn > 1:
        pilot.press("left")
    for turn in range(1, len(scene.afterwards.reactions) + 1):
        yield f"{name}-turn-{turn:02}", pilot.wait(50)
        pilot.press("right")
    while scene.turn > worst:
        pilot.press("left")
    yield f"{name}-why-2", pilot.press("tab").wait(50)
    yield f"{name}-other-line", pilot.press("down").wait(50)
    yield f"{name}-other-line-2", pilot.press("down").wait(50)
    pilot.press("up", "up")
    yield f"{name}-lesson", pilot.press("l").wait(100)
    pilot.press("l")
    yield f"{name}-best-play", pilot.press("b").wait(100)
    pilot.press("b")


def _searches(pilot: Pilot, scene: DebriefScene, name: str) -> Shots:
    """The search for better lines: asked, a line that is none, one that is, given up."""
    yield f"{name}-find-asked", pilot.press("f").wait(100)
    searching = pilot.scene
    if not isinstance(searching, FindingScene):
        return
    search = searching.search
    wrong = [number for number, line in enumerate(search.choices, start=1) if not search.good(line)]
    right = [number for number, line in enumerate(search.choices, start=1) if search.good(line)]
    if wrong:
        yield f"{name}-find-wrong", pilot.press(str(wrong[0])).wait(100)
    if right:
        yield f"{name}-find-right", pilot.press(str(right[0])).wait(100)
    yield f"{name}-find-given-up", pilot.press("return", "s").wait(100)
    pilot.press("escape")
