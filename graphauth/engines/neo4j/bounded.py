"""Bounded time: a call to a server that has gone quiet ends, too.

The driver waits for bytes for as long as a connection stands, so work is done on a thread that can
be left behind.
"""

from __future__ import annotations

from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, TypeVar, cast

from graphauth.errors import BackendUnavailableError
from graphauth.i18n import message

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


def within(seconds: float, work: Callable[[], Result]) -> Result:
    """Return what `work` returns, or raise what it raises.

    Raises
    ------
    BackendUnavailableError
        When it takes longer than `seconds`; it is then left to itself.

    Examples
    --------
    >>> within(5, lambda: 6 * 7)
    42
    """
    done: SimpleQueue[tuple[bool, object]] = SimpleQueue()

    def run() -> None:
        try:
            done.put((True, work()))
        except BaseException as error:
            done.put((False, error))

    Thread(target=run, daemon=True, name="graphauth-neo4j").start()
    try:
        sound, result = done.get(timeout=seconds)
    except Empty:
        raise BackendUnavailableError(
            message("Neo4j gave no answer within {seconds} seconds", seconds=round(seconds))
        ) from None
    if not sound:
        raise cast("BaseException", result)
    return cast("Result", result)
