"""The verb `coverage`: what of the field guide scenarios teach, and what is missing."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.house import House

if TYPE_CHECKING:
    from game.authoring.coverage import Coverage
    from game.content.field_guide import FieldGuide


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verb to the command."""
    words = house.words

    @app.command(
        "coverage", help=words("Show which items of the field guide scenarios teach, and which are missing.")
    )
    def coverage(
        folders: Annotated[
            Optional[list[Path]],  # noqa: UP045 - typer reads the annotation
            typer.Argument(
                metavar="PATH",
                help=words("Scenarios, or folders of them; those that come with Rapport if none are named."),
            ),
        ] = None,
        as_json: Annotated[
            bool, typer.Option("--json", help=words("Print one JSON object instead of a page."))
        ] = False,
        plain: Annotated[bool, typer.Option("--plain", help=words("Without colours and boxes."))] = False,
    ) -> None:
        from game.command_line.streams import tell
        from game.content.field_guide import FieldGuide

        guide = FieldGuide.load()
        found = surveyed(house, folders or [], guide)
        if as_json:
            tell(json.dumps(found.record(), ensure_ascii=False, indent=1))
        else:
            _show(house, found, guide, plain)
        raise typer.Exit(ExitCode.FINE)


def surveyed(house: House, folders: list[Path], guide: "FieldGuide") -> "Coverage":
    """What the scenarios of some folders teach; those that have errors are left out and named.

    Raises:
        Complaint: a folder does not exist, or no scenario can be read.
    """
    from game.authoring.coverage import coverage
    from game.command_line.streams import complain
    from game.content.library import Library, read_card
    from game.content.loading import load_scenario, psychology

    words = house.words
    cards = list(Library().listing()) if not folders else []
    for folder in folders:
        if folder.is_dir():
            cards += Library((folder,)).listing()
            continue
        found = Library().find(folder)
        if not isinstance(found, Path):
            sentence = words("there is no folder or scenario {folder}", folder=folder)
            raise Complaint(sentence, "unknown-folder")
        card = read_card(found)
        if card is None:
            complain(words("{file} has errors and was left out; rapport lint tells which.", file=found))
        else:
            cards.append(card)
    read = []
    for card in cards:
        loaded = load_scenario(card.path)
        if loaded.scenario is None:
            complain(words("{file} has errors and was left out; rapport lint tells which.", file=card.path))
        else:
            read.append((card, loaded.scenario))
    if not read:
        raise Complaint(words("there is no scenario that can be read here"), "unknown-scenario")
    return coverage(read, psychology().notes, guide)


def _show(house: House, found: "Coverage", guide: "FieldGuide", plain: bool) -> None:
    """The page for people: each scenario with its goals, then what of the guide nobody teaches."""
    from game.command_line.terminal.paper import paper
    from game.content.guide_entries import Priority

    words = house.words
    page = paper(words, plain=plain)

    def title(item: str) -> str:
        entry = guide.item(item)
        return entry.title.said(words.locale) if entry else item

    page.heading(words("What the scenarios teach"))
    for teaching in found.teachings:
        card = teaching.card
        page.header([card.title.said(words.locale), card.id, words("difficulty {n}", n=card.difficulty)])
        for item in teaching.named:
            page.row(title(item), item)
        more = len(teaching.practised)
        page.text(
            words.count("Its lines practise {n} more item.", "Its lines practise {n} more items.", more)
        )
    headings = {
        Priority.CORE: words("Core items that no scenario teaches yet"),
        Priority.IMPORTANT: words("Important items that no scenario teaches yet"),
    }
    for priority, heading in headings.items():
        taught, missing = found.taught(priority), found.missing(priority)
        page.heading(heading)
        page.text(words("{taught} of {all} are taught.", taught=len(taught), all=len(taught) + len(missing)))
        for item in missing:
            page.row(title(item), item)
