"""Luck that is drawn for many at a time is that of the single draw, and nobody gets what another got."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.classroom.luck_stock import IDS, LuckStock
from game.engine.luck import MOST_SEED, one_of


@given(st.integers(1, 16), st.data())
def test_a_seed_meets_the_customer_it_was_drawn_for(count: int, data: st.DataObject) -> None:
    luck, customer = LuckStock(), data.draw(st.integers(0, count - 1))
    seeds = [luck.seed(customer, count) for _ in range(40)]
    assert {one_of(count, seed, "customer") for seed in seeds} == {customer}
    assert all(type(seed) is int and 0 <= seed <= MOST_SEED for seed in seeds)
    assert len(set(seeds)) == len(seeds)


def test_two_servers_draw_other_seeds() -> None:
    one, other = ({luck.seed(0, 8) for _ in range(100)} for luck in (LuckStock(), LuckStock()))
    assert len(one & other) < 2


def test_ids_differ_and_follow_the_time() -> None:
    luck = LuckStock()
    ids = [luck.id(1_700_000_000_000 + at) for at in range(3 * IDS)]
    assert ids == sorted(ids)
    assert len({one[11:] for one in ids}) == len(ids)
    assert all(len(one) <= 48 and one.isalnum() for one in ids)
