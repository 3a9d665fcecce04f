"""A real browser for the pages of the class: Debian's chromium without a window, driven by selenium."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")

from selenium.webdriver.chrome.service import Service  # noqa: E402
from selenium.webdriver.remote.webelement import WebElement  # noqa: E402

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")
SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
)
WATCH = """
window.__violations = [];
window.__faults = [];
window.__pace = 1;
window.__skipped = 0;
addEventListener('securitypolicyviolation', (event) =>
  window.__violations.push(event.violatedDirective + ' ' + event.blockedURI));
addEventListener('error', (event) => event.message && window.__faults.push(event.message));
addEventListener('unhandledrejection', (event) => window.__faults.push(String(event.reason)));
{
  const wait = window.setTimeout.bind(window);
  window.setTimeout = (does, after = 0, ...more) => wait(does, after / window.__pace, ...more);
  const now = performance.now.bind(performance);
  performance.now = () => now() + window.__skipped;
}
"""
"""Runs before every page: writes down what was refused and what went wrong, and lets a test hurry time."""

SMALLEST_TEXT = """
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
let smallest = [999, ''];
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const words = node.textContent.trim();
  const element = node.parentElement;
  if (!words || element.closest('.only-read-aloud, noscript, [hidden]')) continue;
  if (!element.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
  const size = parseFloat(getComputedStyle(element).fontSize);
  if (size < smallest[0]) smallest = [size, words];
}
return smallest;
"""
SPILLS = """
const [wide, high] = [innerWidth, innerHeight];
const spilled = [];
for (const element of document.querySelectorAll(arguments[0])) {
  if (!element.checkVisibility({visibilityProperty: true})) continue;
  const box = element.getBoundingClientRect();
  if (box.width && (box.left < -1 || box.right > wide + 1 || box.top < -1 || box.bottom > high + 1))
    spilled.push(element.className + ': ' + element.textContent.slice(0, 40));
}
return spilled;
"""


def missing() -> str:
    """Why no browser can be started; empty where one can."""
    if CHROMIUM is None:
        return "no chromium on this machine (Debian: apt-get install chromium)"
    if DRIVER is None:
        return "no chromedriver on this machine (Debian: apt-get install chromium-driver)"
    return ""


class Browser:
    """One browser and what tests want to know of the page in it."""

    def __init__(self, folder: Path) -> None:
        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM or ""
        for switch in (*SWITCHES, f"--user-data-dir={folder}"):
            options.add_argument(switch)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(DRIVER))
        self.driver.set_page_load_timeout(30)
        self.command("Page.addScriptToEvaluateOnNewDocument", source=WATCH)

    def command(self, name: str, **values: Any) -> Any:
        """A command of the browser's own protocol."""
        return self.driver.execute_cdp_cmd(name, values)

    def size(self, width: int, height: int, *, phone: bool = False) -> None:
        """The size of the page, in pixels."""
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=phone,
        )  # fmt: skip

    def tab(self) -> str:
        """Open another tab and go there; its name, for `go`."""
        self.driver.switch_to.new_window("tab")
        self.command("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
        return str(self.driver.current_window_handle)

    def go(self, tab: str) -> None:
        """Go to a tab."""
        self.driver.switch_to.window(tab)

    def close_tabs(self) -> None:
        """Only the first tab stays."""
        first, *others = self.driver.window_handles
        for other in others:
            self.driver.switch_to.window(other)
            self.driver.close()
        self.driver.switch_to.window(first)

    def rest(self, wanted: bool) -> None:
        """Whether this browser asks pages not to move."""
        value = "reduce" if wanted else "no-preference"
        feature = {"name": "prefers-reduced-motion", "value": value}
        self.command("Emulation.setEmulatedMedia", features=[feature])

    def open(self, address: str) -> None:
        """Open a page anew, whatever stands behind its `#`."""
        self.driver.get("about:blank")
        self.driver.get(address)

    def run(self, script: str, *values: Any) -> Any:
        """Run a script in the page."""
        return self.driver.execute_script(script, *values)

    def until(self, condition: str, *values: Any, seconds: float = 20) -> Any:
        """Wait until an expression in the page is true; its value."""
        end = time.monotonic() + seconds
        found: Any = None
        while time.monotonic() < end:
            found = self.run(f"return ({condition})", *values)
            if found:
                return found
            time.sleep(0.03)
        seen = self.run("return document.body.innerText.slice(0, 600)")
        raise AssertionError(f"never true: {condition}\nfaults: {self.faults()}\nthe page says:\n{seen}")

    def find(self, selector: str) -> WebElement:
        """The first element of a selector, once it is there."""
        self.until("document.querySelector(arguments[0])", selector)
        found: WebElement = self.driver.find_element("css selector", selector)
        return found

    def all(self, selector: str) -> list[WebElement]:
        """All elements of a selector."""
        return list(self.driver.find_elements("css selector", selector))

    def press(self, selector: str, words: str = "") -> None:
        """Press a button, the first one that says these words."""
        self.until(
            "(() => { const one = [...document.querySelectorAll(arguments[0])]"
            ".find(e => e.checkVisibility() && !e.disabled && e.textContent.includes(arguments[1]));"
            " one?.click(); return Boolean(one); })()",
            selector,
            words,
        )

    def key(self, key: str) -> None:
        """Press a key of the keyboard, wherever the focus is."""
        self.run("document.body.focus()")
        self.command("Input.dispatchKeyEvent", type="keyDown", key=key, text=key)
        self.command("Input.dispatchKeyEvent", type="keyUp", key=key)

    def text(self, selector: str = "body") -> str:
        """What can be read in an element."""
        return str(self.run("return document.querySelector(arguments[0])?.innerText ?? ''", selector))

    def violations(self) -> list[str]:
        """What the content security policy refused, by the page and by the browser's log."""
        log = [entry["message"] for entry in self.driver.get_log("browser")]
        return [
            *self.run("return window.__violations ?? []"),
            *(line for line in log if "Content Security Policy" in line or "Refused to" in line),
        ]

    def faults(self) -> list[str]:
        """Errors of scripts."""
        found: list[str] = self.run("return window.__faults ?? []")
        return found

    def spills(self, selector: str) -> list[str]:
        """Elements that reach beyond the window."""
        found: list[str] = self.run(SPILLS, selector)
        return found

    def smallest_text(self) -> tuple[float, str]:
        """The smallest text that can be seen, in pixels, and its words."""
        size, words = self.run(SMALLEST_TEXT)
        return float(size), str(words)

    def broken(self) -> Any:
        """Whatever a hostile name managed to run; None where nothing ran."""
        return self.run("return window.__broken ?? null")


@contextmanager
def a_browser() -> Iterator[Browser]:
    """A browser with a profile of its own, closed at the end."""
    with TemporaryDirectory(prefix="rapport-browser-", ignore_cleanup_errors=True) as folder:
        browser = Browser(Path(folder))
        try:
            yield browser
        finally:
            browser.driver.quit()
