"""A lesson over the debrief: what a trainer says about it, and cards for figures that are no science."""

from __future__ import annotations

from collections.abc import Iterator

from game.desk.paper_scene import PaperScene, Paragraph
from game.desk.ports import LessonCard
from game.desk.scene import Desk


class LessonScene(PaperScene):
    """One item of the field guide on a card."""

    def __init__(self, desk: Desk, card: LessonCard) -> None:
        self.card = card
        super().__init__(desk)

    def written(self, size: float, width: int) -> Iterator[Paragraph]:
        """Everything on the card, from the top down."""
        desk, card, locale = self._desk, self.card, self._desk.locale
        wrap = desk.lettering.wrap
        yield Paragraph(
            (desk.words("Lesson card") if card.lesson else desk.words("Field guide"),), 15, soft=True
        )
        title = card.title.said(locale)
        yield Paragraph(wrap(title, size + 6, width, bold=True), size + 6, bold=True)
        yield Paragraph(wrap(card.text.said(locale), size, width), size, space=8)
        for myth in card.myths:
            standing = myth.standing.words.said(locale)
            head = desk.words("Myth card {key}: {standing}", key=myth.key, standing=standing)
            claim = desk.words("What is claimed: {text}", text=myth.claim.said(locale))
            caution = desk.words("Why to be careful: {text}", text=myth.caution.said(locale))
            small = max(15, size - 2)
            yield Paragraph(wrap(head, small, width, bold=True), small, bold=True, space=14)
            yield Paragraph(wrap(claim, small, width), small, soft=True)
            yield Paragraph(wrap(caution, small, width), small)

    def closing(self) -> str:
        """L closes it."""
        return self._desk.words("L close")

    def said(self) -> str:
        """The whole card, to be read aloud."""
        locale, card = self._desk.locale, self.card
        texts = [card.title, card.text]
        for myth in card.myths:
            texts += [myth.claim, myth.caution]
        return "\n".join(text.said(locale) for text in texts)
