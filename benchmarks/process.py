"""A contestant in its fresh process, seen from outside, with limits on its time and memory."""

from __future__ import annotations

import contextlib
import time
from multiprocessing import get_context
from typing import Any

import psutil

from benchmarks.contestant import UnavailableError
from benchmarks.worker import serve

_POLL_SECONDS = 0.1
_GRACE_SECONDS = 20
GIB = 1 << 30


class ContestantError(Exception):
    """A contestant broke: what its process said stands in the message."""


class ContestantProcess:
    """Calls go to the process and wait for it; every call may end it where a limit is passed."""

    def __init__(self, name: str, memory_limit: int) -> None:
        self.name = name
        self._limit = memory_limit
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, name), daemon=False)
        self._process.start()
        theirs.close()

    def call(self, method: str, *arguments: object, seconds: float) -> Any:
        """Call a method of the process's `Worker`.

        Raises
        ------
        UnavailableError
            The contestant said so, or it took more than `seconds`, or too much memory.
        ContestantError
            It raised anything else.
        """
        self._connection.send((method, arguments))
        until = time.monotonic() + seconds
        while not self._connection.poll(min(_POLL_SECONDS, seconds)):
            if time.monotonic() >= until:
                self.kill()
                raise UnavailableError(f"`{method}` not done within {seconds:.0f} s")
            self._judge_memory(method)
        try:
            outcome, value = self._connection.recv()
        except EOFError:
            raise ContestantError(f"`{self.name}` ended during `{method}`") from None
        if outcome == "unavailable":
            raise UnavailableError(value)
        if outcome == "failed":
            raise ContestantError(f"`{self.name}` failed in `{method}`:\n{value}")
        return value

    def close(self) -> None:
        """Let it close in good order, and end it where it doesn't."""
        if self._process.is_alive():
            with contextlib.suppress(UnavailableError, ContestantError, OSError):
                self.call("close", seconds=_GRACE_SECONDS)
            self._process.join(_GRACE_SECONDS)
        self.kill()

    def kill(self) -> None:
        """End the process and those that it started."""
        for process in self._family():
            process.kill()
        self._process.join()

    def _judge_memory(self, method: str) -> None:
        used = sum(_resident(process) for process in self._family())
        if used > self._limit or psutil.virtual_memory().available < GIB:
            self.kill()
            raise UnavailableError(f"`{method}` passed {used / GIB:.1f} GiB of memory")

    def _family(self) -> list[psutil.Process]:
        if not self._process.is_alive() or self._process.pid is None:
            return []
        own = psutil.Process(self._process.pid)
        return [*own.children(recursive=True), own]


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0
