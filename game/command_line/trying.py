"""The verb `test`: plays the golden paths that stand beside scenarios."""

# No postponed annotations here: the help texts in the annotations are words of the chosen language.

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.house import House

if TYPE_CHECKING:
    from game.content.diagnostics import Diagnostic


def add_to(app: typer.Typer, house: House) -> None:
    """Add the verb to the command."""
    words = house.words

    @app.command(
        "test",
        help=words("Play the golden paths beside scenarios; ends with 1 where one comes out otherwise."),
    )
    def test(
        paths: Annotated[
            list[Path],
            typer.Argument(
                metavar="PATH...", help=words("Scenarios, files of golden paths, or folders of them.")
            ),
        ],
        as_json: Annotated[
            bool, typer.Option("--json", help=words("Print one JSON object instead of a page."))
        ] = False,
    ) -> None:
        raise typer.Exit(tested(house, paths, as_json))


def tested(house: House, paths: Sequence[Path], as_json: bool) -> int:
    """Play every golden path that is found and print what differs.

    Returns:
        the exit code: 1 where a path comes out otherwise or a file has errors.

    Raises:
        Complaint: there is nothing to play.
    """
    from game.command_line.streams import tell

    words = house.words
    records: list[dict[str, Any]] = []
    faults = 0
    for file in _files(house, paths):
        found, plays = trials_of(file)
        faults += bool(found)
        records.append({"file": file.as_posix(), "paths": plays, "diagnostics": found})
    if as_json:
        told = [
            {**record, "diagnostics": [each.record(words.locale) for each in record["diagnostics"]]}
            for record in records
        ]
        tell(json.dumps({"files": told}, ensure_ascii=False, indent=1))
        return ExitCode.CONTENT_FAULTS if faults else ExitCode.FINE
    for record in records:
        for each in record["diagnostics"]:
            tell(each.rendered(words.locale))
        for play in record["paths"]:
            passed = words("as expected") if not play["faults"] else words("otherwise")
            end = words("{n} points", n=play["score"]) if play["score"] is not None else words("not ended")
            tell(f"{record['file']}  {play['id']}: {passed} · {end}")
    count = sum(len(record["paths"]) for record in records)
    bad = sum(bool(play["faults"]) for record in records for play in record["paths"])
    tell(
        words.count("{n} path played", "{n} paths played", count)
        + words("; ")
        + words.count("{n} came out otherwise", "{n} came out otherwise", bad)
    )
    return ExitCode.CONTENT_FAULTS if faults else ExitCode.FINE


def trials_of(file: Path) -> tuple[tuple["Diagnostic", ...], list[dict[str, Any]]]:
    """What is to be said of a file of golden paths once they were played, and a record for each path."""
    from game.authoring.trials import tried
    from game.content.golden_paths import read_golden_paths, scenario_of
    from game.content.loading import load_scenario
    from game.engine.scoring import score

    loaded = load_scenario(scenario_of(file))
    reading = read_golden_paths(file, loaded.scenario)
    if loaded.scenario is None:
        return (*loaded.errors, *reading.diagnostics), []
    trials = tried(reading, loaded.scenario) if not reading.findings.errors else ()
    plays = [
        {
            "id": trial.path,
            "faults": trial.faults,
            "ending": trial.conversation.outcome.ending if trial.conversation.outcome else None,
            "score": score(trial.conversation).total if trial.conversation.outcome else None,
        }
        for trial in trials
    ]
    return reading.diagnostics, plays


def _files(house: House, paths: Iterable[Path]) -> list[Path]:
    """The files of golden paths that some paths stand for."""
    from game.command_line.linting import named
    from game.content.golden_paths import ENDING

    words = house.words
    files: list[Path] = []
    for given in paths:
        path = given if given.exists() or given.suffix else named(given)
        if path.is_dir():
            files += sorted(path.rglob(f"*{ENDING}"))
        elif path.name.endswith(ENDING) or _is_paths(path):
            files.append(path)
        else:
            beside = path.with_name(path.stem + ENDING)
            if not beside.is_file():
                sentence = words("there is no file {file} with golden paths", file=beside)
                raise Complaint(sentence, "nothing-to-test")
            files.append(beside)
    if not files:
        raise Complaint(
            words("there are no golden paths here (files that end in .paths.yaml)"), "nothing-to-test"
        )
    return files


def _is_paths(path: Path) -> bool:
    """Whether a file with another name holds golden paths all the same."""
    from game.content.golden_paths import PATHS_HEAD

    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return any(line.startswith(f"{PATHS_HEAD}:") for line in file.read(4_000).splitlines())
    except OSError:
        return False
