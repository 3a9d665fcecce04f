"""What is written where it was made is what was made, whoever asks for what, here or in another process."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.records.many_rows import values_of
from game.records.written_json import WrittenJson

NAMES = st.text(max_size=5)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(NAMES, VALUES, max_size=5), st.sets(NAMES, max_size=3), NAMES)
def test_it_is_the_mapping_that_was_written(plain: dict[str, object], beside: set[str], asked: str) -> None:
    for written in (WrittenJson(plain, beside), pickle.loads(pickle.dumps(WrittenJson(plain, beside)))):
        for name in {asked, *beside, *plain}:
            assert written.get(name, "nothing") == plain.get(name, "nothing")
            assert (name in written) == (name in plain)
        assert written == plain
        assert len(written) == len(plain)
        assert json.loads(written.text) == plain


def test_a_statement_takes_the_text_as_it_is() -> None:
    class Row:
        one, other = WrittenJson({"b": 1, "a": [2]}), {"c": None}

    assert values_of([Row()], ("one", "other")) == ('{"b": 1, "a": [2]}', '{"c": null}')


def test_a_name_that_is_not_there_is_a_key_error() -> None:
    written = WrittenJson({"a": 1}, ("a", "b"))
    for name in ("b", "c"):
        with pytest.raises(KeyError):
            written[name]
