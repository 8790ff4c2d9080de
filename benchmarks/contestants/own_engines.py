"""graphauth's engines, asked by their own methods for plain rows."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar, cast

import graphauth
from benchmarks.contestant import SYSTEM, Contestant, Question
from graphauth.access import engine_over
from graphauth.engines.base import Ask
from graphauth.importing import read
from graphauth.model.question import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from graphauth.engines.base import Engine
    from graphauth.engines.compiled import CompiledEngine
    from graphauth.model.answer import TicketRow


class OwnEngine(Contestant):
    """What the engines of graphauth are asked alike."""

    engine: ClassVar[str] = ""
    notes: ClassVar[dict[str, str]] = {
        "load": "holds the dates; any day can be asked without loading anew",
    }

    def version(self) -> str:
        """Return graphauth's version."""
        return graphauth.__version__

    def load(self, folder: Path, day: date) -> None:
        """Read the data set and make the engine."""
        self._day = day.toordinal()
        began = time.perf_counter()
        dataset = read([folder])
        self.reading_seconds = time.perf_counter() - began
        self._engine: Engine = engine_over(dataset, self.engine)

    def check(self, employee: str, unit: str, role: str) -> bool:
        """Ask the engine."""
        return self._engine.check(SYSTEM, employee, unit, role, self._day)

    def check_batch(self, questions: Sequence[Question]) -> Sequence[bool]:
        """Ask the engine for all at once."""
        return self._engine.check_many(SYSTEM, [Ask(*one) for one in questions], self._day)

    def tickets(self, employee: str) -> list[TicketRow]:
        """Return plain rows."""
        return self._engine.tickets(SYSTEM, employee, self._day)

    def who(self, unit: str, role: str) -> list[TicketRow]:
        """Return plain rows."""
        return self._engine.who(SYSTEM, unit, role, self._day)

    def matrix_count(self) -> int:
        """Count the rows of the matrix."""
        return sum(1 for _ in self._engine.matrix(SYSTEM, self._day, EVERYTHING))

    def pairs(self, tickets: Sequence[TicketRow]) -> set[tuple[str, str]]:
        """Return (unit, role) pairs."""
        return {(row.unit_id, row.role_id) for row in tickets}

    def people(self, who: Sequence[TicketRow]) -> set[str]:
        """Return the employees."""
        return {row.employee_id for row in who}


class Reference(OwnEngine):
    """The definition as path queries over a networkx graph, proofs and all."""

    title: ClassVar[str] = "graphauth, reference engine"
    engine: ClassVar[str] = "reference"


class Compiled(OwnEngine):
    """Sorted integer arrays with day intervals."""

    title: ClassVar[str] = "graphauth, compiled engine"
    engine: ClassVar[str] = "compiled"

    def check_batch(self, questions: Sequence[Question]) -> Sequence[bool]:
        """Ask for all at once; plain tuples do."""
        return self._engine.check_many(SYSTEM, cast("Sequence[Ask]", questions), self._day)

    def matrix_count(self) -> int:
        """Count without laying the tickets out."""
        engine = cast("CompiledEngine", self._engine)
        return engine.count(SYSTEM, self._day, EVERYTHING)
