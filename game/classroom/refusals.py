"""What the server answers when it does not do what was asked: a code for programs, a sentence for people."""

from __future__ import annotations

from typing import Any

from game.language.words import Words, marked

SENTENCES: dict[str, tuple[int, str]] = {
    "bad-request": (400, marked("This request cannot be understood: {detail}")),
    "too-deep": (400, marked("This request is nested too deeply.")),
    "no-token": (401, marked("Please join the class first.")),
    "not-trainer": (401, marked("Only the trainer may do that; please sign in.")),
    "wrong-key": (403, marked("This is not the trainer’s key.")),
    "other-host": (
        403,
        marked("This server does not answer under that name. Start it with --host-name to allow it."),
    ),
    "other-origin": (403, marked("This request comes from another page.")),
    "no-such-class": (403, marked("No open class has this code. Please look at the board again.")),
    "no-such-invite": (403, marked("This link has been used or has run out. Ask the trainer for another.")),
    "emblems-needed": (409, marked("Three pictures stand beside the code on the board. Please name them.")),
    "emblems-wrong": (
        403,
        marked("These are not the three pictures on the board; they change every half minute. Look again."),
    ),
    "banned": (403, marked("The trainer has closed this class for you.")),
    "kicked": (401, marked("The trainer has taken your seat. You may join again with the code.")),
    "not-found": (404, marked("There is nothing here.")),
    "wrong-method": (405, marked("This cannot be done here.")),
    "too-slow": (408, marked("The rest of the request did not come in time.")),
    "name-taken": (409, marked("Somebody in this class has that name already.")),
    "class-full": (409, marked("The class is full.")),
    "lobby-locked": (409, marked("The trainer has locked the door of this class.")),
    "late": (409, marked("This class has begun and takes nobody else.")),
    "no-attempt-left": (409, marked("No attempt is left in this round.")),
    "round-closed": (409, marked("This round is not open.")),
    "not-begun": (409, marked("This attempt has not been begun.")),
    "key-reused": (409, marked("This key has already been used for another attempt.")),
    "number-used": (409, marked("This attempt has been handed in already.")),
    "scenario_changed": (409, marked("This was played with another version of the scenario.")),
    "seed_mismatch": (409, marked("This is not the conversation that was begun here.")),
    "turn-closed": (409, marked("This vote is closed.")),
    "not-on-offer": (409, marked("This line is not on offer.")),
    "wrong-phase": (409, marked("This cannot be done at this point of the vote.")),
    "values-pending": (
        409,
        marked("What the lines are worth is still being worked out. Please try again in a moment."),
    ),
    "nothing-to-undo": (409, marked("There is nothing that could be taken back.")),
    "plan-over": (409, marked("The run sheet has come to its end.")),
    "no-code": (503, marked("No code is free for another class.")),
    "session-over": (409, marked("This class is over.")),
    "too-large": (413, marked("This is too large: at most {limit} kB.")),
    "encoded": (415, marked("Compressed requests are not taken.")),
    "name-refused": (422, marked("This name cannot be used.")),
    "invalid": (422, marked("This request cannot be used: {detail}")),
    "not-equal": (
        422,
        marked(
            "A simulated class does not find customers {one} and {other} equally hard: {first} and {second} "
            "points on average, {apart} apart ({low} to {high})."
        ),
    ),
    "one-customer": (422, marked("This scenario has no two customers that could be compared.")),
    "no-before": (409, marked("No round of this scenario was made for before.")),
    "unknown-scenario": (422, marked("There is no such scenario: {detail}")),
    "roster-unknown": (422, marked("This key is not on the class list.")),
    "too-often": (429, marked("Too many tries. Please wait a moment.")),
    "broken": (500, marked("Something went wrong on the server. What was received is safe.")),
    "read-only": (503, marked("The server cannot write at present. Nothing is lost; it will be sent again.")),
    "stopping": (503, marked("The server is stopping.")),
}
"""Status and sentence of every code."""

NAME_REASONS: dict[str, str] = {
    "empty": marked("A name needs at least two letters."),
    "long": marked("A name has at most 20 characters."),
    "characters": marked("A name is made of letters, digits and simple signs."),
    "marks": marked("This name has too many marks above and below its letters."),
    "rude": marked("Please choose a name that can stand on the wall."),
    "reserved": marked("This name could be taken for the trainer."),
}
"""Why a name is refused."""


class Refused(Exception):
    """The request ends here.

    Attributes:
        code: a key of `SENTENCES`.
        wait: seconds after which to try again, 0 for no such advice.
        more: further keys of the answer.
        values: what fills the sentence.
    """

    def __init__(self, code: str, wait: float = 0, more: dict[str, Any] | None = None, **values: Any) -> None:
        super().__init__(code)
        self.code, self.wait, self.more, self.values = code, wait, more or {}, values

    @property
    def status(self) -> int:
        """The HTTP status."""
        return SENTENCES[self.code][0]

    def told(self, words: Words) -> dict[str, Any]:
        """The body of the answer."""
        sentence = words(SENTENCES[self.code][1], **self.values) if self.values else ""
        sentence = sentence or words(SENTENCES[self.code][1])
        reason = self.more.get("reason")
        if self.code == "name-refused" and reason in NAME_REASONS:
            sentence = words(NAME_REASONS[reason])
        return {"error": self.code, "message": sentence, **self.more}
