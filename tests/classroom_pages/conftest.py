"""A stand-in server for every test, one browser for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.classroom_pages.stand_in import StandIn

if TYPE_CHECKING:
    from tests.classroom_pages.browser import Browser


@pytest.fixture
def server() -> Iterator[StandIn]:
    """A server that says what the test wants."""
    stand_in = StandIn()
    yield stand_in
    stand_in.close()


@pytest.fixture(scope="session")
def _one_browser() -> Iterator[Browser]:
    from tests.classroom_pages.browser import a_browser, missing

    if reason := missing():
        pytest.skip(reason)
    with a_browser() as browser:
        yield browser


@pytest.fixture
def browser(_one_browser: Browser) -> Iterator[Browser]:
    """The browser, its window as large as a projector; the policy of the pages holds in every test."""
    _one_browser.size(1920, 1080)
    _one_browser.rest(False)
    _one_browser.driver.get_log("browser")
    yield _one_browser
    violations, faults = _one_browser.violations(), _one_browser.faults()
    _one_browser.driver.get("about:blank")
    assert violations == []
    assert faults == []
