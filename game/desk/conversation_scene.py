"""The conversation: her face, her words, and four lines to choose from."""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.desk.guesses import NotebookScene
from game.desk.intents import Intent, Want, intent_of
from game.desk.pages import Page, opening_pages, reaction_pages
from game.desk.playing import Playing
from game.desk.said_line import SaidLine
from game.desk.scene import Desk
from game.desk.sounds import Sound
from game.desk.stage import Stage
from game.desk.stage_header import HeaderState, StageHeader
from game.desk.stage_hints import draw_hint, draw_key_line
from game.desk.staging import Move, Staging, stage_reaction
from game.desk.talk_column import Card, TalkColumn
from game.engine.reaction import Reaction
from game.engine.transcript import Guess
from game.language.locale import Locale

REMINDER_TURN = 3
"""From this turn on the notebook carries a red dot, until it was opened once."""

FORESIGHT = 700
"""Milliseconds of thinking after which one more thing is drawn for later."""


class ConversationScene:
    """One conversation from its first words to its last; the engine is asked, never changed."""

    def __init__(self, desk: Desk, playing: Playing) -> None:
        self._desk = desk
        self.playing = playing
        self._reaction: Reaction | None = None
        self.stage = Stage(desk)
        self._header = StageHeader(desk)
        self._said: SaidLine | None = None
        self._noted = playing.conversation.guess != Guess()
        self._thinking = 0
        self.focus = 0
        self._pages: tuple[Page, ...] = opening_pages(playing, desk.locale)
        self._at = 0
        self.stage.set(playing)
        self._begin_page(after_line=False)
        desk.reviewing.follow(playing.conversation)

    @property
    def page(self) -> Page:
        """What is being read."""
        return self._pages[self._at]

    @property
    def settled(self) -> bool:
        """Whether everything stands still and a key counts as a choice."""
        return self._ms >= self.staging.end

    def _cards(self) -> tuple[Card, ...]:
        if not self.page.last:
            return ()
        old = self.playing.marked.get(self.playing.conversation.turn + 1)
        return tuple(
            Card(line.id, self.playing.line(line.id, self._desk.locale), line.id == old)
            for line in self.playing.conversation.offers()
        )

    def _begin_page(self, *, after_line: bool) -> None:
        """Stage the page that stands now."""
        self.column = TalkColumn(self._desk, self.page, self._cards())
        self.focus = 0
        self._ms = -1
        self._thinking = 0
        micro = self._reaction is not None and after_line and self._reaction.cues.micro is not None
        self.staging: Staging = stage_reaction(
            self.column.letters,
            len(self.column.cards),
            self._desk.locale,
            self._desk.settings,
            micro=micro,
            after_line=after_line,
        )
        self._read_aloud()

    def _read_aloud(self) -> None:
        """The page, then the choices with their numbers."""
        page, voice, locale = self.page, self._desk.voice, self._desk.locale
        voice.hush()
        for part in (page.before, page.speech, page.cue, page.after):
            voice.say(part, locale)
        for number, card in enumerate(self.column.cards, start=1):
            voice.say(f"{number}. {card.text}", locale)

    def handle(self, event: pygame.event.Event) -> None:
        """Answer a key, a click or the pointer."""
        intent = intent_of(event, (*self._header.targets(), *self.column.targets()))
        if intent is None:
            return
        match intent.want:
            case Want.BACK:
                self._pause()
            case Want.NOTEBOOK:
                self._open_notebook()
            case Want.POINT:
                if self.settled and intent.number < len(self.column.cards):
                    self.focus = intent.number
            case _ if not self.settled:
                self._skip()
            case _ if not self.column.cards:
                self._turn_page()
            case _:
                self._answer(intent)

    def _answer(self, intent: Intent) -> None:
        """Move among the cards, or say a line."""
        count = len(self.column.cards)
        match intent.want:
            case Want.UP | Want.DOWN:
                self.focus = (self.focus + (1 if intent.want is Want.DOWN else -1)) % count
                self._desk.sounds.play(Sound.KEY)
                self._desk.voice.instead(self.column.cards[self.focus].text, self._desk.locale)
            case Want.CHOOSE if intent.number < count:
                self._say(intent.number)
            case Want.CONFIRM:
                self._say(self.focus)

    def _skip(self) -> None:
        """Jump to the end of all movement; a choice takes a second key."""
        for move in self.staging.begun(self._ms, self.staging.end):
            self._enact(move)
        self._ms = self.staging.end
        self.stage.settle()

    def _turn_page(self) -> None:
        """Read on, or leave when all is said."""
        self._desk.sounds.play(Sound.PAPER)
        if self._at + 1 < len(self._pages):
            self._at += 1
            self._reaction = None
            self.stage.set(self.playing)
            self._begin_page(after_line=False)
        elif self.playing.conversation.outcome is not None:
            from game.desk.ending_scene import EndingScene

            self._desk.go(EndingScene(self._desk, self.playing))

    def _say(self, number: int) -> None:
        """Say the line on a card: the engine answers, the answer is written down, then it is shown."""
        card = self.column.cards[number]
        said = self.playing.say(card.line, self._thinking // 100)
        if said is None:
            return
        self._desk.sounds.play(Sound.KEY)
        if not self._desk.settings.hinted and self.page.person is not None:
            self._desk.change(replace(self._desk.settings, hinted=True))
        self.playing, self._reaction = said
        self._keep()
        self._said = SaidLine(self._desk, self.column, number)
        self.stage.hear(self.playing, self._reaction)
        self._show(after_line=True)

    def say(self, line: str) -> None:
        """Say a line of the present choice at once, as if its card had been chosen."""
        cards = [card.line for card in self.column.cards]
        if line in cards:
            self._skip()
            self._say(cards.index(line))

    def _keep(self) -> None:
        self._desk.reviewing.follow(self.playing.conversation)
        self._desk.keep(self.playing)

    def _show(self, *, after_line: bool, page: int = 0) -> None:
        """Stage what there is to read now."""
        assert self._reaction is not None
        self._pages = reaction_pages(
            self.playing,
            self._reaction,
            self._desk.locale,
            micro_in_words=self._desk.settings.reduced_motion,
        )
        self._at = min(page, len(self._pages) - 1)
        self._begin_page(after_line=after_line)

    @property
    def at(self) -> int:
        """Which of the pages of the moment is being read, counted from 0."""
        return self._at

    def recall(self, page: int) -> None:
        """Show the last answer once more, as it stands; where nothing was said yet, the first words stay."""
        if self.playing.conversation.reactions:
            self._reaction = self.playing.conversation.reactions[-1]
            self._show(after_line=False, page=page)
        self._skip()

    def _pause(self) -> None:
        from game.desk.doors import enter
        from game.desk.pause_scene import PauseScene

        def begin_anew() -> None:
            enter(self._desk, self.playing.going_back(1))

        self._desk.sounds.play(Sound.PAPER)
        self.stage.hold(True)
        self._desk.over(PauseScene(self._desk, begin_anew if self.playing.attempt is None else None))

    def _open_notebook(self) -> None:
        if self.playing.conversation.outcome is not None:
            return

        def noted(guess: Guess) -> None:
            conversation = self.playing.conversation.note(guess, self._thinking // 100)
            self.playing = self.playing.moved_to(conversation)
            self._keep()

        self._noted = True
        self.stage.hold(True)
        self._desk.sounds.play(Sound.PAPER)
        self._desk.over(NotebookScene(self._desk, self.playing, noted))

    def _enact(self, move: Move) -> None:
        """What the person on the stage does when a movement begins."""
        match move:
            case Move.MICRO | Move.FACE:
                self.stage.react()
            case Move.POSTURE:
                self.stage.move()
            case Move.BUBBLE:
                self._said = None
                if self._reaction is not None and not self.page.after_line:
                    self.stage.set(self.playing)  # nobody answers: the next beat begins
                self.stage.answer()

    def update(self, ms: int) -> None:
        """Let time pass: for what moves, and for the thinking that a line took."""
        before, self._ms = self._ms, self._ms + ms
        for move in self.staging.begun(before, self._ms):
            self._enact(move)
        if self.settled:
            before, self._thinking = self._thinking, self._thinking + ms
            self.stage.hold(False)
            if self._thinking // FORESIGHT > before // FORESIGHT:
                self.stage.foresee()
        self.stage.update(ms)

    def resize(self, size: tuple[int, int]) -> None:
        """Lay out anew; what has been shown stays shown."""
        self.stage.resize(size)
        self._header.resize()
        self.column.resize()
        self._said = None

    def relanguage(self, locale: Locale) -> None:
        """The same moment in the other language; nothing is typed twice."""
        at, focus = self._at, self.focus
        if self._reaction is not None:
            self._pages = reaction_pages(
                self.playing, self._reaction, locale, micro_in_words=self._desk.settings.reduced_motion
            )
        else:
            opening = opening_pages(self.playing, locale)
            self._pages = opening * len(self._pages)
        self._at = min(at, len(self._pages) - 1)
        self._begin_page(after_line=False)
        self.focus = min(focus, max(0, len(self.column.cards) - 1))
        self._skip()

    def draw(self, surface: pygame.Surface) -> None:
        """Scenery and person, then header, words and cards."""
        picture = self.staging.at(max(0, self._ms))
        self.stage.draw(surface)
        conversation = self.playing.conversation
        self._header.draw(
            surface,
            HeaderState(
                title=self.playing.book.wording.title.said(self._desk.locale),
                clock=conversation.clock if self.playing.met else None,
                stage=conversation.stage if self.page.person is not None else None,
                reminder=not self._noted and self._heard() >= REMINDER_TURN,
            ),
        )
        if self._said is not None:
            self._said.draw(surface, picture.line)
        else:
            self.column.draw(surface, picture, self.focus)
        if not self._desk.frame.large:
            draw_key_line(self._desk, surface, self.column.cards, settled=self.settled)
        if not self._desk.settings.hinted and self.page.person is not None and self._said is None:
            draw_hint(self._desk, surface)

    def _heard(self) -> int:
        """Answers heard so far."""
        return sum(reaction.person is not None for reaction in self.playing.conversation.reactions)
