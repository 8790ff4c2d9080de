"""Tickets and staffing as plain rows: the question judged first, then asked of the engine.

What the Python face and the command line ask alike; each gives the rows a form of its own. Every
function raises `UnknownIdError` for an id that is not declared, and `UsageError` for a role where
the system has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.engines.base import WritesPages
from graphauth.model.schema import Label
from graphauth.questions.validate import (
    refuse_needless_role,
    require_declared,
    require_filters,
    system_named,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.engines.base import Engine
    from graphauth.model.answer import Coded, CoverageRow, TicketRow
    from graphauth.model.question import Filters


def tickets(engine: Engine, system: str, employee: str, day: int) -> list[TicketRow]:
    """Return an employee's tickets, sorted by unit and role."""
    system_named(engine, system)
    require_declared(engine, Label.EMPLOYEE, employee)
    return engine.tickets(system, employee, day)


def who(engine: Engine, system: str, unit: str, role: str | None, day: int) -> list[TicketRow]:
    """Return a unit's tickets, as one role or (None or blank) as any, sorted by employee and role."""
    refuse_needless_role(system_named(engine, system), role)
    require_declared(engine, Label.UNIT, unit)
    if role:
        require_declared(engine, Label.ROLE, role)
    return engine.who(system, unit, role or None, day)


def matrix(engine: Engine, system: str, day: int, filters: Filters) -> Iterator[TicketRow]:
    """Return every ticket that passes, as it is found, sorted by employee, unit and role."""
    system_named(engine, system)
    require_filters(engine, filters)
    return engine.matrix(system, day, filters)


def matrix_pages(
    engine: Engine, system: str, day: int, filters: Filters
) -> Iterator[list[Coded]] | None:
    """Return the same by the column, from an engine that hands it out so; else None."""
    system_named(engine, system)
    require_filters(engine, filters)
    if isinstance(engine, WritesPages):
        return engine.matrix_pages(system, day, filters)
    return None


def coverage(engine: Engine, system: str, day: int, filters: Filters) -> Iterator[CoverageRow]:
    """Return the staffing of every unit × role that passes, sorted by unit and role."""
    system_named(engine, system)
    require_filters(engine, filters)
    return engine.coverage(system, day, filters)
