"""The map of a scenario as data: stages as the rulebook knows them, beats as the file leads on.

Two kinds of arrows between beats: those that the file may take, and those that played conversations took,
with their counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, unique
from itertools import pairwise

import numpy as np

from game.analysis.batch import Plays
from game.engine.psychology import Psychology
from game.engine.rules import Rules
from game.engine.scenario import Beat, Close, Scenario
from game.engine.stages import Reading, Signal
from game.engine.stages import rules as stage_rules
from game.engine.state import OPEN
from game.engine.terms import Sign
from game.engine.traits import WHOLE, Stage, Trait

PASSED = "—"
"""Stands for the way past a beat whose condition does not hold."""


@unique
class Shape(Enum):
    """What a node is."""

    STAGE = "stage"
    FINAL = "final"
    BEAT = "beat"
    ALONE = "alone"  # a beat without a customer
    OBJECTION = "objection"
    ENDING = "ending"


@dataclass(frozen=True, slots=True)
class Node:
    """A stage, a beat or an ending; `lines` counts what can be said there."""

    id: str
    shape: Shape
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way from one node to another; `by` names what leads there, `count` how many plays went it."""

    source: str
    target: str
    by: tuple[str, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes in the order of the file and the arrows between them."""

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]


def stage_graph(psychology: Psychology) -> Graph:
    """The five stages and the three ways to be over, with the triggers that lead from one to another."""
    nodes = [Node(stage.word, Shape.STAGE) for stage in Stage]
    nodes += [Node(_final(close), Shape.FINAL) for close in Close]
    ways: dict[tuple[str, str], list[str]] = defaultdict(list)
    for rule in stage_rules(psychology.number):
        target = rule.to_stage.word if rule.to_stage is not None else None
        if rule.close is not None:
            target = _final(rule.close)
        for source in list(Stage) if rule.stage is None else [rule.stage]:
            if target is not None:
                ways[source.word, target].append(" & ".join(_said(reading) for reading in rule.when))
    return Graph(tuple(nodes), tuple(Arrow(*ends, tuple(by)) for ends, by in ways.items()))


def beat_graph(scenario: Scenario) -> Graph:
    """The beats and endings, with every way that the file may take.

    An objection's beat is entered whenever it is voiced and returns, so no arrow of the file leads there.
    """
    ways: dict[tuple[str, str], list[str]] = defaultdict(list)
    for at, beat in enumerate(scenario.beats):
        if beat.when and at + 1 < len(scenario.beats):
            ways[beat.id, scenario.beats[at + 1].id].append(PASSED)
        for target, by in _leads(scenario, at, beat):
            if by not in ways[beat.id, target]:
                ways[beat.id, target].append(by)
    arrows = (Arrow(source, target, tuple(by)) for (source, target), by in ways.items())
    return Graph(_nodes(scenario), tuple(arrows))


def played_graph(rules: Rules, plays: Plays) -> Graph:
    """The beats and endings, with the ways that played conversations took and how often."""
    counts: Counter[tuple[str, str]] = Counter()
    for visits in _visits(rules, plays):
        counts.update(pairwise(visits))
    arrows = (Arrow(source, target, (), count) for (source, target), count in sorted(counts.items()))
    return Graph(_nodes(rules.scenario), tuple(arrows))


def together(graphs: Sequence[Graph]) -> Graph:
    """Several played graphs of one scenario as one; counts are added."""
    counts: Counter[tuple[str, str]] = Counter()
    for graph in graphs:
        counts.update({(arrow.source, arrow.target): arrow.count for arrow in graph.arrows})
    arrows = (Arrow(source, target, (), count) for (source, target), count in sorted(counts.items()))
    return Graph(graphs[0].nodes, tuple(arrows))


def means(rules: Rules, played: Sequence[Plays]) -> Mapping[str, float]:
    """Mean score of the plays that came by each beat or ending."""
    sums: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for plays in played:
        for visits, total in zip(_visits(rules, plays), plays.score.tolist(), strict=True):
            for node in set(visits):
                sums[node] += total
                counts[node] += 1
    return {node: sums[node] / counts[node] for node in counts}


def _visits(rules: Rules, plays: Plays) -> Iterable[list[str]]:
    """The beats that each play came by, in order, and its ending."""
    scenario = rules.scenario
    names = [beat.id for beat in scenario.beats]
    where = np.append(np.asarray(rules.lines.beat_of), OPEN)
    for play in range(plays.moves.shape[1]):
        said = plays.moves[:, play]
        beats = [OPEN, *where[said[said != OPEN]].tolist()]
        visits = [names[beat] for before, beat in pairwise(beats) if beat != before]
        yield [*visits, scenario.endings[int(plays.state.ending[play])].id]


def depths(graph: Graph) -> Mapping[str, int]:
    """A row for every node: one below the deepest of those that lead to it from earlier in the file."""
    order = {node.id: at for at, node in enumerate(graph.nodes)}
    depth = {node.id: 0 for node in graph.nodes}
    for node in graph.nodes:
        for arrow in graph.arrows:
            if arrow.target == node.id and order[arrow.source] < order[node.id]:
                depth[node.id] = max(depth[node.id], depth[arrow.source] + 1)
    return depth


def _nodes(scenario: Scenario) -> tuple[Node, ...]:
    beats = [Node(beat.id, _shape(beat), len(beat.lines)) for beat in scenario.beats]
    return (*beats, *(Node(ending.id, Shape.ENDING) for ending in scenario.endings))


def _shape(beat: Beat) -> Shape:
    if beat.objection is not None:
        return Shape.OBJECTION
    return Shape.ALONE if beat.person is None else Shape.BEAT


def _leads(scenario: Scenario, at: int, beat: Beat) -> Iterable[tuple[str, str]]:
    """Where each line of a beat may lead, with the line's id."""
    following = scenario.beats[at + 1].id if at + 1 < len(scenario.beats) else None
    for line in beat.lines:
        targets: list[str | None] = [line.then or beat.then]
        targets += [reply.then for reply in (*beat.answers.get(line.id, ()), *beat.replies) if reply.then]
        for target in dict.fromkeys(targets):
            if target is not None:
                yield target, line.id
            elif following is not None and beat.objection is None:
                yield following, line.id


def _final(close: Close) -> str:
    return close.name.lower().replace("_", "-")


def _said(reading: Reading) -> str:
    """A comparison as people write it: percent, rungs, and signals as words."""
    if isinstance(reading.of, Trait):
        unit = 1 if reading.of is Trait.RUNG else WHOLE // 100
        return f"{reading.of.word} {reading.sign.value} {reading.level / unit:g}"
    if reading.of is Signal.RESISTANCE:
        return f"resistance {reading.sign.value} {reading.level * 100 / WHOLE:g}"
    word = reading.of.name.lower().replace("_", " ")
    return word if reading.sign in (Sign.AT_LEAST, Sign.MORE) else f"not {word}"


def shares(arrows: Sequence[Arrow]) -> Mapping[str, int]:
    """How many plays came to each node that an arrow leads to."""
    came: Counter[str] = Counter()
    for arrow in arrows:
        came[arrow.target] += arrow.count
    return came
