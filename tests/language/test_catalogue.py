"""The Chinese catalogue says everything that the program says."""

from pathlib import Path

from tools.catalogue import Sentence, Unreadable, faults, places_in, sentences_of


def test_every_sentence_has_its_chinese() -> None:
    assert faults() == []


def test_the_reader_finds_every_way_of_saying() -> None:
    source = """
words("one")
self.words("two {n}", n=1)
desk.words("three" if late else "four")
self.desk.words.count("{n} turn", "{n} turns", 3)
LABEL = marked("five")
text.count("not a sentence")
words(LABEL)
"""
    found = [(each.text, each.plural) for each in sentences_of(source, "x.py") if isinstance(each, Sentence)]
    assert sorted(found, key=lambda pair: pair[0]) == [
        ("five", None),
        ("four", None),
        ("one", None),
        ("three", None),
        ("two {n}", None),
        ("{n} turn", "{n} turns"),
    ]


def test_a_sentence_put_together_on_the_spot_is_a_fault(tmp_path: Path) -> None:
    assert [type(each) for each in sentences_of('words(f"turn {n}")', "x.py")] == [Unreadable]
    source = tmp_path / "game" / "x.py"
    source.parent.mkdir()
    source.write_text('words("Nobody ever said this " + name)\nwords("Nobody ever said this")', "utf-8")
    told = faults(source.parent)
    assert [sentence.split(": ")[0] for sentence in told] == ["game/x.py:1", "game/x.py:2"]


def test_places_to_fill_in_are_found() -> None:
    assert places_in("{n} of {total!r}, {{not this}}") == {"n", "total"}
