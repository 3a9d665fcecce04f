"""The field guide: every id known, every core item taught in two languages, no figure sold as a fact."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.content.field_guide import FieldGuide
from game.content.guide_entries import Priority, Standing
from game.content.guide_reader import LENGTHS, length, read_index, read_lessons
from game.content.library import Library
from game.content.loading import psychology
from game.language.locale import Locale
from game.language.text import LocalisedText
from tests.content.readings import told

CLAIMED = {
    "flow-lifecycle-course": ["F19"],
    "type-disc": ["F64"],
    "tier-abc": ["F20", "F21"],
    "metric-nps": ["F43"],
    "var-emotion": ["F02"],
    "var-felt-pressure": ["F35"],
    "tac-first-impression": ["F05", "F06", "F07"],
    "tac-sandwich": ["F09"],
    "tac-spin": ["F10"],
    "tac-scarcity": ["F11", "F12"],
    "tac-anchoring": ["F13"],
    "tac-reciprocity": ["F14", "F15"],
    "tac-social-proof": ["F03", "F04"],
    "complaint-24h": ["F26", "F27"],
    "case-erp": ["F42"],
}
"""The claims that core items lean on; each has its card."""

FIGURES = {
    "F01": ("75", "three quarters", "四分之三", "七成"),
    "F02": ("30", "thirty per", "三成"),
    "F03": ("92",),
    "F04": ("25", "10,000", "ten thousand", "万份", "一万"),
    "F05": ("7 s", "seven seconds", "七秒"),
    "F06": ("30 s", "thirty seconds", "half a minute", "三十秒", "半分钟"),
    "F07": ("55", "93"),
    "F08": ("55", "38", "7 %"),
    "F09": ("40", "四成"),
    "F10": ("three times", "三倍", "3倍"),
    "F11": ("3 left", "three left", "27", "仅剩三", "只剩三"),
    "F12": ("2 rooms", "two rooms", "20 booked", "35", "两间"),
    "F13": ("15–25", "15"),
    "F14": ("30 days", "thirty days", "32", "三十天"),
    "F15": ("three free", "23", "三次免费"),
    "F16": ("0.2", "0.5"),
    "F17": ("25", "20–30"),
    "F18": ("49.6", "120", "15.3"),
    "F19": ("25–95", "5 %", "95"),
    "F20": ("80", "20", "二八", "八成", "两成"),
    "F21": ("15–30", "15"),
    "F22": ("40",),
    "F23": ("52",),
    "F24": ("30",),
    "F25": ("23",),
    "F26": ("24", "twenty-four", "二十四"),
    "F27": ("70", "25"),
    "F29": ("85",),
    "F30": ("3.2", "5.7", "47"),
    "F31": ("35", "15–25"),
    "F33": ("65", "45"),
    "F34": ("500", "45 minutes", "last 3"),
    "F36": ("15", "50"),
    "F37": ("2.7", "3×"),
    "F38": ("20", "15"),
    "F39": ("50 million", "5000", "97"),
    "F40": ("32", "45"),
    "F41": ("75",),
    "F42": ("80 million", "8000", "eighty million", "八千万"),
    "F43": ("25–50", "50"),
    "F44": ("70",),
    "F45": ("60–70", "20–25"),
    "F46": ("35", "42"),
    "F47": ("7 days", "2 hours", "seven days", "two hours", "七天", "两小时"),
    "F48": ("32",),
    "F49": ("60",),
    "F50": ("90",),
    "F51": ("50", "100"),
    "F52": ("three knocks", "三下", "5–7", "ten minutes", "十分钟"),
    "F53": ("several times", "几倍", "数倍"),
    "F54": ("quarter of", "四分之一"),
    "F55": ("10–20",),
    "F56": ("almost zero", "几乎为零"),
    "F57": ("100 million", "3 million", "一亿"),
    "F58": ("15 days", "day 13", "十五天", "十三天"),
}
"""What courses claim, by the key of the claim, in figures and in words; no text but a claim says so."""

SENTENCE = re.compile(r"[^.?!。？！]+[.?!。？！]+")


@pytest.fixture(scope="module")
def guide() -> FieldGuide:
    return FieldGuide.load()


def words_outside_of_claims(guide: FieldGuide) -> Iterator[tuple[str, LocalisedText]]:
    """Every text of the guide but the claims, with a name for it."""
    yield from (*guide.index.sources.items(), *guide.index.groups.items())
    for item in guide.index.items.values():
        yield f"{item.id} (title)", item.title
        yield item.id, item.words
    for lesson in guide.book.lessons.values():
        yield f"{lesson.id} (title of the lesson)", lesson.title
        yield f"{lesson.id} (lesson)", lesson.words
    for myth in guide.book.myths.values():
        yield f"{myth.key} (caution)", myth.caution


def test_nothing_is_wrong_with_the_shipped_files(guide: FieldGuide) -> None:
    assert guide.diagnostics == ()
    assert len(guide.ids()) == 246
    assert [len(guide.ids(priority)) for priority in Priority] == [56, 137, 53]
    assert list(guide.index.groups) == list("ABCDEFGH")


@pytest.mark.parametrize("locale", list(Locale))
def test_every_core_item_has_a_lesson_of_the_right_length(guide: FieldGuide, locale: Locale) -> None:
    least, most = LENGTHS[locale]
    assert tuple(guide.book.lessons) == guide.ids(Priority.CORE)
    for name in guide.ids(Priority.CORE):
        lesson = guide.lesson(name)
        assert lesson is not None
        assert least <= length(lesson.words.words[locale], locale) <= most, name
        assert 0 < length(lesson.title.words[locale], locale) <= 16, name
        item = guide.item(name)
        assert item is not None and item.seeds == lesson.seeds


def test_every_item_has_a_short_sentence_in_both_languages(guide: FieldGuide) -> None:
    for item in guide.index.items.values():
        assert 3 <= length(item.words.words[Locale.EN], Locale.EN) <= 20, item.id
        assert 5 <= length(item.words.words[Locale.ZH], Locale.ZH) <= 40, item.id
        assert item.words.words[Locale.EN][-1] in ".?"
        assert item.words.words[Locale.ZH][-1] in "。？"


def test_every_claim_of_a_core_item_has_its_card(guide: FieldGuide) -> None:
    for name in guide.ids(Priority.CORE):
        keys = [myth.key for myth in guide.myths_of(name)]
        assert set(keys) >= set(CLAIMED.get(name, [])), name
    used = {myth.key for name in guide.ids() for myth in guide.myths_of(name)}
    named = {key for item in guide.index.items.values() for key in item.myths}
    assert used == set(guide.book.myths) >= named
    assert {myth.standing for myth in guide.book.myths.values()} == set(Standing)


def test_no_figure_of_a_claim_stands_outside_of_it(guide: FieldGuide) -> None:
    for name, text in words_outside_of_claims(guide):
        for said in text.words.values():
            assert not re.search(r"\d", said.replace("4R", "")), (name, said)
            for key, figures in FIGURES.items():
                for figure in figures:
                    assert not re.search(rf"(?<!\d){re.escape(figure)}(?!\d)", said), (key, figure, name)


def test_a_claim_is_told_as_a_claim_and_a_caution_gives_a_sentence_to_say(guide: FieldGuide) -> None:
    for myth in guide.book.myths.values():
        assert myth.claim.words[Locale.EN].startswith("The course "), myth.key
        assert myth.claim.words[Locale.ZH].startswith("课程"), myth.key
        assert "Say instead: '" in myth.caution.words[Locale.EN], myth.key
        assert "可以这样讲：“" in myth.caution.words[Locale.ZH], myth.key


@pytest.mark.parametrize("locale", list(Locale))
def test_no_sentence_stands_twice(guide: FieldGuide, locale: Locale) -> None:
    texts = [item.words for item in guide.index.items.values()]
    texts += [lesson.words for lesson in guide.book.lessons.values()]
    texts += [text for myth in guide.book.myths.values() for text in (myth.claim, myth.caution)]
    sentences = [
        sentence.strip(" “”'").casefold()
        for text in texts
        for sentence in SENTENCE.findall(text.words[locale])
    ]
    assert len(sentences) > 500
    assert [sentence for sentence, count in Counter(sentences).items() if count > 1] == []


def test_titles_tell_items_apart(guide: FieldGuide) -> None:
    for locale in Locale:
        titles = Counter(item.title.words[locale] for item in guide.index.items.values())
        assert titles.most_common(1)[0][1] == 1


def test_the_wording_keeps_to_the_rules_of_the_house(guide: FieldGuide) -> None:
    for name, text in words_outside_of_claims(guide):
        english, chinese = text.words[Locale.EN], text.words[Locale.ZH]
        assert "!" not in english and "！" not in chinese, name
        assert not re.search(r"[,;:?()!](?!\d)", chinese), (name, chinese)
        assert not re.search(r"赋能|痛点|抓手|竭诚|进行", chinese), name
        assert not re.search(r"value proposition|win-win|I completely understand", english), name


def test_everything_that_refers_to_the_guide_finds_it(guide: FieldGuide) -> None:
    notes = psychology().notes
    tables = (notes.numbers, notes.curves, notes.tactics, notes.kinds, notes.moods, notes.signs)
    practised = {item for table in tables for note in table.values() for item in note.practises}
    taught = {item for card in Library().listing() for item in (*card.teaches, *card.headline)}
    assert practised and taught
    assert practised | taught <= set(guide.ids())


def test_every_tactic_leads_to_a_lesson(guide: FieldGuide) -> None:
    without = [
        tactic
        for tactic, note in psychology().notes.tactics.items()
        if not any(guide.lesson(item) for item in note.practises)
    ]
    assert without == []


def test_items_lessons_and_cards_are_found_by_their_names(guide: FieldGuide) -> None:
    item, lesson, myth = guide.item("tac-reciprocity"), guide.lesson("tac-reciprocity"), guide.myth("F14")
    assert item is not None and item.group == "D" and item.priority is Priority.CORE
    assert lesson is not None and lesson.myths == ("F14", "F15")
    assert myth is not None and myth.standing is Standing.ANECDOTE
    assert guide.item("tac-reciprocty") is None
    assert guide.lesson("treat-01") is None
    assert guide.myth("F99") is None
    assert [card.key for card in guide.myths_of("case-scarcity-pair")] == ["F11", "F12"]
    assert guide.myths_of("no-such-item") == ()


def test_a_search_knows_ids_titles_sentences_and_lessons(guide: FieldGuide) -> None:
    assert guide.search("RECIPROCITY", Locale.EN)[0].id == "tac-reciprocity"
    assert guide.search("互惠", Locale.ZH)[0].id == "tac-reciprocity"
    assert guide.search("treat-0", Locale.ZH)[0].id == "treat-01"
    assert "tac-reciprocity" in {item.id for item in guide.search("strings gift", Locale.EN)}
    assert guide.search("  ", Locale.EN) == guide.search("no such words", Locale.EN) == ()


def test_nothing_is_read_before_somebody_asks(tmp_path: Path) -> None:
    guide = FieldGuide.load(tmp_path)
    assert FieldGuide.load() is FieldGuide.load()
    assert guide.item("tac-reciprocity") is None
    assert guide.ids() == ()
    assert [code for code, _, _ in told(guide.diagnostics)] == ["SC001", "SC001"]


def test_the_two_files_cannot_be_exchanged(guide: FieldGuide) -> None:
    assert told(read_index(guide.lessons_file).diagnostics) == [("SC821", 6, 1)]
    assert told(read_lessons(guide.items_file, ()).diagnostics) == [("SC821", 3, 1)]


def test_what_is_right_in_a_faulty_file_is_kept(tmp_path: Path) -> None:
    (tmp_path / "field_guide.yaml").write_text(
        "rapport-guide: 1\n"
        "sources: {S0: {en: A course, zh: 课程}}\n"
        "groups: {D: {en: Tactics, zh: 战术}}\n"
        "items:\n"
        "  one: {group: D, priority: core, seed: S0, title: {en: One, zh: 一}, en: The first., zh: 第一。}\n"
        "  two: {group: X, priority: cor, seed: S9, title: {en: Two, zh: 二}, en: The second., zh: 第二。}\n",
        encoding="utf-8",
    )
    (tmp_path / "lessons.yaml").write_text("rapport-lessons: 1\nlessons: {}\nmyths: {}\n", encoding="utf-8")
    guide = FieldGuide.load(tmp_path)
    assert guide.ids() == ("one", "two")
    assert told(guide.diagnostics) == [("SC205", 6, 16), ("SC205", 6, 29), ("SC205", 6, 40), ("SC823", 2, 1)]
