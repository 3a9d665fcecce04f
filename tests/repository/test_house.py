"""The house: what stands at the top, how long a module may be, what nothing may be called."""

from __future__ import annotations

import ast
import re

import pytest

from tests.repository.checkout import ROOT, tracked, words_of

TOP = {
    "game",
    "scenarios",
    "assets",
    "tests",
    "tools",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
}
LONGEST = 300
SAYS_NOTHING = re.compile(r"(^|_)(utils?|helpers?|common|misc|managers?)(_|$)")
MODULES = tracked("game/*.py", "tools/*.py", "tests/*.py")

# Put together here, so that this file does not trip over itself.
STRANGE_TEXTS = {
    "a path of the machine it was written on": "/".join([r"(?<![\w.])", "(work|opt/rv|tmp/spec|root)", ""]),
    "a package registry": r"pypi\."
    + "org|files.python"
    + "hosted|deb"
    + r"\.debian\.org|registry\.npm"
    + "js",
    "a download address": "https?://" + r"[^\s\"')]+(\.whl|\.tgz|\.tar\.gz|\.deb|/simple/)",
    "unfinished work": "TO" + "DO|FIX" + "ME|X" + "XX|NotImplemented" + "Error",
}


def test_the_top_level_is_the_agreed_one() -> None:
    top = {path.parts[0] for path in tracked() if not path.parts[0].startswith(".")}

    assert top <= TOP, f"not agreed: {sorted(top - TOP)}"
    assert top >= TOP, f"missing: {sorted(TOP - top)}"


def test_modules_are_short() -> None:
    lengths = {path: len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in MODULES}
    long = {
        str(path): length for path, length in lengths.items() if length > LONGEST and path.parts[0] != "tests"
    }

    assert long == {}, "could a part of these have a room of its own?"


def test_names_say_something() -> None:
    named = [
        str(path) for path in MODULES for part in path.with_suffix("").parts if SAYS_NOTHING.search(part)
    ]

    assert named == []


def test_every_module_says_what_it_is() -> None:
    silent = [
        str(path)
        for path in MODULES
        if (ROOT / path).stat().st_size and not ast.get_docstring(ast.parse((ROOT / path).read_text("utf-8")))
    ]

    assert [path for path in silent if not path.startswith("tests")] == []


@pytest.mark.parametrize("what", STRANGE_TEXTS)
def test_no_tracked_text_has(what: str) -> None:
    pattern = re.compile(STRANGE_TEXTS[what])
    found = [
        f"{path}:{number}: {line.strip()[:120]}"
        for path in tracked()
        for number, line in enumerate((words_of(path) or "").splitlines(), start=1)
        if pattern.search(line)
    ]

    assert found == []


def test_every_text_is_utf8_with_plain_line_ends() -> None:
    odd = []
    for path in tracked():
        if path.parts[:2] == ("tests", "broken"):
            continue  # broken on purpose
        text = words_of(path)
        if text is not None and ("\r" in text or (text and not text.endswith("\n"))):
            odd.append(str(path))

    assert odd == []


def test_every_package_folder_is_a_package() -> None:
    folders = {path.parent for path in MODULES}

    assert sorted(str(folder) for folder in folders if not (ROOT / folder / "__init__.py").is_file()) == []


def test_nothing_that_is_installed_bends_the_search_path() -> None:
    bending = [
        str(path)
        for path in MODULES
        if path.parts[0] == "game" and "sys.path" in (ROOT / path).read_text(encoding="utf-8")
    ]

    assert bending == []
