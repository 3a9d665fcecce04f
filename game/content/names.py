"""Every id that a document defines, by kind; the ones whose contents are faulty too."""

from __future__ import annotations

from game.content.conditions import MOMENTS, RESISTANCES
from game.content.document import Document
from game.content.places import Kind, Place, Places
from game.content.yaml_tree import ListNode, MapNode, Node, Path, at
from game.engine import terms

CUSTOMER = terms.CUSTOMER
"""The id of the first person."""

_FIELDS = {
    Kind.PERSON: "people",
    Kind.SCENE: "scenes",
    Kind.FACT: "facts",
    Kind.PROMISE: "promises",
    Kind.OBJECTION: "objections",
    Kind.SECRET: "secrets",
    Kind.ASK: "asks",
    Kind.BEAT: "beats",
    Kind.ENDING: "endings",
}


class Names:
    """What is defined where.

    Attributes:
        document: The document the names are from.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._nodes: dict[Kind, dict[str, Node]] = {kind: {} for kind in Kind}
        for kind, field in _FIELDS.items():
            self._nodes[kind].update(self._keys((field,)))
        customer = at(document.root, (CUSTOMER,))
        if customer is not None:
            self._nodes[Kind.PERSON].setdefault(CUSTOMER, document.key((CUSTOMER,)))
        self._nodes[Kind.FIELD].update(self._keys(()))
        self._nodes[Kind.CRITERION].update(self._keys(("rubric", "criteria")))
        self._collect_beats()
        self._collect_list(Kind.EPILOGUE, "epilogue", ("epilogue",))
        for beat in document.model.beats.values():
            for line in beat.lines.values():
                if line.asks:
                    self._nodes[Kind.ASK].setdefault(line.asks, document.root)

    def _keys(self, path: Path) -> dict[str, Node]:
        node = at(self.document.root, path)
        return dict(node.keys) if isinstance(node, MapNode) else {}

    def _collect_beats(self) -> None:
        for beat in self._nodes[Kind.BEAT]:
            path: Path = ("beats", beat)
            self._collect_list(Kind.REPLY, f"{beat}/says", (*path, "says"))
            self._collect_list(Kind.REPLY, beat, (*path, "replies"))
            self._collect_list(Kind.THOUGHT, f"{beat}/thought", (*path, "thoughts"))
            for line, node in self._keys((*path, "lines")).items():
                first = self._nodes[Kind.LINE].setdefault(line, node)
                if first is not node:
                    self._tell_twice(line, (*path, "lines", line), Kind.LINE, first)
                    continue
                there: Path = (*path, "lines", line)
                self._collect_list(Kind.REPLY, line, (*there, "replies"))
                self._collect_list(Kind.THOUGHT, f"{line}/thought", (*there, "thoughts"))

    def _collect_list(self, kind: Kind, stem: str, path: Path) -> None:
        node = at(self.document.root, path)
        for index, item in enumerate(node.items if isinstance(node, ListNode) else (), start=1):
            self._nodes[kind][f"{stem}/{index}"] = item

    def of(self, kind: Kind) -> dict[str, Node]:
        """The ids of one kind with where they are defined."""
        return self._nodes[kind]

    def tell_clashes(self) -> None:
        """Notes ids that cannot be told apart (SC412) or that mean something else (SC425)."""
        for name, node in self.of(Kind.LINE).items():
            if name in self.of(Kind.BEAT):
                self._tell_at("SC412", node, name, Kind.BEAT, self.of(Kind.BEAT)[name])
        for name, node in self.of(Kind.ENDING).items():
            if name in self.of(Kind.BEAT):
                self._tell_at("SC412", node, name, Kind.BEAT, self.of(Kind.BEAT)[name])
        for kind, reserved in (
            (Kind.SECRET, RESISTANCES.keys()),
            (Kind.LINE, MOMENTS.keys()),
            (Kind.PERSON, {CUSTOMER}),
        ):
            for name in reserved & self._written(kind):
                node = self._keys(("people",))[name] if kind is Kind.PERSON else self.of(kind)[name]
                self.document.findings.add("SC425", node.line, node.column, name=name)
        self._tell_second_beats()

    def _written(self, kind: Kind) -> set[str]:
        return set(self._keys(("people",))) if kind is Kind.PERSON else set(self.of(kind))

    def _tell_second_beats(self) -> None:
        first: dict[str, Node] = {}
        for beat_id, beat in self.document.model.beats.items():
            if beat.objection is None:
                continue
            path = ("beats", beat_id, "objection")
            node = self.document.key(path)
            before = first.setdefault(beat.objection.word, node)
            if before is not node:
                self.document.tell("SC426", path, name=beat.objection.word, line=before.line)

    def _tell_twice(self, name: str, path: Path, kind: Kind, first: Node) -> None:
        self.document.tell_key("SC412", path, name=name, kind=kind.words, line=first.line)

    def _tell_at(self, code: str, node: Node, name: str, kind: Kind, first: Node) -> None:
        self.document.findings.add(code, node.line, node.column, name=name, kind=kind.words, line=first.line)

    def places(self) -> Places:
        """The side table that goes with the scenario."""
        file = self.document.findings.file
        return Places(
            {
                (kind, name): Place(file, node.line, node.column)
                for kind, nodes in self._nodes.items()
                for name, node in nodes.items()
                if node is not self.document.root
            }
        )
