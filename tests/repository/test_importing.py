"""Importing a module defines things and does nothing: no window, file, process, thread or socket."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.repository.checkout import ROOT, tracked

# Runs in a process of its own. It imports the outside libraries first, so that what they do at import
# is not put down to us, then every module of the game under an audit hook.
WATCHING = """
import importlib, json, sys, threading
from pathlib import Path

root, modules, outside = json.loads(sys.argv[1])
for name in outside:
    try:
        importlib.import_module(name)
    except ImportError:
        pass
watching, seen = True, []
DOING = ("socket.", "subprocess.", "os.fork", "os.exec", "os.posix_spawn", "os.system", "os.startfile",
         "_thread.", "os.mkdir", "os.remove", "os.rename", "shutil.", "sqlite3.", "tempfile.", "webbrowser.")

def watch(event, values):
    if not watching:
        return
    if event.startswith(DOING):
        seen.append([event, str(values)[:120]])
    elif event == "open" and isinstance(values[0], str):
        path, flags = Path(values[0]), values[2]
        source = path.suffix in {".py", ".pyc", ".so", ".pyd"} or "__pycache__" in path.parts
        ours = path.is_relative_to(root) and "site-packages" not in path.parts
        if not source and (ours or flags & 3):
            seen.append([event, str(values)[:120]])

sys.addaudithook(watch)
for name in modules:
    importlib.import_module(name)
watching = False
windows = []
if "pygame" in sys.modules:
    import pygame
    windows = [name for name in ("display", "font", "mixer")
               if getattr(sys.modules.get("pygame." + name), "get_init", bool)()]
print(json.dumps({"seen": seen, "windows": windows, "threads": threading.active_count()}))
"""
OUTSIDE = """
    numpy numpy.random yaml pydantic transitions transitions.extensions pygame pygame.freetype pygame_gui
    typer rich rich.console rich.table platformdirs babel babel.messages babel.support asyncio multiprocessing
    concurrent.futures sqlalchemy sqlalchemy.orm alembic alembic.command starlette uvicorn httpx2
""".split()  # noqa: SIM905


def test_importing_every_module_does_nothing() -> None:
    modules = [".".join(path.with_suffix("").parts) for path in tracked("game/*.py")]
    modules = [name.removesuffix(".__init__") for name in modules if not name.endswith("__main__")]
    modules = [name for name in modules if not name.startswith("game.records.migrations.")]

    report = watched(modules, OUTSIDE, ROOT)

    assert report == {"seen": [], "windows": [], "threads": 1}


def test_the_watch_would_see_a_file_being_opened(tmp_path: Path) -> None:
    opening = f"import socket\nsocket.socket().close()\nopen({str(ROOT / 'pyproject.toml')!r}).close()\n"
    (tmp_path / "reads_at_import.py").write_text(opening, encoding="utf-8")

    report = watched(["reads_at_import"], [], tmp_path)

    assert [event for event, _ in report["seen"]] == ["socket.__new__", "open"]


def watched(modules: list[str], outside: list[str], folder: Path) -> Any:
    """What importing these modules from a folder did, as the audit hook saw it."""
    answer = subprocess.run(
        [sys.executable, "-B", "-W", "ignore", "-c", WATCHING, json.dumps([str(ROOT), modules, outside])],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout.splitlines()[-1])
