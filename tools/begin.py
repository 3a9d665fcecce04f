"""From a fresh checkout to a running game, or to a passed test suite, in one command.

    python3 tools/begin.py play     installs into .venv and opens the game
    python3 tools/begin.py test     installs into .venv and runs the tests
    python3 tools/begin.py check    installs into .venv and runs everything a reviewer's machine runs

Further words are handed on: `play seven-seconds --text`, `test tests/laws`. It needs nothing but Python,
so it imports nothing but what comes with Python. What is installed once is not installed again until
`pyproject.toml` changes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PROGRAMS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
ENDING = ".exe" if os.name == "nt" else ""
PYTHON = PROGRAMS / f"python{ENDING}"
OLDEST = (3, 11)
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy", "--strict", "-p", "game", "-p", "tests", "-p", "tools"),
    ("lint-imports",),
)
"""What has to be silent before the tests are worth running."""


def main(words: list[str]) -> int:
    """Do what the first word says and answer with an exit code (0 well, 1 not well, 2 not understood)."""
    # Older Pythons must be able to read this file far enough to be told so.
    if sys.version_info < OLDEST:
        print(f"Rapport needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}.")
        return 1
    doing, *rest = words or [""]
    if doing == "play":
        return install("") or run(PROGRAMS / f"rapport{ENDING}", "play", *rest)
    if doing == "test":
        return install("test") or test(rest)
    if doing == "check":
        return install("test") or check()
    print(__doc__)
    return 2


def install(extra: str) -> int:
    """Make `.venv` and install Rapport there, editable, with one set of extras ("" for none)."""
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    done = ENVIRONMENT / f"installed-{extra or 'game'}"
    if PYTHON.exists() and done.exists() and done.read_text(encoding="ascii") == wanted:
        return 0
    if not PYTHON.exists() and make_environment() != 0:
        return 1
    what = f"{ROOT}[{extra}]" if extra else str(ROOT)
    code = run(PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--editable", what)
    if code == 0:
        done.write_text(wanted, encoding="ascii")
    return code


def make_environment() -> int:
    """Make `.venv`; on a Debian without the package for it, install that first."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        if not shutil.which("apt-get"):
            print("This Python cannot make virtual environments: its `ensurepip` is missing.")
            return 1
        package = f"python3.{sys.version_info.minor}-venv"
        superuser = [] if os.geteuid() == 0 else ["sudo"]
        run(*superuser, "apt-get", "update")
        code = run(*superuser, "apt-get", "install", "--yes", package)
        if code != 0:
            return code
    venv.create(ENVIRONMENT, with_pip=True, clear=ENVIRONMENT.exists())
    return 0


def test(words: list[str]) -> int:
    """Run the tests without a screen and without a loudspeaker; `words` go to pytest.

    All of them run on all processors, one file after the other on each.
    """
    words = words or ["--numprocesses", "auto", "--dist", "loadfile"]
    silent = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYTHONUTF8": "1"}
    return run(PYTHON, "-m", "pytest", *words, **silent)


def check() -> int:
    """Run every check to its end, so that one fault does not hide another; 1 when any fails."""
    failed = [words for words in CHECKS if run(PROGRAMS / (words[0] + ENDING), *words[1:]) != 0]
    for words in failed:
        print("failed:", " ".join(words))
    return 1 if failed else 0


def run(*words: str | Path, **environment: str) -> int:
    """Run a program in the checkout, shown before it starts; its exit code."""
    print("$", *words, flush=True)
    return subprocess.run(
        [str(word) for word in words], cwd=ROOT, env=os.environ | environment, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
