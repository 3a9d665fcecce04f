"""A scenario as one file that can be handed on: a zip with the scenario, its golden paths and a list of both.

It is read in memory and never unpacked to disk, so that no name in it can lead anywhere. The list
(`package.json`) holds a SHA-256 of every other file.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

SUFFIX = ".rapport"
LIST, SCENARIO, PATHS, LETTER = "package.json", "scenario.yaml", "scenario.paths.yaml", "letter.md"
NAMES = frozenset({LIST, SCENARIO, PATHS, LETTER})
"""Every name that a package may hold."""

VERSION = 1
LARGEST = 8_000_000
"""Bytes that a package may unpack to."""

_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
"""How a zip begins: with a file in it, and with none."""
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of every entry, so that the same scenario gives the same bytes."""


@dataclass(frozen=True, slots=True)
class PackageFault:
    """Why a package cannot be used: the code of a diagnostic and what fills its message."""

    code: str
    values: Mapping[str, str | int] = field(default_factory=dict)


def is_package(data: bytes) -> bool:
    """Whether bytes are those of a zip file."""
    return data.startswith(_MAGIC)


def packed(name: str, fingerprint: str, files: Mapping[str, bytes]) -> bytes:
    """The bytes of a package; the same files give the same bytes.

    Args:
        name: the id of the scenario.
        fingerprint: of the scenario.
        files: contents by name; `scenario.yaml` must be among them.

    Raises:
        ValueError: a name is none of those that a package may hold.
    """
    if SCENARIO not in files or not set(files) <= NAMES - {LIST}:
        raise ValueError(f"a package holds {sorted(NAMES)}, not {sorted(files)}")
    about = {
        "rapport-package": VERSION,
        "id": name,
        "fingerprint": fingerprint,
        "files": {entry: hashlib.sha256(files[entry]).hexdigest() for entry in sorted(files)},
    }
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as archive:
        whole = {LIST: json.dumps(about, indent=1).encode("ascii"), **files}
        for entry in sorted(whole):
            info = zipfile.ZipInfo(entry, _FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, whole[entry])
    return page.getvalue()


def opened(data: bytes) -> Mapping[str, bytes] | PackageFault:
    """The files of a package by name, checked against its list; a fault where something is wrong with it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _checked(archive)
    except (ValueError, KeyError, RecursionError):
        return PackageFault("SC010", {"reason": LIST})
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, RuntimeError, EOFError, OSError):
        return PackageFault("SC010", {"reason": "zip"})


def _checked(archive: zipfile.ZipFile) -> Mapping[str, bytes] | PackageFault:
    entries = archive.infolist()
    for entry in entries:
        if entry.filename not in NAMES or entry.is_dir():
            return PackageFault("SC012", {"name": entry.filename[:60]})
        if sum(other.filename == entry.filename for other in entries) > 1:
            return PackageFault("SC010", {"reason": f"2 × {entry.filename}"})
    if sum(entry.file_size for entry in entries) > LARGEST:
        return PackageFault("SC013", {"limit": LARGEST // 1_000_000})
    files = {}
    for entry in entries:
        with archive.open(entry) as file:
            content = file.read(LARGEST + 1)  # what a header says of its size may be a lie
        if len(content) > LARGEST:
            return PackageFault("SC013", {"limit": LARGEST // 1_000_000})
        files[entry.filename] = content
    for name in (LIST, SCENARIO):
        if name not in files:
            return PackageFault("SC011", {"name": name})
    about = json.loads(files.pop(LIST))
    hashes = about.get("files") if isinstance(about, dict) else None
    if not isinstance(hashes, dict) or about.get("rapport-package") != VERSION:
        return PackageFault("SC010", {"reason": LIST})
    for name, content in files.items():
        if hashes.get(name) != hashlib.sha256(content).hexdigest():
            return PackageFault("SC014", {"name": name})
    missing = sorted(set(hashes) - set(files))
    return PackageFault("SC011", {"name": str(missing[0])}) if missing else files
