"""What one knows before the first word: where, who, the messages, the aims."""

from __future__ import annotations

from dataclasses import dataclass

from game.command_line.terminal.paper import Paper
from game.content.wording import PersonWording
from game.desk.aftermaths import account_of
from game.desk.pages import spoken_words
from game.desk.playing import Playing
from game.language.words import Words


@dataclass(frozen=True, slots=True)
class Briefing:
    """Writes the briefing of a scenario down."""

    paper: Paper
    words: Words

    def tell(self, playing: Playing) -> None:
        """Title, people, messages and aims; what a scenario does not write is left out."""
        wording, locale = playing.book.wording, self.words.locale
        self.title(playing)
        if wording.tagline:
            self.paper.text(wording.tagline.said(locale))
        if wording.player.name:
            self.paper.text(self.words("You are {who}.", who=self._who(wording.player)))
        for name, person in wording.people.items():
            known = person.known.said(locale)
            who = self._who(person)
            self.paper.text(self.words("{who}. {known}", who=who, known=known) if known else who)
            account = account_of(playing.conversation.scenario, name, locale)
            if account:
                self.paper.aside(self.words(", ").join(account))
        for message in wording.briefing:
            self.paper.speech(message.sender.said(locale), message.text.said(locale))
        if wording.aims:
            self.paper.gap()
            self.paper.text(self.words("Your aims:"))
            for number, aim in enumerate(wording.aims, start=1):
                self.paper.choice(str(number), aim.said(locale))
        self.paper.gap()

    def title(self, playing: Playing) -> None:
        """Only what it is called."""
        self.paper.heading(playing.book.wording.title.said(self.words.locale))

    def recall(self, playing: Playing) -> None:
        """Where one stopped: the title, the turn, and the last thing said and answered."""
        conversation, locale = playing.conversation, self.words.locale
        self.title(playing)
        self.paper.text(
            self.words(
                "You go on where you stopped, at turn {n}. To begin anew: --new", n=conversation.turn + 1
            )
        )
        if not conversation.reactions:
            return
        last = conversation.reactions[-1]
        self.paper.speech(self.words("You said"), playing.line(last.line, locale))
        if last.reply is not None and last.person is not None:
            answer, _ = spoken_words(playing, playing.spoken(last.reply), last.person, locale)
            self.paper.speech(playing.person(last.person).name.said(locale), answer)

    def _who(self, person: PersonWording) -> str:
        """A name with post and firm."""
        parts = [text.said(self.words.locale) for text in (person.name, person.post, person.firm) if text]
        return self.words(", ").join(parts)
