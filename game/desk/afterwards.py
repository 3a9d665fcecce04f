"""A finished conversation as the debrief looks at it: computed once, told in the language of the moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from game.analysis.review import Review
from game.desk.pages import Page, opening_pages, reaction_pages
from game.desk.playing import Playing
from game.engine.conversation import Conversation, Outcome, Step
from game.engine.reaction import Reaction
from game.engine.scoring import Scorecard, score
from game.engine.transcript import Note, Say
from game.language.locale import Locale
from game.telling.causes import Teller
from game.telling.guess import GuessTold, guess_told
from game.telling.lesson import learnt_from
from game.telling.pronouns import forms
from game.telling.scorecard import ScorecardTold, scorecard_told
from game.telling.turning_point import turning_point


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What there is to look back on.

    Attributes:
        playing: the conversation at its end.
        moments: where things stood before the first line and after each.
        card: what it was worth.
        turning: the turn that cost most, None where none did.
        earlier: the go before this one, when this is a retry of it.
        earlier_card: what that was worth.
        untold: how many secrets she kept to herself.
        outcome: how it ended; None while it goes on.
    """

    playing: Playing
    moments: tuple[Playing, ...]
    card: Scorecard
    turning: int | None
    earlier: Conversation | None
    earlier_card: Scorecard | None
    untold: int
    outcome: Outcome | None
    _instead: dict[tuple[int, str], Reaction | None] = field(default_factory=dict)

    @classmethod
    def of(cls, playing: Playing) -> Afterwards:
        """Look back on a conversation; lives it once more, which takes a few milliseconds a turn."""
        conversation = playing.conversation
        before = earlier(playing)
        return cls(
            playing=playing,
            moments=moments(playing),
            card=score(conversation),
            turning=turning_point(conversation.reactions, conversation.scenario.people[0].id),
            earlier=before,
            earlier_card=score(before) if before is not None else None,
            untold=int((conversation.state.told[:, 0] == 0).sum()) if conversation.scenario.secrets else 0,
            outcome=conversation.outcome,
        )

    @property
    def reactions(self) -> tuple[Reaction, ...]:
        """The turns, in order."""
        return self.playing.conversation.reactions

    @property
    def slots(self) -> int:
        """How many turns the strip and the chart have room for: those of the longer of both goes."""
        before = len(self.earlier.reactions) if self.earlier is not None else 0
        return max(1, len(self.reactions), before)

    @property
    def earlier_review(self) -> Review | None:
        """What was made out of the go before, where it was all looked at."""
        review, before = self.playing.reviewed, self.earlier
        if review is None or before is None:
            return None
        said = [reaction.line for reaction in before.reactions]
        return review if [turn.line for turn in review.turns] == said else None

    @property
    def customer(self) -> str:
        """The id of whom it was about."""
        return self.playing.conversation.scenario.people[0].id

    def pronouns(self, person: str | None, locale: Locale) -> Mapping[str, str]:
        """The forms of somebody's pronoun; the customer's where nobody was there."""
        people = self.playing.book.wording.people
        known = people.get(person or self.customer)
        return forms(known.pronoun if known else "they", locale)

    def teller(self, locale: Locale) -> Teller:
        """Tells the causes."""
        book = self.playing.book
        pronouns = {name: person.pronoun for name, person in book.wording.people.items()}
        return Teller(book.scenario, book.tactics, locale, pronouns, overrides=book.wording.overrides)

    def told(self, locale: Locale) -> ScorecardTold:
        """The scorecard in words."""
        conversation, wording = self.playing.conversation, self.playing.book.wording
        known = wording.people.get(self.customer)
        return scorecard_told(
            self.card,
            conversation.scenario,
            conversation.mind(),
            wording.criteria,
            locale,
            known.pronoun if known else "they",
            agreed=bool((conversation.state.agreed > 0).any()),
        )

    @property
    def noted(self) -> bool:
        """Whether the notebook holds a guess."""
        guess = self.playing.conversation.guess
        return any((guess.type, guess.need, guess.worry))

    def guesses(self, locale: Locale) -> tuple[GuessTold, ...]:
        """The notebook against the truth and against what the cues could have told; plays them through once.

        Empty where nothing was noted.
        """
        if not self.noted:
            return ()
        from game.analysis.observer import guess_score  # not needed before the end of a talk

        known = self.playing.book.wording.people.get(self.customer)
        score = guess_score(self.playing.conversation)
        return guess_told(score, locale, known.pronoun if known else "they")

    def ending(self, locale: Locale) -> str:
        """The ending in one sentence; empty while the conversation goes on."""
        outcome = self.outcome
        endings = self.playing.book.wording.endings
        return endings[outcome.ending].said(locale) if outcome and outcome.ending in endings else ""

    def line(self, turn: int, locale: Locale) -> str:
        """What the player said in a turn."""
        return self.playing.line(self.reactions[turn - 1].line, locale)

    def thought(self, turn: int, locale: Locale) -> str:
        """What she thought and did not say; empty where nobody wrote it."""
        thought = self.reactions[turn - 1].thought
        thoughts = self.playing.book.wording.thoughts
        return thoughts[thought].said(locale) if thought is not None and thought in thoughts else ""

    def instead(self, turn: int, line: str) -> Reaction | None:
        """What another line would have done in a turn with the same luck; None where it was not on offer."""
        if (turn, line) not in self._instead:
            said = self.moments[turn - 1].say(line, 0)
            self._instead[turn, line] = said[1] if said is not None else None
        return self._instead[turn, line]

    def note(self, turn: int, locale: Locale) -> str:
        """Why the line tempts, where its author wrote it down."""
        note = self.playing.book.wording.notes.get(self.reactions[turn - 1].line)
        return note.said(locale) if note is not None else ""

    def learnt(self, turn: int) -> tuple[str, ...]:
        """The items of the field guide behind a turn, the most telling one first."""
        return learnt_from(self.reactions[turn - 1], self.playing.conversation.scenario)

    def answer(self, turn: int, locale: Locale) -> Page | None:
        """What she answered and what could be seen; None where nobody was there."""
        reaction = self.reactions[turn - 1]
        if reaction.person is None:
            return None
        return reaction_pages(self.moments[turn], reaction, locale)[0]

    def pages(self, turn: int, locale: Locale) -> tuple[Page, ...]:
        """Everything that could be read after the line of a turn; turn 0 is the beginning."""
        if turn == 0:
            return opening_pages(self.moments[0], locale)
        return reaction_pages(self.moments[turn], self.reactions[turn - 1], locale)


def moments(playing: Playing) -> tuple[Playing, ...]:
    """The conversation before its first line and after each."""
    lived = playing.going_back(1)
    found = [lived]
    for move in playing.conversation.moves:
        if isinstance(move, Note):
            continue
        step = found[-1].say(move.line, move.took or 0)
        if step is None:
            break
        found.append(step[0])
    return tuple(found)


def earlier(playing: Playing) -> Conversation | None:
    """The go before a retry, lived again from the lines that are marked; None where nothing is marked."""
    if not playing.marked:
        return None
    now = playing.conversation
    first = min(playing.marked)
    said = [move.line for move in now.moves if isinstance(move, Say)]
    lines = [*said[: first - 1], *(playing.marked[turn] for turn in sorted(playing.marked))]
    before = Conversation.begin(now.scenario, now.seed, now.start, now.rules)
    for line in lines:
        step = before.say(line)
        if not isinstance(step, Step):
            return None
        before = step.conversation
    return None if lines == said else before


def unmarked(playing: Playing) -> Playing:
    """The same conversation without the marks of an earlier go."""
    return replace(playing, marked={}, reviewed=None)
