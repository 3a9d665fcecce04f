"""Nicknames that can stand on a wall: what is let in, when two are the same, and names made up for those who
give none (threats T14 and T15)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from functools import cache, lru_cache
from secrets import choice

from game.classroom.name_stock import FIRST, SECOND
from game.classroom.rude_words import ALONE, ANYWHERE, CHINESE, INNOCENT, RESERVED, WITHIN
from game.language.locale import Locale

MOST = 20
"""Characters of a name, as people count them."""

MOST_MARKS = 2
"""Marks above and below one letter; more spill over the line (zalgo)."""

MOST_CODEPOINTS = 60

_BROAD_BY, _SENTENCE = 3, 5
"""Letters that are as broad as one cuneiform sign, and as one Arabic word or sentence in a single sign."""

_SIGNS = frozenset(" .-_'’·&+!?,:()#@$*|/")
_JOINERS = frozenset("\u200d\ufe0f\ufe0e")
_DIGITS = str.maketrans("0134578", "oieastb")
_SIGNS_READ = str.maketrans("@$!|€+", "asiiet")
_GAPS = re.compile(r"[\W_]+")
_CAPITALS = dict(zip("тквнмцзукгυνκηιβτρμ", "tkbhmuzykruvknibtpu", strict=True))
"""Small letters that give nothing away, but whose capitals (or shapes) stand for a Latin letter."""


def cleaned(text: str) -> str:
    """The name in NFC, blanks at its ends gone and those inside single; nothing else is changed."""
    return " ".join(unicodedata.normalize("NFC", text).split(" ")).strip() if text.isascii() else _tidy(text)


def _tidy(text: str) -> str:
    return re.sub(r"[ \u3000\xa0]+", " ", unicodedata.normalize("NFC", text)).strip(" ")


def clusters(text: str) -> int:
    """How many characters people see: marks, joiners and skin tones belong to what stands before them."""
    count, joined, flag = 0, False, False
    for sign in text:
        if sign in _JOINERS:
            joined = sign == "\u200d"
            continue
        if unicodedata.category(sign) in {"Mn", "Me", "Mc"} or 0x1F3FB <= ord(sign) <= 0x1F3FF:
            continue
        regional = 0x1F1E6 <= ord(sign) <= 0x1F1FF
        if not joined and not (regional and flag):
            count += 1
        flag = regional and not flag
        joined = False
    return count


def breadth(text: str) -> int:
    """As `clusters`, but what is several letters in one counts for all of them: a sign that says a whole
    sentence (U+FDFA has eighteen letters) is as broad as one, and cuneiform signs are broad by themselves."""
    broad = sum(_BROAD_BY - 1 for sign in text if 0x12000 <= ord(sign) <= 0x1254F)
    broad += sum(_SENTENCE - 1 for sign in text if 0xFDF0 <= ord(sign) <= 0xFDFF)
    return max(clusters(text) + broad, clusters(unicodedata.normalize("NFKC", text)))


def refused(name: str) -> str | None:
    """Why a cleaned name cannot be used: a key of `refusals.NAME_REASONS`; None when it can."""
    if len(name) > MOST_CODEPOINTS or breadth(name) > MOST:
        return "long"
    if not all(_allowed(sign) for sign in name):
        return "characters"
    if _heaped(name):
        return "marks"
    if not _enough(name):
        return "empty"
    if key_of(name) in _reserved():
        return "reserved"
    return "rude" if is_rude(name) else None


def key_of(name: str) -> str:
    """A name as it is compared: width, case, accents, blanks and look-alikes of other alphabets do not
    count."""
    folded = _GAPS.sub("", "".join(_latin(sign) for sign in _plain(name)))
    return folded[:120] or unicodedata.normalize("NFKC", name).casefold()[:120]


def is_rude(name: str) -> bool:
    """Whether a name holds one of the words that do not belong on a wall, however disguised."""
    plain = _plain(name)
    if any(word in _GAPS.sub("", plain) for word in CHINESE):
        return True
    return any(_holds_rude(text) for text in dict.fromkeys(_undisguised(plain)))


def _holds_rude(text: str) -> bool:
    """Whether a text without disguise does; what looks so is looked at again without innocent names."""
    words = [word for word in _GAPS.split(text) if word]
    anywhere, within = _pattern(ANYWHERE), _pattern(WITHIN)
    for joined in _spellings("".join(words)):
        if anywhere.search(joined) and anywhere.search(_without_innocents(joined)):
            return True
    for word in (spelt for near in _near(words) for spelt in _spellings(near)):
        if _pattern(ALONE).fullmatch(word):
            return True
        if within.search(word) and within.search(_without_innocents(word)):
            return True
    return False


def _spellings(word: str) -> Iterator[str]:
    """A word, also with its digits read as letters; a number beside a word or two is a number (Team 58)."""
    yield word
    digits = sum(sign.isdigit() for sign in word)
    if 0 < digits <= len(word) - digits + 1:
        letters = word.translate(_DIGITS)
        yield letters
        yield letters.replace("i", "l")


def made_up(locale: Locale, taken: Container[str] = frozenset()) -> str:
    """Two friendly words; with a number where all of them are taken.

    Args:
        locale: the language of the class.
        taken: keys (`key_of`) of names in use.
    """
    gap = "" if locale is Locale.ZH else " "
    for _ in range(200):
        name = f"{choice(FIRST[locale])}{gap}{choice(SECOND[locale])}"
        if key_of(name) not in taken:
            return name
    number = 2
    while key_of(f"{name} {number}") in taken:
        number += 1
    return f"{name} {number}"


def suggestions(name: str, taken: Container[str], locale: Locale) -> list[str]:
    """Three names instead of one that is taken: twice the same with a number, once another."""
    found: list[str] = []
    number = 2
    while len(found) < 2 and number < 1000:
        other = f"{name[: MOST - 4]} {number}"
        if key_of(other) not in taken:
            found.append(other)
        number += 1
    return [*found, made_up(locale, taken)]


def _allowed(sign: str) -> bool:
    category = unicodedata.category(sign)
    if category[0] == "L" or category in {"Nd", "Mn", "Mc", "So", "Sk"} or sign in _SIGNS or sign in _JOINERS:
        return sign not in _BLANK_LETTERS
    return False


_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u17b4\u17b5")
"""Letters and pictures that show nothing at all."""


def _heaped(name: str) -> bool:
    run = 0
    for sign in unicodedata.normalize("NFD", name):
        run = run + 1 if unicodedata.category(sign) in {"Mn", "Me"} and sign not in _JOINERS else 0
        if run > MOST_MARKS:
            return True
    return False


def _enough(name: str) -> bool:
    """Two letters or digits, or one that is a word by itself (Chinese, Japanese, Korean) or a picture."""
    letters = [sign for sign in name if unicodedata.category(sign)[0] in "LN"]
    pictures = any(unicodedata.category(sign) == "So" for sign in name)
    return len(letters) >= 2 or pictures or any(ord(sign) >= 0x2E80 for sign in letters)


@lru_cache(maxsize=4_096)
def _plain(name: str) -> str:
    """Width, case, marks and joiners off."""
    text = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(sign for sign in text if unicodedata.category(sign) not in {"Mn", "Me", "Cf"})
    return unicodedata.normalize("NFC", kept)


@lru_cache(maxsize=8_192)
def _latin(sign: str) -> str:
    """The Latin letter that a letter of another alphabet looks like; itself where there is none."""
    if sign.isascii() or ord(sign) >= 0x2E80:
        return sign
    if sign in _CAPITALS:
        return _CAPITALS[sign]
    from confusable_homoglyphs.confusables import confusables_data

    for other in confusables_data.get(sign, ()):
        if len(other["c"]) == 1 and other["c"].isascii() and other["c"].isalnum():
            return str(other["c"]).casefold()
    return sign


def _undisguised(plain: str) -> Iterator[str]:
    """The text with look-alikes read as letters, then with signs read as letters, in two ways."""
    text = "".join(_latin(sign) for sign in plain)
    yield text
    yield text.translate(_SIGNS_READ)
    yield text.replace("*", "u").replace("#", "u")


def _near(words: list[str]) -> list[str]:
    """The words, with pieces of one or two letters joined to what follows: `f u c k`, `fu ck`."""
    found, piece = list(words), ""
    for word in words:
        if len(word) <= 2 or (piece and len(piece) <= 2):
            piece += word
        else:
            found.append(piece)
            piece = ""
    return [word for word in (*found, piece) if word]


def _without_innocents(text: str) -> str:
    for word in INNOCENT:
        text = text.replace(word, " ")
    return text


@cache
def _pattern(stems: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the stems; letters may be repeated, a doubled letter has to be doubled at least."""
    spelt = ("".join(f"{re.escape(sign)}+" for sign in stem if sign != " ") for stem in stems)
    return re.compile("|".join(f"(?:{one})" for one in spelt))


@cache
def _reserved() -> frozenset[str]:
    return frozenset(key_of(word) for word in RESERVED)
