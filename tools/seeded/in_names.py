"""Faults of names: what is called by a name that nothing has, and what has a name and is never called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from tools.seeded.kinds import kind
from tools.seeded.page import Page, Planted, picked, typo

UNHEARD = ("one-day-more", "up-on-the-roof", "some-other-time", "by-the-river")
"""Names that no scenario has."""


def misspelt(page: Page, chance: Random, pattern: str) -> Planted | None:
    """A typo in the first group of a pattern that fits a whole line."""
    at = picked(chance, page.found(pattern))
    if at is None:
        return None
    found = re.fullmatch(pattern, page.lines[at])
    assert found is not None
    line = page.lines[at]
    return page.planted({at: line[: found.start(1)] + typo(found[1], chance) + line[found.end(1) :]})


def taken_out(
    page: Page, chance: Random, section: str, used: str, keep: Sequence[str] = ()
) -> Planted | None:
    """Every use of one name is deleted; the place to look at is where the name is defined.

    Args:
        page: the page.
        chance: which name.
        section: where names are defined.
        used: a pattern with `NAME` for lines that use it.
        keep: patterns with `NAME`: a name that also stands in such a line is not chosen.
    """
    sites = []
    for name, first, _ in page.entries(section):
        uses = page.found(used.replace("NAME", re.escape(name)))
        other = any(page.found(pattern.replace("NAME", re.escape(name))) for pattern in keep)
        if uses and not other:
            sites.append((name, first, uses))
    if not sites:
        return None
    name, first, uses = chance.choice(sites)
    return page.planted(
        {at: [] for at in uses}, first, note=f"{name}: no {used.strip().split(':')[0].strip()}"
    )


@kind("names", "then to nowhere", "SC401")
def then_to_nowhere(page: Page, chance: Random) -> Planted | None:
    """A reply leads to a beat or an ending that is misspelt."""
    return misspelt(page, chance, r" +then: ([\w-]+)")


@kind("names", "unknown line", "SC402")
def unknown_line(page: Page, chance: Random) -> Planted | None:
    """A condition asks for a line that is misspelt."""
    return misspelt(page, chance, r".*when: \[.*said ([\w-]{5,}).*\]")


@kind("names", "unknown secret", "SC403")
def unknown_secret(page: Page, chance: Random) -> Planted | None:
    """A line asks about a secret that is misspelt, or a condition does."""
    return misspelt(page, chance, r"(?: +asks-about: |.*when: \[.*told )([\w-]{4,}).*")


@kind("names", "unknown fact", "SC404")
def unknown_fact(page: Page, chance: Random) -> Planted | None:
    """A line claims a fact that is misspelt."""
    return misspelt(page, chance, r" +claims: ([\w-]{4,})")


@kind("names", "deleted fact", "SC404")
def deleted_fact(page: Page, chance: Random) -> Planted | None:
    """A fact was deleted that lines still claim."""
    sites = []
    for name, first, end in page.entries("facts"):
        uses = page.found(rf" +claims: {re.escape(name)}")
        if uses:
            sites.append((name, first, end, uses))
    if not sites:
        return None
    name, first, end, uses = chance.choice(sites)
    return page.planted({at: [] for at in range(first, end)}, *uses, note=f"fact {name} deleted")


@kind("names", "unknown promise", "SC405")
def unknown_promise(page: Page, chance: Random) -> Planted | None:
    """A line makes or keeps a promise that is misspelt."""
    return misspelt(page, chance, r" {8}(?:keeps|promises): ([\w-]{4,})")


@kind("names", "unknown objection", "SC205 SC406 SC509")
def unknown_objection(page: Page, chance: Random) -> Planted | None:
    """A beat or a condition names an objection that is misspelt."""
    return misspelt(
        page, chance, r"(?: {4}objection: |.*when: \[.*(?:acknowledged|probed|solved) )([\w-]{4,}).*"
    )


@kind("names", "unknown person", "SC407")
def unknown_person(page: Page, chance: Random) -> Planted | None:
    """A beat speaks with somebody whose name is misspelt."""
    return misspelt(page, chance, r" {4}with: ([\w-]{4,})")


@kind("names", "unknown scene", "SC408")
def unknown_scene(page: Page, chance: Random) -> Planted | None:
    """A beat plays in a scene that is misspelt."""
    return misspelt(page, chance, r" {4}scene: ([\w-]{4,})")


@kind("names", "unknown tactic", "SC409")
def unknown_tactic(page: Page, chance: Random) -> Planted | None:
    """A tactic is misspelt."""
    return misspelt(page, chance, r" +does: \[(?:(?:light|strong) )?([\w-]{5,}).*")


@kind("names", "unknown mood", "SC410")
def unknown_mood(page: Page, chance: Random) -> Planted | None:
    """A condition asks for a mood that is misspelt."""
    return misspelt(page, chance, r".*when: \[.*mood ([\w-]{4,}).*")


@kind("names", "unknown request", "SC411 SC419 SC430")
def unknown_request(page: Page, chance: Random) -> Planted | None:
    """A line makes a request that is misspelt, or a condition asks for it."""
    return misspelt(page, chance, r"(?: {8}asks: |.*when: \[.*agreed )([\w-]{4,}).*")


@kind("names", "unknown goal", "SC422")
def unknown_goal(page: Page, chance: Random) -> Planted | None:
    """An item of the field guide is misspelt."""
    return misspelt(page, chance, r"(?:  - |headline: \[)([a-z]+-[\w-]+).*")


@kind("names", "renamed beat", "SC401 SC402")
def renamed_beat(page: Page, chance: Random) -> Planted | None:
    """A beat was renamed, and what leads to it was not."""
    sites = []
    for name, first, _ in page.entries("beats"):
        uses = page.found(rf" +then: {re.escape(name)}")
        if uses:
            sites.append((name, first, uses))
    if not sites:
        return None
    name, first, uses = chance.choice(sites)
    return page.planted({first: f"  {name}-new:"}, *uses, note=f"{name} renamed")


@kind("names", "id taken", "SC412")
def id_taken(page: Page, chance: Random) -> Planted | None:
    """A line was copied into another beat and kept its id."""
    sites = page.found(r" {6}[\w-]+:", "beats")
    lines = [at for at in sites if page.lines[page.parent(at)].strip() == "lines:"]
    if len(lines) < 2:
        return None
    one, other = sorted(chance.sample(lines, 2))
    return page.planted({other: page.lines[one]}, one) if page.parent(one) != page.parent(other) else None


@kind("names", "promise never kept", "SC413")
def never_kept(page: Page, chance: Random) -> Planted | None:
    """No line keeps a promise any more."""
    return taken_out(page, chance, "promises", r" {8}keeps: NAME")


@kind("names", "promise never made", "SC414")
def never_made(page: Page, chance: Random) -> Planted | None:
    """No line makes a promise any more."""
    return taken_out(page, chance, "promises", r" {8}promises: NAME")


@kind("names", "fact never claimed", "SC415")
def never_claimed(page: Page, chance: Random) -> Planted | None:
    """No line claims a fact any more."""
    return taken_out(page, chance, "facts", r" {8}claims: NAME")


@kind("names", "secret never asked about", "SC416")
def never_asked(page: Page, chance: Random) -> Planted | None:
    """No line asks about a secret any more."""
    return taken_out(page, chance, "secrets", r" {8}asks-about: NAME")


@kind("names", "request never made", "SC419 SC411")
def never_requested(page: Page, chance: Random) -> Planted | None:
    """No line makes a request any more."""
    return taken_out(page, chance, "asks", r" {8}asks: NAME")


@kind("names", "objection without a beat", "SC417")
def without_a_beat(page: Page, chance: Random) -> Planted | None:
    """The beat of an objection no longer says that it answers it."""
    return taken_out(page, chance, "objections", r" {4}objection: NAME")


@kind("names", "two beats for one objection", "SC426")
def two_beats(page: Page, chance: Random) -> Planted | None:
    """Two beats answer the same objection."""
    named = page.found(r" {4}objection: [\w-]+")
    at = picked(chance, named)
    taken = {page.parent(each) for each in named}
    scenes = [each for each in page.found(r" {4}lines:", "beats") if page.parent(each) not in taken]
    other = picked(chance, scenes)
    if at is None or other is None:
        return None
    return page.planted({other: [page.lines[at], page.lines[other]]}, at)


@kind("names", "ending out of reach", "SC418")
def ending_unreached(page: Page, chance: Random) -> Planted | None:
    """An ending was written to which nothing leads."""
    first = picked(chance, [at for _, at, _ in page.entries("endings")])
    if first is None:
        return None
    name, stage = chance.choice(UNHEARD), chance.choice(["interest", "desire", "action"])
    added = [f"  {name}:", f"    stage: {stage}", '    en: "One day more."', '    zh: "再等一天。"']
    planted = page.planted({first: [*added, page.lines[first]]})
    return Planted(planted.data, frozenset({first + 1}), name)


@kind("names", "beat out of reach", "SC429")
def beat_unreached(page: Page, chance: Random) -> Planted | None:
    """A beat was written behind one that always leads elsewhere."""
    beats = [(name, first, end) for name, first, end in page.entries("beats")]
    sites = [at for at in range(1, len(beats) - 1) if page.lines[beats[at][1] + 1].startswith("    en:")]
    at = picked(chance, sites)
    if at is None:
        return None
    _, first, end = beats[at]
    gone = [line for line in page.found(r" +then: [\w-]+", "beats") if first < line < end]
    added = [
        "  beside-the-way:",
        '    en: "A quiet corner, where nobody comes."',
        '    zh: "一个没人来的角落。"',
        "    lines:",
        "      wait-there:",
        '        en: "Shall we wait here?"',
        '        zh: "咱们在这儿等？"',
        "        does: [give-time]",
    ]
    # What led elsewhere leads behind the new beat now, so that nothing falls through to it.
    head = page.lines[first + 1]
    changes: dict[int, list[str]] = {line: [] for line in gone}
    changes[first + 1] = [f"    then: {beats[at + 1][0]}", head]
    changes[end] = [*added, page.lines[end]]
    planted = page.planted(dict(changes))
    text = planted.data.decode().splitlines()
    return Planted(planted.data, frozenset({text.index(added[0]) + 1}), "beside-the-way")


@kind("names", "scene never used", "SC423")
def scene_unused(page: Page, chance: Random) -> Planted | None:
    """A scene was written in which nothing plays."""
    first = picked(chance, [at for _, at, _ in page.entries("scenes")])
    if first is None:
        return None
    name, place = chance.choice(UNHEARD), chance.choice(["street", "office", "reception"])
    added = f'  {name}: {{en: "The roof", zh: "屋顶", place: {place}, channel: face}}'
    planted = page.planted({first: [added, page.lines[first]]})
    return Planted(planted.data, frozenset({first + 1}), name)
