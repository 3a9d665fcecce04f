"""Collects the interface's sentences from the sources and keeps the Chinese catalogue in step with them.

python tools/catalogue.py extract    print every sentence and where it is said
python tools/catalogue.py update     take new sentences into the .po file, drop those no longer said
python tools/catalogue.py compile    write the .mo file that the program reads
python tools/catalogue.py check      say what is missing, unsure or out of step; exit 1 if anything is
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from game.language.locale import Locale  # noqa: E402
from game.language.words import catalogue_path  # noqa: E402

SOURCES = ROOT / "game"
SAYERS = frozenset({"words", "marked"})
WIDTH = 110
HEADER_COMMENT = "# The interface of Rapport in Chinese; kept in step by: python tools/catalogue.py update"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the sources: its text, its plural (or None) and where it is said."""

    text: str
    plural: str | None
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A call whose sentence is put together when it is said, so that nobody can translate it."""

    file: str
    line: int


def _name(node: ast.expr) -> str:
    """The last word of `words`, `self.words` or `self.desk.words`."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _literals(node: ast.expr) -> list[str] | None:
    """The literal texts an argument may be: none for a variable, None for a text put together on the spot."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.IfExp):
        sides = [_literals(node.body), _literals(node.orelse)]
        return None if None in sides else [text for side in sides if side for text in side]
    if isinstance(node, ast.JoinedStr | ast.BinOp):
        return None
    return []


def sentences_of(source: str, file: str) -> Iterator[Sentence | Unreadable]:
    """Every sentence handed to `words(...)`, `marked(...)` or `words.count(...)` in one source text."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        first = node.args[0]
        if _name(node.func) in SAYERS:
            texts = _literals(first)
            if texts is None:
                yield Unreadable(file, node.lineno)
                continue
            yield from (Sentence(text, None, file, node.lineno) for text in texts)
        elif isinstance(node.func, ast.Attribute) and node.func.attr == "count":
            if _name(node.func.value) != "words" or len(node.args) != 3:
                continue
            pair = (_literals(first) or [], _literals(node.args[1]) or [])
            if len(pair[0]) != 1 or len(pair[1]) != 1:
                yield Unreadable(file, node.lineno)
                continue
            yield Sentence(pair[0][0], pair[1][0], file, node.lineno)


def all_sentences(sources: Path = SOURCES) -> Iterator[Sentence | Unreadable]:
    """The sentences of every source file, in the order of files and lines."""
    for path in sorted(sources.rglob("*.py")):
        file = path.relative_to(sources.parent).as_posix()
        found = sentences_of(path.read_text("utf-8"), file)
        yield from sorted(found, key=lambda sentence: sentence.line)


def template(sentences: Iterable[Sentence | Unreadable], like: Catalog | None = None) -> Catalog:
    """An untranslated catalogue of the sentences; dates are those of `like`, so that nothing else changes."""
    catalogue = Catalog(project="rapport", domain="rapport", charset="utf-8")
    if like is not None:
        catalogue.creation_date = like.creation_date
    for sentence in sentences:
        if isinstance(sentence, Sentence):
            key = (sentence.text, sentence.plural) if sentence.plural is not None else sentence.text
            catalogue.add(key, locations=[(sentence.file, sentence.line)])
            message = catalogue.get(sentence.text)
            if message is not None:
                message.flags.discard("python-format")
    return catalogue


def read_catalogue(path: Path) -> Catalog:
    """A .po file, or an empty catalogue where there is none yet."""
    if not path.exists():
        return Catalog(
            locale="zh_CN",
            domain="rapport",
            header_comment=HEADER_COMMENT,
            project="Rapport",
            version="1",
            msgid_bugs_address="-",
            last_translator="Rapport",
            language_team="Rapport",
            revision_date="2026-11-22 00:00+0000",
            charset="utf-8",
        )
    with path.open("rb") as file:
        return read_po(file, locale="zh_CN", domain="rapport")


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as the bytes of a .mo file."""
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def said_by(mo: bytes) -> dict[object, str]:
    """Everything that a .mo file says, by its key; without the header, which names dates and versions."""
    catalogue: dict[object, str] = dict(vars(GNUTranslations(BytesIO(mo)))["_catalog"])
    catalogue.pop("", None)
    return catalogue


def places_in(text: str) -> set[str]:
    """The names of the places to be filled in: `{n}` gives `n`."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def faults(sources: Path = SOURCES) -> list[str]:
    """Everything that keeps the Chinese catalogue from being complete, as sentences."""
    path = catalogue_path(Locale.ZH, "po")
    catalogue = read_catalogue(path)
    found: list[str] = []
    for sentence in all_sentences(sources):
        where = f"{sentence.file}:{sentence.line}"
        if isinstance(sentence, Unreadable):
            found.append(f"{where}: the sentence is put together on the spot; write it as one literal")
            continue
        message = catalogue.get(sentence.text)
        said = (
            [] if message is None else [message.string] if isinstance(message.string, str) else message.string
        )
        if message is None or not said or not all(said):
            found.append(f"{where}: no Chinese for {sentence.text!r}")
        elif message.fuzzy:
            found.append(f"{where}: the Chinese for {sentence.text!r} is marked unsure")
        elif any(places_in(text) != places_in(sentence.plural or sentence.text) for text in said):
            found.append(f"{where}: the Chinese for {sentence.text!r} has other places to fill in")
    mo = catalogue_path(Locale.ZH)
    told = GNUTranslations(BytesIO(mo.read_bytes())) if mo.exists() else None
    if (
        told is None
        or vars(told)["_catalog"] != vars(GNUTranslations(BytesIO(compiled(catalogue))))["_catalog"]
    ):
        found.append(f"{mo.name} differs from {path.name}; run: python tools/catalogue.py compile")
    return found


def update() -> None:
    """Take new sentences into the .po file and drop those that nobody says any more."""
    path = catalogue_path(Locale.ZH, "po")
    catalogue = read_catalogue(path)
    catalogue.update(template(all_sentences(), like=catalogue), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    for message in catalogue:
        message.flags.discard("python-format")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=WIDTH, include_lineno=False, sort_output=False)


def compile_catalogue() -> None:
    """Write the .mo file beside the .po file."""
    catalogue_path(Locale.ZH).write_bytes(compiled(read_catalogue(catalogue_path(Locale.ZH, "po"))))


def main(arguments: list[str]) -> int:
    """Run one of the four verbs; the exit code is 1 for faults and 2 for an unknown verb."""
    match arguments:
        case ["extract"]:
            for sentence in all_sentences():
                text = sentence.text if isinstance(sentence, Sentence) else "(put together on the spot)"
                print(f"{sentence.file}:{sentence.line}: {text}")
        case ["update"]:
            update()
        case ["compile"]:
            compile_catalogue()
        case ["check"]:
            found = faults()
            print(*found, sep="\n", end="\n" if found else "")
            return 1 if found else 0
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
