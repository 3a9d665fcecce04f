"""Skeletons of scenarios from what others have written: Twee 3 and plain dialogue.

What a conversation is made of here (what a line does, who the customer is, what is true) stands in neither;
such places are marked with a remark that says what is to be done.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from game.authoring.twee_macros import told_in
from game.language.locale import Locale

TO_DO = "# ..."
"""Begins every remark about something that is missing."""

MOST_LINES = 4
_PASSAGE = re.compile(
    r"^::[ \t]*(?P<name>[^\[\{\n]+?)[ \t]*(?:\[[^\]\n]*\])?[ \t]*(?:\{[^\n]*\})?[ \t]*$", re.MULTILINE
)
_SPEAKER = re.compile(r"^\s*(?P<name>[^:：\n]{1,30})[:：]\s*(?P<text>\S.*)$")
_SPECIAL = frozenset(
    {
        *("StoryTitle", "StoryData", "StoryInit", "StoryCaption", "StoryMenu", "StoryAuthor", "StoryBanner"),
        *("StoryInterface", "StorySubtitle", "PassageHeader", "PassageFooter", "PassageReady", "PassageDone"),
        *("UserScript", "UserStylesheet", "Story JavaScript", "Story Stylesheet"),
    }
)
_UNSEEN = re.compile(r"\[[^\]\n]*\b(?:script|stylesheet|widget)\b[^\]\n]*\]")
"""Tags of passages that hold no story."""


class SkeletonFault(ValueError):
    """There is nothing in a file that a scenario could be made of."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be said, and the passage it leads to (empty: the next one).

    `answer` is what comes right behind it; `bound` says that it hung on a condition.
    """

    text: str
    target: str = ""
    answer: str = ""
    bound: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A moment: what is told, and what can be said.

    `bound`: some of it hung on conditions; `lost`: what stood there and could not be carried out.
    """

    name: str
    text: str
    choices: tuple[Choice, ...]
    bound: bool = False
    lost: tuple[str, ...] = ()


def from_twee(text: str) -> tuple[str, tuple[Passage, ...]]:
    """Title and passages of a story in Twee 3.

    Raises:
        SkeletonFault: it has no passage.
    """
    heads = list(_PASSAGE.finditer(text))
    title, passages = "", []
    for head, following in zip_longest(heads, heads[1:]):
        body = text[head.end() : following.start() if following else len(text)].strip()
        name = head["name"].strip()
        if name == "StoryTitle":
            title = body
        if name in _SPECIAL or _UNSEEN.search(head[0]):
            continue
        told = told_in(body)
        choices = tuple(_choice(link.inside, link.bound) for link in told.links)
        passages.append(Passage(name, told.text, choices, told.bound, tuple(told.lost)))
    if not passages:
        raise SkeletonFault("no passage")
    return title or passages[0].name, tuple(passages)


def from_dialogue(text: str) -> tuple[str, tuple[Passage, ...]]:
    """Title and passages of plain dialogue (`A: Good morning.`); who speaks first is the player.

    Raises:
        SkeletonFault: nobody speaks in it.
    """
    spoken = [found for line in text.splitlines() if (found := _SPEAKER.match(line))]
    if not spoken:
        raise SkeletonFault("nobody speaks")
    player = spoken[0]["name"].strip()
    passages: list[Passage] = []
    heard = ""
    for found in spoken:
        if found["name"].strip() == player:
            passages.append(Passage(f"moment {len(passages) + 1}", heard, (Choice(found["text"].strip()),)))
            heard = ""
        else:
            heard = f"{heard} {found['text'].strip()}".strip()
    if heard:
        passages.append(Passage("end", heard, ()))
    return player, tuple(passages)


def skeleton(name: str, title: str, passages: Sequence[Passage], locale: Locale) -> str:
    """The text of a scenario file that can be read, with remarks where something is missing."""
    if not any(passage.choices for passage in passages):  # nobody can say anything: a place to begin
        passages = (Passage("first", "", (Choice("…", passages[0].name),)), *passages)
    ids = _ids([passage.name for passage in passages])
    said = _quoted
    code = locale.value
    beats = [passage for passage in passages if passage.choices]
    endings = [passage for passage in passages if not passage.choices]
    lines = [
        f"{TO_DO} who is met, and what is hidden (rapport guide, scenarios/README.md)",
        "rapport: 1",
        f"id: {name}",
        f"languages: [{code}]",
        f"title: {{{code}: {said(title)}}}",
        f"customer: {{{code}: {said('…')}, disc: D25 I25 S25 C25, hidden: {{trust: 30..45}}}}",
        "beats:",
    ]
    used: dict[str, int] = {}
    for at, passage in enumerate(beats):
        lines += [f"{TO_DO} what is told here hung on conditions; one branch is taken"] * passage.bound
        lines += [f"{TO_DO} left out here: {', '.join(passage.lost)}"] * bool(passage.lost)
        lines += [
            f"  {ids[passage.name]}:",
            *([f"    {code}: {said(passage.text)}"] if passage.text else []),
            "    lines:",
        ]
        for choice in passage.choices[:MOST_LINES]:
            lines += _line(choice, ids, used, code)
        if len(passage.choices) > MOST_LINES:
            left = len(passage.choices) - MOST_LINES
            lines.append(
                f"{TO_DO} {left} more choices are left out: at most {MOST_LINES} are on offer at once"
            )
        answered = any(choice.answer for choice in passage.choices)
        following = beats[at + 1].text if at + 1 < len(beats) and not answered else ""
        lines += [
            "    replies:",
            f"{TO_DO} what is answered, and when",
            f"      - {{{code}: {said(following or '…')}}}",
        ]
    lines.append("endings:")
    for passage in endings:
        lines += [f"{TO_DO} left out here: {', '.join(passage.lost)}"] * bool(passage.lost)
        lines.append(
            f"  {ids[passage.name]}: {{stage: interest, {code}: {said(passage.text or passage.name)}}}"
        )
    if not endings:
        lines.append(f"  the-end: {{stage: interest, {code}: {said('…')}}}")
    return "\n".join(lines) + "\n"


def _line(choice: Choice, ids: Mapping[str, str], used: dict[str, int], code: str) -> list[str]:
    name = _slug(choice.text) or "line"
    used[name] = used.get(name, 0) + 1
    key = name if used[name] == 1 else f"{name}-{used[name]}"
    then = [f"        then: {ids[choice.target]}"] if choice.target in ids else []
    bound = [f"        {TO_DO} it hung on a condition: when: [...]"] if choice.bound else []
    answer = [f"        replies: [{{{code}: {_quoted(choice.answer)}}}]"] if choice.answer else []
    return [
        f"      say-{key}:",
        f"        {code}: {_quoted(choice.text or '…')}",
        f"        does: [open-aim]  {TO_DO} what this line does (rapport guide tactics)",
        *bound,
        *then,
        *answer,
    ]


def _choice(inside: str, bound: bool = False) -> Choice:
    """What stands in a link: `text->target`, `text|target`, `target<-text`, or a target alone."""
    for sign, text_first in (("->", True), ("<-", False), ("|", True)):
        left, found, right = inside.partition(sign)
        if found:
            text, target = (left, right) if text_first else (right, left)
            return Choice(" ".join(text.split()), target.strip(), bound=bound)
    return Choice(" ".join(inside.split()), inside.strip(), bound=bound)


def _ids(names: Sequence[str]) -> dict[str, str]:
    """An id of its own for every name."""
    found: dict[str, str] = {}
    for at, name in enumerate(names, start=1):
        slug = f"at-{_slug(name) or at}"
        while slug in found.values():
            slug = f"{slug}-{at}"
        found.setdefault(name, slug)
    return found


def _slug(text: str) -> str:
    """A few small words of a text, joined by hyphens; empty where it has no Latin letters."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower())[:4])[:40]


def _quoted(text: str) -> str:
    return json.dumps(text.replace("{", "(").replace("}", ")"), ensure_ascii=False)
