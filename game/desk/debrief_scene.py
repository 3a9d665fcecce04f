"""The debrief: where the conversation turned, why, what it was worth, and one key to say it differently."""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.desk.afterwards import Afterwards, unmarked
from game.desk.best_play_scene import BestPlayScene
from game.desk.debrief_bar import DebriefBar
from game.desk.debrief_header import draw_header, header_height
from game.desk.debrief_lab import LabPage
from game.desk.debrief_layout import body
from game.desk.debrief_page import DebriefPage
from game.desk.debrief_review import ReviewPage
from game.desk.debrief_scorecard import ScorecardPage
from game.desk.debrief_transcript import TranscriptPage
from game.desk.debrief_values import Values
from game.desk.film_strip import FilmStrip
from game.desk.finding_scene import FindingScene
from game.desk.intents import Intent, Want, intent_of
from game.desk.layout import Frame
from game.desk.lesson_scene import LessonScene
from game.desk.playing import Playing
from game.desk.scene import Desk
from game.desk.sounds import Sound
from game.desk.still_picture import StillPicture
from game.engine.customers import customer_of
from game.language.locale import Locale

REVIEW, SCORECARD, TRANSCRIPT, LAB = range(4)

SETTLED = 6_000
"""Milliseconds after which the page no longer goes to the turning point by itself: somebody is reading."""

MORNINGS = 64
"""Seeds tried for a morning with another customer."""


class DebriefScene:
    """Pages about one conversation, with one turn chosen on all of them.

    The first page is the review; where nobody can compute it, the lab with the curves of her traits stands
    in its place.

    Args:
        desk: everything a scene may use.
        playing: a conversation that is over (or at least begun).
    """

    def __init__(self, desk: Desk, playing: Playing) -> None:
        self._desk = desk
        self.afterwards = Afterwards.of(playing)
        self.values = Values(desk, self.afterwards)
        self._kept = False  # whether the player has chosen a turn
        self._age = 0
        self.turn = self.values.turning or len(self.afterwards.reactions) or 1
        self.page = REVIEW
        still = desk.reviewing.able
        self._strip = FilmStrip(desk, self.afterwards)
        self.review = ReviewPage(desk, self.afterwards, self.values, self._strip, self.turn)
        self.lab = LabPage(desk, self.afterwards, self.values, self._strip, self.turn, still=still)
        self._others: tuple[DebriefPage, ...] = (
            ScorecardPage(desk, self.afterwards),
            TranscriptPage(desk, self.afterwards, self.values, self.turn),
        )
        self._finding: FindingScene | None = None
        self._picture = StillPicture()
        self._edges = StillPicture()  # all around the page: what stands still while that unfolds
        self._bars = {lab: DebriefBar(desk, lab=lab) for lab in (True, False)}
        _ = self.review.lesson  # the field guide is read now, and in no frame that moves
        if desk.voice.on:
            desk.voice.instead(self._opening(), desk.locale)

    @property
    def pages(self) -> tuple[DebriefPage, ...]:
        """The pages there are, in the order of their numbers."""
        if self.values.able:
            return (self.review, *self._others, self.lab)
        return (self.lab, *self._others)

    @property
    def _all(self) -> tuple[DebriefPage, ...]:
        return (self.review, self.lab, *self._others)

    @property
    def _bar(self) -> DebriefBar:
        return self._bars[self.values.able]

    @property
    def _unfolding(self) -> ReviewPage | LabPage | None:
        """The page that still moves, if it is the one that is seen."""
        page = self.pages[self.page]
        return page if isinstance(page, ReviewPage | LabPage) and not page.unfolded else None

    def _opening(self) -> str:
        """The ending and the numbers, then the page."""
        desk, card = self._desk, self.afterwards.card
        numbers = desk.words("Score {total}. Recommends you {nps} of 10.", total=card.total, nps=card.nps)
        return "\n".join([self.afterwards.ending(desk.locale), numbers, self.pages[REVIEW].said()])

    def handle(self, event: pygame.event.Event) -> None:
        """Answer a key, a click or the wheel."""
        if event.type == pygame.MOUSEWHEEL and event.y:
            self._picture.change()
            self._answer(Intent(Want.UP if event.y > 0 else Want.DOWN))
            return
        intent = intent_of(event, (*self._bar.targets(), *self.pages[self.page].targets()))
        if intent is None or intent.want is Want.POINT:
            return
        self._picture.change()
        self._edges.change()
        if self._unfolding is not None:
            self._unfolding.unfold()  # any key jumps to the end; a second one means something
            return
        self._answer(intent)

    def _answer(self, intent: Intent) -> None:
        match intent.want:
            case Want.BACK:
                self._leave()
            case Want.RETRY:
                self._retry()
            case Want.CONFIRM if self.page != SCORECARD:
                self._confirm()
            case Want.LESSON if self.page != SCORECARD:
                self._learn()
            case Want.FIND:
                self._find()
            case Want.BEST if self.page == REVIEW:
                self._go_on()
            case Want.LEFT | Want.RIGHT:
                self._kept = True
                self._choose(self.turn + (1 if intent.want is Want.RIGHT else -1))
            case Want.CHOOSE if intent.number < len(self.pages):
                self._open(intent.number)
            case Want.CHOOSE if intent.number == len(self.pages):
                self._again()
            case Want.CHOOSE if intent.number == len(self.pages) + 1:
                self._another_morning()
            case _:
                self._ask_page(intent)

    def _ask_page(self, intent: Intent) -> None:
        """Let the page answer; a turn that the scorecard names is looked at where it can be seen."""
        self._kept = True
        turn = self.pages[self.page].handle(intent)
        if turn is not None and self.page == SCORECARD:
            first = self.pages[REVIEW]
            seen = turn >= (first.first if isinstance(first, ReviewPage | LabPage) else 1)
            self.page = REVIEW if seen else TRANSCRIPT
        if turn is not None:
            self._choose(turn)
        elif intent.want in (Want.UP, Want.DOWN, Want.CHOOSE, Want.NEXT):
            self._read()

    def _open(self, page: int) -> None:
        self._desk.sounds.play(Sound.PAPER)
        self.page = page
        self._choose(self.turn)

    def _choose(self, turn: int) -> None:
        """Look at another turn, on every page; the lab begins where somebody was met."""
        page = self.pages[self.page]
        first = page.first if isinstance(page, LabPage) else 1
        turn = min(max(turn, first), max(1, len(self.afterwards.reactions)))
        if turn != self.turn:
            self._desk.sounds.play(Sound.KEY)
        self.turn = turn
        for each in self._all:
            each.choose(turn)
        self._read()

    def _read(self) -> None:
        if self._desk.voice.on:
            self._desk.voice.instead(self.pages[self.page].said(), self._desk.locale)

    def _learn(self) -> None:
        """The lesson of the chosen turn, on a card over the page."""
        card = self.review.lesson
        if card is not None:
            self._desk.sounds.play(Sound.PAPER)
            self._desk.over(LessonScene(self._desk, card))

    def _go_on(self) -> None:
        """How best play would have gone on from the better line, on a card over the page."""
        judged = self.values.turn(self.turn)
        if judged is not None and judged.why is not None:
            self._desk.sounds.play(Sound.PAPER)
            self._desk.over(BestPlayScene(self._desk, self.afterwards, judged))

    def _find(self) -> None:
        """Look for a better line for every fault; what was found stays found."""
        if not self.values.finished or not self.values.faults:
            return
        if self._finding is None:
            self._finding = FindingScene(self._desk, self.afterwards, self.values, self._strip)
        self._finding.open(self.turn)
        self._desk.sounds.play(Sound.PAPER)
        self._desk.over(self._finding)

    def _back_to(self, turn: int) -> Playing:
        """The same morning, the same luck, just before a turn; this go becomes the one before."""
        playing = self.afterwards.playing.going_back(turn)
        return replace(playing, reviewed=self.values.review if self.values.finished else None)

    def _confirm(self) -> None:
        """Say the line that is picked and go on from there; otherwise back to the choice."""
        other = self.review.why.other if self.page == REVIEW and self.values.able else None
        if other is None:
            self._retry()
            return
        playing = self._back_to(self.turn)
        if playing.conversation.person is None:
            said = playing.say(other, 0)
            self._enter(said[0] if said is not None else playing)
            return
        self._enter(playing)
        from game.desk.conversation_scene import ConversationScene

        scene = self._desk.scene
        if isinstance(scene, ConversationScene):
            scene.say(other)

    def _retry(self) -> None:
        """Before the chosen turn, to say something else."""
        self._enter(self._back_to(self.turn))

    def _again(self) -> None:
        """The same morning from its first line."""
        self._enter(self._back_to(1))

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
        from game.desk.doors import home

        home(self._desk)

    def update(self, ms: int) -> None:
        """Let time pass, and take in what the reviewer has found out."""
        self._age += ms
        if self._unfolding is not None:
            self._picture.change()
        self.pages[self.page].update(ms)
        if self.values.update(ms):
            self._picture.change()
            self._edges.change()
            self.page = min(self.page, len(self.pages) - 1)
            turning = self.values.turning
            in_time = not self._kept and self._age < SETTLED
            if turning is not None and in_time and turning != self.turn:
                self._choose(turning)

    def resize(self, size: tuple[int, int]) -> None:
        """Lay every page out anew."""
        self._picture.change()
        self._edges.change()
        frame = Frame(*size, self._desk.settings.text_scale)
        room = body(frame, header_height(self._desk), self._bar.height())
        self._strip.resize()
        for page in self._all:
            page.resize(room)

    def relanguage(self, locale: Locale) -> None:
        """Pages are written anew by `resize`, which follows."""

    def draw(self, surface: pygame.Surface) -> None:
        """Paper, header, the page, the bar."""
        self._picture.show(surface, self._paint)

    def _paint(self, surface: pygame.Surface) -> None:
        if self._unfolding is not None:
            self._edges.show(surface, self._paint_edges)
        else:
            self._edges.drop()
            self._paint_edges(surface)
        self.pages[self.page].draw(surface)

    def _paint_edges(self, surface: pygame.Surface) -> None:
        surface.fill(self._desk.palette.paper)
        draw_header(self._desk, surface, self.afterwards, self.values)
        self._bar.draw(surface, self.page)
