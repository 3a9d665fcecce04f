"""After the talk: the ending, what came of it, what it was worth and why, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.command_line.terminal.notebook import NEEDS, TYPES, WORRIES
from game.command_line.terminal.paper import Paper
from game.desk.playing import Playing
from game.engine.reaction import Reaction
from game.engine.scoring import score
from game.engine.traits import Trait
from game.language.text import LocalisedText
from game.language.words import Words
from game.telling.causes import Teller
from game.telling.depth import Depth
from game.telling.pronouns import forms
from game.telling.reaction import change, told
from game.telling.scorecard import Row, ScorecardTold, scorecard_told


@dataclass(frozen=True, slots=True)
class Debrief:
    """Writes down what became of a conversation.

    Attributes:
        tactics: names of the moves, by tactic id.
    """

    paper: Paper
    words: Words
    tactics: Mapping[str, LocalisedText]

    def tell(self, playing: Playing) -> None:
        """Ending, epilogue, scorecard, the turns with her thoughts, and what to do next."""
        self.end(playing)
        card = self.card(playing)
        self.score(card)
        self.guesses(playing)
        self.turns(playing)
        self.advice(playing, card)

    def end(self, playing: Playing) -> None:
        """The ending in one sentence and the days afterwards."""
        outcome = playing.conversation.outcome
        if outcome is None:
            self.paper.heading(self.words("The conversation is not over."))
            return
        wording, locale = playing.book.wording, self.words.locale
        self.paper.heading(wording.endings[outcome.ending].said(locale))
        if outcome.epilogue is not None:
            self.paper.text(wording.epilogues[outcome.epilogue].said(locale))

    def card(self, playing: Playing) -> ScorecardTold:
        """The scorecard in words."""
        conversation = playing.conversation
        return scorecard_told(
            score(conversation),
            conversation.scenario,
            conversation.mind(),
            playing.book.wording.criteria,
            self.words.locale,
            self._pronoun(playing),
            agreed=bool((conversation.state.agreed > 0).any()),
        )

    def score(self, card: ScorecardTold) -> None:
        """What she would say of it, and where every point came from."""
        self.paper.gap()
        for answer in card.answers:
            self.paper.row(answer.label, answer.value, answer.reason)
        self.paper.heading(self.words("Score"))
        self.paper.text(card.headline)
        self.paper.gap()
        for row in (*card.criteria, *card.grades, card.honesty):
            self.paper.row(row.label, f"{row.earned} / {row.possible}", row.evidence)

    def guesses(self, playing: Playing) -> None:
        """The notebook against the truth; nothing where nothing was noted."""
        guess = playing.conversation.guess
        customer = playing.conversation.scenario.people[0]
        truth = {
            "type": "DISC"[customer.disc.index(max(customer.disc))],
            "need": customer.needs[0].word if customer.needs else "",
        }
        rows = [(TYPES, guess.type, truth["type"]), (NEEDS, guess.need, truth["need"])]
        rows.append((WORRIES, guess.worry, true_worry(playing)))
        if not any(noted for _, noted, _ in rows):
            return
        self.paper.heading(self.words("Your notebook"))
        for names, noted, true in rows:
            labels = dict(names)
            if noted is None or true not in labels:
                continue
            right = self.words("right") if noted == true else self.words("not quite")
            self.paper.row(self.words(labels.get(noted, noted)), right, self.words(labels[true]))

    def turns(self, playing: Playing) -> None:
        """Turn by turn: what you said, what she thought, and what it did with its biggest causes."""
        wording, locale = playing.book.wording, self.words.locale
        teller = Teller(
            playing.conversation.scenario,
            self.tactics,
            locale,
            {name: person.pronoun for name, person in wording.people.items()},
        )
        thinks = self.words("{She} thought").format(**forms(self._pronoun(playing), locale))
        self.paper.heading(self.words("Turn by turn"))
        for reaction in playing.conversation.reactions:
            self.paper.header([self.words("Turn {n}", n=reaction.turn)])
            self.paper.speech(self.words("You"), playing.line(reaction.line, locale))
            if reaction.thought is not None and reaction.thought in wording.thoughts:
                self.paper.speech(thinks, wording.thoughts[reaction.thought].said(locale))
            if reaction.person is None:
                continue
            for sentence in told(reaction, teller, Depth.COACH):
                self.paper.text(sentence)
            note = wording.notes.get(reaction.line)
            if note:
                self.paper.aside(note.said(locale))

    def advice(self, playing: Playing, card: ScorecardTold) -> None:
        """The dearest thing missed and the turn that cost most."""
        self.paper.heading(self.words("Next time"))
        missed = max(card.criteria, key=_missing, default=None)
        if missed is not None and _missing(missed) > 0:
            self.paper.text(self.words("Most is to be won here: {what}", what=missed.label))
        turn = dearest_turn(playing.conversation.reactions)
        if turn is not None:
            self.paper.text(self.words("Turn {n} cost the most. Say something else there: r {n}", n=turn))
        elif missed is None or _missing(missed) <= 0:
            self.paper.text(self.words("Nothing was lost. Try another morning."))

    def _pronoun(self, playing: Playing) -> str:
        """The customer's pronoun."""
        customer = playing.conversation.scenario.people[0].id
        person = playing.book.wording.people.get(customer)
        return person.pronoun if person else "they"


def dearest_turn(reactions: tuple[Reaction, ...]) -> int | None:
    """The turn that did most harm to trust, mood and ease together; None where none did."""
    harm = {
        reaction.turn: change(reaction, Trait.PRESSURE)
        - change(reaction, Trait.TRUST)
        - change(reaction, Trait.VALENCE)
        for reaction in reactions
        if reaction.person is not None
    }
    worst = max(harm, key=lambda turn: harm[turn], default=None)
    return worst if worst is not None and harm[worst] > 0 else None


def true_worry(playing: Playing) -> str:
    """The word of the resistance beneath the customer's strongest objection; empty where there is none."""
    objections = playing.conversation.scenario.objections
    if not objections:
        return ""
    strongest = max(objections, key=lambda each: each.strength.low + each.strength.high)
    return (strongest.root if strongest.root is not None else strongest.resistance).word


def _missing(row: Row) -> int:
    return row.possible - row.earned
