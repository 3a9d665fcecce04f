"""A file of ours as text: size, encoding and invisible characters are checked before anything reads it."""

from __future__ import annotations

import errno
import os
import re
import stat
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from game.content.diagnostics import Diagnostic, Findings
from game.content.package import SCENARIO, PackageFault, is_package, opened
from game.content.places import Place
from game.language.locale import Locale
from game.language.text import LocalisedText

SIZE_LIMIT = 4_000_000
"""Bytes; a longer file is refused unread."""

_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_UNSEEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_UTF16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
NO_FILE = LocalisedText({Locale.EN: "not a file", Locale.ZH: "不是文件"})
A_FOLDER = LocalisedText({Locale.EN: "a folder", Locale.ZH: "是文件夹"})
_FORBIDDEN = LocalisedText({Locale.EN: "no permission", Locale.ZH: "没有权限"})
_REASONS = {errno.EISDIR: A_FOLDER, errno.EACCES: _FORBIDDEN, errno.EPERM: _FORBIDDEN}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_GBK_PAIR = re.compile(rb"(?:[\xa1-\xfe][\xa1-\xfe]){2,}")
_MOST_UNSEEN = 20


@dataclass(frozen=True)
class Source:
    """The text of one file, under the name that people know it by."""

    file: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends, as YAML counts them."""
        return _BREAK.split(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """Where in the text each line begins."""
        return [0, *(found.end() for found in _BREAK.finditer(self.text))]

    def elsewhere(self, line: int, column: int = 1) -> Place | None:  # noqa: ARG002 - some others answer
        """Where a line comes from, if the text was made of something else."""
        return None

    def excerpt(self, line: int) -> str:
        """What is quoted of a line."""
        return self.line(line)

    def line(self, number: int) -> str:
        """One line, counted from 1; empty outside of the file."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""


def read_source(path: Path, file: str | None = None) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Reads a file strictly as UTF-8; of a package, the scenario in it.

    Args:
        path: The file.
        file: The name to tell faults by; the path as it was given when None.

    Returns:
        The source, or None when it cannot be used, and what there is to say about the file itself.
    """
    name = path.as_posix() if file is None else file
    findings = Findings(name)
    try:
        known = path.stat()
        if not (stat.S_ISREG(known.st_mode) or stat.S_ISDIR(known.st_mode)):
            findings.add("SC002", reason=NO_FILE)  # a device or a pipe would never end
            return None, findings.told()
        size = known.st_size
        if size > SIZE_LIMIT:
            findings.add("SC003", limit=SIZE_LIMIT // 1_000_000)
            return None, findings.told()
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        findings.add("SC001", name=path.name, folder=folder_of(path))
        return None, findings.told()
    except (OSError, ValueError) as reason:
        findings.add("SC002", reason=why_unread(reason))
        return None, findings.told()
    if is_package(data):
        unpacked = opened(data)
        if isinstance(unpacked, PackageFault):
            findings.add(unpacked.code, **unpacked.values)
            return None, findings.told()
        data = unpacked[SCENARIO]
    return decode(data, name)


def why_unread(error: OSError | ValueError) -> LocalisedText | str:
    """Why a file cannot be read; a rare reason as the system says it."""
    known = _REASONS.get(getattr(error, "errno", None) or 0)
    return known or getattr(error, "strerror", None) or str(error)


def folder_of(path: Path) -> str:
    """The folder in which a file was looked for, whatever the folder of the program is."""
    return Path(os.path.abspath(path)).parent.as_posix()  # noqa: PTH100 - links are not followed


def decode(data: bytes, file: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The text of a file's bytes, strictly UTF-8, with what there is to say about them."""
    findings = Findings(file)
    if len(data) > SIZE_LIMIT:
        findings.add("SC003", limit=SIZE_LIMIT // 1_000_000)
        return None, findings.told()
    if data.startswith(_OLD_OFFICE):
        findings.add("SC015")
        return None, findings.told()
    if data.startswith(_UTF16_OR_32) or (len(data) > 3 and data[:4].count(0) in {2, 3}):
        findings.add("SC006")
        return None, findings.told()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        _tell_encoding(data, fault.start, findings)
        return None, findings.told()
    source = Source(file, text.removeprefix("\ufeff"))
    return source if _readable(source, text, findings) else None, findings.told()


def _readable(source: Source, text: str, findings: Findings) -> bool:
    findings.show(source)
    if text.startswith("\ufeff"):
        findings.add("SC005")
    if not source.text.strip():
        findings.add("SC004")
    for count, unseen in enumerate(_UNSEEN.finditer(source.text)):
        if count == _MOST_UNSEEN:
            break
        before = _BREAK.split(source.text[: unseen.start()])
        findings.add("SC009", len(before), len(before[-1]) + 1, point=f"{ord(unseen.group()):04X}")
    return not findings.errors


def _tell_encoding(data: bytes, start: int, findings: Findings) -> None:
    """Tells which encoding the bytes probably are in, at the first byte that is not UTF-8."""
    before = data[:start]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    high = sum(byte > 0x7F for byte in data)
    if sum(len(pair) for pair in _GBK_PAIR.findall(data)) * 10 >= high * 8:
        findings.add("SC007", line, column)
    else:
        findings.add("SC008", line, column, byte=f"{data[start]:02X}")
