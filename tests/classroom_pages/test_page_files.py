"""What the pages are made of, without a browser: no inline code, nothing foreign, every word listed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from game.classroom.page_words import PAGE_WORDS, page_words
from game.language.locale import Locale
from tests.classroom_pages.stand_in import PAGES

SCRIPTS = sorted(PAGES.glob("*.js"))
LITERAL = r'"((?:[^"\\]|\\.)*)"'
SAID = re.compile(rf"\b(say|tally)\(\s*(?:{LITERAL}(?:\s*,\s*{LITERAL})?)?")


def sentences(script: str) -> set[str]:
    """Every sentence that a script hands to `say` or `tally`."""
    found = set()
    for kind, one, many in SAID.findall(script):
        found |= {one, many} - {""} if kind == "tally" else {one} - {""}
    return {json.loads(f'"{text}"') for text in found}


def test_what_the_pages_say_is_what_is_listed() -> None:
    said = set().union(*(sentences(path.read_text("utf-8")) for path in SCRIPTS))
    assert said == set(PAGE_WORDS)
    assert len(PAGE_WORDS) == len(set(PAGE_WORDS))


@pytest.mark.parametrize(
    "path", [path for path in SCRIPTS if path.name != "language.js"], ids=lambda p: p.name
)
def test_a_sentence_is_one_literal(path: Path) -> None:
    script = path.read_text("utf-8")
    calls = re.findall(r"\b(?:say|tally)\(\s*(.)", script)
    assert all(first == '"' for first in calls)


def test_places_are_the_same_in_both_languages() -> None:
    places = re.compile(r"\{(\w+)\}")
    chinese = page_words(Locale.ZH)
    for sentence in PAGE_WORDS:
        assert set(places.findall(sentence)) == set(places.findall(chinese[sentence])), sentence


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda p: p.name)
def test_pages_hold_no_inline_code(path: Path) -> None:
    page = path.read_text("utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>", page)
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", page)
    for address in re.findall(r'(?:src|href)="([^"]+)"', page):
        assert address.startswith("/pages/")
        assert (PAGES / address.removeprefix("/pages/")).is_file()


@pytest.mark.parametrize("path", [*SCRIPTS, *sorted(PAGES.glob("*.css"))], ids=lambda p: p.name)
def test_scripts_and_styles_make_no_html_and_ask_nobody_else(path: Path) -> None:
    source = path.read_text("utf-8")
    for forbidden in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
    ):
        assert forbidden not in source
    outside = re.findall(r"https?://[^\s\"'`)]+", source)
    assert [one for one in outside if not one.startswith("http://www.w3.org/")] == []
    for name in re.findall(r'from "\./([^"]+)"', source):
        assert (PAGES / name).is_file()
