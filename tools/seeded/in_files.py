"""Faults of the file: what editors, unzipping and merging do to it."""

from __future__ import annotations

from random import Random

from tools.seeded.kinds import kind
from tools.seeded.page import QUOTED, Page, Planted, picked, written


def first_beyond_ascii(page: Page) -> int:
    return next((at for at, line in enumerate(page.lines) if not line.isascii()), 0)


@kind("file", "byte order mark", "SC005")
def byte_order_mark(page: Page, chance: Random) -> Planted | None:
    """Saved by an editor that writes a byte order mark."""
    # Such editors end lines as Windows does, or leave some as they were.
    ended = b"".join(line.encode() + chance.choice([b"\n", b"\r\n"]) for line in page.lines)
    return Planted(b"\xef\xbb\xbf" + ended, frozenset({1}), "BOM")


@kind("file", "GBK", "SC007 SC008")
def gbk(page: Page, chance: Random) -> Planted | None:
    """Saved in the Chinese encoding of an old editor."""
    data = written(page.lines).decode().encode("gb18030")
    return Planted(data, frozenset({first_beyond_ascii(page) + 1}), "GB 18030")


@kind("file", "UTF-16", "SC006")
def utf_16(page: Page, chance: Random) -> Planted | None:
    """Saved as “Unicode”, which is UTF-16."""
    endings = chance.choice(["utf-16", "utf-16-le", "utf-16-be"])
    return Planted(written(page.lines).decode().encode(endings), frozenset({1}), endings)


@kind("file", "broken byte", "SC008 SC007")
def broken_byte(page: Page, chance: Random) -> Planted | None:
    """One byte of a Chinese character was lost on the way."""
    at = picked(chance, [at for at, line in enumerate(page.lines) if max(line, default="") >= "\u2e80"])
    if at is None:
        return None
    line = page.lines[at].encode()
    lost = next(place for place, byte in enumerate(line) if byte >= 0xE0)
    lines = [each.encode() for each in page.lines]
    lines[at] = line[:lost] + line[lost + 1 :]
    return Planted(b"\n".join(lines) + b"\n", frozenset({at + 1}), "a byte less")


@kind("file", "unseen character", "SC009")
def unseen_character(page: Page, chance: Random) -> Planted | None:
    """A control character was pasted along."""
    at = picked(chance, page.found(QUOTED.pattern))
    if at is None:
        return None
    sign = chance.choice(["\x0b", "\x08", "\x1f", "\ufeff"])
    line = page.lines[at]
    place = chance.randrange(line.index('"') + 1, len(line))
    return page.planted({at: line[:place] + sign + line[place:]}, note=f"U+{ord(sign):04X}")


@kind("file", "zero-width space", "SC009 SC214 SC401 SC402 SC404 SC409")
def zero_width_space(page: Page, chance: Random) -> Planted | None:
    """A name was pasted from a web page, with a space of no width behind it."""
    at = picked(chance, page.found(r" +(?:then|claims|promises|asks-about): [\w-]+"))
    return None if at is None else page.planted({at: page.lines[at] + "\u200b"})


@kind("file", "half saved", "SC105 SC106")
def half_saved(page: Page, chance: Random) -> Planted | None:
    """The program that saved it died in the middle of a sentence."""
    sites = [at for at in page.found(QUOTED.pattern) if at > len(page.lines) // 5]
    at = picked(chance, sites)
    if at is None:
        return None
    line = page.lines[at]
    place = chance.randrange(line.index('"') + 2, len(line) - 1)
    data = "\n".join([*page.lines[:at], line[:place]]).encode()
    return Planted(data, frozenset({at + 1}), line[:place].strip())


@kind("file", "merge marker", "SC103")
def merge_marker(page: Page, chance: Random) -> Planted | None:
    """A merge left its two halves and the marks between them."""
    at = picked(chance, page.found(r" +seconds: \d+| +then: [\w-]+|" + QUOTED.pattern))
    if at is None:
        return None
    line = page.lines[at]
    return page.planted({at: ["<<<<<<< HEAD", line, "=======", line, ">>>>>>> theirs"]}, note="conflict")
