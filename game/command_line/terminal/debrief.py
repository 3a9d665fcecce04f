"""After the talk: the ending, what came of it, what it was worth and why, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.analysis.review import Review
from game.command_line.terminal.paper import Paper
from game.desk.aftermaths import aftermaths
from game.desk.afterwards import Afterwards
from game.desk.playing import Playing
from game.language.words import Words
from game.telling.depth import Depth
from game.telling.reaction import told
from game.telling.scorecard import Row, ScorecardTold
from game.telling.turning_point import turning_points


@dataclass(frozen=True, slots=True)
class Debrief:
    """Writes down what became of a conversation."""

    paper: Paper
    words: Words

    def tell(self, playing: Playing, review: Review | None = None) -> None:
        """Ending, epilogue, scorecard, notebook, the turns with her thoughts, and what to do next.

        Args:
            playing: the conversation.
            review: what every line was worth; without it the turns are told by what they did to her.
        """
        afterwards = Afterwards.of(playing)
        if review is not None:
            afterwards = replace(afterwards, turning=next(iter(review.turning), None))
        card = afterwards.told(self.words.locale)
        self._end(afterwards)
        self._score(card)
        self._aftermath(afterwards)
        self._guesses(afterwards)
        if review is None:
            self._turns(afterwards)
        else:
            self._reviewed(afterwards, review)
        self._bent(afterwards)
        self._advice(afterwards, card)

    def _end(self, afterwards: Afterwards) -> None:
        """The ending in one sentence and the days afterwards."""
        outcome = afterwards.playing.conversation.outcome
        if outcome is None:
            self.paper.heading(self.words("The conversation is not over."))
            return
        locale = self.words.locale
        self.paper.heading(afterwards.ending(locale))
        epilogues = afterwards.playing.book.wording.epilogues
        if outcome.epilogue is not None and outcome.epilogue in epilogues:
            self.paper.text(epilogues[outcome.epilogue].said(locale))

    def _score(self, card: ScorecardTold) -> None:
        """What she would say of it, and where every point came from."""
        self.paper.gap()
        for answer in card.answers:
            self.paper.row(answer.label, answer.value, answer.reason)
        self.paper.heading(self.words("Score"))
        self.paper.text(card.headline)
        self.paper.gap()
        for row in (*card.criteria, *card.grades, card.honesty):
            self.paper.row(row.label, f"{row.earned} / {row.possible}", row.evidence)

    def _aftermath(self, afterwards: Afterwards) -> None:
        """What became of her; of others in one line each."""
        first, *others = aftermaths(afterwards.playing, self.words.locale)
        self.paper.heading(self.words("Afterwards"))
        steps = f"{first.loyalty} / {len(first.told.steps)}"
        self.paper.row(first.told.headline, steps, first.told.advice)
        for answer in first.told.answers:
            self.paper.row(answer.label, answer.value, answer.reason)
        for other in others:
            self.paper.row(other.name, f"{other.loyalty} / {len(other.told.steps)}", other.told.headline)

    def _guesses(self, afterwards: Afterwards) -> None:
        """The notebook against the truth and the cues; nothing where nothing was noted."""
        guesses = afterwards.guesses(self.words.locale)
        if guesses:
            self.paper.heading(self.words("Your notebook"))
        for guess in guesses:
            self.paper.text(str(guess))

    def _turns(self, afterwards: Afterwards) -> None:
        """Turn by turn: what you said, what she thought, and what it did with its biggest causes."""
        locale, words, paper = self.words.locale, self.words, self.paper
        teller = afterwards.teller(locale)
        paper.heading(words("Turn by turn"))
        for reaction in afterwards.reactions:
            turn = reaction.turn
            turned = turn == afterwards.turning
            paper.header([words("Turn {n}: the turning point" if turned else "Turn {n}", n=turn)])
            if reaction.person is None:
                paper.text(afterwards.line(turn, locale))
                continue
            paper.speech(words("You said"), afterwards.line(turn, locale))
            thought = afterwards.thought(turn, locale)
            if thought:
                pronouns = afterwards.pronouns(reaction.person, locale)
                paper.speech(words("{She} thought").format(**pronouns), thought)
            for sentence in told(reaction, teller, Depth.COACH):
                paper.text(sentence)
            note = afterwards.note(turn, locale)
            if note:
                paper.aside(words("Why it tempts: {why}", why=note))

    def _reviewed(self, afterwards: Afterwards, review: Review) -> None:
        """Turn by turn: what the line was worth, and why another would have been better."""
        from game.command_line.terminal.review import ReviewPaper
        from game.telling.review import ReviewTeller

        playing = afterwards.playing
        teller = afterwards.teller(self.words.locale)
        ReviewPaper(self.paper, self.words).tell(
            ReviewTeller(review, playing.conversation, playing.book.wording, teller)
        )

    def _bent(self, afterwards: Afterwards) -> None:
        """Why the scenario bends numbers of no single move; those of moves are told at their turns."""
        overrides = afterwards.playing.book.wording.overrides
        reasons = [
            why.said(self.words.locale) for cell, why in overrides.items() if cell.startswith("number ")
        ]
        if reasons:
            self.paper.heading(self.words("Different in this scenario"))
        for reason in reasons:
            self.paper.text(reason)

    def _lessons(self, afterwards: Afterwards) -> None:
        """Where to read on about the turns that cost most."""
        from game.command_line.lessons import GuideLessons  # not needed before the end of a talk

        lessons, read = GuideLessons(), set()
        for turn in turning_points(afterwards.reactions, afterwards.customer):
            card = lessons.card(afterwards.learnt(turn))
            if card is None or card.id in read:
                continue
            read.add(card.id)
            title = card.title.said(self.words.locale)
            self.paper.text(
                self.words("Turn {n}: {title} (rapport guide {id})", n=turn, title=title, id=card.id)
            )

    def _advice(self, afterwards: Afterwards, card: ScorecardTold) -> None:
        """The dearest thing missed, the turn that cost most, and how much there is still to find out."""
        self.paper.heading(self.words("Next time"))
        missed = max(card.criteria, key=_missing, default=None)
        lost = missed is not None and _missing(missed) > 0
        if missed is not None and lost:
            self.paper.text(self.words("Most is to be won here: {what}", what=missed.label))
        if afterwards.turning is not None:
            turn = afterwards.turning
            self.paper.text(self.words("Turn {n} cost the most. Say something else there.", n=turn))
        elif not lost:
            self.paper.text(self.words("Nothing was lost. Try another morning."))
        self._lessons(afterwards)
        if afterwards.untold:
            pronouns = afterwards.pronouns(None, self.words.locale)
            untold = self.words.count(
                "One thing {she} never told you",
                "{n} things {she} never told you",
                afterwards.untold,
                **pronouns,
            )
            self.paper.text(untold)


def _missing(row: Row) -> int:
    return row.possible - row.earned
