"""The map of a scenario as a page of its own: what conversations came by, and what became of them.

Rows follow the way from the first words to the endings; an arrow is as thick as many plays went it. Beneath
stands the same as a table, for those who read rather than look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from game.authoring.graph import Arrow, Graph, Node, Shape, depths, shares
from game.language.words import Words

WIDTH, HEIGHT, GAP, ROW = 168, 52, 18, 104
MOST_ACROSS = 8
_INK = {
    Shape.BEAT: ("#fffcf5", "#8c8371"),
    Shape.ALONE: ("#efe6d3", "#8c8371"),
    Shape.OBJECTION: ("#fffcf5", "#6b3f6e"),
    Shape.ENDING: ("#1b363a", "#1b363a"),
    Shape.STAGE: ("#fffcf5", "#2a5b87"),
    Shape.FINAL: ("#efe6d3", "#2a5b87"),
}
_STYLE = """
body{margin:0;background:#f4eee2;color:#23272b;font:16px/1.5 'Noto Sans','Noto Sans SC','PingFang SC',
'Microsoft YaHei',sans-serif}
main{max-width:1400px;margin:0 auto;padding:24px 16px}
h1{font-size:28px;margin:0 0 4px}p{color:#5a5f63;margin:0 0 16px}
.map{overflow-x:auto;background:#fffcf5;border:1px solid #d8cfbd;border-radius:12px;padding:12px}
table{border-collapse:collapse;width:100%;margin-top:24px;background:#fffcf5}
th,td{text-align:left;padding:6px 12px;border-bottom:1px solid #e4dccb}td.n,th.n{text-align:right}
@media(max-width:600px){th,td{padding:4px 6px;font-size:14px}}
"""


@dataclass(frozen=True, slots=True)
class MapWords:
    """What the page says of a scenario: its title, and a sentence for each beat and ending."""

    title: str
    said: Mapping[str, str]


def page(graph: Graph, plays: int, means: Mapping[str, float], told: MapWords, words: Words) -> str:
    """The page.

    Args:
        graph: beats and endings with the ways that were played.
        plays: how many conversations were played.
        means: mean score of the plays that came by each node.
        told: what the scenario is called and what its beats say.
        words: the language.
    """
    came = {**shares(graph.arrows)}
    if graph.nodes:
        came.setdefault(graph.nodes[0].id, plays)
    nodes = tuple(node for node in graph.nodes)
    title = words("Map of {title}", title=told.title)
    about = words(
        "{n} simulated conversations of a mixed class. In each box: who came by, and their mean score.",
        n=plays,
    )
    picture = _picture(Graph(nodes, graph.arrows), plays, came, means, told)
    return (
        f"<!DOCTYPE html><html lang='{words.locale.value}'><head><meta charset='utf-8'>"
        f"<meta name='viewport' content='width=device-width,initial-scale=1'><title>{escape(title)}</title>"
        f"<style>{_STYLE}</style></head><body><main><h1>{escape(title)}</h1><p>{escape(about)}</p>"
        f"<div class='map'>{picture}</div>{_table(nodes, plays, came, means, told, words)}"
        "</main></body></html>\n"
    )


def _table(
    nodes: Sequence[Node],
    plays: int,
    came: Mapping[str, int],
    means: Mapping[str, float],
    told: MapWords,
    words: Words,
) -> str:
    head = (words("Beat"), words("What happens"), words("Lines"), words("Came by"), words("Mean score"))
    rows = "".join(
        f"<tr><td>{escape(node.id)}</td><td>{escape(told.said.get(node.id, ''))}</td>"
        f"<td class='n'>{node.lines or ''}</td><td class='n'>{_share(came.get(node.id, 0), plays)}</td>"
        f"<td class='n'>{_mean(means, node.id)}</td></tr>"
        for node in nodes
    )
    cells = "".join(f"<th{' class=n' if at > 1 else ''}>{escape(cell)}</th>" for at, cell in enumerate(head))
    return f"<table><thead><tr>{cells}</tr></thead><tbody>{rows}</tbody></table>"


def _picture(
    graph: Graph, plays: int, came: Mapping[str, int], means: Mapping[str, float], told: MapWords
) -> str:
    """Boxes in rows and the ways between them."""
    places = _places(graph)
    across = max(x for x, _ in places.values()) + WIDTH + GAP
    down = max(y for _, y in places.values()) + HEIGHT + GAP
    arrows = "".join(_way(arrow, places, plays) for arrow in graph.arrows)
    boxes = "".join(_box(node, places[node.id], plays, came, means, told) for node in graph.nodes)
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{across}' height='{down}' "
        f"viewBox='0 0 {across} {down}' role='img' aria-label='{escape(told.title, quote=True)}'>"
        f"{arrows}{boxes}</svg>"
    )


def _places(graph: Graph) -> dict[str, tuple[int, int]]:
    """Left upper corners: a row by depth, endings in the last rows, wide rows broken."""
    depth = dict(depths(graph))
    last = max((depth[node.id] for node in graph.nodes if node.shape is not Shape.ENDING), default=0)
    rows: dict[int, list[str]] = defaultdict(list)
    for node in graph.nodes:
        rows[last + 1 if node.shape is Shape.ENDING else depth[node.id]].append(node.id)
    broken = [
        row[at : at + MOST_ACROSS]
        for _, row in sorted(rows.items())
        for at in range(0, len(row), MOST_ACROSS)
    ]
    widest = max(len(row) for row in broken)
    places = {}
    for at, row in enumerate(broken):
        left = (widest - len(row)) * (WIDTH + GAP) // 2
        for column, name in enumerate(row):
            places[name] = (GAP + left + column * (WIDTH + GAP), GAP + at * ROW)
    return places


def _way(arrow: Arrow, places: Mapping[str, tuple[int, int]], plays: int) -> str:
    """A curve from the foot of one box to the head of another; upwards it goes round by the side."""
    (x1, y1), (x2, y2) = places[arrow.source], places[arrow.target]
    thick = 1 + 9 * arrow.count / max(plays, 1)
    if y2 > y1:
        start, end = (x1 + WIDTH / 2, float(y1 + HEIGHT)), (x2 + WIDTH / 2, float(y2))
        bend = (y2 - y1) / 2
        path = f"M{start[0]:.0f} {start[1]:.0f}C{start[0]:.0f} {start[1] + bend:.0f} "
        path += f"{end[0]:.0f} {end[1] - bend:.0f} {end[0]:.0f} {end[1]:.0f}"
        colour = "#1e6b57"
    else:
        start, end = (float(x1 + WIDTH), y1 + HEIGHT / 2), (float(x2 + WIDTH), y2 + HEIGHT / 2)
        path = f"M{start[0]:g} {start[1]:g}C{start[0] + 60:g} {start[1]:g} "
        path += f"{end[0] + 60:g} {end[1]:g} {end[0]:g} {end[1]:g}"
        colour = "#6b3f6e"
    title = escape(f"{arrow.source} → {arrow.target}: {_share(arrow.count, plays)}")
    return (
        f"<path d='{path}' fill='none' stroke='{colour}' stroke-opacity='.45' stroke-width='{thick:.1f}'>"
        f"<title>{title}</title></path>"
    )


def _box(
    node: Node,
    place: tuple[int, int],
    plays: int,
    came: Mapping[str, int],
    means: Mapping[str, float],
    told: MapWords,
) -> str:
    x, y = place
    fill, edge = _INK[node.shape]
    ink = "#f3eee3" if node.shape is Shape.ENDING else "#23272b"
    faint = "" if came.get(node.id) else " opacity='.45'"
    second = f"{_share(came.get(node.id, 0), plays)} · {_mean(means, node.id)}"
    size = 14 if len(node.id) <= 20 else 11
    return (
        f"<g{faint}><title>{escape(told.said.get(node.id, node.id))}</title>"
        f"<rect x='{x}' y='{y}' width='{WIDTH}' height='{HEIGHT}' rx='10' fill='{fill}' stroke='{edge}' "
        f"stroke-width='1.5'/><text x='{x + WIDTH // 2}' y='{y + 22}' text-anchor='middle' fill='{ink}' "
        f"font-size='{size}' font-weight='bold'>{escape(node.id)}</text>"
        f"<text x='{x + WIDTH // 2}' y='{y + 41}' text-anchor='middle' fill='{ink}' font-size='13'>"
        f"{second}</text></g>"
    )


def _share(count: int, plays: int) -> str:
    share = 100 * count / max(plays, 1)
    return f"{share:.0f} %" if share >= 1 or not count else "< 1 %"


def _mean(means: Mapping[str, float], node: str) -> str:
    return f"{means[node]:.0f}" if node in means else "–"
