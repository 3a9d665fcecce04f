"""What is said where a class cannot be reached, or says no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language.words import Words, marked

if TYPE_CHECKING:
    from game.classroom.client import ClassTrouble

SENTENCES = {
    "no-address": marked("This is no address. It looks like 192.168.1.20:8765 and stands on the board."),
    "silent": marked(
        "{address} does not answer. Either it is another network than the trainer’s, or a firewall on the "
        "trainer’s computer keeps us out; the page /check there says which."
    ),
    "refused": marked(
        "Nobody answers at {address}. Is the address right, and has the trainer started the class?"
    ),
    "other-program": marked(
        "Something answers at {address}, but it is not Rapport: perhaps the sign-in page of a guest network."
    ),
    "bad-pin": marked(
        "What stands behind the # of this address is no fingerprint of a certificate. Copy the whole link "
        "once more; it begins with https:// and its # is followed by sha256= and 64 digits."
    ),
    "other-certificate": marked(
        "Another certificate answers at {address} than the one in your link. Nothing was sent to it. Either "
        "the trainer’s computer has a new certificate (then the link on the board has changed), or somebody "
        "stands between you and the class."
    ),
    "unknown-certificate": marked(
        "Nobody vouches for the certificate of {address}. Use the whole link of the class, with the "
        "fingerprint behind its #."
    ),
    "other-version": marked("The trainer’s Rapport is of another version ({address}); both need the same."),
}
"""By the code of what is in the way; refusals bring their own sentence."""


def pictures_of(trouble: ClassTrouble, words: Words) -> dict[str, str]:
    """The pictures that may stand on the board, with their names, where the class wants to be told some."""
    from game.classroom.emblems import EMBLEMS

    asked = trouble.details.get("emblems", ())
    return {name: words(said) for name, said in EMBLEMS.items() if name in asked}


def sentence_of(trouble: ClassTrouble, words: Words) -> str:
    """What is in the way, as a sentence that says what to do."""
    known = SENTENCES.get(trouble.code)
    if known is not None:
        return words(known, address=trouble.sentence.partition("//")[2] or trouble.sentence)
    return trouble.sentence or words("The class answers: {code}", code=trouble.code)
