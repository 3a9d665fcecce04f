"""Over a scenario that is being written: reads it again when it is saved, shows faults, looks into a mind.

F3  what is hidden in the customer      F5  one line back
F4  faults of the file                  F6  the next hidden customer
"""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desk.art.palette import NIGHT
from game.desk.briefing_scene import BriefingScene
from game.desk.conversation_scene import ConversationScene
from game.desk.debrief_scene import DebriefScene
from game.desk.doors import enter
from game.desk.ending_scene import EndingScene
from game.desk.fault_rows import counted, errors_in
from game.desk.keeps_nothing import KeepsNothing
from game.desk.layout import Rect
from game.desk.panels import lay, panel
from game.desk.playing import Playing
from game.desk.scene import Desk, Scene
from game.desk.sounds import Sound
from game.desk.stage_layout import scenery_of
from game.desk.title_scene import TitleScene
from game.desk.watch_panel import Panel, WatchPanel
from game.desk.watch_waiting import WatchWaitingScene
from game.desk.workshop_ports import Edition, Watched
from game.engine.customers import customer_of, seed_for

KEYS = {pygame.K_F3: Panel.MIND, pygame.K_F4: Panel.FAULTS}
CHIP = 28
"""Height of the strip that names the file, pixels of the guide."""


def playing_of(scene: Scene) -> Playing | None:
    """The play that a screen shows; None where it shows none."""
    if isinstance(scene, (BriefingScene, ConversationScene, EndingScene)):
        return scene.playing
    return scene.afterwards.playing if isinstance(scene, DebriefScene) else None


class WatchOverlay:
    """Lies over every screen as long as one file is watched.

    Args:
        desk: everything a scene may use.
        watched: the file.
        leave: shows what comes after the watching; None stays where one is.
    """

    def __init__(self, desk: Desk, watched: Watched, leave: Callable[[], None] | None = None) -> None:
        self._desk, self.watched, self._leave = desk, watched, leave
        self.edition: Edition | None = None
        self.panel = Panel.NONE
        self._sheet = WatchPanel(desk)
        self._age = 0
        self._chip: tuple[Rect, ...] = ()
        self._before = desk.saves, desk.record, desk.reviewing.late
        desk.saves, desk.record, desk.reviewing.late = KeepsNothing(), None, True

    @property
    def playing(self) -> Playing | None:
        """The play that is going on."""
        found = (playing_of(scene) for scene in reversed(self._desk.scenes))
        return next((playing for playing in found if playing is not None), None)

    @property
    def busy(self) -> bool:
        """Whether it has something to show."""
        return self.panel is not Panel.NONE

    def close(self) -> None:
        """Watch no more."""
        self.watched.close()
        desk = self._desk
        if desk.overlay is self:
            desk.overlay = None
            desk.saves, desk.record, desk.reviewing.late = self._before

    def update(self, ms: int) -> None:
        """Take over what has been read; end where one has left the play."""
        self._age += ms
        if self._age == ms:
            return  # something is to be seen before anything is read
        edition = self.watched.poll()
        if edition is not None:
            self.take(edition)
        elif any(isinstance(scene, TitleScene) for scene in self._desk.scenes):
            self.close()
            if self._leave is not None:
                self._leave()

    def take(self, edition: Edition) -> None:
        """Go on in another edition of the scenario; one with errors leaves the last good one as it is."""
        before, self.edition = self.edition, edition
        if edition.book is None:
            self._choose(Panel.FAULTS)
            self._desk.sounds.play(Sound.THUD)
            return
        if self.panel is Panel.FAULTS and (before is None or errors_in(before.faults)):
            self._choose(Panel.NONE)
        self._sheet.forget()
        playing = self.playing
        if playing is None:
            enter(self._desk, Playing.begin(edition.book, self._desk.new_seed()))
            return
        again = self.watched.relived(playing.conversation, edition.book)
        self._go_on(Playing(edition.book, again.conversation))
        words = self._desk.words
        if again.lost:
            sentence = words.count(
                "Read again. {n} line is left out: ‘{line}’ cannot be said here any more.",
                "Read again. {n} lines are left out, from ‘{line}’ on: it cannot be said here any more.",
                again.left_out,
                line=again.lost,
            )
        else:
            sentence = words("Read again.")
        self._desk.sentences[:] = [sentence]

    def _go_on(self, playing: Playing) -> None:
        """Show a play as it stands, with what was being read."""
        desk, page = self._desk, 0
        was = desk.scenes[0] if desk.scenes else None
        if isinstance(was, DebriefScene) and playing.conversation.outcome is not None:
            desk.go(DebriefScene(desk, playing))
            return
        if isinstance(was, ConversationScene):
            page = was.at
        enter(desk, playing)
        now = desk.scene
        if isinstance(now, ConversationScene):
            now.recall(page)
        elif isinstance(now, BriefingScene) and isinstance(was, BriefingScene):
            now.catch_up(was)

    def handle(self, event: pygame.event.Event) -> bool:
        """Answer the keys named above and the wheel over the panel; False leaves the rest to the screen."""
        if event.type == pygame.MOUSEWHEEL and self.panel is not Panel.NONE and event.y:
            return self._sheet.column.scroll(-event.y)
        if event.type == pygame.MOUSEBUTTONDOWN and getattr(event, "button", 0) == 1:
            for number, rect in enumerate(self._chip):
                if rect.contains(event.pos):
                    self._press((pygame.K_F3, pygame.K_F4, pygame.K_F5, pygame.K_F6)[number])
                    return True
        return event.type == pygame.KEYDOWN and self._press(event.key)

    def _press(self, key: int) -> bool:
        playing = self.playing
        if key in KEYS:
            self._choose(Panel.NONE if self.panel is KEYS[key] else KEYS[key])
        elif key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN) and self.panel is not Panel.NONE:
            self._sheet.column.scroll(2 if key == pygame.K_PAGEDOWN else -2)
        elif key == pygame.K_F5 and playing is not None:
            self._go_on(Playing(playing.book, playing.going_back(playing.conversation.turn).conversation))
        elif key == pygame.K_F6 and playing is not None:
            scenario, seed = playing.book.scenario, playing.conversation.seed
            number = (customer_of(scenario, seed) + 1) % scenario.customers
            enter(self._desk, Playing.begin(playing.book, seed_for(scenario, number)))
        else:
            return False
        return True

    def _choose(self, panel: Panel) -> None:
        self.panel = panel
        self._sheet.forget()

    # ------------------------------------------------------------------ what is seen

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the strip that names the file, and the panel."""
        if self.edition is None:
            return
        top = self._desk.frame.px(70)
        debrief = any(isinstance(scene, DebriefScene) for scene in self._desk.scenes)
        if self.panel is not Panel.NONE:
            below = top + (0 if debrief else self._desk.frame.px(CHIP + 8))
            self._sheet.draw(surface, self.panel, self.edition, self.playing, below)
        if not debrief or self.panel is Panel.FAULTS:
            self._strip(surface, top)

    def _strip(self, surface: pygame.Surface, top: int) -> None:
        """The file, whether it is sound, and the keys."""
        desk, px, text = self._desk, self._desk.frame.px, self._desk.lettering
        assert self.edition is not None
        words, faults = desk.words, self.edition.faults
        errors = errors_in(faults)
        state = NIGHT.vermilion if errors else NIGHT.amber if faults else NIGHT.jade
        said = counted(faults, words)
        keys = (
            words("F3 mind"),
            words("F4 faults") + (f" ({len(faults)})" if faults else ""),
            words("F5 line back"),
            words("F6 next customer"),
        )
        name = self.watched.name + (f" · {said}" if errors else "")
        parts = [text.line(part, 15, NIGHT.header_text, bold=not at) for at, part in enumerate((name, *keys))]
        gap = px(16)
        on_stage = any(isinstance(scene, ConversationScene) for scene in desk.scenes)
        most = scenery_of(desk.frame).width - px(24) if on_stage else desk.frame.width
        if sum(part.get_width() + gap for part in parts) + px(32) > most:
            keys = ("F3", "F4", "F5", "F6")
            parts = [parts[0], *(text.line(key, 15, NIGHT.header_text) for key in keys)]
        width = sum(part.get_width() + gap for part in parts) + px(24)
        height = max(px(CHIP), parts[0].get_height() + px(4))
        left = px(12) if on_stage else (desk.frame.width - width) // 2
        rect = Rect(left, top if on_stage else px(2), width, height)
        lay(surface, panel((width, height), desk.u, NIGHT.header, radius=8, shadow=0, opacity=0.86), rect)
        x, middle, chip = rect.x + px(12), rect.y + height // 2, []
        pygame.draw.circle(surface, state, (x + px(4), middle), px(5))
        x += px(18)
        for at, part in enumerate(parts):
            surface.blit(part, (x, middle - part.get_height() // 2))
            if at:
                chip.append(Rect(x - gap // 2, rect.y, part.get_width() + gap, height))
            x += part.get_width() + gap
        self._chip = tuple(chip)


def watch(desk: Desk, watched: Watched, leave: Callable[[], None] | None = None) -> None:
    """Begin to play a file that is read again whenever it is saved; nothing of it is kept."""
    desk.leave_class()
    if desk.overlay is not None:
        desk.overlay.close()
    desk.overlay = WatchOverlay(desk, watched, leave)
    desk.go(WatchWaitingScene(desk))
