"""Every block of code in a README is run or parsed, so that none of them can go stale."""

from __future__ import annotations

import ast
import doctest
import json
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from game.command_line.program import run
from tests.repository.checkout import ROOT, tracked
from tools import begin

FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
DOCUMENTS = tracked("*.md")
PARSED = {"", "console", "json", "powershell", "python", "toml", "yaml"}


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block of a document."""

    document: Path
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.document}:{self.line}"


def blocks() -> list[Block]:
    """All fenced blocks of all documents."""
    found = []
    for document in DOCUMENTS:
        text = (ROOT / document).read_text(encoding="utf-8")
        for match in FENCE.finditer(text):
            line = text.count("\n", 0, match.start()) + 2
            found.append(Block(document, line, match[1], match[2]))
    return found


BLOCKS = blocks()


def in_language(language: str) -> list[Block]:
    """The blocks written in one language."""
    return [block for block in BLOCKS if block.language == language]


def commands(block: Block) -> list[list[str]]:
    """The commands that a console block shows, as lists of words."""
    shown = block.text.replace("\\\n", " ").splitlines()
    return [shlex.split(line[2:], comments=True) for line in shown if line.startswith("$ ")]


def test_every_block_is_in_a_language_that_is_checked() -> None:
    assert [str(block) for block in BLOCKS if block.language not in PARSED] == []


def test_python_runs() -> None:
    for block in in_language("python"):
        if ">>>" in block.text:
            session = doctest.DocTestParser().get_doctest(block.text, {}, str(block), None, block.line)
            assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(session).failed == 0, block
        else:
            ast.parse(block.text, str(block))


def test_yaml_parses() -> None:
    for block in in_language("yaml"):
        assert yaml.load(block.text, yaml.CSafeLoader), block


def test_json_parses() -> None:
    for block in in_language("json"):
        assert json.loads(block.text), block


def test_a_console_block_shows_commands() -> None:
    assert [str(block) for block in in_language("console") if not commands(block)] == []


def test_links_lead_somewhere() -> None:
    broken = [
        f"{document}: {target}"
        for document in DOCUMENTS
        for target in LINK.findall((ROOT / document).read_text(encoding="utf-8"))
        if not target.startswith(("http", "#"))
        and not (ROOT / document.parent / target.partition("#")[0]).exists()
    ]

    assert broken == []


def test_the_test_command_of_the_readme_is_what_the_reviewing_machine_calls() -> None:
    shown = [words for block in in_language("console") for words in commands(block)]
    called = [line.split() for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()]

    assert ["python3", "tools/begin.py", "test"] in shown
    assert ["python3", "tools/begin.py", "test"] in called


def test_windows_is_told_the_same() -> None:
    shown = [
        words[1:] for block in in_language("console") for words in commands(block) if words[0] == "python3"
    ]
    windows = [
        line.replace("\\", "/").split()[1:]
        for block in in_language("powershell")
        for line in block.text.splitlines()
        if line.startswith("py ")
    ]

    assert windows == [words for words in shown if words[0] == "tools/begin.py"]


def test_what_is_typed_is_there() -> None:
    """Programs of `tools/` exist, and `begin.py` knows the word after it."""
    for block in in_language("console"):
        for words in commands(block):
            programs = [word for word in words if word.startswith("tools/")]
            assert all((ROOT / program).is_file() for program in programs), block
            if programs == ["tools/begin.py"]:
                assert f"begin.py {words[2]}" in (begin.__doc__ or ""), block


def test_the_command_understands_what_is_typed(capsys: pytest.CaptureFixture[str]) -> None:
    """Every verb and option is there: with `--help` behind them they are parsed and nothing is done."""
    for block in in_language("console"):
        for words in commands(block):
            if Path(words[0]).name == "rapport":
                assert run([*words[1:], "--help"]) == 0, (str(block), capsys.readouterr().err)
