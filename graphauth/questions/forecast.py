"""What ends soon: tickets, and unit-roles that then have nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from graphauth.model.answer import Answer, Ticket
from graphauth.model.days import open_date
from graphauth.model.question import Filters
from graphauth.questions.held import held
from graphauth.questions.rows import matrix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.engines.base import Engine
    from graphauth.model.answer import CoverageRow, TicketRow


class Vacancy(NamedTuple):
    """A unit-role that somebody holds now, and the first day on which nobody does."""

    unit_id: str
    role_id: str
    vo_id: str
    holders: int
    unstaffed_from: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """What ends within a number of days.

    Attributes
    ----------
    tickets
        Those whose `valid_until` lies within, in the order of the matrix.
    vacancies
        Unit-roles that become unstaffed within, in byte order of (unit, role).
    """

    tickets: tuple[TicketRow, ...]
    vacancies: tuple[Vacancy, ...]


class Vacated(Answer):
    """A unit-role that somebody holds now, and that nobody holds from `unstaffed_from` on."""

    unit_id: str
    role_id: str
    vo_id: str
    holders: int
    unstaffed_from: date


class Expiring(Answer):
    """A `Forecast` as the Python face hands it out."""

    tickets: tuple[Ticket, ...]
    vacancies: tuple[Vacated, ...]


def as_answer(forecast: Forecast) -> Expiring:
    """Return a forecast as frozen models."""
    return Expiring(
        tickets=tuple(map(as_ticket, forecast.tickets)),
        vacancies=tuple(
            Vacated(**{**row._asdict(), "unstaffed_from": date.fromordinal(row.unstaffed_from)})
            for row in forecast.vacancies
        ),
    )


def as_ticket(row: TicketRow) -> Ticket:
    """Return a plain row as a frozen model."""
    return Ticket(**{**row._asdict(), "valid_until": open_date(row.valid_until)})


def expiring(engine: Engine, system: str, day: int, within: int, filters: Filters) -> Forecast:
    """Return what ends on one of the days ``day .. day + within``.

    A ticket ends with its `valid_until`. A unit-role becomes unstaffed on the first day of
    ``day + 1 .. day + within + 1`` on which it is offered and nobody has the role.

    Raises
    ------
    UnknownIdError
        When the system, or an id that a filter names, is not declared.
    """
    engine = held(engine)
    last = day + within
    every = matrix(engine, system, day, filters)
    ending = tuple(row for row in every if row.valid_until <= last)
    return Forecast(ending, tuple(_vacancies(engine, day, last + 1, filters)))


def _vacancies(engine: Engine, day: int, last: int, filters: Filters) -> Iterator[Vacancy]:
    staffed = {
        (row.unit_id, row.role_id): row
        for row in engine.coverage(None, day, filters)
        if row.holders
    }
    emptied: dict[tuple[str, str], int] = {}
    for later in engine.changes(day + 1, last):
        for row in engine.coverage(None, later, Filters()):
            if not row.holders and (row.unit_id, row.role_id) in staffed:
                emptied.setdefault((row.unit_id, row.role_id), later)
    for key in sorted(emptied):
        now: CoverageRow = staffed[key]
        yield Vacancy(now.unit_id, now.role_id, now.vo_id, now.holders, emptied[key])
