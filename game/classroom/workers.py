"""Processes that work for the server, replaced when they die, gone when it goes."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

from game.classroom import marking_work

Result = TypeVar("Result")


class Workers:
    """Some processes; they start when they are first needed."""

    def __init__(self, count: int = 0, gentle: bool = False) -> None:
        """Prepare.

        Args:
            count: how many; 0 for as many as leave one processor to the server, -1 for a thread of this
            process.
            gentle: whether they step back behind everything else.
        """
        self._threaded, self._gentle = count < 0, gentle
        self.count = abs(count) or max(1, min((os.cpu_count() or 2) - 1, 4))
        self._executor: Executor | None = None

    async def call(self, function: Callable[..., Result], *arguments: Any) -> Result:
        """Have something done by one of them.

        Raises:
            BrokenExecutor: one of them has died; others take their place.
        """
        if self._executor is None:
            self._executor = self._made()
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._executor, function, *arguments)
        except BrokenExecutor:
            self._executor = None
            raise

    def close(self) -> None:
        """End them, whatever they are doing."""
        if self._executor is not None:
            processes = list((getattr(self._executor, "_processes", None) or {}).values())
            self._executor.shutdown(wait=False, cancel_futures=True)
            for process in processes:
                with contextlib.suppress(OSError, ValueError):
                    process.terminate()
            self._executor = None

    def _made(self) -> Executor:
        if self._threaded:
            return ThreadPoolExecutor(1, thread_name_prefix="worker")
        return ProcessPoolExecutor(
            self.count,
            mp_context=get_context("spawn"),
            initializer=marking_work.settle_in,
            initargs=(self._gentle,),
        )
