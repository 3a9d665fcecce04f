"""The passages of a story compiled from ink: followed from its beginning, choice by choice.

Nothing is computed: of a condition the first branch is taken, and what is asked of variables stays open. What
comes right behind a choice is its answer; what follows where choices meet again belongs to the next passage.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from game.authoring.ink_tree import ECHO, Container, InkFault, Spot, read_ink, resolve
from game.authoring.skeletons import Choice, Passage

MOST_STEPS = 2_000
"""Pieces of a story that are looked at from one choice to the next; a story that runs longer is cut."""

MOST_PASSAGES = 200
_CONDITIONAL, _SAID, _INVISIBLE, _HIDDEN_WORDS = 1, 2, 8, 4
_TITLE = "title:"


class _Text(str):
    """Words that were put together for a choice, as against what a variable holds."""

    __slots__ = ()


@dataclass(slots=True)
class _Offer:
    """A choice as it was met."""

    text: str
    said: bool
    conditional: bool
    invisible: bool
    target: Spot


@dataclass(slots=True)
class _Walk:
    """What was told and offered from one place up to where the player must choose."""

    root: Container
    begun: Container
    answer: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    offers: list[_Offer] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    stack: list[Any] = field(default_factory=list)
    strings: list[list[str]] = field(default_factory=list)
    back: list[Spot] = field(default_factory=list)
    variables: dict[str, Any] = field(default_factory=dict)
    left: bool = False
    tagging: bool = False
    bound: bool = False  # a condition was met; its first branch was taken
    title: str = ""

    def follow(self, start: Spot) -> None:
        """Goes on from a place until the player must choose, or it is over."""
        spot: Spot | None = start
        evaluating = False
        for _ in range(MOST_STEPS):
            if spot is None:
                break
            here, number = spot
            self.left = self.left or not (here.inside(self.begun) or here.name == ECHO)
            self.title = here.title or self.title
            if number >= len(here.content):
                spot = self._after(here)
                continue
            item, spot = here.content[number], (here, number + 1)
            if isinstance(item, Container):
                spot = (item, 0)
            elif item in ("ev", "/ev"):
                evaluating = item == "ev"
                if evaluating and not self.strings:
                    self.stack.clear()
            elif isinstance(item, str):
                if item in ("done", "end"):
                    break
                spot = self._word(item, spot)
            elif isinstance(item, dict):
                spot = self._object(item, here, spot)
            elif evaluating:
                self.stack.append(item)

    def _after(self, here: Container) -> Spot | None:
        """Behind the end of a container."""
        if here.parent is not None and here.index is not None:
            return here.parent, here.index + 1
        return self.back.pop() if self.back else None

    def _word(self, item: str, following: Spot) -> Spot | None:
        """Text, or a command."""
        if item.startswith("^") or item == "\n":
            self._tell(item[1:] if item[0] == "^" else item)
        elif item == "str":
            self.strings.append([])
        elif item == "/str" and self.strings:
            self.stack.append(_Text("".join(self.strings.pop())))
        elif item == "out" and self.stack:
            self._tell(str(self.stack.pop()))
        elif item == "#":
            self.tagging = True
            self.tags.append("")
        elif item == "/#":
            self.tagging = False
        elif item in ("->->", "~ret"):
            return self.back.pop() if self.back else None
        return following

    def _tell(self, text: str) -> None:
        if self.tagging:
            self.tags[-1] += text
        elif self.strings:
            self.strings[-1].append(text)
        else:
            (self.told if self.left else self.answer).append(text)

    def _object(self, item: dict[str, Any], here: Container, following: Spot) -> Spot | None:
        """A way to another place, a choice, or a variable."""
        if "*" in item:
            flags = item.get("flg")
            self._offer(resolve(self.root, here, str(item["*"])), flags if isinstance(flags, int) else 0)
        elif "->" in item or "->t->" in item or "f()" in item:
            if "->t->" in item or "f()" in item:
                self.back.append(following)
            self.bound = self.bound or bool(item.get("c"))
            path = item.get("->") or item.get("->t->") or item.get("f()")
            if item.get("var"):
                path = self.variables.get(str(path))
                return path if isinstance(path, tuple) else following
            return resolve(self.root, here, str(path)) or following
        elif "^->" in item:
            self.stack.append(resolve(self.root, here, str(item["^->"])))
        elif "temp=" in item or "VAR=" in item:
            name = str(item.get("temp=") or item.get("VAR="))
            self.variables[name] = self.stack.pop() if self.stack else None
        elif "VAR?" in item:
            self.stack.append(f"({item['VAR?']})")
        elif "CNT?" in item or "x()" in item:
            self.stack.append("…")
        return following

    def _offer(self, target: Spot | None, flags: int) -> None:
        count = bool(flags & _SAID) + bool(flags & _HIDDEN_WORDS)
        words = [item for item in self.stack if isinstance(item, _Text)][:count]
        self.stack.clear()
        if target is not None:
            text = _flat("".join(words))
            self.offers.append(
                _Offer(
                    text, bool(flags & _SAID), bool(flags & _CONDITIONAL), bool(flags & _INVISIBLE), target
                )
            )


def from_ink(text: str) -> tuple[str, tuple[Passage, ...]]:
    """Title and passages of a story compiled from ink; the title is empty where it has no `# title:`.

    Raises:
        InkFault: it is no such story, or nothing is told in it.
    """
    root = read_ink(text)
    found: dict[tuple[int, ...], Passage] = {}
    names: dict[tuple[int, ...], str] = {}
    waiting: list[tuple[_Walk, tuple[int, ...]]] = []
    first = _landed(root, (root, 0))
    name = _named(first, names, found, waiting)
    while waiting and len(found) < MOST_PASSAGES:
        walk, key = waiting.pop(0)
        choices = []
        for offer in walk.offers:
            if offer.invisible or not offer.text:
                continue
            after = _landed(root, offer.target)
            answer = _answer(offer, after)
            choices.append(
                Choice(offer.text, _named(after, names, found, waiting), answer, offer.conditional)
            )
        found[key] = Passage(names[key], _flat("".join(walk.told)), tuple(choices), walk.bound)
    passages = tuple(found.values())
    if not name or not any(passage.text or passage.choices for passage in passages):
        raise InkFault("nothing is told")
    title = next(
        (tag.strip()[len(_TITLE) :].strip() for tag in first.tags if tag.strip().startswith(_TITLE)), ""
    )
    return title, passages


def _landed(root: Container, start: Spot) -> _Walk:
    """From a place to the next choices; a choice that nobody sees is taken where there is no other."""
    walk = _Walk(root, start[0], left=start[0] is root)
    walk.follow(start)
    for _ in range(20):
        unseen = [offer for offer in walk.offers if offer.invisible]
        if len(unseen) != len(walk.offers) or not unseen:
            break
        walk.offers = []
        walk.left = True
        walk.follow(unseen[0].target)
    return walk


def _named(
    walk: _Walk,
    names: dict[tuple[int, ...], str],
    found: dict[tuple[int, ...], Passage],
    waiting: list[tuple[_Walk, tuple[int, ...]]],
) -> str:
    """The name of the passage that a walk has come to; a new one waits to be gone through."""
    told = _flat("".join(walk.told))
    offered = [offer for offer in walk.offers if not offer.invisible]
    key = tuple(id(offer.target[0]) for offer in offered) or (hash((walk.title, told)),)
    if key not in names:
        title = walk.title or f"moment {len(names) + 1}"
        name, number = title, 2
        while name in names.values():
            name, number = f"{title} {number}", number + 1
        names[key] = name
        found[key] = Passage(name, told or ("" if offered else _flat("".join(walk.answer))), (), walk.bound)
        if offered:
            waiting.append((walk, key))
    return names[key]


def _answer(offer: _Offer, after: _Walk) -> str:
    """What follows a choice, without the choice itself said again."""
    lines = [line for line in map(_flat, "".join(after.answer).split("\n")) if line]
    if lines and offer.said and _same_beginning(lines[0], offer.text):
        lines = lines[1:]
    return " ".join(lines)


def _same_beginning(line: str, text: str) -> bool:
    """Whether a line says what was chosen: signs at the end may differ."""
    letters = list(_letters(text))
    return list(_letters(line))[: len(letters)] == letters


def _letters(text: str) -> Iterator[str]:
    return (sign.lower() for sign in text if sign.isalnum())


def _flat(text: str) -> str:
    return " ".join(text.split())
