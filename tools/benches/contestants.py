"""Those who play the one dialogue in Python, each in a process of its own.

    python -m tools.benches.contestants NAME [FILE]

prints `ready` once it is warm, then for every line with a number of seconds the choices made in a second, of
the clock and of processor time, which a busy machine does not stretch; and the megabytes that it took.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from tools.benches.timing import memory

Round = Callable[[], int]
"""Plays once, or one batch, at random; tells how many choices that took."""

WARM = 1.0
"""Seconds of play before anything is measured."""

PLAYS = {False: 262_144, True: 1_048_576}
"""Conversations in a batch of ours: of the dialogue, and of the shipped scenario with each of its hidden
customers (`rapport simulate --customer`); those who meet the same customer share most."""

SHIPPED = "seven-seconds"
"""The scenario that is played with the full model."""


def loop() -> Round:
    """A dictionary and a loop: what it costs without any engine."""
    from tools.benches.dialogue import ANSWERS, DIALOGUE

    table = {
        at: (moment.text, [(choice.trust, choice.mood) for choice in moment.choices], moment.bar)
        for at, moment in enumerate(DIALOGUE)
    }
    chance = Random(1)

    def once() -> int:
        trust = mood = at = 0
        said: list[str] = []
        while at in table:
            text, choices, bar = table[at]
            more, better = choices[int(chance.random() * len(choices))]
            trust, mood = trust + more, mood + better
            said += (text, ANSWERS[trust <= bar])
            at += 1
        return at

    return once


def machine(hierarchical: bool) -> Round:
    """`transitions` alone: a state for every moment, a trigger for every choice."""
    from transitions import Machine
    from transitions.extensions import HierarchicalMachine

    from tools.benches.dialogue import ANSWERS, CHOICES, DIALOGUE, MOMENTS

    class Talk:
        """Trust, mood, and what was answered."""

        state = "0"

        def begin(self) -> None:
            self.trust = self.mood = 0
            self.said: list[str] = []

    def spoken(at: int, place: int) -> Callable[[], None]:
        moment, choice = DIALOGUE[at], DIALOGUE[at].choices[place]

        def before() -> None:
            talk.trust += choice.trust
            talk.mood += choice.mood
            talk.said += (moment.text, ANSWERS[talk.trust <= moment.bar])

        return before

    talk, chance = Talk(), Random(1)
    made = (HierarchicalMachine if hierarchical else Machine)(
        talk, [str(at) for at in range(MOMENTS + 1)], initial="0", auto_transitions=False
    )
    for at in range(MOMENTS):
        for place in range(CHOICES):
            made.add_transition(f"say{place}", str(at), str(at + 1), before=spoken(at, place))

    def once() -> int:
        talk.begin()
        made.set_state("0", talk)
        while talk.state != str(MOMENTS):
            getattr(talk, f"say{int(chance.random() * CHOICES)}")()
        return MOMENTS

    return once


def bink(file: str) -> Round:
    """`bink`: the ink runtime in Rust, called from Python."""
    from bink.story import Story

    story, chance = Story(Path(file).read_text(encoding="utf-8-sig")), Random(1)

    def once() -> int:
        made = 0
        story.reset_state()
        while True:
            while story.can_continue():
                story.cont()
            choices = story.get_current_choices()
            if not len(choices):
                return made
            story.choose_choice_index(int(chance.random() * len(choices)))
            made += 1

    return once


def ours(shipped: bool) -> Round:
    """Rapport with the full customer model, in batches, reply ids included."""
    import numpy as np

    from game.analysis.batch import followed
    from game.analysis.sellers import RandomSeller
    from game.engine.rules import Rules
    from tools.benches.dialogue import as_scenario
    from tools.shipped import psychology, scenario

    rules = Rules(scenario(SHIPPED) if shipped else as_scenario(psychology()))
    numbers, known = np.arange(PLAYS[shipped]), rules.scenario.customers
    everybody = [np.full(len(numbers), one) for one in range(known)] if shipped else [numbers % known]
    seeds = iter(range(2**32))

    def batch() -> int:
        made, ids = 0, [reply.id for reply in rules.course.replies]
        for met in everybody:  # some talk twice as long as others
            plays = followed(rules, RandomSeller(), met.astype(np.int32), numbers, next(seeds))
            assert ids and plays.replies.shape == plays.moves.shape
            made += int((plays.moves >= 0).sum())
        return made

    return batch


CONTESTANTS: dict[str, Callable[[str], Round]] = {
    "loop": lambda _: loop(),
    "transitions": lambda _: machine(hierarchical=False),
    "transitions-hierarchical": lambda _: machine(hierarchical=True),
    "bink": bink,
    "ours-dialogue": lambda _: ours(shipped=False),
    "ours-full": lambda _: ours(shipped=True),
}


def rates(round_: Round, seconds: float) -> tuple[float, float]:
    """Choices a second over about so many seconds, of the clock and of processor time."""
    made, begun, worked = 0, perf_counter(), process_time()
    while (passed := perf_counter() - begun) < seconds:
        made += round_()
    return made / passed, made / (process_time() - worked)


def main(name: str, file: str = "") -> None:
    """Warm up, then measure whenever somebody asks."""
    contestant = CONTESTANTS[name](file)
    rates(contestant, WARM)
    print("ready", flush=True)
    for line in sys.stdin:
        print(*rates(contestant, float(line)), memory(), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
