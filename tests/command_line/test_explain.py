"""`rapport lint --explain CODE`: every code has its page, made from the file that shows it."""

from __future__ import annotations

import pytest

from game.content.catalogue import CATALOGUE
from game.content.examples import example
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
    assert [line.split()[0] for line in answer.out.splitlines()] == list(CATALOGUE)
    assert len(CATALOGUE) >= 60


def test_every_code_that_text_can_show_has_its_example() -> None:
    unseen = {"SC006"} | {code for code in CATALOGUE if code.startswith("SC9")}
    assert [code for code in CATALOGUE if code not in GENERATED | unseen and example(code) is None] == []


def test_lint_needs_something_to_check(shell: Shell) -> None:
    assert shell("lint").code == 2
