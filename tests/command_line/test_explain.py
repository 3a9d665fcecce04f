"""`rapport lint --explain CODE`: every code has its page, made from the file that shows it."""

from __future__ import annotations

import pytest

from game.content.catalogue import CATALOGUE
from game.content.examples import example
from game.records.faults import SaveTrouble
from tests.command_line.conftest import Shell
from tests.content.test_broken import GENERATED


@pytest.mark.parametrize("locale", ["en", "zh"])
@pytest.mark.parametrize("code", ["SC102", "SC203", "SC301", "SC402", "SC501", "SC604", "SC705", "SC812"])
def test_a_code_is_explained_with_what_the_reader_really_says(shell: Shell, code: str, locale: str) -> None:
    answer = shell("lint", "--explain", code, "--lang", locale)
    assert answer.code == 0
    assert answer.out.startswith(f"{code} · ")
    assert "{" not in answer.out.splitlines()[1]
    caret = [line for line in answer.out.splitlines() if "^ " in line]
    assert caret, answer.out


def test_small_letters_will_do_and_a_slip_is_helped(shell: Shell) -> None:
    assert shell("lint", "--explain", "sc203").code == 0
    answer = shell("lint", "--explain", "SC999")
    assert answer.code == 2 and "SC" in answer.err


def test_all_codes_are_listed(shell: Shell) -> None:
    answer = shell("lint", "--explain", "all")
    saves = [trouble.code for trouble in SaveTrouble]
    assert [line.split()[0] for line in answer.out.splitlines()] == [*CATALOGUE, *saves]
    assert len(CATALOGUE) >= 60


def test_every_code_has_its_example() -> None:
    assert [code for code in CATALOGUE if code not in GENERATED and example(code) is None] == []


@pytest.mark.parametrize("locale", ["en", "zh"])
@pytest.mark.parametrize("code", sorted(GENERATED))
def test_what_no_text_can_show_is_made_while_one_looks(shell: Shell, code: str, locale: str) -> None:
    answer = shell("lint", "--explain", code, "--lang", locale)
    assert answer.code == 0
    recipe, told = answer.out.splitlines()[6:8]
    assert recipe.startswith("  ") and f" {code}: " in told, answer.out
    assert "/" not in told.partition(": ")[0]


@pytest.mark.parametrize("trouble", list(SaveTrouble))
def test_troubles_with_saves_are_explained_too(shell: Shell, trouble: SaveTrouble) -> None:
    english, chinese = (shell("lint", "--explain", trouble.code, "--lang", lang) for lang in ("en", "zh"))
    assert (english.code, chinese.code) == (0, 0)
    assert len(english.out.splitlines()) == 4
    assert english.out != chinese.out


def test_lint_needs_something_to_check(shell: Shell) -> None:
    assert shell("lint").code == 2
