"""A conversation at the desk: the book it comes from, where it stands, and how one got there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from game.content.wording import Spoken
from game.desk.ports import Book
from game.engine.traits import Trait
from game.language.locale import Locale
from game.language.text import LocalisedText

if TYPE_CHECKING:
    from game.engine.conversation import Conversation


@dataclass(frozen=True, slots=True)
class Playing:
    """What the briefing, the stage and the debrief hand to one another.

    Attributes:
        book: the scenario with its words.
        conversation: as far as it has come.
        took: tenths of a second that each move took to be made.
        marked: in a retry, the line said the last time, by turn; its card carries a small mark.
    """

    book: Book
    conversation: Conversation
    took: tuple[int, ...] = ()
    marked: Mapping[int, str] = field(default_factory=dict)

    @property
    def turn(self) -> int:
        """Lines said so far."""
        return len(self.conversation.reactions)

    def rung(self, person: str | None) -> int:
        """The rung of trust on which somebody stands, 1..5; the first where nobody is there."""
        return 1 if person is None else int(self.conversation.mind(person)[Trait.RUNG])

    def spoken(self, reply_id: str) -> Spoken:
        """The words of a reply, from the scenario or from the phrase bank; empty when neither has it."""
        return (
            self.book.wording.says.get(reply_id) or self.book.bank.spoken(reply_id) or Spoken(LocalisedText())
        )

    def going_back(self, turn: int) -> Playing:
        """The same morning, the same luck, just before the line of `turn` (1 is the first line)."""
        from game.engine.conversation import Conversation

        said = [reaction.line for reaction in self.conversation.reactions]
        again = Conversation.begin(self.conversation.scenario, self.conversation.seed)
        for line in said[: turn - 1]:
            step = again.say(line)
            again = step.conversation  # type: ignore[union-attr]
        return replace(
            self,
            conversation=again,
            took=self.took[: turn - 1],
            marked={number: line for number, line in enumerate(said, start=1) if number >= turn},
        )

    def line(self, line_id: str, locale: Locale) -> str:
        """What the player says with a line."""
        return self.book.wording.lines[line_id].said(locale)
