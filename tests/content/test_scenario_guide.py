"""The guide to writing scenarios: its examples are read, and it leaves nothing out."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml
from pydantic import BaseModel

from game.authoring.respelling import in_language
from game.content import forms, looks, people_schema, schema
from game.content.conditions import ASPECTS, MOMENTS, RESISTANCES, STAGES, STEPS, TRAITS
from game.content.people import ATTRIBUTES
from game.content.provoking import provoking
from game.content.source import Source
from game.engine.psychology import Role
from game.engine.traits import Motive, Worry
from game.language.locale import Locale
from tests.content.readings import ROOT, model, read

GUIDE = (ROOT / "scenarios" / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
SMALLEST, *PIECES, CHINESE = (block for block in BLOCKS if not block.startswith("rapport-paths"))


def plain(text: str) -> Any:
    """A block as plain data, everything text."""
    return yaml.load(text, yaml.BaseLoader)


def join(whole: dict[str, Any], piece: dict[str, Any]) -> None:
    """Puts a piece into the whole, mapping by mapping."""
    for key, value in piece.items():
        if isinstance(value, dict) and isinstance(whole.get(key), dict):
            join(whole[key], value)
        else:
            assert key not in whole, key
            whole[key] = value


def joined() -> dict[str, Any]:
    """The larger scenario that the guide builds piece by piece."""
    whole: dict[str, Any] = {}
    for piece in PIECES:
        join(whole, plain(piece))
    return whole


def test_the_guide_begins_with_the_smallest_scenario() -> None:
    smallest = ROOT / "scenarios" / "examples" / "smallest.yaml"
    assert smallest.read_text(encoding="utf-8") == SMALLEST


def test_the_golden_paths_are_those_of_the_smallest_scenario() -> None:
    paths = ROOT / "scenarios" / "examples" / "smallest.paths.yaml"
    assert paths.read_text(encoding="utf-8") in BLOCKS


def test_the_pieces_are_one_scenario_without_a_fault() -> None:
    text = json.dumps(joined(), ensure_ascii=False, indent=1)
    reading = read(text)
    assert [found.rendered() for found in reading.diagnostics] == []
    assert reading.scenario is not None
    assert len(reading.scenario.beats) == 7


def test_each_piece_stands_as_it_is_written() -> None:
    for piece in PIECES:
        faults = {found.code[:3] for found in read(piece).diagnostics}
        assert faults.isdisjoint({"SC0", "SC1", "SC5"}), piece


def test_the_chinese_example_is_without_a_fault() -> None:
    reading = read(CHINESE)
    assert [found.rendered() for found in reading.diagnostics] == []
    assert reading.scenario is not None


def keys_in(value: object) -> set[str]:
    """Every key of plain data."""
    if isinstance(value, dict):
        return set(value) | {key for item in value.values() for key in keys_in(item)}
    return {key for item in value for key in keys_in(item)} if isinstance(value, list) else set()


def test_every_field_is_shown() -> None:
    fields = {
        people_schema.file_name(field)
        for module in (schema, people_schema)
        for part in vars(module).values()
        if isinstance(part, type) and issubclass(part, BaseModel)
        for field in part.model_fields
    }
    assert fields - keys_in(joined()) == set()


def closed_words() -> set[str]:
    """Every word that a scenario may choose from a list."""
    words = {
        *(motive.word for motive in Motive),
        *(worry.word for worry in Worry),
        *TRAITS,
        *ATTRIBUTES,
        *STAGES,
        *RESISTANCES,
        *STEPS,
        *MOMENTS,
        *ASPECTS,
        *model().moods,
        *model().tactics.ids,
    }
    words |= {*forms.PACE, *forms.WARMTH, *forms.DETAIL, *forms.DIRECTNESS}
    for name in vars(looks):
        if name.isupper():
            words |= set(getattr(looks, name))
    return words


def test_every_closed_word_is_named() -> None:
    named = set(re.findall(r"[a-z]+(?:-[a-z]+)*", GUIDE))
    assert closed_words() - named == set()


TWIN = (ROOT / "scenarios" / "README.zh.md").read_text(encoding="utf-8")
TWIN_BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", TWIN, re.DOTALL | re.MULTILINE)


def in_english(block: str) -> str:
    """A block with its fields and words in English."""
    return in_language(Source("block.yaml", block), Locale.EN).text


def test_the_chinese_twin_shows_the_same_examples_in_chinese_fields() -> None:
    paths = [block for block in BLOCKS if block.startswith("rapport-paths")]
    assert [in_english(block) for block in TWIN_BLOCKS] == [
        in_english(block) for block in (CHINESE, *PIECES, *paths)
    ]
    assert not re.search(r"^ *(?:en|zh|lines|does|when|then):", "".join(TWIN_BLOCKS[1:]), re.MULTILINE)


def test_the_chinese_twin_shows_the_same_commands() -> None:
    shown = [
        re.findall(r"^```console\n(.*?)^```$", guide, re.DOTALL | re.MULTILINE) for guide in (GUIDE, TWIN)
    ]
    assert shown[1] == shown[0]


def test_the_chinese_twin_names_every_code_and_every_closed_word() -> None:
    def codes(guide: str) -> set[str]:
        return set(re.findall(r"SC\d{3}", guide))

    assert codes(GUIDE) - codes(TWIN) == set()
    assert closed_words() - set(re.findall(r"[a-z]+(?:-[a-z]+)*", TWIN)) == set()


def test_the_tactics_that_make_her_object_are_those_of_the_model() -> None:
    told = re.search(r"something is offered \((.*?)\) or asked for \((.*?)\)", GUIDE, re.DOTALL)
    assert told is not None
    tactics = model().tactics
    for role, names in zip((Role.OFFER, Role.ASK), told.groups(), strict=True):
        there = {name for name in tactics.ids if int(tactics.roles[tactics.index(name)]) & role}
        assert set(names.replace("\n", " ").split(", ")) == there
        assert all(provoking(model(), name) is not None for name in there)
    assert provoking(model(), "story") is None
