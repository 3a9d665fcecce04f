"""What was set comes back, and no file can stop the game."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desk.setting_rows import setting_rows
from game.desk.settings import DamagedSettings, Settings, SettingsFile, TextSpeed
from game.language.locale import Locale
from game.language.words import Words

any_settings = st.builds(
    Settings,
    language=st.sampled_from([None, *Locale]),
    text_scale=st.sampled_from([1.0, 1.25, 1.5]),
    text_speed=st.sampled_from(TextSpeed),
    reduced_motion=st.booleans(),
    sounds=st.booleans(),
    volume=st.integers(0, 100),
    self_voicing=st.booleans(),
    night=st.booleans(),
    full_screen=st.booleans(),
    hinted=st.booleans(),
)


@given(settings=any_settings)
def test_written_settings_come_back(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    file = SettingsFile(tmp_path_factory.mktemp("settings") / "deep" / "settings.json")
    file.write(settings)
    assert file.read() == settings
    assert [path.name for path in file.path.parent.iterdir()] == ["settings.json"]


def test_without_a_file_everything_is_as_at_first(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "none.json").read() == Settings()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"volume": 200}',
        '{"volume": true}',
        '{"night": 1}',
        '{"language": "fr"}',
        '{"text_scale": 7}',
        '{"text_speed": 100}',
        "[" * 100_000,
    ],
)
def test_a_damaged_file_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DamagedSettings):
        SettingsFile(path).read()


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DamagedSettings):
        SettingsFile(path).read()


def test_what_a_newer_version_wrote_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"night": True, "holograms": True}), encoding="utf-8")
    assert SettingsFile(path).read() == Settings(night=True)


def test_a_place_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OSError):
        SettingsFile(tmp_path / "file" / "settings.json").write(Settings())


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.write(Settings(volume=10))

    def refuse(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError):
        file.write(Settings(volume=90))
    assert file.read().volume == 10
    assert len(list(tmp_path.iterdir())) == 1


@given(settings=any_settings, locale=st.sampled_from(Locale))
def test_every_row_changes_only_its_own(settings: Settings, locale: Locale) -> None:
    for row in setting_rows(settings, Words(locale), voice=True):
        there = row.stepped(1)
        changed = [name for name in Settings.__slots__ if getattr(there, name) != getattr(settings, name)]
        assert len(changed) <= 1
        if row.options:
            assert 0 <= row.now < len(row.options)
