"""Pictures of every screen, in both languages: what a reviewer of the desk looks at.

    python tools/screens.py                     into ./screenshots
    python tools/screens.py --only stage zh     pictures whose name holds all of these words
    python tools/screens.py --scenario ID --seed N
    python tools/screens.py --debriefs all      the debrief with its reviewer, in every state (or name some)

Sizes: 1280x720 as it is, and 1920x1080 with the largest text. Nothing is opened and nothing is heard; the
real screens are driven by the pilot, as a player would.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from game.command_line.desktop import DeskShelf
from game.command_line.house import House
from game.command_line.lessons import GuideLessons
from game.command_line.shelf import Shelf
from game.command_line.workshop import Bench
from game.desk.application import Context, lay_desk, open_window
from game.desk.briefing_scene import BriefingScene
from game.desk.conversation_scene import ConversationScene
from game.desk.ending_scene import EndingScene
from game.desk.path_scene import PathScene
from game.desk.pilot import AtOnce, Pilot
from game.desk.ports import Book, Entry, ShelfFault
from game.desk.settings import Settings, SettingsFile
from game.desk.title_scene import TitleScene
from game.desk.workshop_ports import Made
from game.language.locale import Locale
from game.language.words import Words
from game.records.saves import Saves
from tools.debrief_screens import NAMES, look_back, talks
from tools.shipped_desk import NoSaves

SIZES = ((1280, 720, 1.0), (1920, 1080, 1.5))


@dataclass(frozen=True, slots=True)
class KeptShelf:
    """The shipped scenarios; the one that is photographed is read once."""

    shelf: DeskShelf
    book: Book

    def listing(self) -> Sequence[Entry]:
        """All of them."""
        return self.shelf.listing()

    def load(self, scenario_id: str) -> Book | ShelfFault:
        """One of them."""
        return self.book if scenario_id == self.book.scenario.id else self.shelf.load(scenario_id)


Shots = Iterator[tuple[str, Pilot]]


def title(pilot: Pilot) -> Shots:
    """The first screen."""
    yield "title", pilot.wait(700)


def path(pilot: Pilot) -> Shots:
    """The street of doors."""
    pilot.window.desk.go(PathScene(pilot.window.desk))
    yield "path", pilot.wait(800)


def settings(pilot: Pilot) -> Shots:
    """The sheet of settings over the title."""
    yield "settings", pilot.press("up", "return").wait(100)


def workshop(pilot: Pilot) -> Shots:
    """The workshop: its shelf, a question, faults, a beat, and a try with its panels."""
    desk = pilot.window.desk
    bench = desk.workbench
    assert bench is not None
    made = bench.new("my-case", {}, desk.words)
    assert isinstance(made, Made)
    file = Path(made.file)
    sound = file.read_text(encoding="utf-8")
    yield "workshop-shelf", pilot.press("up", "up", "return").wait(100)
    yield "workshop-question", pilot.press("up", "return", "return").wait(100)
    pilot.press("escape", "escape").wait(100)
    file.write_text(sound.replace("turns:", "turnz:"), encoding="utf-8")
    yield "workshop-check", pilot.press("return").wait(100)
    file.write_text(sound, encoding="utf-8")
    yield "workshop-preview", pilot.press("down", "return").wait(100).press("down", "return").wait(600)
    pilot.press("escape", "return").wait(100)
    while not isinstance(pilot.scene, ConversationScene):
        column = getattr(pilot.scene, "column", None)
        pilot.press("1" if column is not None and column.cards else "return")
    for _ in range(2):
        pilot.wait(pilot.scene.staging.end + 50).press("1")
    yield "workshop-mind", pilot.press("space", "f3").wait(100)
    file.write_text(sound.replace("turns:", "turnz:"), encoding="utf-8")
    yield "workshop-faults", pilot.wait(100)


def talk(pilot: Pilot, scenario: str) -> Shots:
    """From the first message to the debrief."""
    from game.desk.doors import knock

    knock(pilot.window.desk, scenario)
    yield "briefing-messages", pilot.wait(4_500)
    number = 0
    while isinstance(scene := pilot.scene, BriefingScene):
        number += 1
        pilot.press("1" if scene.column is not None and scene.column.cards else "return").wait(100)
        if isinstance(pilot.scene, BriefingScene):
            yield f"briefing-{number}", pilot
    number = 0
    while isinstance(talking := pilot.scene, ConversationScene):
        pilot.wait(talking.staging.end + 500)
        if talking.column.cards:
            number += 1
            yield f"stage-{number:02}", pilot.press("down").wait(50)
            if number == 2:
                yield "notebook", pilot.press("n").wait(50).press("1", "2").wait(50)
                pilot.press("escape")
                yield "pause", pilot.press("escape").wait(50)
                pilot.press("escape")
            if number == 3:
                pilot.press("2").wait(420)
                yield "stage-line-said", pilot
                continue
        elif talking.playing.conversation.outcome is None:
            yield f"stage-{number:02}-read-on", pilot
        pilot.press("2" if len(talking.column.cards) > 1 else "return")
    if isinstance(pilot.scene, EndingScene):
        yield "ending-verdict", pilot.wait(2_600)
        yield "ending-afterwards", pilot.press("space").wait(500)
        pilot.press("space")
        yield "debrief", pilot.wait(4_000)


Journey = Callable[[Pilot], Shots]

JOURNEYS: tuple[Journey, ...] = (title, path, settings, workshop)


def photograph(
    folder: Path, book: Book, seed: int, only: Sequence[str], journeys: Sequence[Journey]
) -> list[Path]:
    """Drive every journey in both languages at both sizes; returns the pictures that were taken."""
    taken: list[Path] = []
    for width, height, scale in SIZES:
        for locale in Locale:
            shelf = KeptShelf(DeskShelf(Shelf(Words(locale))), book)
            for journey in journeys:
                with tempfile.TemporaryDirectory() as home:
                    context = Context(
                        shelf,
                        NoSaves(),
                        locale=locale,
                        settings_file=SettingsFile(Path(home) / "settings.json"),
                        seed=lambda: seed,
                        speaker="",
                        lessons=GuideLessons(),
                        workbench=Bench(
                            House(Words(locale), Saves(Path(home))),
                            Shelf(Words(locale)),
                            Path(home) / "Rapport",
                        ),
                    )
                    desk = lay_desk(context, AtOnce())
                    desk.settings = replace(Settings(), text_scale=scale, sounds=False)
                    window = open_window(context, desk, (width, height))
                    desk.reader.ask(book.scenario.id)
                    assert isinstance(desk.scene, TitleScene)
                    for name, pilot in journey(Pilot(window).frame().frame()):
                        stem = f"{name}-{locale.value}-{height}" + ("-large" if scale > 1 else "")
                        if all(word in stem for word in only):
                            taken.append(pilot.picture(folder / f"{stem}.png"))
                    window.close()
    return taken


def main(words: Sequence[str]) -> int:
    """Take the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folder", type=Path, default=Path("screenshots"))
    parser.add_argument("--scenario", default="seven-seconds")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--debriefs", nargs="+", choices=("all", *NAMES))
    parser.add_argument("--reviews", type=Path, default=Path(tempfile.gettempdir()) / "rapport-reviews")
    asked = parser.parse_args(words)
    book = Shelf(Words()).open(asked.scenario).book
    journeys: Sequence[Journey] = (*JOURNEYS, partial(talk, scenario=asked.scenario))
    if asked.debriefs:
        names = NAMES if "all" in asked.debriefs else asked.debriefs
        journeys = [partial(look_back, talk=each) for each in talks(asked.reviews, names)]
    taken = photograph(asked.folder, book, asked.seed, asked.only, journeys)
    print(f"{len(taken)} pictures in {asked.folder}")
    return 0 if taken else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
