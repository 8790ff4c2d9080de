"""What a contestant is asked, and what it may decline.

One contestant lives in one fresh process. It is loaded once with a data set and a day, and then
answers for that day and the system Clinic24. Times are taken around `check`, `check_batch`,
`tickets`, `who` and `matrix_count` as they stand here: what a contestant needs for turning its own
answer into plain pairs for the comparison belongs in `pairs` and `people`, which no clock watches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

import psutil

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

SYSTEM: Final = "clinic24"

Question = tuple[str, str, str]
"""An employee, a unit and a role."""

LOAD, CHECK, BATCH, TICKETS, WHO, MATRIX = (
    "load",
    "check",
    "batch",
    "tickets",
    "who",
    "matrix",
)
"""What is measured, and the keys of `Contestant.cannot` and `Contestant.notes`."""


class UnavailableError(Exception):
    """A contestant can't take part here; the message says why, for the table."""


class Contestant:
    """A program that can say who may log in where.

    Attributes
    ----------
    title
        Its name in the table.
    cannot
        Measures that it has no call for, with the reason.
    notes
        What a reader must know about how a measure came about; the key `load` also holds what
        concerns all of them.
    stored_bytes
        The size of the file that it keeps its relations in, after `load`; None: in memory only.
    reading_seconds
        The part of `load` that our own reader of the csv files took; 0 where it reads them itself.
    """

    title: ClassVar[str]
    cannot: ClassVar[dict[str, str]] = {}
    notes: ClassVar[dict[str, str]] = {}
    stored_bytes: int | None = None
    reading_seconds: float = 0.0

    def version(self) -> str:
        """Return the version of what is measured.

        Raises
        ------
        UnavailableError
            It isn't installed and can't be.
        """
        raise NotImplementedError

    def load(self, folder: Path, day: date) -> None:
        """Read the data set and be ready to answer about `day`.

        Raises
        ------
        UnavailableError
            It can't take part on this machine.
        """
        raise NotImplementedError

    def check(self, employee: str, unit: str, role: str) -> bool:
        """Whether the employee can log in at the unit as the role."""
        raise NotImplementedError

    def check_batch(self, questions: Sequence[Question]) -> Sequence[bool]:
        """Answer many checks, in their order, the fastest way there is."""
        return [self.check(*question) for question in questions]

    def tickets(self, employee: str) -> Sequence[Any]:
        """Return the employee's tickets, in a form of the contestant's own."""
        raise NotImplementedError

    def who(self, unit: str, role: str) -> Sequence[Any]:
        """Return those who can log in at the unit as the role, in a form of its own."""
        raise NotImplementedError

    def matrix_count(self) -> int:
        """Return how many tickets there are in all."""
        raise NotImplementedError

    def pairs(self, tickets: Sequence[Any]) -> set[tuple[str, str]]:
        """Return an answer of `tickets` as (unit, role) pairs; not timed."""
        return set(tickets)

    def people(self, who: Sequence[Any]) -> set[str]:
        """Return an answer of `who` as employees; not timed."""
        return set(who)

    def resident_bytes(self) -> int:
        """Return the resident memory of the process that holds the data."""
        return int(psutil.Process().memory_info().rss)

    def close(self) -> None:
        """Let go of processes, connections and files."""
