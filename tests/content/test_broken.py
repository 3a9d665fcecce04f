"""Every code has a file that shows it, and every such file shows exactly what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml

from game.authoring.made_examples import RECIPES, made
from game.content import yaml_tree
from game.content.catalogue import CATALOGUE
from game.content.diagnostics import Diagnostic
from game.content.guide_reader import read_index, read_lessons
from game.content.library import Library
from game.content.model_map import model_names, read_model_map
from game.content.phrase_bank import read_phrases
from game.content.psychology_file import read_psychology
from game.content.scenario_reader import read_scenario
from game.content.source import SIZE_LIMIT
from game.language.locale import Locale
from tests.content.readings import GUIDE, ROOT, SMALL, model, told

FOLDER = ROOT / "tests" / "broken"
READ_HERE = ("SC0", "SC1", "SC2", "SC3", "SC4", "SC5", "SC7", "SC8")
"""Families whose files this package reads; the others have their tests beside what finds them."""

GENERATED = frozenset(RECIPES)
"""Codes that no text of the repository can show; recipes make their files."""

EXPECTED = re.compile(r"#! (SC\d{3}) (\d+):(\d+)")
FILES = sorted(path for path in FOLDER.glob("SC*.yaml") if path.name.startswith(READ_HERE))


def words_of(path: Path) -> str:
    """The text of a file in whatever encoding it has."""
    data = path.read_bytes()
    for encoding in ("utf-16", "utf-8"):
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "#! SC" in text:
            return text
    raise AssertionError(f"{path.name} does not say what it expects")


def expected_in(path: Path) -> list[tuple[str, int, int]]:
    """What the remarks at the end of a file expect."""
    found = EXPECTED.findall(words_of(path))
    return sorted((code, int(line), int(column)) for code, line, column in found)


def diagnostics_of(path: Path) -> tuple[Diagnostic, ...]:
    """What its reader says of a file."""
    text = words_of(path)
    if text.startswith("rapport-phrases"):
        return read_phrases(path, ["neutral"], ["nods"]).diagnostics
    if text.startswith("rapport-guide"):
        return read_index(path).diagnostics
    if text.startswith("rapport-lessons"):
        return read_lessons(path, GUIDE, ["tac-reciprocity"]).diagnostics
    if text.startswith("rapport-model-map"):
        return read_model_map(path, GUIDE[:2], GUIDE[:1], model_names(model())).diagnostics
    if not text.startswith("rapport-psychology"):
        return read_scenario(path, model(), GUIDE).diagnostics
    # A whole psychology file would hide the fault; what these leave out is only counted in one of them.
    found = read_psychology(path).diagnostics
    return tuple(one for one in found if one.code != "SC707" or path.name.startswith("SC707"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_shows_its_fault_where_it_stands(path: Path) -> None:
    assert expected_in(path) == sorted(told(diagnostics_of(path)))
    assert path.name[:5] in {code for code, _, _ in expected_in(path)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_fault_is_told_in_both_languages(path: Path) -> None:
    for found in diagnostics_of(path):
        for locale in Locale:
            message = found.rendered(locale)
            assert f"{found.place.line}:{found.place.column}: " in message
            assert found.code in message
            assert not re.search(r"\{(?!address|adress)\w+\}", message), message


def test_every_code_has_a_file_and_every_file_a_code() -> None:
    shown = {path.name[:5] for path in FOLDER.glob("SC*")}
    assert set(CATALOGUE) - GENERATED == shown - {code for code in shown if code[:3] not in families()}
    assert len(CATALOGUE) >= 40


@pytest.mark.parametrize("code", sorted(GENERATED))
def test_a_recipe_makes_a_file_that_shows_its_code(code: str, tmp_path: Path) -> None:
    """What stands in `lint --explain` is what is really said of the file."""
    found = [each for each in made(code, tmp_path) if each.code == code]
    assert found
    for locale in Locale:
        assert RECIPES[code].words.words[locale]
        assert code in found[0].rendered(locale)


def families() -> set[str]:
    """The families that are in the catalogue."""
    return {code[:3] for code in CATALOGUE}


def test_the_catalogue_is_complete_in_both_languages() -> None:
    for code, entry in CATALOGUE.items():
        assert code == entry.code
        for locale in Locale:
            assert entry.message.words[locale]
            assert entry.why.words[locale]
            assert "\n" not in entry.why.words[locale]


def codes(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """The codes alone."""
    return [found.code for found in diagnostics]


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert codes(read_scenario(tmp_path / "nothing.yaml", model()).diagnostics) == ["SC001"]
    assert codes(read_scenario(tmp_path, model()).diagnostics) == ["SC002"]
    assert codes(read_scenario(Path("a\0b.yaml"), model()).diagnostics) == ["SC002"]


def test_fifty_megabytes_are_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    assert large.stat().st_size > SIZE_LIMIT
    assert codes(read_scenario(large, model()).diagnostics) == ["SC003"]


def test_a_file_in_another_encoding_is_recognised(tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_bytes(SMALL.replace("A Visit", "拜访林悦").encode("gbk"))
    assert told(read_scenario(other, model()).diagnostics) == [("SC007", 4, 13)]
    other.write_bytes(SMALL.replace("A Visit", "A Café").encode("latin-1"))
    assert told(read_scenario(other, model()).diagnostics) == [("SC008", 4, 18)]


def test_an_unknown_scenario_is_told_with_what_was_meant(tmp_path: Path) -> None:
    (tmp_path / "ten-minutes.yaml").write_text("rapport: 1\nid: ten-minutes\n", encoding="utf-8")
    found = Library((tmp_path,)).find("ten-minuets")
    assert isinstance(found, Diagnostic)
    assert found.code == "SC427"
    assert "ten-minutes" in found.message.said(Locale.EN)


def test_without_the_c_parser_the_same_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_tree, "LOADER", yaml.SafeLoader)
    for path in FILES:
        assert expected_in(path) == sorted(told(diagnostics_of(path))), path.name
