import subprocess
import sys

from game.language.locale import Locale
from game.language.words import Words, marked


def test_english_speaks_for_itself() -> None:
    words = Words(Locale.EN)
    assert words("Settings") == "Settings"
    assert words("A sentence nobody has said yet, {n}", n=3) == "A sentence nobody has said yet, 3"


def test_braces_stay_where_nothing_is_filled_in() -> None:
    assert Words(Locale.EN)("{left} as it is") == "{left} as it is"


def test_chinese_comes_from_the_catalogue() -> None:
    assert Words(Locale.ZH)("unknown language {code!r}; Rapport speaks en and zh", code="fr") != ""
    assert Words(Locale.ZH)("A sentence that is in no catalogue") == "A sentence that is in no catalogue"


def test_numbers_choose_their_form() -> None:
    english = Words(Locale.EN)
    assert english.count("{n} thing nobody counts", "{n} things nobody counts", 1) == "1 thing nobody counts"
    assert english.count("{n} thing nobody counts", "{n} things nobody counts", 2) == "2 things nobody counts"


def test_marking_changes_nothing() -> None:
    assert marked("Notebook") == "Notebook"


def test_words_of_one_language_are_equal() -> None:
    assert Words(Locale.ZH) == Words(Locale.ZH)
    assert len({Words(Locale.ZH), Words(Locale.ZH), Words(Locale.EN)}) == 2


def test_nothing_of_babel_is_needed_at_run_time() -> None:
    program = "import sys, game.language.words, game.language.system; print('babel' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == "False"
