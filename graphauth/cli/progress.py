"""Progress on standard error, for what takes over a second, on a terminal only."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graphauth.i18n import Message, Translator

_PATIENCE: Final = 1.0


class _Bar:
    """A bar that appears once the work has taken longer than a person's patience."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._began = time.monotonic()
        self._shown: Any = None
        self._task: Any = None

    def at(self, done: int, total: int) -> None:
        if self._shown is None:
            if time.monotonic() - self._began < _PATIENCE:
                return
            from rich.console import Console
            from rich.progress import Progress

            self._shown = Progress(console=Console(stderr=True), transient=True)
            self._shown.start()
            self._task = self._shown.add_task(self._text, total=total)
        self._shown.update(self._task, completed=done, total=total)

    def close(self) -> None:
        if self._shown is not None:
            self._shown.stop()


@contextmanager
def progress(text: Message, say: Translator) -> Iterator[Callable[[int, int], None]]:
    """Give a function to be told ``(done, total)``."""
    bar = _Bar(say(text))
    try:
        yield bar.at
    finally:
        bar.close()
