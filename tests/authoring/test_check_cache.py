"""What `lint` keeps: the same words again, never old ones, and nothing where nothing can be kept."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from game.authoring import check_cache
from game.authoring.check_cache import Beside, CheckCache
from game.authoring.checks import checked, diagnostics_of
from game.content.diagnostics import Diagnostic
from tests.command_line.conftest import WET_UMBRELLA

SOUND = Path(WET_UMBRELLA).read_text("utf-8")
FAULTY = SOUND.replace("does: [praise]", "doess: [praise]  # 您好")


class Counting:
    """Reads files and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, path: Path) -> tuple[tuple[Diagnostic, ...], Beside | None]:
        self.times += 1
        return checked(path)


@pytest.fixture
def cache(tmp_path: Path) -> CheckCache:
    return CheckCache(tmp_path / "cache" / "lint")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "雨 伞.yaml"
    path.write_text(FAULTY, "utf-8")
    return path


def test_the_same_is_said_again_without_reading(cache: CheckCache, file: Path) -> None:
    reading = Counting()
    first = cache.diagnostics_of(file, reading)
    assert first == diagnostics_of(file) != ()
    assert cache.diagnostics_of(file, reading) == first
    assert reading.times == 1


def test_a_changed_file_is_read_anew(cache: CheckCache, file: Path) -> None:
    reading = Counting()
    assert cache.diagnostics_of(file, reading)
    file.write_text(FAULTY.replace("doess", "does"), "utf-8")
    assert not [found for found in cache.diagnostics_of(file, reading) if found.code == "SC203"]
    file.write_text(FAULTY, "utf-8")
    assert [found for found in cache.diagnostics_of(file, reading) if found.code == "SC203"]
    assert reading.times == 2


def test_a_silence_counts_as_a_change(cache: CheckCache, tmp_path: Path) -> None:
    example = Path("tests/broken/SC415-fact-never-claimed.yaml")
    file = tmp_path / "silent.yaml"
    text = example.read_text("utf-8")
    file.write_text(text, "utf-8")
    smells = [found for found in cache.diagnostics_of(file, checked) if found.code == "SC415"]
    assert smells
    lines = text.splitlines()
    lines[smells[0].place.line - 1] = lines[smells[0].place.line - 1].split("#")[0] + "  # allow SC415: later"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    assert "SC415" not in {found.code for found in cache.diagnostics_of(file, checked)}


def test_another_program_reads_anew(cache: CheckCache, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = Counting()
    cache.diagnostics_of(file, reading)
    monkeypatch.setattr(check_cache, "program", lambda: "a newer one")
    cache.diagnostics_of(file, reading)
    assert reading.times == 2


def test_the_program_is_its_sources_and_tables() -> None:
    check_cache.program.cache_clear()
    first = check_cache.program()
    check_cache.program.cache_clear()
    assert check_cache.program() == first
    assert (check_cache._PACKAGE / "content" / "psychology.yaml").is_file()


def test_golden_paths_are_read_anew_with_their_scenario(cache: CheckCache, tmp_path: Path) -> None:
    scenario = tmp_path / "umbrella.yaml"
    scenario.write_text(SOUND, "utf-8")
    paths = tmp_path / "umbrella.paths.yaml"
    paths.write_text("rapport-paths: 1\npaths:\n  one:\n    say: [no-such-line]\n", "utf-8")
    reading = Counting()
    assert [found.code for found in cache.diagnostics_of(paths, reading)] == ["SC402"]
    assert [found.code for found in cache.diagnostics_of(paths, reading)] == ["SC402"]
    assert reading.times == 1
    scenario.write_text("rapport: 1\n", "utf-8")
    assert cache.diagnostics_of(paths, reading) == diagnostics_of(paths)
    assert reading.times == 2


def test_golden_paths_of_a_scenario_known_by_its_id_are_always_read(
    cache: CheckCache, tmp_path: Path
) -> None:
    paths = tmp_path / "elsewhere.paths.yaml"
    paths.write_text(
        "rapport-paths: 1\nscenario: seven-seconds\npaths:\n  one:\n    say: [no-such-line]\n", "utf-8"
    )
    reading = Counting()
    first = cache.diagnostics_of(paths, reading)
    assert cache.diagnostics_of(paths, reading) == first
    assert reading.times == 2


def test_what_was_saved_while_reading_is_not_kept(cache: CheckCache, file: Path) -> None:
    def slow(path: Path) -> tuple[tuple[Diagnostic, ...], Beside | None]:
        found = checked(path)
        path.write_text(SOUND, "utf-8")
        return found

    cache.diagnostics_of(file, slow)
    assert not cache.folder.exists()


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b'{"sum": 1, "beside": [], "found": []}',
        b"[" * 100_000,
    ],
)
def test_damage_is_worked_out_again(cache: CheckCache, file: Path, damage: bytes) -> None:
    first = cache.diagnostics_of(file, checked)
    (entry,) = cache.folder.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(damage)
    assert cache.diagnostics_of(file, checked) == first
    assert entry.read_bytes() == whole


def test_one_letter_changed_is_damage(cache: CheckCache, file: Path) -> None:
    first = cache.diagnostics_of(file, checked)
    (entry,) = cache.folder.iterdir()
    entry.write_text(entry.read_text("utf-8").replace("doess", "dozes"), "utf-8")
    assert cache.diagnostics_of(file, checked) == first


def test_nothing_is_kept_where_nothing_can_be_written(file: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be", "utf-8")
    cache = CheckCache(tmp_path / "taken" / "lint")
    assert cache.diagnostics_of(file, checked) == diagnostics_of(file)


def test_what_is_no_file_is_told_as_always(cache: CheckCache, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.yaml", tmp_path):
        assert cache.diagnostics_of(path, checked) == diagnostics_of(path) != ()
    assert not cache.folder.exists()


def test_several_at_once_say_the_same(cache: CheckCache, file: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        said = list(pool.map(lambda _: cache.diagnostics_of(file, checked), range(12)))
    assert all(each == said[0] != () for each in said)
    assert [each.suffix for each in cache.folder.iterdir()] == [".json"]


def test_the_oldest_go_first(cache: CheckCache, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_cache, "MOST_FILES", 4)
    for number in range(7):
        file.write_text(f"{FAULTY}# {number}\n", "utf-8")
        cache.diagnostics_of(file, checked)
        assert len(list(cache.folder.iterdir())) <= 4
    reading = Counting()
    cache.diagnostics_of(file, reading)
    assert reading.times == 0


def test_what_is_kept_is_plain_data(cache: CheckCache, file: Path) -> None:
    cache.diagnostics_of(file, checked)
    (entry,) = cache.folder.iterdir()
    assert set(json.loads(entry.read_text("utf-8"))) == {"sum", "beside", "found"}
