"""Preview of a beat: what each of its lines does to a D, an I, an S and a C, before anybody plays it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace

import pygame

from game.desk.menu import MenuRow
from game.desk.pages import reaction_pages
from game.desk.playing import Playing
from game.desk.ports import Book
from game.desk.preview_matrix import Band, Cell, PreviewMatrix, in_words
from game.desk.row_column import Row
from game.desk.scene import Desk
from game.desk.workshop_page import WorkshopPage
from game.desk.workshop_ports import Glimpse, Refused, Work, Workbench
from game.engine.conversation import Step
from game.engine.scenario import Beat
from game.engine.traits import Trait
from game.telling.reaction import change
from game.telling.trait_names import STILL, TRAIT_NAMES, signed

REST = 220
"""Milliseconds on a beat before it is looked into."""

SHOWN = (Trait.TRUST, Trait.VALENCE, Trait.PRESSURE, Trait.NEED, Trait.PATIENCE)
"""Changes that are told, the three largest of them."""

MOST = 3
TOLD = 44
"""Characters of a beat's words in the list."""


class PreviewScene(WorkshopPage):
    """Beats in the list, and the matrix of the one in focus on the sheet."""

    def __init__(self, desk: Desk, bench: Workbench, work: Work) -> None:
        super().__init__(desk, bench)
        self.work = work
        self.book: Book | Refused | None = None
        self.matrix = PreviewMatrix(desk)
        self.bands: tuple[Band, ...] = ()
        self._opening: Future[Book | Refused] = desk.reader.run(lambda: bench.book(work, desk.words))
        self._known: dict[str, Mapping[str, Glimpse]] = {}
        self._looking: tuple[str, Future[Mapping[str, Glimpse]]] | None = None
        self._rested = 0

    def wide(self) -> float:
        """The matrix needs room."""
        return 250

    def title(self) -> str:
        """What it is."""
        return self._desk.words("Preview a beat")

    def subtitle(self) -> str:
        """Of which scenario."""
        return self.work.title.said(self._desk.locale) or self.work.id

    @property
    def _beats(self) -> tuple[Beat, ...]:
        return self.book.scenario.beats if isinstance(self.book, Book) else ()

    @property
    def beat(self) -> Beat | None:
        """The beat in focus."""
        return self._beats[self.list.focus] if self._beats else None

    def rows(self) -> Sequence[MenuRow]:
        """The beats, each with the beginning of its words."""
        return [MenuRow(beat.id, self._look, self._begins(beat)) for beat in self._beats]

    def _begins(self, beat: Beat) -> str:
        assert isinstance(self.book, Book)
        told = self.book.wording.beats.get(beat.id)
        words = told.said(self._desk.locale) if told is not None else ""
        return words if len(words) <= TOLD else words[:TOLD].rstrip() + " …"

    def written(self) -> Sequence[Row]:
        """What stands there while there is no matrix."""
        words, beat = self._desk.words, self.beat
        if isinstance(self.book, Refused):
            return [Row(line, 16, space=4) for line in self.book.sentence.splitlines()]
        if self.book is None or (beat is not None and beat.id not in self._known):
            return [Row(words("Playing on until somebody comes here …"), 20, "ink_soft")]
        found = self._known[beat.id] if beat is not None else {}
        if all(glimpse.before is None for glimpse in found.values()):
            tried = sum(glimpse.tried for glimpse in found.values())
            return [
                Row(words("Nobody came here"), 24, "amber", bold=True),
                Row(words("In {n} conversations nobody came to this beat. Prove tells why.", n=tried), 17),
            ]
        return ()

    def _write(self) -> None:
        super()._write()
        beat = self.beat
        self.bands = ()
        if beat is not None and not self.column.rows:
            self.bands = tuple(self._band(beat, line.id) for line in beat.lines)
        self.matrix.lay_out(self.bands, self.inner())

    def _band(self, beat: Beat, line: str) -> Band:
        assert isinstance(self.book, Book)
        found = self._known[beat.id]
        cells = [self._cell(letter, glimpse, line) for letter, glimpse in found.items()]
        return Band(self.book.wording.lines[line].said(self._desk.locale), cells)

    def _cell(self, letter: str, glimpse: Glimpse, line: str) -> Cell:
        """What a line does to one customer."""
        words, locale, book = self._desk.words, self._desk.locale, self.book
        assert isinstance(book, Book)
        step = glimpse.steps.get(line)
        if glimpse.before is None:
            return Cell(letter, words("nobody came here"))
        if not isinstance(step, Step):
            return Cell(letter, words("not on offer at that moment"))
        reaction = step.reaction
        playing = Playing(replace(book, scenario=step.conversation.scenario), step.conversation)
        page = reaction_pages(playing, reaction, locale)[0]
        answer = page.speech or page.cue or page.before or words("nobody answers")
        if reaction.person is None:
            return Cell(letter, answer)
        changes = sorted(SHOWN, key=lambda trait: -abs(change(reaction, trait)))[:MOST]
        told = tuple(
            (trait, f"{TRAIT_NAMES[trait].said(locale)} {signed(amount)}", amount)
            for trait in changes
            if abs(amount := change(reaction, trait)) >= STILL
        )
        return Cell(
            letter, answer, playing.person(reaction.person), reaction.cues.face, reaction.cues.signs, told
        )

    # ------------------------------------------------------------------ events and time

    def handle(self, event: pygame.event.Event) -> None:
        """The wheel and the page keys move the matrix."""
        if event.type == pygame.KEYDOWN and event.key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            self.matrix.scroll(4 if event.key == pygame.K_PAGEDOWN else -4)
        elif event.type == pygame.MOUSEWHEEL and event.y and self.sheet.contains(pygame.mouse.get_pos()):
            self.matrix.scroll(-event.y)
        else:
            super().handle(event)

    def chosen(self) -> None:
        """Another beat: look into it after a rest."""
        self._rested = 0
        self.matrix.scrolled = self.column.scrolled = 0
        self._write()

    def _look(self) -> None:
        """Look into the beat in focus at once, and read it aloud."""
        self._rested = REST
        if self.bands:
            names = {letter: letter for letter in "DISC"}
            self._desk.voice.instead(in_words(self.bands, names), self._desk.locale)

    def update(self, ms: int) -> None:
        """Open the book, then look into the beat on which the focus rests."""
        if self.book is None and self._opening.done():
            self.book = self._opening.result()
            self.list.focus = self._first()
            self.renew()
        if self._looking is not None and self._looking[1].done():
            beat, future = self._looking
            self._known[beat], self._looking = future.result(), None
            self._write()
        self._rested += ms
        here = self.beat
        waiting = here is not None and here.id not in self._known and self._looking is None
        if waiting and here is not None and isinstance(self.book, Book) and self._rested >= REST:
            book, bench, beat = self.book, self._bench, here.id
            self._looking = beat, self._desk.reader.run(lambda: bench.glimpses(book, beat))

    def _first(self) -> int:
        """The first beat in which somebody is spoken to."""
        return next((at for at, beat in enumerate(self._beats) if beat.person is not None), 0)

    def keys(self) -> tuple[str, ...]:
        """The keys of the page."""
        words = self._desk.words
        more = (words("Page ↑ ↓ more"),) if self.matrix.furthest else ()
        return words("↑ ↓ beat"), *more, words("Esc back")

    def back(self) -> None:
        """Back to the work."""
        from game.desk.work_scene import WorkScene

        self._desk.go(WorkScene(self._desk, self._bench, self.work))

    def draw_sheet(self, surface: pygame.Surface) -> None:
        """The matrix, or why there is none."""
        super().draw_sheet(surface)
        self.matrix.draw(surface, self._desk.palette)
