"""The sheets of the contract: tickets and coverage, with the columns that `design.md` names."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from graphauth.i18n import N_
from graphauth.model.answer import CoverageRow, TicketRow
from graphauth.model.days import format_day
from graphauth.model.schema import Label
from graphauth.render.sheet import Cell, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from graphauth.engines.base import Engine
    from graphauth.model.answer import Decision
    from graphauth.questions.forecast import Forecast

TICKET_COLUMNS: Final = TicketRow._fields
COVERAGE_COLUMNS: Final = CoverageRow._fields
_NAMED: Final = (Label.EMPLOYEE, Label.UNIT, Label.ROLE)
_TICKET_HEADINGS: Final = (
    N_("employee"),
    N_("name"),
    N_("unit"),
    N_("unit name"),
    N_("role"),
    N_("role name"),
    N_("VO"),
    N_("until"),
)
_COVERAGE_HEADINGS: Final = (
    N_("unit"),
    N_("unit name"),
    N_("role"),
    N_("role name"),
    N_("VO"),
    N_("holders"),
    N_("able"),
)


def ticket_sheet(
    rows: Iterable[TicketRow], engine: Engine, day: int, question: Mapping[str, object]
) -> Sheet:
    """Return tickets as a sheet; a person also reads the names."""
    name = _names(engine, day)

    def people(row: Sequence[Cell]) -> Sequence[Cell]:
        employee, unit, role, vo, *_, until = (str(cell) for cell in row)
        return (
            employee,
            name(Label.EMPLOYEE, employee),
            unit,
            name(Label.UNIT, unit),
            role,
            name(Label.ROLE, role),
            vo,
            until,
        )

    day_text = cache(format_day)
    cells = ((*row[:-1], day_text(row[-1])) for row in rows)
    return Sheet("tickets", TICKET_COLUMNS, cells, question, people=(_TICKET_HEADINGS, people))


def coverage_sheet(
    rows: Iterable[CoverageRow], engine: Engine, day: int, question: Mapping[str, object]
) -> Sheet:
    """Return the staffing as a sheet; a person also reads the names."""
    name = _names(engine, day)

    def people(row: Sequence[Cell]) -> Sequence[Cell]:
        unit, role, vo, holders, able = row
        unit_name, role_name = name(Label.UNIT, str(unit)), name(Label.ROLE, str(role))
        return unit, unit_name, role, role_name, vo, holders, able

    return Sheet("coverage", COVERAGE_COLUMNS, rows, question, people=(_COVERAGE_HEADINGS, people))


def _names(engine: Engine, day: int) -> Callable[[Label, str], str]:
    @cache
    def name(label: Label, node_id: str) -> str:
        return engine.name_of(label, node_id, day) if node_id else ""

    return name


CHECK_COLUMNS: Final = ("employee_id", "unit_id", "role_id", "decision")


def decision_sheet(answer: Decision) -> Sheet:
    """Return one decision as a sheet of one row."""
    row = (answer.employee_id, answer.unit_id, answer.role_id, answer.decision)
    return Sheet("checks", CHECK_COLUMNS, [row])


def batch_sheet(
    rows: Iterable[Sequence[Cell]], question: Mapping[str, object], skipped: int
) -> Sheet:
    """Return the decisions of a batch as a sheet; None where a line names an unknown id."""
    return Sheet("checks", CHECK_COLUMNS, rows, question, skipped)


FORECAST_COLUMNS: Final = (
    "kind",
    "ends",
    "employee_id",
    "unit_id",
    "role_id",
    "vo_id",
    "holders",
)


_FORECAST_HEADINGS: Final = (
    N_("what ends"),
    N_("last day"),
    N_("employee"),
    N_("name"),
    N_("unit"),
    N_("unit name"),
    N_("role"),
    N_("role name"),
    N_("VO"),
    N_("holders"),
)


def forecast_sheet(
    forecast: Forecast, engine: Engine, day: int, question: Mapping[str, object]
) -> Sheet:
    """Return what ends as a sheet: tickets first, then unit-roles that become unstaffed.

    ``ends`` is the last day that the ticket holds, or that somebody holds the role at the unit.
    """
    tickets = (("ticket", format_day(row.valid_until), *row[:4], None) for row in forecast.tickets)
    vacancies = (
        (
            "unstaffed",
            format_day(row.unstaffed_from - 1),
            None,
            row.unit_id,
            row.role_id,
            row.vo_id,
            row.holders,
        )
        for row in forecast.vacancies
    )
    name = _names(engine, day)

    def people(row: Sequence[Cell]) -> Sequence[Cell]:
        kind, ends, employee, unit, role, vo, holders = row
        names = (
            name(label, str(one or ""))
            for label, one in zip(_NAMED, (employee, unit, role), strict=True)
        )
        beside = chain.from_iterable(zip((employee, unit, role), names, strict=True))
        return kind, ends, *beside, vo, holders

    rows = chain(tickets, vacancies)
    return Sheet("expiring", FORECAST_COLUMNS, rows, question, people=(_FORECAST_HEADINGS, people))
