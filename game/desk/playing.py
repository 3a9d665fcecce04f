"""A conversation at the desk: the book it comes from, where it stands, and how one got there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from game.analysis.review import Review
from game.content.wording import PersonWording, SceneWording, Spoken
from game.desk.class_ports import Attempt
from game.desk.ports import Book
from game.engine.conversation import Conversation, Step
from game.engine.reaction import Reaction
from game.engine.traits import Trait
from game.engine.transcript import Note, Say
from game.language.locale import Locale
from game.language.text import LocalisedText

HERE = SceneWording(LocalisedText())
"""The scene of a scenario that writes none: face to face, at a reception."""


@dataclass(frozen=True, slots=True)
class Playing:
    """What the briefing, the stage and the debrief hand to one another.

    Attributes:
        book: the scenario with its words.
        conversation: as far as it has come.
        marked: in a retry, the line said the last time, by turn; its card carries a small mark.
        reviewed: in a retry, what was made out of the last time.
        attempt: in a class, where this conversation goes; whatever is tried again is for oneself alone.
    """

    book: Book
    conversation: Conversation
    marked: Mapping[int, str] = field(default_factory=dict)
    reviewed: Review | None = None
    attempt: Attempt | None = None

    @classmethod
    def begin(cls, book: Book, seed: int) -> Playing:
        """A new conversation."""
        return cls(book, Conversation.begin(book.scenario, seed))

    def say(self, line: str, took: int) -> tuple[Playing, Reaction] | None:
        """Say a line; None where it is not on offer (a click that came too late).

        Args:
            line: id of the line.
            took: tenths of a second that the choice took.
        """
        step = self.conversation.say(line, took)
        if not isinstance(step, Step):
            return None
        return replace(self, conversation=step.conversation), step.reaction

    def moved_to(self, conversation: Conversation) -> Playing:
        """The same play, further on."""
        return replace(self, conversation=conversation)

    def going_back(self, turn: int) -> Playing:
        """The same morning, the same luck, just before the line of `turn` (1 is the first line).

        Notes taken up to then stay in the notebook; the lines said from there on are marked.
        """
        before = self.conversation
        again = Conversation.begin(before.scenario, before.seed, before.start, before.rules)
        for move in before.moves:
            if isinstance(move, Note):
                again = again.note(move.guess, move.took)
                continue
            if again.turn == turn - 1:
                break
            step = again.say(move.line, move.took)
            if not isinstance(step, Step):
                break
            again = step.conversation
        said = [move.line for move in before.moves if isinstance(move, Say)]
        return replace(
            self,
            conversation=again,
            marked={number: line for number, line in enumerate(said, start=1) if number >= turn},
            attempt=None,
        )

    def rung(self, person: str | None) -> int:
        """The rung of trust on which somebody stands, 1..5; the first where nobody is there."""
        return 1 if person is None else int(self.conversation.mind(person)[Trait.RUNG])

    def spoken(self, reply_id: str) -> Spoken:
        """The words of a reply, from the scenario or from the phrase bank; empty when neither has it."""
        return (
            self.book.wording.says.get(reply_id) or self.book.bank.spoken(reply_id) or Spoken(LocalisedText())
        )

    def line(self, line_id: str, locale: Locale) -> str:
        """What the player says with a line."""
        return self.book.wording.lines[line_id].said(locale)

    def person(self, person: str) -> PersonWording:
        """Who somebody is, in words and looks."""
        return self.book.wording.people[person]

    @property
    def counterpart(self) -> str:
        """Whom one speaks to, or spoke to last; the customer before the first word."""
        if self.conversation.person is not None:
            return self.conversation.person
        spoken = (reaction.person for reaction in reversed(self.conversation.reactions))
        return next(
            (person for person in spoken if person is not None), self.conversation.scenario.people[0].id
        )

    @property
    def met(self) -> bool:
        """Whether somebody stands before the player, or has; until then no story time is shown."""
        conversation = self.conversation
        return conversation.person is not None or any(each.person for each in conversation.reactions)

    @property
    def scene(self) -> SceneWording:
        """Where the present beat stands: its own scene, or that of the last beat before it that named one."""
        now = self.conversation.beat
        played = [reaction.beat for reaction in self.conversation.reactions]
        return self._last_named([*played, *([now.id] if now else [])])

    def scene_of(self, turn: int) -> SceneWording:
        """Where the line of `turn` (1 is the first line) was said and answered."""
        return self._last_named([reaction.beat for reaction in self.conversation.reactions[:turn]])

    def _last_named(self, beats: Sequence[str]) -> SceneWording:
        """The scene that the last of these beats stands in; the scenario's first where none names one."""
        scenario, scenes = self.conversation.scenario, self.book.wording.scenes
        names = {beat.id: beat.scene for beat in scenario.beats}
        for beat in reversed(beats):
            if names[beat] is not None:
                return scenes.get(names[beat] or "", HERE)
        return next(iter(scenes.values()), HERE)
