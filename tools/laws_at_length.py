"""Tries the laws of the customer model at length: the same tests with many times the examples.

    python tools/laws_at_length.py                    twenty times as many as in a usual run
    python tools/laws_at_length.py --times 200        a night's worth
    python tools/laws_at_length.py -k law_07          only some, chosen as pytest's -k does

In a usual run every law is tried on a few crowds of 400 random customers; here on many more, new ones each
time. The golden reactions (twelve textbook moments) are looked at along with them. What fails is told at
once, with the smallest example that was found, and a summary law by law comes last. Not part of the usual
tests. The exit code is 0 when everything holds, 1 when something does not, 2 when nothing could be tried.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # run as a program, Python finds the folder of the program only
    sys.path.insert(0, str(ROOT))

import pytest  # noqa: E402

from tests.length import TIMES  # noqa: E402

WHERE = ("tests/laws", "tests/test_golden_reactions.py")
TRIED = re.compile(r"(\d+) passing")
LAW = re.compile(r"test_law_(\d+)")


@dataclass(slots=True)
class Tally:
    """What became of the tests of one law, or of one file of tests without a number."""

    held: int = 0
    failed: int = 0
    left_out: int = 0
    examples: int = 0
    seconds: float = 0.0


@dataclass(slots=True, eq=False)
class Account:
    """Listens to pytest: a line of progress, failures at once, and a tally for every law."""

    begun: float = field(default_factory=time.monotonic)
    watched: bool = field(default_factory=sys.stderr.isatty)
    tallies: dict[str, Tally] = field(default_factory=dict)
    examples: dict[str, int] = field(default_factory=dict)
    count: int = 0
    done: int = 0

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """So many tests were chosen."""
        self.count = len(session.items)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> None:
        """Hypothesis leaves an account of its examples on the test."""
        told = TRIED.findall(str(getattr(item, "hypothesis_statistics", "")))
        self.examples[item.nodeid] = sum(map(int, told))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A part of a test is over."""
        tally = self.tallies.setdefault(named(report.nodeid), Tally())
        tally.seconds += report.duration
        if report.failed:
            tally.failed += 1
            print(f"\n{report.nodeid} does not hold\n{report.longreprtext}", flush=True)
        if report.skipped:
            tally.left_out += 1
        if report.when == "call" and report.passed:
            tally.held += 1
        if report.when == "teardown":
            tally.examples += self.examples.get(report.nodeid, 0)
            self.done += 1
            self.progress(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file that cannot be read is told as a failure."""
        if report.failed:
            self.tallies.setdefault(named(report.nodeid), Tally()).failed += 1
            print(f"{report.nodeid}\n{report.longreprtext}", flush=True)

    def progress(self, name: str) -> None:
        """One line that is written over, or now and then a line where nobody watches."""
        passed = time.monotonic() - self.begun
        line = f"{self.done}/{self.count}, {passed:.0f} s, {name.rpartition('::')[2]}"
        if self.watched:
            print(f"\r{line[:100]:<100}", end="", file=sys.stderr, flush=True)
        elif self.done % 25 == 0 or self.done == self.count:
            print(line, file=sys.stderr, flush=True)

    def summary(self) -> str:
        """A table, law by law."""
        head = f"{'law':<28}{'held':>6}{'failed':>8}{'left out':>10}{'examples':>10}{'seconds':>9}"
        rows = [
            f"{name:<28}{tally.held:>6}{tally.failed:>8}{tally.left_out:>10}{tally.examples:>10}"
            f"{tally.seconds:>9.1f}"
            for name, tally in sorted(self.tallies.items())
        ]
        failed = sum(tally.failed for tally in self.tallies.values())
        examples = sum(tally.examples for tally in self.tallies.values())
        last = (
            f"{self.done} tests, {examples} examples, {time.monotonic() - self.begun:.0f} s: "
            f"{'everything holds' if not failed else f'{failed} do not hold'}"
        )
        return "\n".join([head, "-" * len(head), *rows, "", last])


def named(test: str) -> str:
    """`law 07`, or the name of the file for what has no number."""
    found = LAW.search(test)
    if found:
        return f"law {int(found[1]):02}"
    return Path(test.partition("::")[0]).stem.removeprefix("test_").replace("_", " ")


def main(words: list[str]) -> int:
    """Try the laws; the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=20, help="times as many examples as usual (20)")
    parser.add_argument("-k", metavar="WORDS", default="", help="only tests whose names match, as in pytest")
    picked = parser.parse_args(words)
    if picked.times < 1:
        parser.error("--times has to be at least 1")
    os.environ[TIMES] = str(picked.times)
    account = Account()
    options = [*(str(ROOT / path) for path in WHERE), "--rootdir", str(ROOT), "-p", "no:terminal"]
    code = pytest.main(
        [*options, "-o", "addopts=", *(["-k", picked.k] if picked.k else [])], plugins=[account]
    )
    if code == pytest.ExitCode.NO_TESTS_COLLECTED:
        print(f"no test matches {picked.k!r}", file=sys.stderr)
    if code not in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED}:
        return 2
    print(("\n" if account.watched else "") + account.summary())
    return 0 if code == pytest.ExitCode.OK else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
