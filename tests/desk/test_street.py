"""The street of doors: every scenario has a door, one is ajar, and walking never leaves the street."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.desk.ports import Entry
from game.desk.street import Street
from game.language.text import LocalisedText

entries = st.lists(
    st.tuples(st.integers(1, 5), st.one_of(st.none(), st.integers(0, 1000))), min_size=1, max_size=25
).map(
    lambda drawn: [
        Entry(f"s{number}", LocalisedText(), LocalisedText(), difficulty, best=best)
        for number, (difficulty, best) in enumerate(drawn)
    ]
)


@given(entries)
def test_every_scenario_has_one_door(listing: list[Entry]) -> None:
    street = Street.of(listing)
    assert sorted(entry.id for row in street.rows for entry in row) == sorted(entry.id for entry in listing)
    for entry in listing:
        place = street.find(entry.id)
        assert place is not None
        assert street.at(place) == entry


@given(entries, st.lists(st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)]), max_size=40))
def test_walking_stays_among_the_doors(listing: list[Entry], steps: list[tuple[int, int]]) -> None:
    street = Street.of(listing)
    place = street.recommended
    assert place is not None
    for step in steps:
        place = street.step(place, *step)
        assert street.at(place) is not None


@given(entries)
def test_the_ajar_door_is_new_if_any_is(listing: list[Entry]) -> None:
    place = Street.of(listing).recommended
    assert place is not None
    ajar = Street.of(listing).at(place)
    assert ajar is not None
    if any(entry.best is None for entry in listing):
        assert ajar.best is None
    else:
        assert ajar.best == min(entry.best or 0 for entry in listing)


def test_an_empty_street_has_no_door() -> None:
    assert Street.of([]).recommended is None
