"""The reviewer of the conversation on the desk: begun with it, told of every line, asked at the end.

Screens say where the conversation stands; whether that is the old one with another line, or one that went
back and needs a reviewer of its own, is found out here.
"""

from __future__ import annotations

from game.analysis.review import Review
from game.desk.ports import Reviewer, Reviews
from game.engine.conversation import Conversation
from game.engine.transcript import Say


class Reviewing:
    """Keeps one reviewer at work.

    Args:
        reviews: starts reviewers; None looks at nothing.
        late: whether a conversation is looked at only when it is over: its rules may change meanwhile.
    """

    def __init__(self, reviews: Reviews | None = None, late: bool = False) -> None:
        self._reviews = reviews
        self.late = late
        self._reviewer: Reviewer | None = None
        self._conversation: Conversation | None = None
        self._over = False

    @property
    def able(self) -> bool:
        """Whether anybody looks at conversations here."""
        return self._reviews is not None

    def follow(self, conversation: Conversation) -> None:
        """Look at a conversation as far as it has come; a few lines more go to the reviewer at work."""
        if not self.late:
            self._follow(conversation)

    def _follow(self, conversation: Conversation) -> None:
        if self._reviews is None:
            return
        further = self._further(conversation)
        if further is None or self._reviewer is None or (self._over and further):
            self.close()
            self._reviewer = self._reviews.begin(conversation)
        else:
            for line in further:
                self._reviewer.said(line)
        self._conversation = conversation

    def finish(self, conversation: Conversation) -> None:
        """Review a conversation that has ended."""
        self._follow(conversation)
        if self._reviewer is not None and not self._over:
            self._over = True
            self._reviewer.over()

    def poll(self) -> Review | None:
        """The review as far as it has come; None before there is anything."""
        return self._reviewer.poll() if self._reviewer is not None else None

    def close(self) -> None:
        """Let the reviewer go."""
        if self._reviewer is not None:
            self._reviewer.close()
        self._reviewer, self._conversation, self._over = None, None, False

    def _further(self, conversation: Conversation) -> tuple[str, ...] | None:
        """The lines said since the reviewer was told last; None where it is another conversation."""
        before = self._conversation
        if before is None:
            return None
        known, now = _said(before), _said(conversation)
        goes_on = _morning(before) == _morning(conversation) and now[: len(known)] == known
        return now[len(known) :] if goes_on else None


def _morning(conversation: Conversation) -> tuple[str, int, str | None]:
    """What decides everything but the lines: the rules, the luck and how it begins."""
    return conversation.scenario.fingerprint, conversation.seed, conversation.start


def _said(conversation: Conversation) -> tuple[str, ...]:
    """The ids of the lines of a conversation, in order."""
    return tuple(move.line for move in conversation.moves if isinstance(move, Say))
