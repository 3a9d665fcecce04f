"""Where a conversation stands: the clock, the stage, the tea, the room, and what can be said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.command_line.terminal.paper import Paper
from game.content.wording import SceneWording
from game.desk.pages import Page, opening_pages, reaction_pages
from game.desk.playing import Playing
from game.engine.reaction import Reaction
from game.engine.traits import Stage, Trait
from game.language.words import Words, marked
from game.telling.phrasing import STAGE_NAMES

TEA = (
    (6_000, marked("The tea is hot")),
    (3_500, marked("The tea is warm")),
    (1_500, marked("The tea is nearly cold")),
    (-1, marked("The tea is cold")),
)
"""Patience as a cup of tea: from which basis points on it is which. The desk shows the same as steam."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Writes a conversation down as it goes."""

    paper: Paper
    words: Words

    def open(self, playing: Playing) -> None:
        """The room, the first words and the choices, at the beginning of a talk or of a beat gone back to."""
        self._scene(playing.scene)
        self._pages(playing, opening_pages(playing, self.words.locale))
        self.offer(playing)

    def react(self, playing: Playing, reaction: Reaction, before: SceneWording) -> None:
        """What came of a line, up to the next choices if there are any.

        Args:
            playing: where things stand after the line.
            reaction: what the line did.
            before: the scene in which it was said.
        """
        self.paper.gap()
        line = playing.line(reaction.line, self.words.locale)
        if reaction.person is None:
            self.paper.text(line)
        else:
            self.paper.speech(self.words("You said"), line)
        pages = reaction_pages(playing, reaction, self.words.locale, micro_in_words=True)
        answers = [page for page in pages if page.after_line]
        self._pages(playing, answers)
        if playing.conversation.outcome is not None:
            return
        if playing.scene != before:
            self._scene(playing.scene)
        following = [page for page in pages if not page.after_line]
        if following and answers:
            self.paper.gap()
        self._pages(playing, following)
        self.offer(playing)

    def offer(self, playing: Playing) -> None:
        """The header and the lines on offer; a line said the last time carries a mark."""
        self.paper.header(self._header(playing))
        said_before = playing.marked.get(playing.conversation.turn + 1)
        for number, line in enumerate(playing.conversation.offers(), start=1):
            mark = self.words("said last time") if line.id == said_before else ""
            self.paper.choice(str(number), playing.line(line.id, self.words.locale), mark)

    def _header(self, playing: Playing) -> list[str]:
        """Story clock, stage and tea; alone only the clock, and nothing before the first meeting."""
        conversation = playing.conversation
        parts = [clock(conversation.clock)] if playing.met else []
        if conversation.person is not None:
            stage = STAGE_NAMES[conversation.stage].said(self.words.locale)
            number = list(Stage).index(conversation.stage) + 1
            parts.append(self.words("Stage {number} of 5: {stage}", number=number, stage=stage))
            parts.append(self.words(tea(int(conversation.mind(conversation.person)[Trait.PATIENCE]))))
        return parts

    def _scene(self, scene: SceneWording) -> None:
        """A place, by its title, and how one talks there where it is not face to face."""
        title = scene.title.said(self.words.locale)
        channel = CHANNELS.get(scene.channel)
        if title:
            self.paper.heading(f"{title} ({self.words(channel)})" if channel else title)
        if scene.text:
            self.paper.text(scene.text.said(self.words.locale))

    def _pages(self, playing: Playing, pages: Iterable[Page]) -> None:
        """What is told, said and seen, in the order in which it is read."""
        for page in pages:
            if page.before:
                self.paper.text(page.before)
            if page.speech:
                name = playing.person(page.person).name if page.person else None
                self.paper.speech(name.said(self.words.locale) if name else "", page.speech)
            if page.cue:
                self.paper.aside(page.cue)
            if page.after:
                self.paper.text(page.after)


CHANNELS = {
    "phone": marked("on the phone"),
    "chat": marked("in a chat"),
    "letter": marked("by letter"),
    "video": marked("on video"),
}
"""How a channel is announced; face to face needs no words."""


def clock(seconds: int) -> str:
    """Story seconds after midnight as a clock shows them.

    >>> clock(36_065)
    '10:01'
    """
    return f"{seconds // 3600 % 24:02d}:{seconds // 60 % 60:02d}"


def tea(patience: int) -> str:
    """How patient somebody is, as the (English) words for a cup of tea; patience in basis points."""
    return next(words for least, words in TEA if patience >= least)
