"""What an author may do without any harm: `lint` must stay silent."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tools.seeded.in_yaml import rewritten, said, texts
from tools.seeded.page import Page, written

Change = Callable[[Page, Random], bytes]


def windows(page: Page, chance: Random) -> bytes:
    """Saved on Windows: every line ends with CR LF."""
    return written(page.lines).replace(b"\n", b"\r\n")


def mixed(page: Page, chance: Random) -> bytes:
    """Saved on two systems: some lines end with CR LF."""
    return b"".join(line.encode() + chance.choice([b"\n", b"\r\n"]) for line in page.lines)


def trailing(page: Page, chance: Random) -> bytes:
    """Spaces stand behind lines."""
    return written([line + " " * chance.randrange(3) for line in page.lines])


def no_last_end(page: Page, chance: Random) -> bytes:
    """The last line has no end."""
    return written(page.lines).rstrip(b"\n")


def comments(page: Page, chance: Random) -> bytes:
    """Comments stand between and behind entries."""
    lines = []
    for line in page.lines:
        if chance.random() < 0.05:
            lines.append("# a note to myself: {check} this & that")
        behind = re.fullmatch(r" +(?:does|seconds|when): .*", line) and chance.random() < 0.1
        lines.append(f"{line}  # why?" if behind else line)
    return written(lines)


def blank(page: Page, chance: Random) -> bytes:
    """Empty lines stand between entries."""
    return written(
        [part for line in page.lines for part in ((line, "") if chance.random() < 0.1 else (line,))]
    )


def plain(page: Page, chance: Random) -> bytes:
    """Texts that need no quotes have none."""
    chosen = {at: [rewritten(page, at, said(page, at))] for at in texts(page) if chance.random() < 0.2}
    return written(page.replaced(chosen))


def single(page: Page, chance: Random) -> bytes:
    """Texts stand in single quotes."""
    chosen = {
        at: [rewritten(page, at, "'" + said(page, at) + "'")]
        for at in texts(page)
        if "'" not in said(page, at) and chance.random() < 0.2
    }
    return written(page.replaced(chosen))


HARMLESS: dict[str, Change] = {
    "CR LF": windows,
    "CR LF and LF": mixed,
    "spaces behind lines": trailing,
    "no end of the last line": no_last_end,
    "comments": comments,
    "empty lines": blank,
    "texts without quotes": plain,
    "single quotes": single,
}
"""Every harmless change by its name."""
