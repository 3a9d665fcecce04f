"""Cover letters and plans for a day: made from the scenario's own fields, and printable."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.authoring.letters import letter, markdown, page, plan
from game.content.field_guide import FieldGuide
from game.content.library import Library
from game.content.loading import load_scenario
from game.language.locale import Locale
from game.language.words import Words
from tests.command_line.conftest import Shell

GUIDE = FieldGuide.load()


@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize("name", [card.id for card in Library().listing()])
def test_a_letter_says_what_the_author_wrote(name: str, locale: Locale) -> None:
    loaded = load_scenario(name)
    assert loaded.wording is not None
    told = markdown(letter(loaded, GUIDE, Words(locale)))
    assert told.startswith(f"# {loaded.wording.title.said(locale)}\n")
    for text in (*loaded.wording.aims, *loaded.wording.questions, *loaded.wording.facts.values()):
        assert text.said(locale) in told
    for text in loaded.wording.notes.values():
        assert text.said(locale) in told


def test_the_line_under_the_title_is_made_of_whole_sentences() -> None:
    for card in Library().listing():
        under = letter(load_scenario(card.id), GUIDE, Words(Locale.EN)).under
        before, _, _ = under.partition(" Difficulty")
        assert not before or before[-1] in ".!?…”"


def test_what_to_watch_for_is_told_scene_by_scene_and_to_whom() -> None:
    loaded = load_scenario("one-pitch-two-buyers")
    assert loaded.wording is not None
    told = letter(loaded, GUIDE, Words(Locale.EN))
    parts = [section for section in told.sections if section.heading.startswith("What to watch for")]
    assert len(parts) > 2 and len({section.heading for section in parts}) == len(parts)
    assert sum(len(section.points) for section in parts) == len(loaded.wording.notes)
    points = [point for section in parts for point in section.points]
    assert len(set(points)) == len(points), "the same words to two people are told apart"


def test_a_day_goes_forward_and_has_pauses() -> None:
    loaded = [load_scenario(card.id) for card in Library().listing()]
    told = plan(loaded, GUIDE, Words(Locale.EN))
    times = [60 * int(hour) + int(minute) for section in told.sections
             for hour, minute in re.findall(r"(\d+):(\d\d)", section.heading)]  # fmt: skip
    assert times == sorted(times) and times[0] == 9 * 60
    assert any("Pause" in section.heading for section in told.sections)
    assert len([section for section in told.sections if section.points]) == len(loaded)


def test_the_page_is_safe_and_stands_by_itself() -> None:
    loaded = load_scenario("smallest")
    told = letter(loaded, GUIDE, Words(Locale.EN))
    text = page(told, Words(Locale.EN))
    assert "<script" not in text and "http" not in text
    assert text.count("<section>") == len(told.sections)


def test_the_verb(shell: Shell, tmp_path: Path) -> None:
    assert shell("letter", "smallest").out.startswith("# A Card on the Desk")
    file = tmp_path / "letter.html"
    assert shell("letter", "smallest", "--html", str(file), "--lang", "zh").code == 0 and file.is_file()
    assert shell("letter", "scenarios").out.startswith("# A day with Rapport")
    assert shell("letter", str(tmp_path)).code == 2
    assert shell("letter", "nowhere").code == 2
    assert shell("letter", "smallest", "--html", str(tmp_path / "no" / "a.html")).code == 2
