"""What a trainer types who has not read everything: ids for files, the wrong kind of file, odd places."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line.conftest import Shell
from tests.content.readings import ROOT

SMALLEST = (ROOT / "scenarios" / "examples" / "smallest.yaml").read_text(encoding="utf-8")
LOST = "/dev/null/x"


@pytest.mark.parametrize(
    "words",
    [
        ("table", "smallest", "--out", f"{LOST}.xlsx"),
        ("words", "smallest", "--out", f"{LOST}.csv"),
        ("graph", "smallest", "--html", f"{LOST}.html"),
        ("script", "smallest", "--html", f"{LOST}.html"),
        ("letter", "smallest", "--html", f"{LOST}.html"),
        ("pack", "smallest", "--out", f"{LOST}.rapport"),
        ("new", "my-case", "--yes", "--out", "/dev/null"),
        ("table", "smallest", "--out", "a" * 300 + ".xlsx"),
    ],
    ids=lambda words: f"{words[0]} {words[-1][:12]}",
)
def test_where_nothing_can_be_written_one_sentence_says_so(shell: Shell, words: tuple[str, ...]) -> None:
    for lang in ("en", "zh"):
        answer = shell(*words, "--lang", lang)
        assert answer.code == 2
        assert len(answer.err.splitlines()) == 1 and answer.out == ""
        assert lang == "en" or "File exists" not in answer.err


def test_scenarios_are_known_by_their_ids_everywhere(shell: Shell) -> None:
    assert shell("lint", "smallest").code == 0
    assert shell("test", "smallest").code == 0
    assert "1 scenario" in shell("prove", "smallest", "--plays", "60").out
    assert shell("coverage", "smallest").code == 0


def test_a_file_of_another_kind_is_told_what_to_do_with_it(shell: Shell, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(SMALLEST, encoding="utf-8")
    assert shell("coverage", str(mine)).code == 0
    assert "rapport lint" in shell("import", str(mine), "--out", str(tmp_path / "new.yaml")).err
    assert "rapport table" in shell("play", "mine.xlsx", "--choices", "a").err
    assert "rapport import" in shell("play", "story.twee", "--choices", "a").err
    old = tmp_path / "old.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    assert "SC015" in shell("lint", str(old)).out
    paths = tmp_path / "gone.paths.yaml"
    paths.write_text("rapport-paths: 1\npaths:\n  one: {say: [a]}\n", encoding="utf-8")
    assert shell("lint", str(paths)).code == 1
    folder = tmp_path / "visit.yaml"
    folder.mkdir()
    for lang, said in (("en", "a folder"), ("zh", "是文件夹")):
        answer = shell("words", str(folder), "--out", str(tmp_path / "w.csv"), "--lang", lang)
        assert answer.code == 2 and said in answer.err and "visit.yaml" in answer.err


def test_a_broken_file_is_told_as_what_it_was_meant_to_be(shell: Shell, tmp_path: Path) -> None:
    scenario = tmp_path / "mine.yaml"
    scenario.write_bytes(SMALLEST.replace("Lin Yue", "林悦").encode("gbk"))
    assert "rapport lint" in shell("coverage", str(scenario)).err
    (tmp_path / "mine.paths.yaml").write_text("one: {say: [ask-leave]}\n", encoding="utf-8")
    told = shell("lint", str(tmp_path / "mine.paths.yaml")).out
    assert "SC821" in told and "1 error;" in told
    story = tmp_path / "story.ink"
    story.write_text("Anna: Good evening.\n* [Stay] -> END\n", encoding="utf-8")
    assert "compiled from ink" in shell("import", str(story), "--out", str(tmp_path / "story.yaml")).err
    kept = tmp_path / "attempt.json"
    kept.write_bytes("{甲}".encode("gbk"))
    assert "UTF-8" in shell("items", "smallest", str(kept)).err


def test_what_stands_under_a_name_is_kept_unless_rapport_wrote_it(shell: Shell, tmp_path: Path) -> None:
    for name in ("notes", "mine.rapport", "talk.docx"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
        assert shell("pack", "smallest", "--out", str(tmp_path / name)).code == 0
        assert (tmp_path / f"{name}.before-1").read_text(encoding="utf-8") == "mine"
    assert shell("pack", "seven-seconds", "--out", str(tmp_path / "mine.rapport")).code == 0
    assert not (tmp_path / "mine.rapport.before-2").exists()


def test_a_broken_scenario_is_not_redressed(shell: Shell, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(SMALLEST.replace("then: dated", "then: datd"), encoding="utf-8")
    answer = shell("new", "my-case", "--from", str(broken), "--out", str(tmp_path))
    assert answer.code == 2 and "SC401" in answer.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.yaml"]


@pytest.mark.parametrize(("lang", "said"), [("en", "it must be 50 or more"), ("zh", "至少是 50")])
def test_a_value_that_cannot_be_used_is_told_in_the_language_of_the_reader(
    shell: Shell, lang: str, said: str
) -> None:
    assert said in shell("prove", "smallest", "--plays", "0", "--lang", lang).err
    answer = shell("schema", "--keys", "fr", "--lang", lang)
    assert "Value error" not in answer.err and "fr" in answer.err
