"""What stands in a passage of Twee besides words and links: macros of SugarCube and Harlowe.

None of them can be carried out here. Of a condition the first branch is told, and what can be chosen in any
branch is kept and marked; what else a macro would do is left out and named, so that an author can look for
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_MACRO = re.compile(
    r"""<<(?P<close>/?)(?P<name>[A-Za-z][\w-]*|[=-])(?P<words>(?:"[^"\n]*"|'[^'\n]*'|[^>"']|>(?!>))*)>>"""
)
_HARLOWE = re.compile(
    r"""\((?P<name>[a-z][a-z-]*):(?P<words>(?:"[^"\n]*"|'[^'\n]*'|[^()"'])*)\)(?:\[(?P<hook>[^\[\]]*)\])?"""
)
_LINK = re.compile(r"\[\[(?P<inside>[^\[\]]+)\](?:\[[^\]]*\])?\]")
_REMARK = re.compile(r"<!--.*?-->|/\*.*?\*/|/%.*?%/", re.DOTALL)
_PICTURE = re.compile(r"\[(?:img|<img|>img)\[[^\]]*\](?:\[[^\]]*\])*\]", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_STYLE = re.compile(r"''|//|(?<!_)__(?!_)|~~|\^\^")
_VARIABLE = re.compile(r"(?<![\w$])[$_][A-Za-z]\w*(?:\.\w+|\[[^\]]*\])*")
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")

_BRANCHES = frozenset({"if", "switch", "unless"})
_NEXT = frozenset({"else", "elseif", "case", "default"})
_BUTTONS = frozenset({"link", "button", "click", "linkappend", "linkprepend", "linkreplace", "actions"})
_GOES = frozenset({"goto", "return", "back"})
_DROPPED = frozenset({"script", "silently", "silent", "widget", "style"})
_HARLOWE_BRANCHES = frozenset({"if", "unless", "else", "else-if"})
_HARLOWE_LINKS = frozenset({"link-goto", "link-reveal-goto"})


@dataclass(frozen=True, slots=True)
class Link:
    """Something to choose, as it stands in the brackets of Twee; `bound`: it hung on a condition."""

    inside: str
    bound: bool = False


@dataclass(slots=True)
class Told:
    """What a passage tells: its words, its links, and the macros whose doing is missing."""

    text: str = ""
    links: list[Link] = field(default_factory=list)
    bound: bool = False
    lost: list[str] = field(default_factory=list)

    def lose(self, name: str) -> None:
        """Note something that cannot be carried out."""
        if name not in self.lost:
            self.lost.append(name)


def told_in(body: str) -> Told:
    """The words and links of a passage, whatever macros stand between them; it never fails."""
    told = Told()
    pieces = [_spoken(piece, told) for piece in _shown(_PICTURE.sub("", _REMARK.sub("", body)), told)]
    told.text = " ".join("".join(pieces).split())
    return told


def _shown(body: str, told: Told) -> Iterator[tuple[str, bool]]:
    """The pieces between the macros of SugarCube: the text, and whether it is read out."""
    branches: list[int] = []  # which branch of each open condition this is
    hidden: list[str] = []  # open macros whose inside is never read out
    button: Link | None = None
    at = 0
    for macro in _MACRO.finditer(body):
        if _DROPPED.isdisjoint(hidden):
            yield body[at : macro.start()], not hidden and not any(branches)
        at = macro.end()
        name, words = macro["name"].lower(), macro["words"].strip()
        if macro["close"]:
            if name in _BRANCHES and branches:
                branches.pop()
            elif hidden and hidden[-1] == name:
                hidden.pop()
                if button is not None and name in _BUTTONS:
                    told.links.append(button)
                    button = None
        elif name in _BRANCHES:
            branches.append(1 if name == "switch" else 0)
            told.bound = True
        elif name in _NEXT and branches:
            branches[-1] = 0 if name == "case" and branches[-1] == 1 else 2
        elif name in _BUTTONS:
            button = _button(words, bool(branches))
            hidden.append(name)
        elif name in _GOES and button is not None and "->" not in button.inside:
            button = Link(f"{button.inside}->{_first(words)}", button.bound)
        elif name in _DROPPED:
            hidden.append(name)
            told.lose(f"<<{name}>>")
        elif name != "nobr":
            told.lose(f"<<{name}>>")
    if button is not None:
        told.links.append(button)
    if _DROPPED.isdisjoint(hidden):
        yield body[at:], not hidden and not any(branches)


def _spoken(piece: tuple[str, bool], told: Told) -> str:
    """The words of a piece; its links are noted, also where it is not read out."""
    text, heard = piece

    def harlowe(found: re.Match[str]) -> str:
        if found["name"] in _HARLOWE_LINKS:
            said, target = (*_quoted(found["words"]), "", "")[:2]
            told.links.append(Link(f"{said}->{target or said}", not heard))
            return ""
        told.bound = told.bound or found["name"] in _HARLOWE_BRANCHES
        told.lose(f"({found['name']}:)")
        return "" if found["name"] in {"else", "else-if"} else found["hook"] or ""

    def linked(found: re.Match[str]) -> str:
        told.links.append(Link(found["inside"], not heard))
        return ""

    text = _HARLOWE.sub(harlowe, _LINK.sub(linked, text))
    if not heard:
        return ""
    for found in _VARIABLE.finditer(text):
        told.lose(found[0])
    return _STYLE.sub("", _TAG.sub("", _VARIABLE.sub("…", text))).replace("\\\n", " ")


def _button(words: str, bound: bool) -> Link:
    """The link of a macro such as `<<link "Go on" "Hall">>` or `<<link [[Go on|Hall]]>>`."""
    link = _LINK.search(words)
    if link is not None:
        return Link(link["inside"], bound)
    said = _quoted(words)
    return Link("->".join(said[:2]) if said else words or "…", bound)


def _quoted(words: str) -> list[str]:
    return [found[1] or found[2] or "" for found in _QUOTED.finditer(words)]


def _first(words: str) -> str:
    return (_quoted(words) or [words.strip("[] ")])[0]
