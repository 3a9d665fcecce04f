"""The map of a scenario: the file's ways, the ways that conversations took, and the page that shows them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from game.analysis.batch import play
from game.analysis.sellers import RandomSeller
from game.authoring.graph import beat_graph, depths, means, played_graph, stage_graph, together
from game.authoring.graph_text import dot, mermaid
from game.engine.rules import Rules
from game.engine.scenario import Close, Scenario
from game.engine.traits import Stage
from tests.command_line.conftest import Shell


@pytest.fixture(scope="module")
def rules(seven_seconds: Scenario) -> Rules:
    return Rules(seven_seconds)


def test_every_way_that_was_played_leads_somewhere_known(rules: Rules) -> None:
    plays = play(rules, RandomSeller(), np.arange(64, dtype=np.int32) % rules.scenario.customers, 5)
    graph = played_graph(rules, plays)
    names = {node.id for node in graph.nodes}
    assert {arrow.source for arrow in graph.arrows} | {arrow.target for arrow in graph.arrows} <= names
    endings = {ending.id for ending in rules.scenario.endings}
    assert sum(arrow.count for arrow in graph.arrows if arrow.target in endings) == 64
    assert not [arrow for arrow in graph.arrows if arrow.source in endings]


def test_two_halves_make_the_whole(rules: Rules) -> None:
    customers = np.arange(32, dtype=np.int32) % rules.scenario.customers
    halves = [played_graph(rules, play(rules, RandomSeller(), customers, seed)) for seed in (1, 2)]
    both = together(halves)
    assert sum(arrow.count for arrow in both.arrows) == sum(a.count for half in halves for a in half.arrows)


def test_the_mean_score_at_the_first_beat_is_that_of_all(rules: Rules) -> None:
    plays = play(rules, RandomSeller(), np.zeros(16, np.int32), 3)
    assert means(rules, [plays])[rules.scenario.beats[0].id] == pytest.approx(plays.score.mean())


def test_the_stages_come_from_the_rulebook(seven_seconds: Scenario) -> None:
    graph = stage_graph(seven_seconds.psychology)
    assert [node.id for node in graph.nodes][:5] == [stage.word for stage in Stage]
    assert len(graph.nodes) == len(Stage) + len(Close)
    ways = {(arrow.source, arrow.target): arrow.by for arrow in graph.arrows}
    assert ("cognition", "interest") in ways and ("cognition", "action") not in ways


def test_rows_go_down_with_the_file(seven_seconds: Scenario) -> None:
    graph = beat_graph(seven_seconds)
    row = depths(graph)
    order = {node.id: at for at, node in enumerate(graph.nodes)}
    for arrow in graph.arrows:
        if order[arrow.source] < order[arrow.target]:
            assert row[arrow.target] > row[arrow.source]


def test_text_for_programs_that_draw(seven_seconds: Scenario) -> None:
    parts = [("Stages", stage_graph(seven_seconds.psychology)), ('Beats "all"', beat_graph(seven_seconds))]
    drawn = mermaid(parts)
    assert drawn.startswith("flowchart TD") and drawn.count("subgraph") == drawn.count("  end") == 2
    assert re.search(r"n1_first_words -->", drawn)
    text = dot(parts)
    assert text.count("{") == text.count("}") and 'label="Beats \\"all\\""' in text


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not [name for name, value in attrs if name in {"src", "href"} or name.startswith("on")]


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_the_page_stands_by_itself(shell: Shell, tmp_path: Path, locale: str) -> None:
    file = tmp_path / "map.html"
    answer = shell("graph", "smallest", "--html", str(file), "--plays", "90", "--lang", locale)
    assert answer.code == 0 and str(file) in answer.out
    reader = Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    assert "script" not in reader.tags and "svg" in reader.tags and "table" in reader.tags


def test_what_cannot_be_drawn_is_told(shell: Shell, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("rapport: 1\nid: broken\n", encoding="utf-8")
    assert shell("graph", str(broken)).code == 2
    assert shell("graph", "nowhere").code == 2
    assert shell("graph", "smallest", "--html", str(tmp_path / "no" / "map.html")).code == 2
    assert shell("graph", "smallest", "--stages").out.count("subgraph") == 1
