"""Faults of conditions: misspelt, misunderstood, or never true."""

from __future__ import annotations

import re
from random import Random

from tools.seeded.kinds import kind
from tools.seeded.page import Page, Planted, picked, typo

ANY = r" +(?:- )?when: \[.*\]"
COMPARED = r" +(?:- )?when: \[(?:.*, )?(?:trust|patience|need|anger|pressure|valence) (?:>=|<) \d+.*\]"


def exchanged(page: Page, chance: Random, pattern: str, part: str, new: str) -> Planted | None:
    """One piece of a condition is replaced, in one line that fits a pattern."""
    at = picked(chance, page.found(pattern, "beats"))
    if at is None:
        return None
    line = page.lines[at]
    start = line.index("[")
    return page.planted({at: line[:start] + re.sub(part, new, line[start:], count=1)})


def written(page: Page, chance: Random, conditions: str, pattern: str = ANY) -> Planted | None:
    """A condition is replaced by another."""
    at = picked(chance, page.found(pattern, "beats"))
    if at is None:
        return None
    return page.planted({at: f"{page.lines[at].partition('[')[0]}[{conditions}]"})


@kind("conditions", "misspelt trait", "SC502 SC501")
def misspelt_trait(page: Page, chance: Random) -> Planted | None:
    """The name of a trait is misspelt."""
    at = picked(chance, page.found(COMPARED, "beats"))
    if at is None:
        return None
    line = page.lines[at]
    found = re.search(r"(trust|patience|need|anger|pressure|valence) (?=[<>])", line)
    assert found is not None
    return page.planted({at: line[: found.start(1)] + typo(found[1], chance) + line[found.end(1) :]})


@kind("conditions", "misspelt verb", "SC501 SC502")
def misspelt_verb(page: Page, chance: Random) -> Planted | None:
    """“said”, “told” or “mood” is misspelt."""
    at = picked(
        chance, page.found(r" +(?:- )?when: \[(?:.*, )?(?:said|told|mood|agreed|solved|probed) .*\]", "beats")
    )
    if at is None:
        return None
    line = page.lines[at]
    found = re.search(r"(?<=[\[ ])(said|told|mood|agreed|solved|probed) ", line)
    assert found is not None
    return page.planted({at: line[: found.start(1)] + typo(found[1], chance) + line[found.end(1) :]})


@kind("conditions", "equals sign", "SC503")
def equals_sign(page: Page, chance: Random) -> Planted | None:
    """A comparison is written with an equals sign or a sign of mathematics."""
    sign = chance.choice(["=", "==", "≥", "=>", "!=", "＞"])
    return exchanged(page, chance, COMPARED, r"(?<= )(?:>=|<) (?=\d)", f"{sign} ")


@kind("conditions", "per cent sign", "SC504")
def percent_sign(page: Page, chance: Random) -> Planted | None:
    """A per cent sign stands behind a number."""
    return exchanged(page, chance, COMPARED, r"(?<=[<=] )(\d+)", r"\1%")


@kind("conditions", "threshold out of range", "SC505 SC504")
def threshold_out_of_range(page: Page, chance: Random) -> Planted | None:
    """A threshold is negative or above a hundred."""
    number = chance.choice(["-5", "120", "3500"])
    return exchanged(page, chance, COMPARED.replace("|valence", ""), r"(?<=[<=] )\d+", number)


@kind("conditions", "unknown stage", "SC506")
def unknown_stage(page: Page, chance: Random) -> Planted | None:
    """A condition asks for a stage that there is not."""
    return written(page, chance, f"stage {chance.choice(['intrest', 'closing', 'agreed', 'desires'])}")


@kind("conditions", "unfinished", "SC507 SC501")
def unfinished(page: Page, chance: Random) -> Planted | None:
    """A condition was begun and not finished."""
    return written(page, chance, chance.choice(["said", "trust >=", "not", "mood", "told", "trust"]))


@kind("conditions", "and", "SC508 SC501")
def two_in_one(page: Page, chance: Random) -> Planted | None:
    """Two conditions are joined by a word instead of a comma."""
    word = chance.choice(["and", "or", "&&", "且", "but not"])
    return written(page, chance, f"trust >= 40 {word} patience >= 20")


@kind("conditions", "contradiction", "SC513")
def contradiction(page: Page, chance: Random) -> Planted | None:
    """Two thresholds exclude each other."""
    low = chance.randrange(20, 60)
    trait = chance.choice(["trust", "patience", "pressure"])
    return written(page, chance, f"{trait} >= {low + 10}, {trait} < {low}")


@kind("conditions", "said and not said", "SC513")
def said_and_not_said(page: Page, chance: Random) -> Planted | None:
    """The same line must and must not have been said."""
    at = picked(chance, page.found(r" +(?:- )?when: \[said [\w-]+\]", "beats"))
    if at is None:
        return None
    name = page.lines[at].partition("said ")[2].rstrip("]")
    return page.planted({at: page.lines[at].replace("]", f", not said {name}]")})


@kind("conditions", "never true", "SC515 SC505")
def never_true(page: Page, chance: Random) -> Planted | None:
    """A threshold lies where the trait never goes."""
    return written(page, chance, chance.choice(["trust > 100", "patience < 0", "pressure > 100", "need < 0"]))


@kind("conditions", "time in a reply", "SC510")
def time_in_a_reply(page: Page, chance: Random) -> Planted | None:
    """“by” or “before”, which only criteria understand, stands in a reply."""
    clause = chance.choice(["by 3", "before offer", "before ask"])
    return written(page, chance, f"trust >= 40 {clause}")


@kind("conditions", "unknown moment", "SC512 SC511")
def unknown_moment(page: Page, chance: Random) -> Planted | None:
    """A criterion asks for a moment that there is not."""
    at = picked(chance, page.found(r" {6}when: \[.*\]", "rubric"))
    clause = chance.choice(["before ofer", "by 0", "before the-end", "by noon"])
    return None if at is None else page.planted({at: f"      when: [trust >= 40 {clause}]"})


@kind("conditions", "afterwards too early", "SC514")
def too_early(page: Page, chance: Random) -> Planted | None:
    """A reply asks for what is only known after the talk."""
    return written(page, chance, chance.choice(["loyalty >= 3", "leaving > 50"]))
