"""The tree: places, text that stays text, and files that try to exhaust the process."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
import yaml

from game.content import yaml_tree
from game.content.diagnostics import Findings
from game.content.source import Source
from game.content.yaml_tree import DEEPEST, MapNode, Node, Path, at, key_at, plain, read_tree
from tests.content.readings import HERE, told


def tree(text: str) -> tuple[Node | None, list[tuple[str, int, int]]]:
    """The tree of a text and what there is to say about it."""
    findings = Findings("x.yaml")
    root = read_tree(Source("x.yaml", text), findings)
    return root, told(findings.told())


def value(text: str) -> object:
    """The plain value of a faultless text."""
    root, found = tree(text)
    assert root is not None
    assert found == []
    return plain(root)


def test_everything_stays_text() -> None:
    text = "a: no\nb: 12:30\non: yes\nc: 1_000\nd: 0x1F\ne: ~\nf: 2024-01-01\ng:\n"
    assert value(text) == {
        "a": "no",
        "b": "12:30",
        "on": "yes",
        "c": "1_000",
        "d": "0x1F",
        "e": "~",
        "f": "2024-01-01",
        "g": "",
    }


def test_every_key_and_value_has_its_place() -> None:
    root, _ = tree("title:\n  en: A Visit\nlist: [one, 'two']\n")
    assert isinstance(root, MapNode)
    assert [(key.line, key.column) for key in root.keys.values()] == [(1, 1), (3, 1)]
    places: list[Path] = [("title", "en"), ("list", 0), ("list", 1)]
    found = [at(root, path) for path in places]
    assert [(node.line, node.column) for node in found if node] == [(2, 7), (3, 8), (3, 13)]
    assert (key_at(root, ("title", "zh")).line, key_at(root, ("title", "en")).column) == (2, 3)


def test_places_count_characters_not_bytes() -> None:
    root, _ = tree("{拜访: 林悦, b: c}\n")
    assert root is not None
    node = at(root, ("b",))
    assert node is not None
    assert (node.line, node.column) == (1, 13)


def test_a_duplicate_key_is_told_and_the_first_one_stays() -> None:
    root, found = tree("a: 1\nb: 2\na: 3\n")
    assert found == [("SC110", 3, 1)]
    assert root is not None
    assert plain(root) == {"a": "1", "b": "2"}


def test_depth_is_limited() -> None:
    assert tree("[" * DEEPEST + "]" * DEEPEST)[1] == []
    assert tree("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))[1] == [("SC113", 1, DEEPEST + 1)]


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{" * 100_000,
        "- " * 50_000,
        "? " * 50_000,
        "{a: " * 30_000,
        BOMB,
        "a: " + "x" * 3_000_000,
        "a: '" + "x\n" * 200_000,
        "- x\n" * 200_000,
        "".join(f"k{i}: v\n" for i in range(100_000)),
    ],
    ids=["brackets", "braces", "dashes", "questions", "keys", "bomb", "long", "quote", "list", "fields"],
)
def test_no_file_exhausts_the_process(text: str) -> None:
    before = time.perf_counter()
    tree(text)
    assert time.perf_counter() - before < 10


def best(call: Callable[[], object], rounds: int) -> float:
    """The shortest of several runs, in seconds."""
    times = []
    for _ in range(rounds):
        before = time.perf_counter()
        call()
        times.append(time.perf_counter() - before)
    return min(times)


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="this PyYAML has no C parser")
def test_reading_is_eight_times_faster_than_the_python_loader() -> None:
    one = (HERE / "ten-minutes.yaml").read_text(encoding="utf-8")
    text = "".join(
        f"copy-{number}:\n" + "".join(f"  {line}\n" for line in one.splitlines()) for number in range(6)
    )
    findings = Findings("x.yaml")
    ours = best(lambda: read_tree(Source("x.yaml", text), findings), 5)
    theirs = best(lambda: yaml.load(text, yaml.SafeLoader), 2)
    assert theirs / ours >= 8


def test_without_the_c_parser_the_tree_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (HERE / "ten-minutes.yaml").read_text(encoding="utf-8")
    expected, _ = tree(text)
    monkeypatch.setattr(yaml_tree, "LOADER", yaml.SafeLoader)
    found, _ = tree(text)
    assert expected is not None
    assert found is not None
    assert shape(expected) == shape(found)


def shape(node: Node) -> object:
    """A tree with its places, comparable."""
    here = (node.line, node.column)
    if isinstance(node, MapNode):
        return here, [(key, shape(node.keys[key]), shape(value)) for key, value in node.values.items()]
    if isinstance(node, yaml_tree.ListNode):
        return here, [shape(item) for item in node.items]
    assert isinstance(node, yaml_tree.TextNode)
    return here, node.text, node.plain, (node.end_line, node.end_column)
