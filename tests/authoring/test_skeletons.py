"""Ways in and out: skeletons from Twee and plain dialogue, and the script that is read aloud."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.ink_stories import from_ink
from game.authoring.ink_tree import InkFault
from game.authoring.skeletons import SkeletonFault, from_dialogue, from_twee, skeleton
from game.content.library import Library
from game.content.loading import psychology
from game.content.scenario_reader import Reading, read_source_text
from game.content.source import Source
from game.language.locale import Locale
from tests.command_line.conftest import Shell

TWEE = """\
:: StoryTitle
The Kettle

:: StoryData
{"ifid": "D674C58C"}

:: Start [intro] {"position":"10,10"}
She looks up. {so she does}
[[Good morning.->Kitchen]]
[[Is it broken again?|Kitchen]]
[[Door<-I will come back.]]

:: Kitchen
The kettle hums.
[[Door]]

:: Door
It closes.
"""
DIALOGUE = "A: Good morning. Two minutes?\nB: One.\nA: What broke, last week?\nB: Everything: twice.\n"


def read(text: str) -> Reading:
    return read_source_text(Source("skeleton.yaml", text), psychology().psychology)


def test_a_story_in_twee_becomes_beats_lines_and_endings() -> None:
    title, passages = from_twee(TWEE)
    assert title == "The Kettle"
    text = skeleton("kettle", title, passages, Locale.EN)
    reading = read(text)
    assert [each.rendered() for each in reading.diagnostics if each.severity.value == "error"] == []
    assert reading.scenario is not None
    assert [beat.id for beat in reading.scenario.beats] == ["at-start", "at-kitchen"]
    assert [line.then for line in reading.scenario.beats[0].lines] == ["at-kitchen", "at-kitchen", "at-door"]
    assert [ending.id for ending in reading.scenario.endings] == ["at-door"]
    assert text.count("# ...") >= 4


MACROS = """\
:: StoryData
{"format": "SugarCube"}

:: Look [stylesheet]
[[none->Nowhere]]

:: Start {"position": "1,2"}
<<set $trust to 3>>A //cold// hall. You have $money.amount coins. <!-- [[Hidden]] -->
<<if $trust gte 3>>She smiles.<<elseif $trust is 2>>She nods. [[Nod back|Hall]]<<else>>She frowns.<</if>>
[[Ask about it->Hall][$trust to $trust + 1]] [img[x.png]]<<script>>"[[no->Nowhere]]"<</script>>
<<link "Give her the record" "Hall">><<set $given to true>><</link>>
<<button "Wait">><<run wait(">>")>><<goto "Out">><</button>>

:: Hall
<<switch $day>><<case 1>>Monday.<<case 2>>Tuesday.<</switch>>
(if: $x is 2)[She listens.](else:)[She does not.] (link-goto: "Go on", "Out") <<if $never

:: Out
The <b>end</b>.
"""


def test_macros_of_a_story_are_named_as_missing_and_break_nothing() -> None:
    """SugarCube and Harlowe: the first branch is told, every choice is kept, the rest is named."""
    _, passages = from_twee(MACROS)
    start, hall, out = passages
    assert start.text == "A cold hall. You have … coins. She smiles."
    assert [(choice.text, choice.target, choice.bound) for choice in start.choices] == [
        ("Nod back", "Hall", True),
        ("Ask about it", "Hall", False),
        ("Give her the record", "Hall", False),
        ("Wait", "Out", False),
    ]
    assert start.bound and set(start.lost) == {"<<set>>", "<<script>>", "<<run>>", "$money.amount"}
    assert hall.text.startswith("Monday. She listens.")
    assert [choice.text for choice in hall.choices] == ["Go on"]
    assert (out.text, out.choices, out.lost) == ("The end.", (), ())
    text = skeleton("hall", "Hall", passages, Locale.EN)
    assert read(text).scenario is not None
    assert "# ... left out here: <<set>>, $money.amount, <<script>>, <<run>>" in text


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(
    ["<<if $a>>", "<<else>>", "<</if>>", "<<link", ' "a"', ">>", "<</link>>", "[[", "]]", "|b", "(if:", ")",
     "[", "]", "<<", "words ", "$x", "<<switch>>", "<<case>>", "<</switch>>", "<<goto 'c'>>", "'", '"',
     "\n", "->"]
), max_size=30))  # fmt: skip
def test_broken_macros_break_nothing(pieces: list[str]) -> None:
    title, passages = from_twee(f":: Start\n{''.join(pieces)}\n:: b\nDone.")
    told = read(skeleton("anything", title, passages, Locale.EN)).diagnostics
    nothing_leads_to_it = "SC418"
    assert {each.code for each in told if each.severity.value == "error"} <= {nothing_leads_to_it}


@pytest.mark.parametrize(
    ("locale", "text"), [(Locale.EN, DIALOGUE), (Locale.ZH, "甲：您好。\n乙：说吧。\n甲：坏了？\n")]
)
def test_plain_dialogue_becomes_moments(locale: Locale, text: str) -> None:
    player, passages = from_dialogue(text)
    assert player in "A甲"
    reading = read(skeleton("talk", "A talk", passages, locale))
    assert reading.scenario is not None, [each.rendered() for each in reading.diagnostics]
    assert len(reading.scenario.beats) == 2


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_whatever_stands_in_a_file_makes_a_skeleton_or_says_why_not(text: str) -> None:
    for reader in (from_twee, from_dialogue):
        try:
            title, passages = reader(text)
        except SkeletonFault:
            continue
        skeleton("anything", title, passages, Locale.EN)


@pytest.mark.parametrize("locale", ["en", "zh"])
@pytest.mark.parametrize("name", [card.id for card in Library().listing()][:2])
def test_the_script_says_every_line(shell: Shell, name: str, locale: str) -> None:
    from game.content.loading import load_scenario

    wording = load_scenario(name).wording
    assert wording is not None
    answer = shell("script", name, "--lang", locale)
    assert answer.code == 0
    for text in wording.lines.values():
        assert text.said(Locale(locale)) in answer.out


INK = (Path(__file__).parent / "stories" / "tasting.ink.json").read_text(encoding="utf-8")
"""Compiled from tasting.ink beside it, with the compiler of inkjs 2.4."""


def test_a_story_compiled_from_ink_becomes_a_skeleton() -> None:
    title, passages = from_ink(INK)
    assert title == "The Second Tasting"
    assert [passage.name for passage in passages if passage.choices] == [
        "counter",
        "shelf",
        "offer small",
        "offer small 2",
    ]
    counter = passages[0]
    assert counter.text.startswith("A wine shop, ten to six.")
    assert [choice.text for choice in counter.choices] == [
        '"Two minutes will do."',
        "Ask what sold badly last week.",
        "Praise the window.",
    ]
    assert [choice.bound for choice in counter.choices] == [False, False, True]
    assert counter.choices[0].answer == "MS OKAFOR: That is one more than I ordered."
    assert (
        counter.choices[1].answer == "MS OKAFOR: The rosé. Nobody wants pink in November. You write it down."
    )
    assert {choice.target for choice in counter.choices} == {"shelf"}
    by_name = {passage.name: passage for passage in passages}
    assert (
        by_name["shelf"].text == "She turns the bottle so that the label faces her. She leans on the shelf."
    )
    assert by_name["shelf"].bound
    assert by_name["shelf"].choices[0].answer == (
        "MS OKAFOR: It would have to sell without me standing next to it."
    )
    text = skeleton("tasting", title, passages, Locale.EN)
    reading = read(text)
    assert [each.rendered() for each in reading.diagnostics if each.severity.value == "error"] == []
    assert reading.scenario is not None
    assert [ending.id for ending in reading.scenario.endings] == ["at-closing", "at-agreed"]
    assert "# ... it hung on a condition" in text
    assert "# ... what is told here hung on conditions" in text


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_damaged_ink_story_makes_a_skeleton_or_says_why_not(data: st.DataObject) -> None:
    text = INK
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        put = data.draw(st.sampled_from(["", "[", "]", "null", "1", ".^", "->", "{}", '"', "c-0", "counter"]))
        text = text[:start] + put + text[start + data.draw(st.integers(0, 6)) :]
    try:
        title, passages = from_ink(text)
    except InkFault:
        return
    skeleton("anything", title, passages, Locale.EN)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[1]",
        '{"inkVersion": 99, "root": [null]}',
        '{"inkVersion": 21, "root": []}',
        '{"inkVersion": 21, "root": [null]}',
        '{"inkVersion": 21, "root": [{"->": "0"}, null]}',
        '{"inkVersion": 21, "root": [{"->": "a"}, {"a": [{"->": "a"}, null]}]}',
        '{"inkVersion": 21, "root": ' + "[" * 5_000,
        '{"inkVersion": 21, "root": ' + "[" * 500 + "null" + "]" * 500 + "}",
    ],
)
def test_what_is_no_ink_story_is_refused(text: str) -> None:
    with pytest.raises(InkFault):
        from_ink(text)


def test_the_verb_takes_ink_with_a_byte_order_mark_and_a_chinese_name(shell: Shell, tmp_path: Path) -> None:
    story, out = tmp_path / "第二次 品酒.ink.json", tmp_path / "a b.yaml"
    story.write_text("\ufeff" + INK, encoding="utf-8")
    assert shell("import", str(story), "--out", str(out)).code == 0
    assert shell("lint", str(out)).code == 0
    story.write_text(INK[: len(INK) // 2], encoding="utf-8")
    assert shell("import", str(story), "--out", str(tmp_path / "c.yaml")).code == 2
    assert not (tmp_path / "c.yaml").exists()


def test_more_choices_than_can_be_on_offer_are_told() -> None:
    links = "".join(f"[[Choice number {number}->Door]]\n" for number in range(6))
    text = skeleton("many", *from_twee(f":: Start\n{links}\n:: Door\nIt closes.\n"), Locale.EN)
    assert "# ... 2 more choices are left out" in text


def test_the_verbs_write_and_never_overwrite(shell: Shell, tmp_path: Path) -> None:
    story = tmp_path / "My Story.twee"
    story.write_text(TWEE, encoding="utf-8")
    out = tmp_path / "story.yaml"
    assert shell("import", str(story), "--out", str(out)).code == 0
    assert shell("lint", str(out)).code == 0
    assert shell("import", str(story), "--out", str(out)).code == 2
    page = tmp_path / "script.html"
    assert shell("script", "smallest", "--html", str(page)).code == 0 and page.is_file()
    for bad in ("", "no speakers here"):
        story.with_suffix(".txt").write_text(bad, encoding="utf-8")
        assert shell("import", str(story.with_suffix(".txt")), "--out", str(tmp_path / "x.yaml")).code == 2
    torn = f"<<<<<<< mine\n{DIALOGUE}=======\n{DIALOGUE}>>>>>>> theirs\n"
    story.with_suffix(".txt").write_text(torn, encoding="utf-8")
    answer = shell("import", str(story.with_suffix(".txt")), "--out", str(tmp_path / "x.yaml"))
    assert answer.code == 2 and "merge conflict" in answer.err
    story.with_suffix(".txt").write_bytes("甲：好".encode("gbk"))
    assert shell("import", str(story.with_suffix(".txt")), "--out", str(tmp_path / "x.yaml")).code == 2
    assert shell("import", str(tmp_path / "none.txt")).code == 2
