"""From a scenario's id to the screen on which it is played: open the book, resume, choose the screen."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pygame

from game.desk.intents import Want, intent_of
from game.desk.layout import Rect
from game.desk.menu import Menu, MenuRow
from game.desk.panels import lay, panel
from game.desk.playing import Playing
from game.desk.ports import Book, ShelfFault
from game.desk.scene import Desk
from game.desk.sounds import Sound
from game.engine.conversation import Conversation
from game.engine.transcript import ReplayFault, Transcript
from game.language.locale import Locale

PLACE, MORNING = "reception", 36_000
"""What is seen while a book is being opened."""

PATIENCE = 400
"""Milliseconds before the screen says that it is still opening a book."""


def knock(desk: Desk, scenario_id: str) -> None:
    """Begin a scenario anew."""
    desk.sounds.play(Sound.DOOR)
    _when_open(desk, scenario_id, lambda book: enter(desk, Playing.begin(book, desk.new_seed())))


def resume(desk: Desk, transcript: Transcript) -> None:
    """Go on with a conversation that was left; one whose scenario has changed since begins anew."""

    def go_on(book: Book) -> None:
        lived = transcript.replay(book.scenario)
        if isinstance(lived, ReplayFault):
            desk.tell(desk.words("This scenario has changed since; you begin anew."))
            enter(desk, Playing.begin(book, desk.new_seed()))
        else:
            enter(desk, Playing(book, lived))

    desk.sounds.play(Sound.DOOR)
    _when_open(desk, transcript.scenario, go_on)


def home(desk: Desk) -> None:
    """Where one goes when a conversation is left: to the class where one sits in it, else to the title."""
    desk.reviewing.close()
    if desk.seat is not None:
        from game.desk.class_scene import ClassScene

        desk.go(ClassScene(desk, desk.seat))
    else:
        from game.desk.title_scene import TitleScene

        desk.go(TitleScene(desk))


def enter(desk: Desk, playing: Playing) -> None:
    """Show the screen on which a conversation stands."""
    gc.collect()
    gc.freeze()  # rules and words stay as they are: nobody need look through them while faces move
    conversation = playing.conversation
    if conversation.outcome is not None:
        from game.desk.ending_scene import EndingScene

        desk.go(EndingScene(desk, playing))
    elif _before_the_door(conversation):
        from game.desk.briefing_scene import BriefingScene

        desk.go(BriefingScene(desk, playing))
    else:
        from game.desk.conversation_scene import ConversationScene

        desk.go(ConversationScene(desk, playing))


def _before_the_door(conversation: Conversation) -> bool:
    """Whether nobody has been spoken to yet, and something is left to read or to pack."""
    spoken_to = any(reaction.person is not None for reaction in conversation.reactions)
    return not spoken_to and (conversation.person is None or not conversation.reactions)


def _when_open(desk: Desk, scenario_id: str, then: Callable[[Book], None]) -> None:
    """Go on as soon as the book is open; at once where it has been read already."""
    book = desk.reader.book(scenario_id)
    if isinstance(book, Book):
        then(book)
    else:
        desk.go(WaitingScene(desk, scenario_id, then))


class WaitingScene:
    """Stands before a door until the book is open; tells why where it cannot be opened."""

    def __init__(self, desk: Desk, scenario_id: str, then: Callable[[Book], None]) -> None:
        self._desk, self._scenario, self._then = desk, scenario_id, then
        self._waited = 0
        self._fault: ShelfFault | None = None
        self._menu = Menu(desk, ())
        self._sheet = Rect(0, 0, 0, 0)

    def handle(self, event: pygame.event.Event) -> None:
        """Only the way back is open."""
        intent = intent_of(event, self._menu.targets())
        if intent is not None and (intent.want is Want.BACK or self._fault is not None):
            if intent.want is Want.BACK:
                self._leave()
            else:
                self._menu.handle(intent)

    def _leave(self) -> None:
        from game.desk.title_scene import TitleScene

        self._desk.go(TitleScene(self._desk))

    def update(self, ms: int) -> None:
        """Look whether the book is open."""
        self._waited += ms
        if self._fault is not None:
            return
        book = self._desk.reader.book(self._scenario)
        if isinstance(book, ShelfFault):
            self._fault = book
            self.resize(self._desk.size)
            self._desk.voice.instead(book.message, self._desk.locale)
        elif book is not None:
            self._then(book)

    def resize(self, size: tuple[int, int]) -> None:
        """Lay out anew."""
        if self._fault is None:
            return
        desk, frame = self._desk, self._desk.frame
        self._menu = Menu(desk, [MenuRow(desk.words("Back"), self._leave)])
        width = frame.px(720)
        lines = desk.lettering.wrap(self._fault.message, 18, width - frame.px(64))
        head = len(lines) * desk.lettering.leading(18) + frame.px(48)
        bottom = self._menu.lay_out(0, 0, frame.px(240))
        left, top = (size[0] - width) // 2, max(frame.px(20), (size[1] - head - bottom - frame.px(24)) // 2)
        self._sheet = Rect(left, top, width, head + bottom + frame.px(24))
        self._menu.lay_out(left + frame.px(32), top + head, frame.px(240))

    def relanguage(self, locale: Locale) -> None:
        """Rows are written anew by `resize`, which follows; the fault stays in its language."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the scenery, and what there is to say."""
        desk, px, palette = self._desk, self._desk.frame.px, self._desk.palette
        desk.backdrops.show(PLACE, MORNING, desk.size).draw(surface)
        if self._fault is not None:
            size = (self._sheet.width, self._sheet.height)
            lay(surface, panel(size, desk.u, palette.card, radius=18, shadow=6), self._sheet)
            desk.lettering.say(
                surface,
                self._fault.message,
                self._sheet.x + px(32),
                self._sheet.y + px(22),
                18,
                palette.ink,
                width=self._sheet.width - px(64),
            )
            self._menu.draw(surface)
        elif self._waited > PATIENCE:
            word = desk.lettering.line(desk.words("Opening the door …"), 22, palette.header_text)
            surface.blit(word, ((surface.get_width() - word.get_width()) // 2, surface.get_height() * 2 // 3))
