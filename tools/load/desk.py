"""One trainee at a real desk, in a process of its own and without a screen, until a class is over.

    python -m tools.load.desk 192.168.1.20:8765 K7M2QX FOLDER --seed 3

Keys are pressed as a player presses them: the door of the class, address and code, a name, every round that
opens, until the class is over. What was played is noted in `ledger.jsonl` in the folder with the score that
this desk makes of it, before the server has said anything; what the desk showed at the end stands behind it.
Started again on the same folder it takes its seat back, and goes on where it stood.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

os.environ |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}

import pygame

from game.command_line.class_door import DeskDoor
from game.command_line.desktop import DeskSaves, DeskShelf
from game.command_line.house import House
from game.command_line.shelf import Shelf
from game.desk.application import Context, lay_desk, open_window
from game.desk.class_door_scene import ClassDoorScene, ClassNameScene
from game.desk.class_ports import ResultLook
from game.desk.class_scene import ClassScene
from game.desk.conversation_scene import ConversationScene
from game.desk.debrief_scene import DebriefScene
from game.desk.pilot import Pilot
from game.desk.question_scene import QuestionScene
from game.desk.scene import Desk
from game.desk.settings import SettingsFile
from game.engine.scoring import score
from game.language.locale import Locale
from game.language.words import Words
from game.records.saves import Saves

LEDGER = "ledger.jsonl"
PATIENCE = 600.0
"""Seconds that a trainee waits for anything."""

REST = 0.03
"""Seconds between two looks at a class in which nothing happens."""

SIZE = (960, 540)


class Stuck(RuntimeError):
    """Something did not come in all that time; the message says what was on the screen."""


@dataclass(slots=True)
class Sitting:
    """Somebody at a desk.

    Attributes:
        pilot: presses the keys.
        folder: in which everything is kept.
        luck: chooses lines and names.
    """

    pilot: Pilot
    folder: Path
    luck: random.Random

    @classmethod
    def down(cls, folder: Path, seed: int, locale: Locale) -> Sitting:
        """Open a window nobody sees, with everything behind it that `rapport join` puts there but the solver:
        thirty of those belong on thirty machines."""
        words = Words(locale)
        shelf = Shelf(words)
        saves = DeskSaves(House(words, Saves(folder / "saves")))
        context = Context(
            shelf=DeskShelf(shelf),
            saves=saves,
            record=saves,
            locale=locale,
            settings_file=SettingsFile(folder / "settings.json"),
            speaker="",
            door=DeskDoor(shelf, folder / "classes"),
        )
        desk = lay_desk(context)
        return cls(Pilot(open_window(context, desk, SIZE)).frame(), folder, random.Random(seed))

    @property
    def desk(self) -> Desk:
        """What is shown."""
        return self.pilot.window.desk

    def until(self, so: Callable[[], Any], what: str) -> None:
        """Let real time pass until something is so.

        Raises:
            Stuck: it never was.
        """
        end = time.monotonic() + PATIENCE
        while not so():
            if time.monotonic() > end:
                raise Stuck(f"{what}: still on {type(self.pilot.scene).__name__}")
            self.pilot.frame()
            time.sleep(REST)

    def typed(self, text: str) -> None:
        """Type over what stands there, and enter it."""
        self.pilot.frame(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_BACKSPACE, mod=0, unicode=""))
        for sign in text:
            self.pilot.frame(pygame.event.Event(pygame.TEXTINPUT, text=sign))
        self.pilot.press("return")

    def choose(self, label: str) -> None:
        """Choose the row that begins so.

        Raises:
            Stuck: there is none.
        """
        rows = [row.label for row in self.pilot.scene.list.rows]  # type: ignore[attr-defined]
        place = next((at for at, row in enumerate(rows) if row.startswith(label)), None)
        if place is None:
            raise Stuck(f"{label} is not among {rows}")
        while self.pilot.scene.list.focus != place:  # type: ignore[attr-defined]
            self.pilot.press("down")
        self.pilot.press("return")

    def in_class(self, address: str, code: str) -> ClassScene:
        """Through the door: back to the seat that is kept here, or by address, code and one of the names."""
        assert self.desk.door is not None
        words = self.desk.words
        self.desk.go(door := ClassDoorScene(self.desk, self.desk.door))
        if door.cards:
            self.choose(words("Back to {title}", title=door.cards[0].title))
        else:
            self.choose(words("Join a class"))
            assert isinstance(self.pilot.scene, QuestionScene)
            self.typed(address)
            self.typed(code.lower())
            self._named()
        self.until(lambda: isinstance(self.pilot.scene, ClassScene), "a seat")
        scene = self.pilot.scene
        assert isinstance(scene, ClassScene)
        self.until(lambda: scene.seen.state, "news of the class")
        return scene

    def _named(self) -> None:
        """Take one of the names that are offered; where another was quicker, one of the next."""
        while isinstance(names := self.pilot.scene, ClassNameScene):
            self.until(partial(_offered, names), "names")
            for _ in range(self.luck.randrange(len(names.names))):
                self.pilot.press("down")
            self.pilot.press("return")
            self.until(partial(self._answered, names), "a seat")

    def _answered(self, names: ClassNameScene) -> bool:
        return self.pilot.scene is not names or names._joining is None

    def attend(self) -> tuple[ResultLook, ...]:
        """Play every round that opens until the class is over; the results that are shown then."""
        while True:
            self.until(lambda: self._may_play() or self._over(), "a round")
            scene = self.pilot.scene
            assert isinstance(scene, ClassScene)
            if self._over():
                return scene.seen.results
            one = scene.seen.round
            assert one is not None
            self.choose(self.desk.words("Play"))
            self.note(begun=one.id)
            self.until(partial(self._inside, scene), "the door")
            if self.pilot.scene is scene:
                raise Stuck(scene._trouble)
            self.played(one.id)

    def _inside(self, scene: ClassScene) -> bool:
        return self.pilot.scene is not scene or bool(scene._trouble)

    def _may_play(self) -> bool:
        """Whether a round is open in which this seat has not handed in anything."""
        seen = self._class().seen
        one = seen.round
        if one is None or one.mode == "vote" or (one.state, seen.state) != ("open", "open"):
            return False
        return one.id not in {line["round"] for line in self.noted() if "round" in line}

    def _over(self) -> bool:
        return self._class().seen.state == "over" and not self._class().seen.stored

    def _class(self) -> ClassScene:
        scene = self.pilot.scene
        assert isinstance(scene, ClassScene), type(scene).__name__
        return scene

    def played(self, round_id: str) -> None:
        """Through the door, to the end of the conversation, and back to the class."""
        talk: ConversationScene | None = None
        for _ in range(4_000):
            scene = self.pilot.scene
            if isinstance(scene, (DebriefScene, ClassScene)):
                break
            key = "return"
            if isinstance(scene, ConversationScene):
                talk = scene
                if scene.settled and scene.column.cards:
                    key = str(self.luck.randint(1, len(scene.column.cards)))
            self.pilot.press(key).wait(200)
        else:
            raise Stuck("a conversation that never ends")
        assert talk is not None
        self._note_played(round_id, talk)
        self.until(lambda: isinstance(self.pilot.scene, ClassScene) or self._escaped(), "the way back")

    def _escaped(self) -> bool:
        self.pilot.press("escape")
        return False

    def _note_played(self, round_id: str, talk: ConversationScene) -> None:
        conversation = talk.playing.conversation
        transcript = conversation.transcript()
        self.note(
            round=round_id,
            scenario=transcript.scenario,
            seed=transcript.seed,
            lines=conversation.turn,
            score=score(conversation).total,
        )

    def note(self, **values: Any) -> None:
        """Write something down for good."""
        with (self.folder / LEDGER).open("a", encoding="utf-8") as file:
            file.write(json.dumps(values) + "\n")
            file.flush()
            os.fsync(file.fileno())

    def noted(self) -> list[dict[str, Any]]:
        """What was written down."""
        return noted(self.folder)


def _offered(names: ClassNameScene) -> bool:
    """Whether there are names to choose from."""
    return bool(names.names) and names._joining is None


def noted(folder: Path) -> list[dict[str, Any]]:
    """What a desk has written down."""
    path = folder / LEDGER
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main(words: list[str]) -> int:
    """Attend a class; the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.load.desk", description="Attend a class at a desk."
    )
    parser.add_argument("address")
    parser.add_argument("code")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1, help="of the lines that are said")
    parser.add_argument("--language", default="en", choices=["en", "zh"])
    chosen = parser.parse_args(words)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    sitting = Sitting.down(chosen.folder, chosen.seed, Locale(chosen.language))
    try:
        scene = sitting.in_class(chosen.address, chosen.code)
        sitting.note(nickname=scene.seen.nickname, session=scene.seen.title)
        results = sitting.attend()
        shown = [[one.number, one.attempt, one.state, one.score] for one in results]
        sitting.note(over=True, shown=shown)
    except Stuck as trouble:
        sitting.note(stuck=str(trouble))
        return 1
    finally:
        sitting.desk.leave_class()
        sitting.desk.reader.close()
        sitting.pilot.window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
