"""The debrief: where the conversation turned, why, what it was worth, and one key to say it differently."""

from __future__ import annotations

import pygame

from game.desk.afterwards import Afterwards, unmarked
from game.desk.debrief_bar import AGAIN, MORNING, PAGES, DebriefBar
from game.desk.debrief_header import draw_header, header_height
from game.desk.debrief_layout import body
from game.desk.debrief_page import DebriefPage
from game.desk.debrief_review import ReviewPage
from game.desk.debrief_scorecard import ScorecardPage
from game.desk.debrief_transcript import TranscriptPage
from game.desk.intents import Intent, Want, intent_of
from game.desk.layout import Frame
from game.desk.lesson_scene import LessonScene
from game.desk.playing import Playing
from game.desk.scene import Desk
from game.desk.sounds import Sound
from game.engine.customers import customer_of
from game.language.locale import Locale

REVIEW, SCORECARD, TRANSCRIPT = range(PAGES)

MORNINGS = 64
"""Seeds tried for a morning with another customer."""


class DebriefScene:
    """Three pages about one conversation, with one turn chosen on all of them.

    Args:
        desk: everything a scene may use.
        playing: a conversation that is over (or at least begun).
    """

    def __init__(self, desk: Desk, playing: Playing) -> None:
        self._desk = desk
        self.afterwards = Afterwards.of(playing)
        self.turn = self.afterwards.turning or len(self.afterwards.reactions) or 1
        self.page = REVIEW
        self._review = ReviewPage(desk, self.afterwards, self.turn)
        self.pages: tuple[DebriefPage, ...] = (
            self._review,
            ScorecardPage(desk, self.afterwards),
            TranscriptPage(desk, self.afterwards, self.turn),
        )
        self._bar = DebriefBar(desk)
        desk.voice.instead(self._opening(), desk.locale)

    def _opening(self) -> str:
        """The ending and the numbers, then the page."""
        desk, card = self._desk, self.afterwards.card
        numbers = desk.words("Score {total}. Recommends you {nps} of 10.", total=card.total, nps=card.nps)
        return "\n".join([self.afterwards.ending(desk.locale), numbers, self._review.said()])

    def handle(self, event: pygame.event.Event) -> None:
        """Answer a key, a click or the wheel."""
        if event.type == pygame.MOUSEWHEEL and event.y:
            self._answer(Intent(Want.UP if event.y > 0 else Want.DOWN))
            return
        intent = intent_of(event, (*self._bar.targets(), *self.pages[self.page].targets()))
        if intent is None or intent.want is Want.POINT:
            return
        if self.page == REVIEW and not self._review.unfolded:
            self._review.unfold()  # any key jumps to the end; a second one means something
            return
        self._answer(intent)

    def _answer(self, intent: Intent) -> None:
        match intent.want:
            case Want.BACK:
                self._leave()
            case Want.RETRY:
                self._retry()
            case Want.CONFIRM if self.page != SCORECARD:
                self._retry()
            case Want.LESSON if self.page != SCORECARD:
                self._learn()
            case Want.LEFT | Want.RIGHT:
                self._choose(self.turn + (1 if intent.want is Want.RIGHT else -1))
            case Want.CHOOSE if intent.number < PAGES:
                self._open(intent.number)
            case Want.CHOOSE if intent.number == AGAIN:
                self._again()
            case Want.CHOOSE if intent.number == MORNING:
                self._another_morning()
            case _:
                self._ask_page(intent)

    def _ask_page(self, intent: Intent) -> None:
        """Let the page answer; a turn that the scorecard names is looked at where it can be seen."""
        turn = self.pages[self.page].handle(intent)
        if turn is not None and self.page == SCORECARD:
            self.page = REVIEW if turn >= self._review.first else TRANSCRIPT
        if turn is not None:
            self._choose(turn)
        elif intent.want in (Want.UP, Want.DOWN, Want.CHOOSE):
            self._read()

    def _open(self, page: int) -> None:
        self._desk.sounds.play(Sound.PAPER)
        self.page = page
        self._choose(self.turn)

    def _choose(self, turn: int) -> None:
        """Look at another turn, on every page; the first page begins where somebody was met."""
        first = self._review.first if self.page == REVIEW else 1
        turn = min(max(turn, first), max(1, len(self.afterwards.reactions)))
        if turn != self.turn:
            self._desk.sounds.play(Sound.KEY)
        self.turn = turn
        for page in self.pages:
            page.choose(turn)
        self._read()

    def _read(self) -> None:
        self._desk.voice.instead(self.pages[self.page].said(), self._desk.locale)

    def _learn(self) -> None:
        """The lesson of the chosen turn, on a card over the page."""
        card = self._review.lesson
        if card is not None:
            self._desk.sounds.play(Sound.PAPER)
            self._desk.over(LessonScene(self._desk, card))

    def _retry(self) -> None:
        """The same morning, the same luck, just before the chosen turn."""
        self._enter(self.afterwards.playing.going_back(self.turn))

    def _again(self) -> None:
        """The same morning from its first line."""
        self._enter(self.afterwards.playing.going_back(1))

    def _another_morning(self) -> None:
        """Other luck, and another of the hidden customers where there is one."""
        conversation = self.afterwards.playing.conversation
        seed = self._desk.new_seed()
        for _ in range(MORNINGS):
            if customer_of(conversation.scenario, seed) != conversation.customer:
                break
            seed = self._desk.new_seed()
        book = self.afterwards.playing.book
        self._enter(unmarked(Playing.begin(book, seed)))

    def _enter(self, playing: Playing) -> None:
        from game.desk.doors import enter

        self._desk.sounds.play(Sound.DOOR)
        enter(self._desk, playing)

    def _leave(self) -> None:
        from game.desk.title_scene import TitleScene

        self._desk.go(TitleScene(self._desk))

    def update(self, ms: int) -> None:
        """Let time pass."""
        self.pages[self.page].update(ms)

    def resize(self, size: tuple[int, int]) -> None:
        """Lay every page out anew."""
        frame = Frame(*size, self._desk.settings.text_scale)
        room = body(frame, header_height(self._desk), self._bar.height())
        for page in self.pages:
            page.resize(room)

    def relanguage(self, locale: Locale) -> None:
        """Pages are written anew by `resize`, which follows."""

    def draw(self, surface: pygame.Surface) -> None:
        """Paper, header, the page, the bar."""
        surface.fill(self._desk.palette.paper)
        draw_header(self._desk, surface, self.afterwards)
        self.pages[self.page].draw(surface)
        self._bar.draw(surface, self.page)
