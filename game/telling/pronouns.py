"""The places of a sentence that depend on who is spoken of: she, he or they."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.language.locale import Locale

_ENGLISH = {
    "she": ("she", "her", "her", "she's", "was"),
    "he": ("he", "him", "his", "he's", "was"),
    "they": ("they", "them", "their", "they're", "were"),
}
_PERFECT = {"she": "she's", "he": "he's", "they": "they've"}
_CHINESE = {"she": "她", "he": "他", "they": "TA"}
PLACES = ("she", "her", "hers", "she_is", "she_has", "she_was", "She", "Hers", "She_is", "She_has")
"""Places that a sentence may hold; `hers` is the possessive before a noun (her, his, their)."""


def forms(pronoun: str, locale: Locale) -> Mapping[str, str]:
    """What stands in each of `PLACES` for a person.

    >>> "{She_is} right".format(**forms("they", Locale.EN))
    "They're right"

    Args:
        pronoun: she, he or they; anything else counts as they.
        locale: the language of the sentence.
    """
    if locale is Locale.ZH:
        word = _CHINESE.get(pronoun, _CHINESE["they"])
        return MappingProxyType(
            {place: f"{word}的" if place in {"hers", "Hers"} else word for place in PLACES}
        )
    known = pronoun if pronoun in _ENGLISH else "they"
    subject, thing, possessive, being, was = _ENGLISH[known]
    values = {
        "she": subject,
        "her": thing,
        "hers": possessive,
        "she_is": being,
        "she_has": _PERFECT[known],
        "she_was": f"{subject} {was}",
    }
    capital = {place: values[place.lower()].capitalize() for place in ("She", "Hers", "She_is", "She_has")}
    return MappingProxyType(values | capital)
