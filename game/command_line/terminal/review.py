"""The review on paper: every turn with its judgement, the better line, and why."""

from __future__ import annotations

from dataclasses import dataclass

from game.command_line.lessons import GuideLessons
from game.command_line.terminal.paper import Paper
from game.language.words import Words
from game.telling.judgements import SIGNS
from game.telling.review import ReviewTeller, TurnTold, WhyTold


@dataclass(frozen=True, slots=True)
class ReviewPaper:
    """Writes a review down; judgements are signs and words, never a colour alone."""

    paper: Paper
    words: Words

    def tell(self, teller: ReviewTeller) -> None:
        """The figures, then turn by turn."""
        told = teller.whole()
        self.paper.heading(self.words("Review"))
        for name, value in told.figures:
            self.paper.row(name, value)
        self.paper.gap()
        for sentence in (*told.sentences, *told.sources):
            self.paper.text(sentence)
        if teller.review.turns:
            self.paper.heading(self.words("Turn by turn"))
        for turn in teller.review.turns:
            each = teller.turn(turn.turn)
            if each is not None:
                self._turn(each)

    def _turn(self, turn: TurnTold) -> None:
        words, paper = self.words, self.paper
        sign = f"{SIGNS[turn.judgement]} {turn.name}"
        paper.header([words("Turn {n}", n=turn.turn), sign, turn.values, turn.sampled])
        paper.speech(words("You said"), turn.said)
        if turn.thought:
            paper.speech(turn.thinker, turn.thought)
        paper.aside(turn.luck)
        if turn.why is not None:
            self._why(turn.why)

    def _why(self, why: WhyTold) -> None:
        words, paper = self.words, self.paper
        paper.text(why.cost)
        for part in why.parts:
            paper.text(f"{part.signed:>5}  {part.words}")
        for reason in () if why.parts else why.reasons:
            paper.text(f"- {reason}")
        if why.card:
            paper.aside(why.card)
        paper.speech(f"{words('A better line')} {why.value}", why.better)
        for line in why.onward:
            paper.speech(words("And then"), line)
        card = GuideLessons().card(why.guide)
        if card is not None:
            title = card.title.said(words.locale)
            paper.text(words("Lesson: {title} (rapport guide {id})", title=title, id=card.id))
