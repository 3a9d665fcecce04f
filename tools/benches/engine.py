"""How long one line takes: in one conversation, between key and reply, and in many at once."""

from __future__ import annotations

from random import Random
from time import perf_counter, process_time

from game.engine.conversation import Conversation, Step
from game.engine.rules import Rules
from game.engine.scenario import Scenario
from tools.benches.kernel import kernel
from tools.benches.report import Figure
from tools.benches.timing import median, percentile, ratio, seconds
from tools.shipped import scenario, scenario_ids

MANY = "seven-seconds"
"""The scenario in which many positions are carried on at once."""

LINES = 1_500
"""Lines said, spread over all shipped scenarios."""


def measure() -> list[Figure]:
    """Times of `say`, `offers` and `begin` with one play, causes included, over random conversations."""
    scenarios = [scenario(name) for name in scenario_ids()]
    for each in scenarios:
        Conversation.begin(each, 0)  # compiles the rules, once for each scenario
    says: list[float] = []
    work: list[float] = []
    offers: list[float] = []
    begins: list[float] = []
    arithmetic: list[float] = []
    choice, seed = Random(1), 0
    while len(says) < LINES:
        conversation = timed_begin(scenarios[seed % len(scenarios)], seed, begins)
        while conversation.outcome is None:
            begun = perf_counter()
            lines = conversation.offers()
            offers.append(perf_counter() - begun)
            line = choice.choice(lines).id
            begun, worked = perf_counter(), process_time()
            step = conversation.say(line)
            says.append(perf_counter() - begun)
            work.append(process_time() - worked)
            arithmetic.append(seconds(yardstick))
            if not isinstance(step, Step):
                raise RuntimeError(f"{line} was on offer and refused: {step}")
            conversation = step.conversation
        seed += 1
    return [
        Figure("scenarios", len(scenarios), ""),
        Figure("lines", len(says), ""),
        Figure("say_median", median(says) * 1e3, "ms", at_most=2),
        Figure("say_p99", percentile(says, 0.99) * 1e3, "ms"),
        # Without the time in which a busy machine did something else.
        Figure("say_processor_median", median(work) * 1e3, "ms"),
        Figure("say_to_yardstick", ratio(says, arithmetic), "x"),
        Figure("offers_median", median(offers) * 1e3, "ms"),
        Figure("begin_median", median(begins) * 1e3, "ms"),
        *kernel(Rules(scenario(MANY))),
    ]


def timed_begin(chosen: Scenario, seed: int, times: list[float]) -> Conversation:
    """A conversation, the time of its beginning noted."""
    begun = perf_counter()
    conversation = Conversation.begin(chosen, seed)
    times.append(perf_counter() - begun)
    return conversation


def yardstick() -> int:
    """A fixed piece of work in plain Python, about 0.1 ms: makes figures of different machines comparable."""
    total = 0
    for number in range(2_000):
        total += number * number % 7
    return total
