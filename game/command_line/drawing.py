"""The verb `graph`: the map of a scenario, as text for programs that draw or as a page."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from game.command_line.complaints import ExitCode
from game.command_line.handiwork import put, sound
from game.command_line.house import House

if TYPE_CHECKING:
    from game.content.loading import Loaded

PLAYS = 2_000


class Form(StrEnum):
    """How a map is printed."""

    MERMAID = "mermaid"
    DOT = "dot"


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verb to the command."""
    words = house.words

    @app.command("graph", help=words("Draw the map of a scenario: its stages, then its beats."))
    def graph(
        scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help=words("Id or file of a scenario."))],
        form: Annotated[
            Form, typer.Option("--format", help=words("For Mermaid or for Graphviz."))
        ] = Form.MERMAID,
        stages: Annotated[bool, typer.Option("--stages", help=words("Only the stages."))] = False,
        html: Annotated[
            Optional[Path],  # noqa: UP045 - typer reads the annotation
            typer.Option(
                "--html",
                metavar="FILE",
                help=words("Write a page: what a simulated class went through."),
            ),
        ] = None,
        plays: Annotated[
            int,
            typer.Option("--plays", min=9, max=100_000, help=words("Conversations on the page.")),
        ] = PLAYS,
    ) -> None:
        from game.command_line.streams import tell

        loaded = sound(house, scenario)
        if html is not None:
            _page(house, loaded, html, plays)
            tell(words("written: {file}", file=html))
        else:
            tell(_text(house, loaded, form, stages))
        raise typer.Exit(ExitCode.FINE)


def _text(house: House, loaded: "Loaded", form: Form, stages: bool) -> str:
    from game.authoring.graph import beat_graph, stage_graph
    from game.authoring.graph_text import dot, mermaid

    assert loaded.scenario is not None
    words = house.words
    parts = [(words("Stages"), stage_graph(loaded.scenario.psychology))]
    if not stages:
        parts.append((words("Beats"), beat_graph(loaded.scenario)))
    return mermaid(parts) if form is Form.MERMAID else dot(parts)


def _page(house: House, loaded: "Loaded", file: Path, plays: int) -> None:
    """Let a mixed class play and write what it went through."""
    import numpy as np

    from game.analysis.batch import play
    from game.analysis.sellers import HUMANS
    from game.authoring.graph import means, played_graph, together
    from game.authoring.graph_page import MapWords, page
    from game.engine.rules import Rules

    assert loaded.scenario is not None and loaded.wording is not None
    rules, wording, locale = Rules(loaded.scenario), loaded.wording, house.words.locale
    each = max(plays // len(HUMANS), 1)
    customers = np.arange(each, dtype=np.int32) % loaded.scenario.customers
    done = [play(rules, human, customers, seed) for seed, human in enumerate(HUMANS)]
    graph = together([played_graph(rules, one) for one in done])
    said = {
        **{name: text.said(locale) for name, text in wording.beats.items()},
        **{name: text.said(locale) for name, text in wording.endings.items()},
    }
    told = MapWords(wording.title.said(locale), said)
    text = page(graph, each * len(HUMANS), means(rules, done), told, house.words)
    put(house, file, text)
