"""What every test may rely on: no screen, no loudspeaker, a home of its own, and the shipped files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from game.engine.psychology import Psychology
from game.engine.scenario import Scenario
from tests.length import examples

# Before anything imports pygame.
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
# English, whatever the machine speaks; a test that wants another language says so.
os.environ["LANG"] = "en_GB.UTF-8"
for name in ("LC_ALL", "LC_MESSAGES", "RAPPORT_LANG"):
    os.environ.pop(name, None)

# A reviewing machine tries the same cases every time, so that a red run is about the change; at home
# every run tries new ones.
settings.register_profile(
    "home", max_examples=examples(100), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("review", parent=settings.get_profile("home"), derandomize=True, database=None)
settings.load_profile("review" if os.environ.get("CI") else "home")


@pytest.fixture(autouse=True)
def _home_of_its_own(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """No test reads or writes what belongs to whoever runs it, nor speaks the language of the machine."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("RAPPORT_HOME", str(home))
    monkeypatch.setenv("LANGUAGE", "en")  # a run of the command leaves its own behind
    yield home


@pytest.fixture(scope="session")
def shipped_psychology() -> Psychology:
    """The shipped customer model."""
    from tools.shipped import psychology

    return psychology()


@pytest.fixture(scope="session")
def postgresql_address() -> Iterator[str]:
    """A PostgreSQL for all tests that ask for one; each empties it first (`tests.engines`)."""
    from tools.load.postgresql import postgresql

    with postgresql() as address:
        yield address


@pytest.fixture(scope="session")
def seven_seconds() -> Scenario:
    """The shipped scenario `seven-seconds`; its words are in `tools.shipped.reading`."""
    from tools.shipped import scenario

    return scenario("seven-seconds")
