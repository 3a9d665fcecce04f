"""A scenario in other clothes: lint says what still speaks of the old trade."""

from __future__ import annotations

from pathlib import Path

from tests.command_line.conftest import Shell


def test_what_still_speaks_of_the_old_trade(shell: Shell, tmp_path: Path) -> None:
    assert shell("new", "our-trade", "--from", "smallest", "--out", str(tmp_path)).code == 0
    file = tmp_path / "our-trade.yaml"
    assert "# redressed-from: smallest\n" in file.read_text(encoding="utf-8")
    answer = shell("lint", str(file))
    assert answer.code == 0
    before = answer.out.count("SC838")
    assert before >= 5
    text = file.read_text(encoding="utf-8").replace(
        "It stops twice a day. Go on.", "The ovens are cold. Go on."
    )
    text = text.replace(
        "- {en: I am listening.}", "- {en: I am listening.}  # allow SC838: nothing to do with a trade"
    )
    assert text.count("allow") == 1
    file.write_text(text, encoding="utf-8")
    assert shell("lint", str(file)).out.count("SC838") == before - 1
    file.write_text(text.replace("from: smallest", "from: nowhere-at-all"), encoding="utf-8")
    assert "SC838" not in shell("lint", str(file)).out


def test_as_long_as_most_is_to_be_done_it_is_said_once(shell: Shell, tmp_path: Path) -> None:
    assert shell("new", "my-shop", "--from", "sixth-day", "--out", str(tmp_path)).code == 0
    answer = shell("lint", str(tmp_path / "my-shop.yaml"))
    assert answer.out.count("warning") == 1
    assert "my-shop.yaml:2:1: warning SC839: " in answer.out
    assert " still say what 'sixth-day' says" in answer.out
