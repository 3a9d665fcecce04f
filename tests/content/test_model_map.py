"""The model map: every core and important item has one place, and every name in it exists."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from game.content.field_guide import FieldGuide
from game.content.guide_entries import Priority
from game.content.guide_reader import length
from game.content.loading import psychology
from game.content.model_map import Home, MapReading, mapped, model_map, model_names, practised, read_model_map
from game.language.locale import Locale
from tests.content.readings import model, told

MOST = {Locale.EN: 25, Locale.ZH: 50}
"""Words of an English sentence, characters of a Chinese one."""


@pytest.fixture(scope="module")
def reading() -> MapReading:
    return model_map()


def test_nothing_is_wrong_with_the_shipped_map(reading: MapReading) -> None:
    assert reading.diagnostics == ()
    assert model_map() is reading


def test_every_core_and_important_item_of_seven_groups_stands_once_in_the_order_of_the_guide(
    reading: MapReading,
) -> None:
    items = FieldGuide.load().index.items.values()
    wanted = [
        item.id for item in items if item.group in set("ABCDEFG") and item.priority is not Priority.NICE
    ]
    assert list(reading.places) == wanted == list(mapped(FieldGuide.load().index))
    assert len(wanted) == 169
    assert sum(len(reading.living(home)) for home in Home) == len(wanted)


def test_every_name_of_a_place_exists_and_stands_in_it_once(reading: MapReading) -> None:
    known = model_names(model())
    for place in reading.places.values():
        assert set(place.names) <= known, place.id
        assert len(set(place.names)) == len(place.names), place.id
        assert place.names or place.home is not Home.MODEL, place.id


def test_what_the_psychology_file_practises_lives_in_the_model(reading: MapReading) -> None:
    practising = practised(psychology().notes) & set(reading.places)
    assert len(practising) > 80
    assert {reading.places[name].home for name in practising} == {Home.MODEL}


def test_only_core_items_may_live_in_a_lesson(reading: MapReading) -> None:
    core = set(FieldGuide.load().ids(Priority.CORE))
    assert {place.id for place in reading.living(Home.LESSON)} <= core


def test_what_has_no_place_yet_is_told(reading: MapReading) -> None:
    assert not reading.living(Home.LATER)


@pytest.mark.parametrize("locale", list(Locale))
def test_each_place_is_told_in_one_short_sentence_of_its_own(reading: MapReading, locale: Locale) -> None:
    sentences = [place.words.words[locale] for place in reading.places.values()]
    for sentence in sentences:
        assert 3 <= length(sentence, locale) <= MOST[locale], sentence
        assert re.search(r"[.。]$", sentence), sentence
        assert len(re.findall(r"[.?!。？！]", sentence)) == 1, sentence
    assert Counter(sentences).most_common(1)[0][1] == 1


def test_the_wording_keeps_to_the_rules_of_the_house(reading: MapReading) -> None:
    for place in reading.places.values():
        english, chinese = place.words.words[Locale.EN], place.words.words[Locale.ZH]
        assert not re.search(r"\d", english + chinese), place.id
        assert not re.search(r"[,;:?()!.]", chinese), (place.id, chinese)
        assert not re.search(r"赋能|痛点|抓手|竭诚|进行", chinese), place.id
        assert not re.search(r"[\u4e00-\u9fff]", english), place.id


def test_an_item_of_no_group_and_a_home_of_no_kind_are_told(tmp_path: Path) -> None:
    file = tmp_path / "map.yaml"
    file.write_text(
        "rapport-model-map: 1\n"
        "places:\n"
        "  var-trust: {lives: modle, in: [trust], en: A sentence., zh: 一句话。}\n"
        "  var-trst: {lives: later, in: [], en: A sentence.}\n",
        encoding="utf-8",
    )
    found = read_model_map(file, ["var-trust"], [], ["trust"])
    assert told(found.diagnostics) == [("SC205", 3, 22), ("SC301", 4, 3), ("SC422", 4, 3)]
    assert list(found.places) == ["var-trust", "var-trst"]


def test_an_item_twice_and_another_file_are_told(tmp_path: Path) -> None:
    file = tmp_path / "map.yaml"
    entry = "  var-trust: {lives: later, in: [], en: A sentence., zh: 一句话。}\n"
    file.write_text("rapport-model-map: 1\nplaces:\n" + entry + entry, encoding="utf-8")
    assert "SC110" in {code for code, _, _ in told(read_model_map(file, ["var-trust"], [], []).diagnostics)}
    file.write_text("rapport-guide: 1\nplaces: {}\n", encoding="utf-8")
    assert told(read_model_map(file, [], [], []).diagnostics) == [("SC821", 1, 1)]
    assert told(read_model_map(tmp_path / "nothing.yaml", [], [], []).diagnostics) == [("SC001", 1, 1)]
