"""Faults of form: fields, words and numbers that do not belong where they stand."""

from __future__ import annotations

import re
from random import Random

from tools.seeded.kinds import kind
from tools.seeded.page import Page, Planted, picked, typo

FIELDS = (
    "does|delivery|seconds|claims|promises|keeps|asks-about|craft|when|then|cue|stage|points|replies|truth"
)


def changed_word(page: Page, at: int, chance: Random) -> Planted:
    """A typo in the last word of a line, or in one of its list."""
    line = page.lines[at]
    start = line.index(":") + 1
    words = [found for found in re.finditer(r"[a-z-]{4,}", line) if found.start() > start]
    word = chance.choice(words)
    return page.planted({at: line[: word.start()] + typo(word[0], chance) + line[word.end() :]})


@kind("form", "misspelt field", "SC203")
def misspelt_field(page: Page, chance: Random) -> Planted | None:
    """The name of a field is misspelt."""
    at = picked(chance, page.found(rf" +(?:- )?(?:{FIELDS}):.*", "beats"))
    if at is None:
        return None
    key = re.search(r"[\w-]+(?=:)", page.lines[at])
    assert key is not None
    return page.planted({at: page.lines[at].replace(key[0], typo(key[0], chance), 1)})


@kind("form", "field in the wrong place", "SC203")
def wrong_place(page: Page, chance: Random) -> Planted | None:
    """A field of a line was given to a beat."""
    at = picked(chance, page.found(r" {4}lines:", "beats"))
    if at is None:
        return None
    field = chance.choice(["delivery: [warm]", "seconds: 20", "does: [listen]", "craft: good"])
    planted = page.planted({at: [f"    {field}", page.lines[at]]})
    return Planted(planted.data, frozenset({at + 1}), field)


@kind("form", "misspelt word", "SC205")
def misspelt_word(page: Page, chance: Random) -> Planted | None:
    """A word of a closed list is misspelt."""
    wanted = r" +(?:delivery|stage|truth|craft|place|channel|pronoun|hair|clothes|glasses): .*[a-z]{4,}.*"
    at = picked(chance, page.found(wanted))
    return None if at is None else changed_word(page, at, chance)


@kind("form", "misspelt dose", "SC205 SC409")
def misspelt_dose(page: Page, chance: Random) -> Planted | None:
    """“strong” or “light” is misspelt before a tactic."""
    at = picked(chance, page.found(r" +does: \[.*(?:strong|light) .*"))
    if at is None:
        return None
    dose = re.search("strong|light", page.lines[at])
    assert dose is not None
    return page.planted({at: page.lines[at].replace(dose[0], typo(dose[0], chance), 1)})


@kind("form", "no number", "SC206")
def no_number(page: Page, chance: Random) -> Planted | None:
    """A word stands where a number belongs."""
    at = picked(chance, page.found(r" *(?:seconds|points|turns|customers|difficulty|honesty|pass): \d+"))
    if at is None:
        return None
    word = chance.choice(["twenty", "二十", "20s", "2O", "about 20", "20.5"])
    return page.planted({at: page.lines[at].partition(":")[0] + f": {word}"})


@kind("form", "out of range", "SC207")
def out_of_range(page: Page, chance: Random) -> Planted | None:
    """A number is larger or smaller than it can be."""
    at = picked(
        chance, page.found(r" *(?:seconds|points|turns|customers|difficulty|honesty|pass|depth|size): \d+")
    )
    if at is None:
        return None
    number = chance.choice(["-1", "100001"])
    return page.planted({at: page.lines[at].partition(":")[0] + f": {number}"})


@kind("form", "trait out of range", "SC207")
def trait_out_of_range(page: Page, chance: Random) -> Planted | None:
    """A hidden trait goes beyond a hundred."""
    at = picked(chance, page.found(r" +(?:hidden: \{)?(?:trust|patience|need|face).*\d+\.\.\d+.*"))
    if at is None:
        return None
    return page.planted({at: re.sub(r"\.\.(\d+)", r"..1\1", page.lines[at], count=1)})


@kind("form", "DISC sum", "SC209")
def disc_sum(page: Page, chance: Random) -> Planted | None:
    """The shares of a DISC mixture do not sum to a hundred."""
    at = picked(chance, page.found(r" +disc: [DISC\d ]+"))
    if at is None:
        return None
    more = chance.choice([5, 10, 20])
    return page.planted(
        {at: re.sub(r"\d+", lambda found: str(int(found[0]) + more), page.lines[at], count=1)}
    )


@kind("form", "DISC letter", "SC208")
def disc_letter(page: Page, chance: Random) -> Planted | None:
    """A letter of a DISC mixture stands twice, or is none of the four."""
    at = picked(chance, page.found(r" +disc: [DISC\d ]+"))
    if at is None:
        return None
    head, mix = page.lines[at].split(": ")
    parts = mix.split()
    wrong = chance.choice([parts[0][0], "X", "d"])
    parts[-1] = wrong + parts[-1][1:]
    return page.planted({at: f"{head}: {' '.join(parts)}"})


SPANS = r" +(?:hidden: \{)?[\w-]+: \d\d\.\.\d\d.*"


@kind("form", "span backwards", "SC211")
def span_backwards(page: Page, chance: Random) -> Planted | None:
    """A span runs from its higher to its lower end."""
    at = picked(chance, page.found(SPANS))
    if at is None:
        return None
    return page.planted({at: re.sub(r"(\d\d)\.\.(\d\d)", r"\2..\1", page.lines[at], count=1)})


@kind("form", "span with a hyphen", "SC210")
def span_hyphen(page: Page, chance: Random) -> Planted | None:
    """A span is written with a hyphen, a dash or three dots."""
    at = picked(chance, page.found(SPANS))
    mark = chance.choice(["-", "–", "...", " to ", "~"])
    return None if at is None else page.planted({at: page.lines[at].replace("..", mark, 1)})


@kind("form", "missing field", "SC202")
def missing_field(page: Page, chance: Random) -> Planted | None:
    """A field that must be there was deleted."""
    wanted = r" +(?:truth|stage|by): .*| {6}points: .*"
    at = picked(
        chance, [at for at in page.found(wanted) if not (page.depth(at) == 6 and "stage" in page.lines[at])]
    )
    return (
        None
        if at is None
        else page.planted({at: []}, page.parent(at), note=f"without {page.lines[at].strip()}")
    )


@kind("form", "line does nothing", "SC217 SC202")
def does_nothing(page: Page, chance: Random) -> Planted | None:
    """The tactics of a line were deleted."""
    # Alone one may do nothing: breathe, look around.
    quiet = [range(each, page.end(page.parent(each))) for each in page.found(r" {4}alone: true")]
    at = picked(chance, [at for at in page.found(r" {8}does: .*") if not any(at in beat for beat in quiet)])
    if at is None:
        return None
    return page.planted({at: []}, page.parent(at), note=f"without {page.lines[at].strip()}")


@kind("form", "four tactics", "SC216")
def four_tactics(page: Page, chance: Random) -> Planted | None:
    """A line was given four tactics."""
    at = picked(chance, page.found(r" {8}does: .*"))
    if at is None:
        return None
    return page.planted({at: "        does: [acknowledge, ask-problem, evidence, restate]"})


@kind("form", "beat without lines", "SC218 SC202 SC204")
def without_lines(page: Page, chance: Random) -> Planted | None:
    """A beat lost its lines: a dead end."""
    at = picked(chance, page.found(r" {4}lines:", "beats"))
    if at is None:
        return None
    gone: dict[int, list[str]] = {line: [] for line in range(at, page.end(at))}
    return page.planted({**gone}, page.parent(at), note="lines gone")


@kind("form", "no last resort", "SC219")
def no_last_resort(page: Page, chance: Random) -> Planted | None:
    """The last reply was given a condition, so that nobody may have an answer."""
    at = picked(chance, [each for each in last_items(page, "replies") if "- en:" in page.lines[each]])
    if at is None:
        return None
    indent = " " * page.depth(at)
    return page.planted({at: [f"{indent}- when: [trust >= 60]", page.lines[at].replace("- ", "  ", 1)]})


@kind("form", "reply out of reach", "SC220")
def out_of_reach(page: Page, chance: Random) -> Planted | None:
    """The reply for everybody else was moved to the top of its list."""
    sites = [at for at in last_items(page, "replies") if "- en:" in page.lines[at]]
    at = picked(chance, sites)
    if at is None:
        return None
    first = page.parent(at) + 1
    moved = list(page.lines[at : page.end(at)])
    changes: dict[int, list[str]] = {line: [] for line in range(at, page.end(at))} | {
        first: [*moved, page.lines[first]]
    }
    depth = page.depth(at)
    others = [line for line in range(first, at) if page.depth(line) == depth]
    return page.planted({**changes}, *others, note="last comes first")


def last_items(page: Page, key: str) -> list[int]:
    """The last entry of every list under a key that has several."""
    found = []
    for head in page.found(rf" +{key}:", "beats"):
        depth = page.depth(head) + 2
        items = [
            at for at in range(head + 1, page.end(head)) if page.lines[at].startswith(" " * depth + "- ")
        ]
        if len(items) > 1:
            found.append(items[-1])
    return found


@kind("form", "rubric sum", "SC221 SC207 SC226")
def rubric_sum(page: Page, chance: Random) -> Planted | None:
    """The points of a criterion have a digit too many."""
    at = picked(chance, page.found(r" {6}points: \d+", "rubric"))
    if at is None:
        return None
    rubric = page.found("rubric:")[0]
    points = page.lines[at].split(": ")[1]
    return page.planted(
        {at: f"      points: {points}{chance.choice('05')}"}, rubric, *page.found(r"  criteria:", "rubric")
    )


@kind("form", "yes for true", "SC222")
def yes_for_true(page: Page, chance: Random) -> Planted | None:
    """Yes and no stand where true and false belong."""
    at = picked(
        chance, page.found(r" +(?:looks: \{.*)?(?:alone|feminine|stretched|pretext): (?:true|false)\}?")
    )
    if at is None:
        return None
    word = chance.choice(["yes", "no", "True", "on", "off", "1"])
    return page.planted({at: re.sub("true|false", word, page.lines[at], count=1)})


@kind("form", "warm and cool", "SC224")
def warm_and_cool(page: Page, chance: Random) -> Planted | None:
    """A line is said in two ways that exclude each other."""
    at = picked(chance, page.found(r" {8}delivery: .*"))
    both = chance.choice(["warm, cool", "brisk, slow", "brief, detailed", "direct, soft"])
    return None if at is None else page.planted({at: f"        delivery: [{both}]"})


@kind("form", "text for a list", "SC204")
def text_for_list(page: Page, chance: Random) -> Planted | None:
    """The brackets around a list are missing."""
    at = picked(chance, page.found(r" +(?:does|delivery|when): \[[\w -]+\]"))
    return None if at is None else page.planted({at: page.lines[at].replace("[", "").replace("]", "")})


@kind("form", "list for a text", "SC204")
def list_for_text(page: Page, chance: Random) -> Planted | None:
    """Brackets stand around a single word."""
    at = picked(chance, page.found(r" +(?:claims|then|craft|seconds|scene): [\w-]+"))
    return None if at is None else page.planted({at: re.sub(r": (\S+)", r": [\1]", page.lines[at])})


@kind("form", "five lines at once", "SC232")
def five_lines(page: Page, chance: Random) -> Planted | None:
    """A beat has more lines for everybody than are ever on offer together."""
    names = [name for name, _, _ in page.entries("beats")]
    again = {page.lines[at].split(": ")[1] for at in page.found(r" +then: [\w-]+", "beats")}
    firm = next((place for place, name in enumerate(names) if name in again), len(names))
    objecting = {page.parent(at) for at in page.found(r" {4}objection: .*")}
    heads = [at for at in page.found(r" {4}lines:", "beats") if page.parent(at) not in objecting]
    # Nothing leads back to the beats before the first that a `then` names.
    at = picked(chance, heads[: max(1, firm)])
    if at is None:
        return None
    added = []
    for number in range(5):
        added += [
            f"      one-more-{number}:",
            '        en: "What else is on your mind about it today?"',
            '        zh: "关于这件事，您今天还在想什么？"',
            "        does: [ask-situation]",
        ]
    beat = page.parent(at)
    return page.planted({at: [page.lines[at], *added]}, beat, note="five more lines")
