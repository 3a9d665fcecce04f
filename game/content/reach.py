"""Which beats can follow which, whatever the conditions: what is out of reach even so is never seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from game.content import schema
from game.content.document import Document
from game.engine.scenario import MOST_OFFERS

Ways = Mapping[str, frozenset[str]]
"""For every beat the beats that may come next."""


def tell_reach(document: Document) -> None:
    """Notes beats that nothing leads to (SC429) and lines behind four that are always on offer (SC232)."""
    model = document.model
    if not model.beats or not document.sound("beats", "lines", "replies", "then", "when", "objection"):
        return
    ways = _ways(model.beats)
    first = next(iter(model.beats))
    voiced = [name for name, beat in model.beats.items() if beat.objection is not None]
    met = _reached(ways, [first, *voiced])
    for name, beat in model.beats.items():
        if name not in met:
            document.tell_key("SC429", ("beats", name), name=name)
        elif beat.objection is None and name not in _reached(ways, ways[name]):
            for line in [each for each, said in beat.lines.items() if not said.when][MOST_OFFERS:]:
                document.tell_key("SC232", ("beats", name, "lines", line), name=line)


def _reached(ways: Ways, begun: Iterable[str]) -> set[str]:
    """Every beat that can be come to from some beats, these included."""
    met: set[str] = set()
    waiting = list(begun)
    while waiting:
        name = waiting.pop()
        if name not in met:
            met.add(name)
            waiting += ways.get(name, ())
    return met


def _ways(beats: Mapping[str, schema.Beat]) -> Ways:
    """The beats that may come after each; from an objection one comes back to where one would have gone."""
    names = list(beats)
    following = dict(zip(names, [*names[1:], None], strict=True))
    ways: dict[str, frozenset[str]] = {}
    for name, beat in beats.items():
        leads: set[str | None] = set()
        for line in beat.lines.values():
            leads.update(_after(line, beat, following[name]))
        if _may_be_passed_over(beat):
            leads.add(following[name])
        ways[name] = frozenset(lead for lead in leads if lead is not None and lead in beats)
    # A beat that one comes back to may have no line left, and is passed over then.
    for name in names:
        after = following[name]
        if after is not None and name in _reached(ways, ways[name]):
            ways[name] |= {after}
    return ways


def _after(line: schema.Line, beat: schema.Beat, following: str | None) -> set[str | None]:
    """Where a line may lead: by its reply, by itself, by its beat, or on."""
    usual = line.then or beat.then or following
    replies: Sequence[schema.Reply] = (*line.replies, *beat.replies)
    leads: set[str | None] = set()
    for reply in replies:
        leads.add(reply.then or usual)
        if not reply.when:
            return leads
    return leads | {usual}


def _may_be_passed_over(beat: schema.Beat) -> bool:
    """Whether one may find this beat closed, or nothing on offer in it, at the first visit."""
    guarded = all(line.when for line in beat.lines.values())
    return bool(beat.when) or beat.objection is not None or guarded
