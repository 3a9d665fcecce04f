"""The page of a simulation: whole, without script, in both languages, with every line and every figure."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from game.analysis.findings import Findings
from game.analysis.roster import NAMES, Casting
from game.analysis.simulation import Plan
from game.authoring.simulate import Job, Simulated, Simulation, simulate
from game.authoring.simulation_page import page
from game.content.wording import Wording
from game.engine.scenario import Scenario
from game.engine.traits import Trait
from game.language.locale import Locale
from game.language.words import Words
from game.telling.seller_words import SELLERS
from tools.shipped import reading

VOID = {"meta", "br"}


class Balance(HTMLParser):
    """Every element is closed where it was opened; remembers what was seen."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"src", "href"}]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def wordings() -> dict[str, Wording]:
    wording = reading("seven-seconds").wording
    assert wording is not None
    return {"seven-seconds": wording}


@pytest.fixture(scope="module")
def both(seven_seconds: Scenario) -> Simulation:
    return simulate([Job(seven_seconds, Plan(Casting(name), 200)) for name in ("random", "listener")], 1)


@pytest.mark.parametrize("locale", list(Locale))
def test_it_is_whole_and_needs_nothing(
    both: Simulation, wordings: dict[str, Wording], locale: Locale
) -> None:
    made = page(Words(locale), both, wordings)
    parser = Balance()
    parser.feed(made)

    assert parser.open == []
    assert not parser.tags & {"script", "link", "img", "iframe", "object"}
    assert parser.addresses == []
    assert "url(" not in made
    assert f"lang='{locale.value}'" in made
    wording = wordings["seven-seconds"]
    for text in (*wording.lines.values(), *wording.endings.values()):
        assert plain(text.said(locale)) in plain(made)
    for name in ("random", "listener"):
        assert SELLERS[name].way.said(locale) in made


def test_chinese_pages_speak_no_english(both: Simulation, wordings: dict[str, Wording]) -> None:
    """Outside ids, styles and pictures' own markup, whatever has letters has Chinese ones."""
    made = page(Words(Locale.ZH), both, wordings)
    body = re.sub(r"<style>.*?</style>|<(div|span) class='(?:id|soft)'>.*?</\1>", "", made, flags=re.DOTALL)
    texts = [text.strip() for text in re.split(r"<[^>]*>", body)]
    english = [text for text in texts if re.search(r"[A-Za-z]{3}", text) and not re.search(r"[一-鿿]", text)]

    assert english == []


def test_the_figures_are_those_of_the_tally(both: Simulation, wordings: dict[str, Wording]) -> None:
    made = page(Words(Locale.EN), both, wordings)
    for run in both.runs:
        found = Findings(run.rules, run.tally)
        assert f"{found.passed().value:.1%}" in made
        for line in found.lines():
            assert f"{line.said:,} of {line.offered:,}" in made
        for meeting in found.meetings():
            low, middle, high = (meeting.levels[Trait.TRUST][part] // 100 for part in (10, 50, 90))
            assert f"<td class='n'>{meeting.times:,}</td>" in made
            assert f"{middle} ({low} to {high})" in made


def test_what_was_interrupted_says_so(both: Simulation, wordings: dict[str, Wording]) -> None:
    cut = Simulation((both.runs[0], unplayed(both.runs[1])), 1, 1.0)
    made = page(Words(Locale.EN), cut, wordings)

    assert "Interrupted: 200 of 400" in made
    assert "Nothing of this was played" in made


def unplayed(run: Simulated) -> Simulated:
    """The same run before anything was played."""
    return Simulated(run.job, run.rules, type(run.tally).empty(run.rules))


def test_everybody_who_can_be_named_has_words() -> None:
    assert set(SELLERS) == set(NAMES)
    for words in SELLERS.values():
        assert set(words.name.words) == set(words.way.words) == set(Locale)


def plain(text: str) -> str:
    """Without the characters that a page writes in another way."""
    return re.sub(r"&[#\w]+;|[&<>\"']", "", text)
