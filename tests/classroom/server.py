"""A class server that really runs: a file, a port, processes that mark; in a thread of the test."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

from game.classroom.serving import Host, Plan, Ready

ANSWERS = 30.0


@dataclass
class Running:
    """A server that answers, and its trainer.

    Attributes:
        ready: where it is.
        host: all that is open in it.
    """

    ready: Ready
    host: Host
    thread: threading.Thread

    @property
    def origin(self) -> str:
        """Where requests go."""
        return f"http://127.0.0.1:{self.ready.port}"

    def trainer(self, path: str, body: dict[str, Any] | None = None, method: str = "POST") -> Any:
        """What the trainer does or asks; paths begin behind the class."""
        address = f"{self.origin}/api/v1/trainer/sessions/{self.ready.session}{path}"
        with httpx2.Client(trust_env=False, timeout=ANSWERS, verify=False) as client:
            answer = client.request(
                method,
                address,
                json=body or {} if method == "POST" else None,
                headers={"Authorization": f"Bearer {self.host.key}"},
            )
        assert answer.is_success, (answer.status_code, answer.text)
        return answer.json()

    def round(self, scenario: str = "seven-seconds", mode: str = "race", **more: Any) -> str:
        """Open a round; its id."""
        made = self.trainer("/rounds", {"scenario": scenario, "mode": mode, **more})
        found = str(
            made.get("round", made).get("id") if isinstance(made.get("round", made), dict) else made["round"]
        )
        self.trainer(f"/rounds/{found}/open")
        return found

    def stop(self) -> None:
        """End it as Ctrl-C would."""
        assert self.host.server is not None
        self.host.server.finish()
        self.thread.join(20)
        assert not self.thread.is_alive()


def started(folder: Path, port: int = 0, **more: Any) -> Running:
    """Start a server on a folder."""
    plan = Plan(
        where=folder / "classes.sqlite", folder=folder, bind="127.0.0.1", port=port, processes=1, **more
    )
    host, answers = Host.opened(plan), threading.Event()
    thread = threading.Thread(target=host.run, args=(lambda _: answers.set(),), daemon=True)
    thread.start()
    assert answers.wait(ANSWERS)
    return Running(host.ready, host, thread)


@contextlib.contextmanager
def running(folder: Path, **more: Any) -> Iterator[Running]:
    """A server for as long as the block lasts."""
    server = started(folder, **more)
    try:
        yield server
    finally:
        if server.thread.is_alive():
            server.stop()
