"""A map as text for programs that draw: Mermaid and DOT."""

from __future__ import annotations

from collections.abc import Sequence

from game.authoring.graph import Arrow, Graph, Node, Shape

MOST_NAMED = 3
"""Lines that an arrow names; where more lead the same way it tells their number."""

_MERMAID = {
    Shape.STAGE: ("([", "])"),
    Shape.FINAL: ("[[", "]]"),
    Shape.BEAT: ("[", "]"),
    Shape.ALONE: ("[/", "/]"),
    Shape.OBJECTION: ("{{", "}}"),
    Shape.ENDING: ("([", "])"),
}
_DOT = {
    Shape.STAGE: "oval",
    Shape.FINAL: "doubleoctagon",
    Shape.BEAT: "box",
    Shape.ALONE: "parallelogram",
    Shape.OBJECTION: "hexagon",
    Shape.ENDING: "oval",
}


def mermaid(parts: Sequence[tuple[str, Graph]]) -> str:
    """Graphs as one Mermaid flow chart, each in a frame of its own with its title."""
    lines = ["flowchart TD"]
    for number, (title, graph) in enumerate(parts):
        lines.append(f'  subgraph part{number}["{title}"]')
        lines += [f"    {_key(number, node.id)}{_shaped(node)}" for node in graph.nodes]
        for arrow in graph.arrows:
            label = f"|{_label(arrow)}|" if _label(arrow) else ""
            lines.append(f"    {_key(number, arrow.source)} -->{label} {_key(number, arrow.target)}")
        lines.append("  end")
    return "\n".join(lines)


def dot(parts: Sequence[tuple[str, Graph]]) -> str:
    """Graphs as one DOT file, each in a cluster of its own with its title."""
    lines = ["digraph scenario {", '  node [fontname="sans-serif"];']
    for number, (title, graph) in enumerate(parts):
        lines += [f"  subgraph cluster_{number} {{", f"    label={_quoted(title)};"]
        for node in graph.nodes:
            lines.append(
                f"    {_key(number, node.id)} [label={_quoted(_text(node))}, shape={_DOT[node.shape]}];"
            )
        for arrow in graph.arrows:
            label = f" [label={_quoted(_label(arrow))}]" if _label(arrow) else ""
            lines.append(f"    {_key(number, arrow.source)} -> {_key(number, arrow.target)}{label};")
        lines.append("  }")
    return "\n".join([*lines, "}"])


def _key(number: int, node: str) -> str:
    """A name that neither language takes for a word of its own."""
    return f"n{number}_" + "".join(
        letter if letter.isalnum() and letter.isascii() else "_" for letter in node
    )


def _shaped(node: Node) -> str:
    opening, closing = _MERMAID[node.shape]
    return f'{opening}"{_text(node)}"{closing}'


def _text(node: Node) -> str:
    return f"{node.id} ({node.lines})" if node.lines else node.id


def _label(arrow: Arrow) -> str:
    """What leads along an arrow, short enough to be read on it."""
    if arrow.count:
        return str(arrow.count)
    return (
        ", ".join(arrow.by)
        if len(arrow.by) <= MOST_NAMED and all(len(b) < 24 for b in arrow.by)
        else (f"{len(arrow.by)} ×")
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
