"""A story compiled from ink as a tree of containers, in which every path finds its place.

The form is the one that inklecate and inkjs write (`inkVersion` 19 to 21): a container is an array whose last
entry is null or an object with named content, its own name `#n` and flags `#f`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

VERSIONS = range(17, 23)
DEEPEST = 120
ECHO = "s"
"""The name of what holds a choice's own words, which are said again when it is taken."""


class InkFault(ValueError):
    """A file is no compiled ink story, or one of a version that is not known."""


@dataclass(eq=False, slots=True)
class Container:
    """A piece of a story: what happens one after the other, and what is reached by name only."""

    parent: Container | None = None
    name: str = ""
    index: int | None = None  # in the parent's content; None where it is reached by name only
    content: list[Any] = field(default_factory=list)
    named: dict[str, Container] = field(default_factory=dict)

    def inside(self, other: Container) -> bool:
        """Whether it is another one or lies within it."""
        here: Container | None = self
        while here is not None and here is not other:
            here = here.parent
        return here is other

    @property
    def title(self) -> str:
        """Its path by names that an author gave: knots and stitches."""
        names: list[str] = []
        here: Container | None = self
        while here is not None:
            inner = here.name[:2] in {"c-", "g-"} or here.name in {ECHO, "b"} or here.name.startswith("$")
            if here.name and not inner:
                names.append(here.name)
            here = here.parent
        return " ".join(reversed(names))


Spot = tuple[Container, int]
"""A place in a story: a container and what comes next in it."""


def read_ink(text: str) -> Container:
    """The root of a compiled story.

    Raises:
        InkFault: it is none.
    """
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as fault:
        raise InkFault("no JSON") from fault
    version = data.get("inkVersion") if isinstance(data, dict) else None
    if not isinstance(version, int) or version not in VERSIONS or not isinstance(data.get("root"), list):
        raise InkFault("no ink")
    return _container(data["root"], None, "", None, 0)


def _container(
    data: list[Any], parent: Container | None, name: str, index: int | None, depth: int
) -> Container:
    if depth > DEEPEST or not data:
        raise InkFault("too deep" if data else "empty container")
    *content, last = data
    made = Container(parent, name, index)
    extra = last if isinstance(last, dict) else {}
    made.name = str(extra.get("#n", name))
    for number, item in enumerate(content):
        made.content.append(_container(item, made, "", number, depth + 1) if isinstance(item, list) else item)
    for key, item in extra.items():
        if isinstance(item, list):
            made.named[key] = _container(item, made, key, None, depth + 1)
    return made


def resolve(root: Container, here: Container, path: str) -> Spot | None:
    """The place that a path leads to, from the container that it stands in; None where there is none."""
    relative = path.startswith(".")
    parts = path.lstrip(".").split(".")
    at: Any = here if relative else root
    if relative and parts and parts[0] == "^":
        parts = parts[1:]  # from the object to the container it stands in
    for number, part in enumerate(parts):
        if not isinstance(at, Container):
            return None
        if part == "^":
            at = at.parent
        elif part.isdecimal() and len(part) < 9:
            if int(part) > len(at.content):
                return None
            below = at.content[int(part)] if int(part) < len(at.content) else None
            if not isinstance(below, Container):
                return (at, int(part)) if number == len(parts) - 1 else None
            at = below
        else:
            inner = (item for item in at.content if isinstance(item, Container) and item.name == part)
            at = at.named.get(part) or next(inner, None)
    return (at, 0) if isinstance(at, Container) else None
