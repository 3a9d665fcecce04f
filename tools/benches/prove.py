"""How long it takes to prove a scenario before class: a small one in passing, the shipped ones to the end.

Times are of the processor, in one process: a machine that is busy with something else does not stretch them.
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

from game.authoring.prove import QUICK, Effort, prove
from game.engine.scenario import Scenario
from tools.benches.dialogue import as_scenario
from tools.benches.report import Figure
from tools.shipped import psychology, scenario, scenario_ids


def measure() -> list[Figure]:
    """Processor time of a sampled proof with corner customers, and of `--full` for every shipped scenario."""
    small = as_scenario(psychology())
    figures = [Figure("small_lines", sum(len(beat.lines) for beat in small.beats), "")]
    figures += [Figure("small_sampled", seconds(small, QUICK), "s", at_most=20)]
    for name in scenario_ids():
        whole = scenario(name)
        told = name.replace("-", "_")
        figures.append(Figure(f"{told}_sampled", seconds(whole, QUICK), "s"))
        figures.append(Figure(f"{told}_full", seconds(whole, QUICK.fully()), "s", at_most=180))
    return figures


def seconds(whole: Scenario, effort: Effort) -> float:
    """Processor time of one proof."""
    return timed(lambda: prove(whole, effort))


def timed(work: Callable[[], object]) -> float:
    """Processor time of one call, in seconds."""
    begun = process_time()
    work()
    return process_time() - begun
