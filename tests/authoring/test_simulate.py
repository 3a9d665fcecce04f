"""Simulations: the same whoever shares the work, and what was complete when they are interrupted."""

from __future__ import annotations

import multiprocessing
from dataclasses import fields
from typing import Any

import numpy as np
import pytest

from game.analysis import simulation as dealing
from game.analysis.roster import Casting
from game.analysis.simulation import Plan
from game.analysis.tallies import Tally
from game.authoring import simulate as simulating
from game.authoring.simulate import Job, simulate
from game.authoring.simulation_json import simulation_to_json
from game.engine.scenario import Scenario
from tools.shipped import scenario


def same(one: Tally, other: Tally) -> bool:
    return all(np.array_equal(getattr(one, f.name), getattr(other, f.name)) for f in fields(Tally))


def jobs(*scenarios: Scenario) -> list[Job]:
    """Two sellers in every scenario; the greedy one takes several blocks."""
    return [
        Job(each, Plan(casting, plays, seed=6))
        for each in scenarios
        for casting, plays in ((Casting("random"), 300), (Casting("greedy", noise=20), 2_500))
    ]


def test_the_number_of_processes_changes_nothing(seven_seconds: Scenario) -> None:
    work = jobs(seven_seconds, scenario("too-complicated"))
    alone, shared = simulate(work, processes=1), simulate(work, processes=3)

    assert (alone.processes, shared.processes) == (1, 3)
    assert [run.tally.plays for run in alone.runs] == [300, 2_500, 300, 2_500]
    assert all(same(one.tally, other.tally) for one, other in zip(alone.runs, shared.runs, strict=True))
    assert untimed(simulation_to_json(alone, 6)) == untimed(simulation_to_json(shared, 6))


def untimed(told: Any) -> Any:
    """An object of the contract without what depends on the machine."""
    drop = {"seconds", "plays_per_second", "processes"}
    if isinstance(told, dict):
        return {key: untimed(value) for key, value in told.items() if key not in drop}
    return [untimed(each) for each in told] if isinstance(told, list) else told


def test_a_block_is_the_same_whatever_was_played_before(seven_seconds: Scenario) -> None:
    (job,) = jobs(seven_seconds)[1:]
    whole = simulate([job], processes=1).runs[0]
    backwards = [job.plan.block(whole.rules, at) for at in reversed(range(job.plan.blocks))]

    assert len(backwards) == 2
    assert same(backwards[0] + backwards[1], whole.tally)


def test_other_seeds_are_other_plays(seven_seconds: Scenario) -> None:
    one, other = simulate(
        [Job(seven_seconds, Plan(Casting("random"), 200, seed)) for seed in (1, 2)], processes=1
    ).runs

    assert not same(one.tally, other.tally)


def test_an_interruption_keeps_what_is_complete(
    seven_seconds: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dealing, "LEAST", 50)
    monkeypatch.setattr(dealing, "SHARES", 8)
    seen: list[int] = []

    def impatient(plays: int) -> None:
        seen.append(plays)
        if len(seen) == 3:
            raise KeyboardInterrupt

    simulation = simulate([Job(seven_seconds, Plan(Casting("random"), 400))] * 2, 1, impatient)

    assert simulation.partial
    assert simulation.plays == sum(seen) == 150
    told = simulation_to_json(simulation, 1)
    assert [(run["plays"], run["asked"], run["partial"]) for run in told["runs"]] == [
        (150, 400, True),
        (0, 400, True),
    ]


def test_what_goes_wrong_in_a_process_is_told(seven_seconds: Scenario) -> None:
    work = [Job(seven_seconds, Plan(Casting("scripted", script=("no-such-line",)), 20))] * 2

    with pytest.raises(RuntimeError, match="no-such-line"):
        simulate(work, processes=2)


def test_a_process_is_started_where_it_pays(seven_seconds: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "cpu_count", lambda: 4)
    quick, slow = (Job(seven_seconds, Plan(Casting(name), 1)) for name in ("random", "class"))

    assert [simulating._worth([quick] * blocks) for blocks in (1, 2, 3, 6, 60)] == [1, 1, 2, 3, 4]
    assert [simulating._worth([slow] * blocks) for blocks in (1, 2, 60)] == [2, 3, 4]
