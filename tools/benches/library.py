"""How long the shipped scenarios take to load, against PyYAML's own loader in Python on the same bytes."""

from __future__ import annotations

import yaml

from game.content.diagnostics import Findings
from game.content.library import Library
from game.content.scenario_reader import read_scenario
from game.content.source import Source, read_source
from game.content.yaml_tree import read_tree
from tools.benches.report import Figure
from tools.benches.timing import in_turn, median, ratio
from tools.shipped import psychology, scenario_paths

ROUNDS = 7


def measure() -> list[Figure]:
    """Times for the whole folder: the strict tree with its places, the full reading, and the yardstick."""
    paths = scenario_paths()
    sources = [source for path in paths if (source := read_source(path)[0]) is not None]
    texts = [source.text for source in sources]
    customer = psychology()
    listing, tree, pure, full = in_turn(
        [
            lambda: Library().listing(),
            lambda: [parsed(source) for source in sources],
            lambda: [yaml.load(text, yaml.SafeLoader) for text in texts],
            lambda: [read_scenario(path, customer) for path in paths],
        ],
        ROUNDS,
    )
    size = sum(len(text.encode()) for text in texts)
    return [
        Figure("scenarios", len(paths), ""),
        Figure("bytes", size, "B"),
        Figure("listing", median(listing) * 1e3, "ms"),
        Figure("tree", median(tree) * 1e3, "ms"),
        Figure("pure_loader", median(pure) * 1e3, "ms"),
        Figure("pure_loader_to_tree", ratio(pure, tree), "x", at_least=8),
        Figure("full", median(full) * 1e3, "ms"),
        Figure("full_per_scenario", median(full) * 1e3 / max(1, len(paths)), "ms"),
        Figure("pure_loader_to_full", ratio(pure, full), "x"),
    ]


def parsed(source: Source) -> object:
    """A file as our own tree with a place for every key and value."""
    return read_tree(source, Findings(source.file, source))
