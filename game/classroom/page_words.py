"""The interface words of the class pages, handed to the browser as one table per language.

The pages speak English and look every sentence up in `/pages/words.<language>.json`, which is this table. A
sentence is listed in one of `page_words_board`, `_seat`, `_trainer` and `_check`, so that it is found for
the catalogue; a test compares the lists with what the pages say.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.classroom.emblems import EMBLEMS
from game.classroom.page_words_board import BOARD_WORDS
from game.classroom.page_words_check import CHECK_WORDS
from game.classroom.page_words_seat import SEAT_WORDS
from game.classroom.page_words_trainer import TRAINER_WORDS
from game.language.locale import Locale
from game.language.words import Words

PAGE_WORDS: tuple[str, ...] = (*BOARD_WORDS, *SEAT_WORDS, *TRAINER_WORDS, *CHECK_WORDS, *EMBLEMS.values())
"""Every sentence that a page may say, in English."""


def page_words(locale: Locale) -> Mapping[str, str]:
    """What the pages say in one language, by the English sentence; places such as `{n}` stay as they are."""
    words = Words(locale)
    return {text: words(text) for text in PAGE_WORDS}
