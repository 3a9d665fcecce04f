"""Tries a real YAML language server with our schema: what an editor proposes and explains in a scenario.

    python tools/editor.py                       installs yaml-language-server from npm, for this once
    python tools/editor.py --server COMMAND      takes the one that is there
    python tools/editor.py --show                prints everything that was answered

It opens a shipped scenario beside the schema, as an editor would (the modeline of the file names the schema),
moves to places in it, asks for completion and hover, and compares the answers with what an author needs
there. Exit code 1 where something is missing, 2 where there is no npm.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # run as a program, Python finds the folder of the program only
    sys.path.insert(0, str(ROOT))

from game.content.schema import json_schema  # noqa: E402

SERVER = "yaml-language-server@1.18.0"
SCENARIO = ROOT / "scenarios" / "seven-seconds.yaml"
PATIENCE = 120
"""Seconds that an installation may take."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something an author does in the editor.

    Attributes:
        about: what it is.
        after: how a line of the scenario begins; behind the first such line new ones are typed.
        typed: the new lines; the cursor stands at their end, or in the word to be explained.
        wanted: labels that must be proposed, or pieces of the explanation.
        hover: it is asked what the last word typed means, instead of what may follow.
    """

    about: str
    after: str
    typed: str
    wanted: tuple[str, ...]
    hover: bool = False


LINE, BEAT, FACT = "      new-line:\n        ", "  new-beat:\n    ", "  new-fact:\n    "
"""What is typed before the field in question."""

QUESTIONS = (
    Question("fields of a line", "    lines:", LINE, ("does", "delivery", "note", "replies")),
    Question("words of a list", "    lines:", f"{LINE}delivery: [", ("warm", "brisk", "direct")),
    Question("tactics", "    lines:", f"{LINE}does: [", ("acknowledge", "give-first")),
    Question("tactics, one to a line", "    lines:", f"{LINE}does:\n          - ", ("listen",)),
    Question("conditions", "    lines:", f"{LINE}when: [", ("trust >= 35", "mood irritated")),
    Question("truth of a fact", "facts:", f"{FACT}truth: ", ("sound", "shaky", "untrue")),
    Question("fields of a beat", "beats:", BEAT, ("lines", "replies", "scene", "objection")),
    Question("stages of an ending", "endings:", "  new-one:\n    stage: ", ("cognition", "loyalty")),
    Question("where a scene plays", "scenes:", "  roof:\n    place: ", ("reception", "street")),
    Question("yes or no", "beats:", f"{BEAT}alone: ", ("true", "false")),
    Question("which resistance", "beats:", f"{BEAT}objection: ", ("price", "timing")),
    Question("fields of the file", "turns: 17", "", ("overrides", "target")),
    Question("what a field is", "    lines:", f"{LINE}craft:", ("How well", "话说得"), hover=True),
    Question("what a word is", "    lines:", f"{LINE}delivery: [warm", ("How it", "热情"), hover=True),
    Question("what a tactic is", "    lines:", f"{LINE}does: [listen", ("Listen", "倾听"), hover=True),
    Question("what a truth is", "facts:", f"{FACT}truth: shaky", ("checked", "核实"), hover=True),
)
"""What is asked; every new line is typed into the middle of the scenario."""


class Server:
    """A language server that is spoken to over its input and output."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start it."""
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._asked = 0
        self.faults: dict[str, list[dict[str, Any]]] = {}

    def begin(self, folder: Path) -> str:
        """Open a folder; what the server calls itself."""
        uri = folder.as_uri()
        told = self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": uri,
                "workspaceFolders": [{"uri": uri, "name": folder.name}],
                "capabilities": {
                    "workspace": {"configuration": True},
                    "textDocument": {
                        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                        "hover": {"contentFormat": ["markdown"]},
                        "publishDiagnostics": {},
                    },
                },
            },
        )
        self.tell("initialized", {})
        return str(told.get("serverInfo", {}).get("name", "yaml-language-server"))

    def ask(self, method: str, words: Any) -> Any:
        """A request and its answer; what the server asks meanwhile is answered."""
        self._asked += 1
        number = self._asked
        self._send({"jsonrpc": "2.0", "id": number, "method": method, "params": words})
        while True:
            message = self._read()
            if "method" in message:
                self._heard(message)
            elif message.get("id") == number:
                return message.get("result")

    def tell(self, method: str, words: Any) -> None:
        """A notice, which has no answer."""
        self._send({"jsonrpc": "2.0", "method": method, "params": words})

    def checked(self, uri: str) -> list[dict[str, Any]]:
        """What the server finds wrong with a file that is open."""
        while uri not in self.faults:
            self._heard(self._read())
        return self.faults[uri]

    def end(self) -> None:
        """Stop it."""
        self._process.kill()
        self._process.wait()

    def _heard(self, message: dict[str, Any]) -> None:
        if message["method"] == "textDocument/publishDiagnostics":
            self.faults[message["params"]["uri"]] = message["params"]["diagnostics"]
        if "id" not in message:
            return
        result: Any = None
        if message["method"] == "workspace/configuration":
            usual = {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}
            result = [usual if item.get("section") == "yaml" else {} for item in message["params"]["items"]]
        self._send({"jsonrpc": "2.0", "id": message["id"], "result": result})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        data = json.dumps(message).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if not length:
            raise SystemExit("the language server ended")
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


def answered(server: Server, folder: Path, number: int, question: Question) -> list[str]:
    """What the server answers: labels that it proposes, or the explanation."""
    lines = SCENARIO.read_text("utf-8").splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith(question.after))
    typed = question.typed.split("\n")
    lines[at + 1 : at + 1] = typed
    text = "\n".join(lines) + "\n"
    file = folder / f"scenario-{number}.yaml"
    file.write_text(text, "utf-8")
    document = {"uri": file.as_uri()}
    server.tell(
        "textDocument/didOpen",
        {"textDocument": {**document, "languageId": "yaml", "version": 1, "text": text}},
    )
    row = at + len(typed)
    column = len(lines[row]) - (2 if question.hover else 0)
    where = {"textDocument": document, "position": {"line": row, "character": column}}
    if question.hover:
        told = server.ask("textDocument/hover", where)
        contents = (told or {}).get("contents", {})
        return [contents.get("value", "") if isinstance(contents, dict) else str(contents)]
    told = server.ask("textDocument/completion", where)
    items = told.get("items", []) if isinstance(told, dict) else told or []
    return [item["label"] for item in items]


def complaints(server: Server, folder: Path) -> list[str]:
    """What the server says against the shipped scenarios as they are."""
    found = []
    for path in sorted(SCENARIO.parent.glob("*.yaml")):
        if path.name.endswith(".paths.yaml"):
            continue
        text = path.read_text("utf-8")
        file = folder / path.name
        file.write_text(text, "utf-8")
        server.tell(
            "textDocument/didOpen",
            {"textDocument": {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}},
        )
        for fault in server.checked(file.as_uri()):
            found.append(f"{path.name}:{fault['range']['start']['line'] + 1}: {fault['message']}")
    return found


def installed(folder: Path) -> list[str]:
    """The command of a server that was installed into a folder.

    Raises:
        SystemExit: there is no npm, or no network.
    """
    if shutil.which("npm") is None or shutil.which("node") is None:
        print("this needs Node.js and npm; they are not installed", file=sys.stderr)
        raise SystemExit(2)
    quiet = ["--no-audit", "--no-fund", "--loglevel=error", "--prefix", str(folder)]
    ended = subprocess.run(
        ["npm", "install", *quiet, SERVER],
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    if ended.returncode != 0:
        print(f"{SERVER} could not be installed from npm:\n{ended.stderr[-400:]}", file=sys.stderr)
        raise SystemExit(2)
    program = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    return ["node", str(program), "--stdio"]


def main(arguments: list[str]) -> int:
    """Ask everything and say what was answered; the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--server", default="", metavar="COMMAND", help="a language server that is there")
    parser.add_argument("--show", action="store_true", help="print everything that was answered")
    words = parser.parse_args(arguments)
    missing = 0
    with tempfile.TemporaryDirectory(prefix="rapport-editor-") as room:
        command = [words.server, "--stdio"] if words.server else installed(Path(room, "npm"))
        folder = Path(room, "scenarios")
        folder.mkdir()
        name = SCENARIO.read_text("utf-8").splitlines()[0].partition("$schema=")[2].strip()
        (folder / name).write_text(json.dumps(json_schema(), ensure_ascii=False), "utf-8")
        server = Server(command)
        try:
            server.begin(folder)
            for number, question in enumerate(QUESTIONS):
                answer = answered(server, folder, number, question)
                whole = "\n".join(answer)
                lacking = [w for w in question.wanted if not (w in whole if question.hover else w in answer)]
                missing += bool(lacking)
                kind = "explained" if question.hover else f"{len(answer)} proposals"
                state = f"MISSING {', '.join(lacking)}" if lacking else "as wanted"
                print(f"{question.about}: {kind}, {state}")
                if words.show:
                    print("    " + whole.replace("\n", "\n    "))
            against = complaints(server, folder)
        finally:
            server.end()
    print(f"complaints about the shipped scenarios: {len(against)}")
    for line in against[:20]:
        print(f"    {line}")
    return 1 if missing or against else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
