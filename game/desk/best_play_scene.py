"""How it would have gone on: the better line, her answer to it, and the best lines after that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from game.analysis.review import TurnReview
from game.desk.afterwards import Afterwards
from game.desk.debrief_values import margin_words, points
from game.desk.intents import Want
from game.desk.pages import reaction_pages
from game.desk.paper_scene import PaperScene, Paragraph
from game.desk.scene import Desk


class BestPlayScene(PaperScene):
    """A few turns of best play by what could be known, from a fault on, under the same luck.

    Args:
        desk: the desk.
        afterwards: the conversation.
        turn: a turn whose review knows a better line.
    """

    key: ClassVar[Want] = Want.BEST

    def __init__(self, desk: Desk, afterwards: Afterwards, turn: TurnReview) -> None:
        self._afterwards = afterwards
        self._turn = turn
        super().__init__(desk)

    def sayings(self) -> tuple[tuple[str, str, str], ...]:
        """Who says what, and what can be seen meanwhile: the player's words and hers by turns."""
        afterwards, locale = self._afterwards, self._desk.locale
        playing = afterwards.moments[self._turn.turn - 1]
        found: list[tuple[str, str, str]] = []
        for line in self._turn.why.continuation if self._turn.why is not None else ():
            said = playing.say(line, 0)
            if said is None:
                break
            found.append((self._desk.words("You"), playing.line(line, locale), ""))
            playing, reaction = said
            for page in reaction_pages(playing, reaction, locale):
                people = playing.book.wording.people
                who = people[page.person].name.said(locale) if page.person in people and page.person else ""
                if page.speech or page.cue:
                    found.append((who, page.speech, page.cue))
        return tuple(found)

    def _worth(self) -> str:
        turn, desk = self._turn, self._desk
        best = next((each for each in turn.alternatives if turn.why and each.line == turn.why.better), None)
        if best is None:
            return ""
        words = desk.words(
            "Expected {value}, at most {ceiling}.",
            value=points(best.worth.value),
            ceiling=points(best.worth.ceiling),
        )
        sampled = margin_words(desk, best.worth)
        return f"{words} ({sampled})" if sampled else words

    def written(self, size: float, width: int) -> Iterator[Paragraph]:
        """Everything on the sheet, from the top down."""
        desk, wrap = self._desk, self._desk.lettering.wrap
        yield Paragraph((desk.words("Best play by what could be known, with the same luck"),), 15, soft=True)
        title = desk.words("How it would go on from turn {n}", n=self._turn.turn)
        yield Paragraph(wrap(title, size + 4, width, bold=True), size + 4, bold=True)
        yield Paragraph(wrap(self._worth(), 16, width), 16, soft=True)
        for who, speech, cue in self.sayings():
            mine = who == desk.words("You")
            if who:
                yield Paragraph((who,), 15, soft=True, space=10 if mine else 3)
            if speech:
                yield Paragraph(wrap(speech, size - 1, width, bold=mine), size - 1, bold=mine)
            if cue:
                yield Paragraph(wrap(cue, 15, width), 15, soft=True)

    def closing(self) -> str:
        """B closes it."""
        return self._desk.words("B close")

    def said(self) -> str:
        """The whole sheet, to be read aloud."""
        turns = [f"{who}: {speech} {cue}".strip() for who, speech, cue in self.sayings()]
        return "\n".join([self._worth(), *turns])
