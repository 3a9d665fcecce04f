"""The wheel that a trainee installs: what lies in it, and that it works away from the checkout."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.repository.checkout import ROOT, tracked

SHIPPED = {"scenarios": "game/shipped/scenarios", "assets": "game/shipped/assets"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network from nothing but the files under version control."""
    source, built = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("built")
    for path in tracked():
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, source / path)
    order = ["wheel", ".", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(built)]
    answer = run([sys.executable, "-m", "pip", *order], source)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    (found,) = built.glob("*.whl")
    return found


@pytest.mark.slow
def test_the_wheel_holds_all_that_is_shipped(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {path.as_posix() for path in tracked("game")}
    for folder, place in SHIPPED.items():
        wanted |= {f"{place}/{path.relative_to(folder).as_posix()}" for path in tracked(folder)}

    assert sorted(wanted - names) == []
    for name in (
        "game/content/psychology.yaml",
        "game/language/catalogues/zh/LC_MESSAGES/rapport.mo",
        "game/shipped/scenarios/seven-seconds.yaml",
        "game/py.typed",
    ):
        assert name in names


@pytest.mark.slow
def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"game"}


@pytest.mark.slow
def test_the_wheel_plays_in_a_fresh_environment(wheel: Path, tmp_path: Path) -> None:
    rapport, elsewhere = installed(wheel, tmp_path / "fresh"), tmp_path / "elsewhere"
    elsewhere.mkdir()
    golden = next((ROOT / "tests" / "golden").glob("seven-seconds.*.play")).read_text(encoding="utf-8")
    seed = next(line.split()[1] for line in golden.splitlines() if line.startswith("seed:"))
    lines = [line.split()[1] for line in golden.splitlines() if line.lstrip().startswith("say:")]

    version = run([str(rapport), "--version"], elsewhere)
    played = run(
        [str(rapport), "play", "seven-seconds", "--choices", ",".join(lines), "--seed", seed, "--json"],
        elsewhere,
    )

    assert version.returncode == 0, version.stderr
    assert "0.1.0" in version.stdout
    assert played.returncode == 0, played.stdout + played.stderr
    assert [turn["line"] for turn in json.loads(played.stdout)["turns"]] == lines


def installed(wheel: Path, environment: Path) -> Path:
    """The `rapport` of a new environment that has the wheel, and borrows the libraries of this one."""
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    python = programs / ("python.exe" if os.name == "nt" else "python")
    made = run([sys.executable, "-m", "venv", "--without-pip", str(environment)], wheel.parent)
    assert made.returncode == 0, made.stderr
    order = ["--python", str(python), "install", "--no-deps", "--no-index", str(wheel)]
    answer = run([sys.executable, "-m", "pip", *order], wheel.parent)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    own = run([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], wheel.parent)
    # A path in a .pth file comes after the environment's own, so that our wheel is found before a checkout.
    (Path(own.stdout.strip()) / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return programs / "rapport"


def run(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder, away from everything that would lead it back to the checkout."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        words,
        cwd=folder,
        env=environment | {"PYTHONUTF8": "1", "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
