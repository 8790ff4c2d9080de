"""What runs in a contestant's own process: it loads, answers and takes the times."""

from __future__ import annotations

import gc
import signal
import time
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.contestant import BATCH, CHECK, MATRIX, TICKETS, WHO, Contestant, UnavailableError
from benchmarks.contestants import make

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from multiprocessing.connection import Connection
    from pathlib import Path
    from types import FrameType

    from benchmarks.data import Questions

_WARM_UP = 50
_WARM_UP_SECONDS = 0.2
_CHUNK = 500


class TooSlowError(Exception):
    """The time given to one question is over."""


@dataclass(frozen=True)
class Loaded:
    """How loading went: seconds, bytes, and what is to be said."""

    title: str
    version: str
    cannot: dict[str, str]
    notes: dict[str, str]
    seconds: float
    reading_seconds: float
    before_bytes: int
    after_bytes: int
    stored_bytes: int | None


@dataclass(frozen=True)
class Answers:
    """The answers to the questions' beginnings, as far as the time allowed; matrix None: not asked."""

    checks: list[bool]
    batch: list[bool]
    tickets: list[set[tuple[str, str]]]
    who: list[set[str]]
    matrix: int | None


def serve(connection: Connection, name: str) -> None:
    """Answer calls ``(method, arguments)`` until told to close; nothing else runs in the process."""
    worker = Worker(name)
    while True:
        try:
            method, arguments = connection.recv()
        except EOFError:  # whoever asked is gone: leave no server behind
            worker.close()
            return
        try:
            connection.send(("done", getattr(worker, method)(*arguments)))
        except (UnavailableError, ImportError) as reason:
            connection.send(("unavailable", str(reason)))
        except Exception:
            connection.send(("failed", traceback.format_exc()))
        if method == "close":
            return


class Worker:
    """One contestant, and a clock."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._contestant: Contestant | None = None
        self._cannot: dict[str, str] = {}

    def build(self) -> str:
        """Import or build what the contestant needs, and return its version."""
        self._contestant = make(self._name)
        self._cannot = dict(self._contestant.cannot)
        return self._contestant.version()

    def load(self, folder: Path, day: date) -> Loaded:
        """Load the contestant, and say what that cost."""
        contestant = self._ready()
        before = Contestant.resident_bytes(contestant)
        start = time.perf_counter()
        contestant.load(folder, day)
        seconds = time.perf_counter() - start
        gc.collect()
        return Loaded(
            contestant.title,
            contestant.version(),
            self._cannot,
            dict(contestant.notes),
            seconds,
            contestant.reading_seconds,
            before,
            contestant.resident_bytes(),
            contestant.stored_bytes,
        )

    def answer(self, asked: Questions, seconds: float, matrix_seconds: float) -> Answers:
        """Answer every kind of question, each kind for `seconds` at most."""
        it = self._ready()
        return Answers(
            _until(seconds, asked.checks, lambda one: it.check(*one)),
            self._answer_batch(asked.checks, seconds),
            _until(seconds, asked.employees, lambda one: it.pairs(it.tickets(one))),
            _until(seconds, asked.logins, lambda one: it.people(it.who(*one))),
            self._answer_matrix(matrix_seconds),
        )

    def cannot(self) -> dict[str, str]:
        """Return what it can't do, with what turned out on the way."""
        return self._cannot

    def time_each(self, measure: str, asked: Sequence[Any], seconds: float) -> list[int]:
        """Return the nanoseconds of each question, as many as fit into `seconds`, after a warm-up.

        `asked` holds each question's arguments as a tuple.
        """
        ask = self._call(measure)
        _until(_WARM_UP_SECONDS, asked[-_WARM_UP:], lambda arguments: ask(*arguments))
        taken, clock = [], time.perf_counter_ns
        until = clock() + int(seconds * 1e9)
        for one in asked:
            start = clock()
            ask(*one)
            end = clock()
            taken.append(end - start)
            if end > until:
                break
        return taken

    def time_whole(self, measure: str, asked: list[Any]) -> float:
        """Return the seconds of one call: the batch, or the whole matrix."""
        ask = self._call(measure)
        arguments = (asked,) if measure == BATCH else ()
        start = time.perf_counter()
        ask(*arguments)
        return time.perf_counter() - start

    def resident(self) -> int:
        """Return the resident memory now."""
        return self._ready().resident_bytes()

    def close(self) -> None:
        """Close the contestant."""
        if self._contestant is not None:
            self._contestant.close()

    def _ready(self) -> Contestant:
        if self._contestant is None:
            raise UnavailableError("not built")
        return self._contestant

    def _call(self, measure: str) -> Callable[..., Any]:
        it = self._ready()
        calls: dict[str, Callable[..., Any]] = {
            CHECK: it.check,
            BATCH: it.check_batch,
            TICKETS: it.tickets,
            WHO: it.who,
            MATRIX: it.matrix_count,
        }
        return calls[measure]

    def _answer_batch(self, asked: list[Any], seconds: float) -> list[bool]:
        # growing, since a join costs about the same whatever is asked of it
        chunks, first = [], 0
        while first < len(asked):
            chunks.append(asked[first : max(_CHUNK, first * 4)])
            first += len(chunks[-1])
        answered = _until(seconds, chunks, self._ready().check_batch)
        return [bool(answer) for chunk in answered for answer in chunk]

    def _answer_matrix(self, seconds: float) -> int | None:
        if MATRIX in self._cannot:
            return None
        signal.signal(signal.SIGALRM, _too_slow)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            return self._ready().matrix_count()
        except TooSlowError:
            self._cannot[MATRIX] = f"not within {seconds:.0f} s"
            return None
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)


def _too_slow(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlowError


def _until(seconds: float, asked: Sequence[Any], ask: Callable[[Any], Any]) -> list[Any]:
    until = time.monotonic() + seconds
    answers = []
    for one in asked:
        answers.append(ask(one))
        if time.monotonic() > until:
            break
    return answers
