"""Laws of reading: whatever a file holds, there are diagnostics or a scenario, never an exception."""

from __future__ import annotations

import json
import re

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from game.content.diagnostics import Diagnostic
from game.content.loading import psychology
from game.content.phrase_bank import read_phrases
from game.content.psychology_file import read_psychology_text, shipped_psychology
from game.content.scenario_reader import Reading
from game.content.source import Source, decode
from game.language.locale import Locale
from tests.content.readings import HERE, SMALL, read

SAMPLE = (HERE / "ten-minutes.yaml").read_text(encoding="utf-8")
LINES = SAMPLE.splitlines()
SIGNS = "{}[],:#\"'|>&*!%@`-? \t\n“”：，　D5.<=%\u0000\u2028\ufeff"


def holds(reading: Reading) -> None:
    """What holds of every reading."""
    assert (reading.scenario is None) == (reading.wording is None)
    errors = [found for found in reading.diagnostics if found.severity.value == "error"]
    assert (reading.scenario is None) == bool(errors)
    places = [found.place for found in reading.diagnostics]
    assert places == sorted(places)
    for found in reading.diagnostics:
        assert found.place.line >= 1
        assert found.place.column >= 1
        told_in_full(found)


def told_in_full(found: Diagnostic) -> None:
    """A fault can be shown in both languages and as a row."""
    for locale in Locale:
        assert found.rendered(locale)
        assert found.record(locale)["code"] == found.code


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    holds(read(text))


@given(st.binary())
def test_any_bytes_can_be_read(data: bytes) -> None:
    source, diagnostics = decode(data, "x.yaml")
    assert source is not None or diagnostics


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """The sample with some characters taken out, put in or moved."""
    text = SAMPLE
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        put = draw(st.text(alphabet=SIGNS, max_size=4) | st.sampled_from(LINES))
        text = text[:start] + put + text[end:]
    return text


@settings(max_examples=150)
@given(damaged())
def test_a_damaged_scenario_can_be_read(text: str) -> None:
    holds(read(text))


@settings(max_examples=60)
@given(st.lists(st.sampled_from(LINES), max_size=60).map("\n".join))
def test_shuffled_lines_can_be_read(text: str) -> None:
    holds(read(text))


FIELD_NAMES = sorted(set(re.findall(r"[\w-]+(?=:)", SAMPLE)))
VALUES = st.recursive(
    st.sampled_from(["", "x", "30", "20..35", "true", "trust >= 35", "mood irritated", "en", "D55 C45"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELD_NAMES), inner, max_size=4)
    ),
    max_leaves=25,
)


def with_some(values: SearchStrategy[object]) -> SearchStrategy[dict[str, object]]:
    """The sample with fields replaced, anywhere."""
    whole = json.dumps(yaml.load(SAMPLE, yaml.BaseLoader))

    @st.composite
    def changed(draw: st.DrawFn) -> dict[str, object]:
        data = json.loads(whole)
        for _ in range(draw(st.integers(1, 3))):
            node = data
            while isinstance(node, dict | list) and node:
                key = draw(st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node))))
                if draw(st.booleans()) or not isinstance(node[key], dict | list):
                    node[key] = draw(values)
                    break
                node = node[key]
        return dict(data)

    return changed()


@settings(max_examples=150)
@given(with_some(VALUES))
def test_any_shape_can_be_read(data: dict[str, object]) -> None:
    holds(read(json.dumps(data, ensure_ascii=False, indent=1)))


@settings(max_examples=40)
@given(st.integers(0, 5_000), st.text(alphabet=SIGNS, max_size=3), st.integers(0, 8))
def test_a_damaged_psychology_file_can_be_read(start: int, put: str, gone: int) -> None:
    text = shipped_psychology().read_text(encoding="utf-8")
    start = start * len(text) // 5_000
    reading = read_psychology_text(Source("x.yaml", text[:start] + put + text[start + gone :]))
    assert (reading.psychology is None) == any(
        found.severity.value == "error" for found in reading.diagnostics
    )


def test_the_small_scenario_and_the_shipped_files_are_without_a_fault() -> None:
    assert read(SMALL).diagnostics == ()
    assert psychology().diagnostics == ()
    assert read_phrases().diagnostics == ()
