"""The process that reviews a conversation while it goes on: `python -m game.command_line.background_process`.

It reads JSON objects from its input, one in a line, and writes reviews to its output the same way:
`{"open": {…}}` first, then `{"say": id}` for every line, `{"over": true}` at the end. It ends when its input
ends. Nothing but JSON goes either way.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TextIO

NICE = 10
"""How much it steps back behind the window, on systems that know such a thing."""

SHORTEST = 0.15
"""Seconds between two reviews that are told, so that whoever listens is not kept busy."""

Message = Mapping[str, Any]


def main() -> None:
    """Serve one conversation."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(NICE)
    messages: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
    threading.Thread(target=_listen_to_the_end, args=(sys.stdin, messages), daemon=True).start()
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        serve(messages, sys.stdout)


def serve(messages: queue.SimpleQueue[Message | None], out: TextIO) -> None:
    """Review one conversation, told by messages; None ends it.

    Args:
        messages: the first opens it.
        out: where reviews are written.
    """
    from game.command_line.assessing import Assessor

    first = messages.get()
    assessor = _opened(first["open"]) if first is not None else None
    if not isinstance(assessor, Assessor):
        return
    reviewing, over, busy, told = assessor.reviewing, False, True, 0.0
    while True:
        try:
            message = messages.get(block=not busy)
        except queue.Empty:
            busy = reviewing.work()
            now = time.monotonic()
            if over and (not busy or now - told >= SHORTEST):
                _tell(out, reviewing)
                told = now
            if over and not busy:
                assessor.keep()
            continue
        if message is None:
            return
        busy = True
        if "say" in message and not over:
            reviewing.said(message["say"])
        elif "over" in message:
            over = True
            reviewing.over()
            _tell(out, reviewing)


def _opened(wanted: Message) -> object:
    """An assessor of the conversation, None where its scenario can no longer be opened."""
    from game.command_line.assessing import Assessor
    from game.command_line.complaints import Complaint
    from game.command_line.shelf import Shelf
    from game.engine.conversation import Conversation
    from game.engine.transcript import Transcript, TranscriptError
    from game.language.locale import Locale
    from game.language.words import Words

    psychology = Path(wanted["psychology"]) if wanted["psychology"] else None
    try:
        transcript = Transcript.from_json(wanted["transcript"])
        opened = Shelf(Words(Locale.EN), psychology).open(wanted["source"], wanted["pure"])
    except (Complaint, TranscriptError):
        return None
    conversation = transcript.replay(opened.scenario)
    return Assessor(conversation, Path(wanted["home"])) if isinstance(conversation, Conversation) else None


def _tell(out: TextIO, reviewing: Any) -> None:
    """Write one review."""
    from game.analysis.review_record import review_to_json

    out.write(json.dumps(review_to_json(reviewing.review()), separators=(",", ":")) + "\n")
    out.flush()


def _listen_to_the_end(stream: TextIO, messages: queue.SimpleQueue[Message | None]) -> None:
    """Pass on what is read; when nobody is there any more, end at once, whatever is being worked on."""
    _listen(stream, messages)
    os._exit(0)


def _listen(stream: TextIO, messages: queue.SimpleQueue[Message | None]) -> None:
    """Pass on what is read; what is no message is passed over, the end is passed on."""
    for line in stream:
        try:
            message = json.loads(line)
        except ValueError:
            continue
        if isinstance(message, dict):
            messages.put(message)
    messages.put(None)


if __name__ == "__main__":
    main()
