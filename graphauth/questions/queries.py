"""The questions of ``cypher/queries/`` by name: what each answers, its parameters, and their answers.

Over a Neo4j a question is its file; over files it is asked of the engine, where the engine has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from graphauth.errors import UsageError
from graphauth.i18n import N_, message
from graphauth.model.answer import CoverageRow, TicketRow
from graphauth.model.days import format_day, parse_day
from graphauth.model.question import Filters
from graphauth.model.schema import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from graphauth.engines.base import Engine

    Values = Mapping[str, Any]
    Rows = Iterable[Sequence[Any]]


class Kind(StrEnum):
    """What a parameter holds."""

    TEXT = "text"
    DAY = "day"
    NUMBER = "number"
    LIST = "list"
    FILTER = "filter"
    """A list, or null, which lets everything through."""


PARAMETERS: Final = {
    "after": Kind.TEXT,
    "day": Kind.DAY,
    "employee": Kind.TEXT,
    "employees": Kind.LIST,
    "first": Kind.DAY,
    "ids": Kind.LIST,
    "label": Kind.TEXT,
    "last": Kind.DAY,
    "limit": Kind.NUMBER,
    "providers": Kind.LIST,
    "role": Kind.TEXT,
    "roles": Kind.FILTER,
    "system": Kind.TEXT,
    "unit": Kind.TEXT,
    "units": Kind.FILTER,
    "vos": Kind.FILTER,
}
MUST_BE_GIVEN: Final = {
    ("list_staffing", "roles"),
    ("find_employees", "units"),
    ("find_holders", "roles"),
    ("find_roles", "units"),
    ("find_units", "vos"),
    ("read_places", "units"),
}
"""Where a list that is a filter elsewhere says what is asked about."""

_MOST: Final = 2**63 - 1
"""The largest number that Neo4j holds."""

TITLES: Final = {
    "check_ticket": N_(
        "Whether an employee may log in at a unit as a role ('' where the system has no roles)."
    ),
    "find_employees": N_(
        "The employees who hold an assignment at an owner of one of the units, on whatever day."
    ),
    "find_holders": N_("The employees who have one of the roles, on whatever day."),
    "find_nodes": N_(
        "The nodes of one kind that have one of the ids, with all that is known of them."
    ),
    "find_roles": N_("The roles that one of the units offers, on whatever day."),
    "find_units": N_("The units that one of the VOs owns, on whatever day."),
    "list_changes": N_(
        "The days from $first to $last on which something starts to hold, or no longer holds."
    ),
    "list_employees": N_(
        "The next declared employees in byte order of their ids, $limit of them after $after "
        "('': from the first)."
    ),
    "list_ids": N_("The ids that are declared as one kind of node."),
    "list_people": N_("Who can log in at a unit; null in $roles asks for every role."),
    "list_reference": N_(
        "What is the same for everybody: systems, providers, catalogues and the parts of roles, as "
        "they were read."
    ),
    "list_roles": N_("The declared roles and their parts."),
    "list_staffing": N_(
        "How the roles listed are staffed, unit by unit: who holds each, and how many can log in as "
        "it ($system null: 0); null in $units lets every unit through."
    ),
    "list_tickets": N_(
        "The tickets of the employees listed; null in $units, $roles or $vos lets every one through."
    ),
    "list_vos": N_(
        "The VOs that are part of one of the providers ('': of none) by a row that is valid at the "
        "day."
    ),
    "read_people": N_(
        "What is known of the employees listed: their rows, memberships, assignments, VOs, grants "
        "and roles."
    ),
    "read_places": N_(
        "What is known of the units listed: their rows, VOs, registrations, offers and roles."
    ),
    "read_state": N_("What the database holds: the data set's own node; null where it has none."),
}
"""What each answers; a test holds these to the comment lines of the files."""


@dataclass(frozen=True)
class Native:
    """A question that every engine has: its columns, and how it is asked."""

    columns: tuple[str, ...]
    ask: Callable[[Engine, Values], Rows]


def kind_of(query: str, parameter: str) -> Kind:
    """Return what a parameter of a query holds."""
    return Kind.LIST if (query, parameter) in MUST_BE_GIVEN else PARAMETERS[parameter]


def read_value(kind: Kind, name: str, text: str) -> Any:
    """Return the value of a parameter from its text; list items are separated by ``|``.

    Raises
    ------
    UsageError
        When the text is no such value.

    Examples
    --------
    >>> read_value(Kind.LIST, "units", "U1|U2"), read_value(Kind.FILTER, "roles", "null")
    (['U1', 'U2'], None)
    """
    try:
        match kind:
            case Kind.DAY:
                return date.fromordinal(parse_day(text)).isoformat()
            case Kind.NUMBER:
                return _count(text)
            case Kind.LIST:
                return text.split("|")
            case Kind.FILTER:
                return None if text == "null" else text.split("|")
            case _:
                return text
    except ValueError:
        raise UsageError(
            message(
                "`{text}` does not fit `{name}`: write a day like 2026-11-23, a number in digits",
                text=text,
                name=name,
            )
        ) from None


def _count(text: str) -> int:
    count = int(text)
    if not 0 <= count <= _MOST:
        raise ValueError(text)
    return count


def answer(engine: Engine, query: str, values: Values) -> Rows:
    """Return the rows of a question that every engine has, in the order of `NATIVE`'s columns.

    Raises
    ------
    UsageError
        When only a Neo4j has it.
    """
    if query not in NATIVE:
        raise UsageError(
            message("only a Neo4j answers `{query}`: name one with -d neo4j://HOST", query=query)
        )
    return NATIVE[query].ask(engine, values)


def _day(values: Values, name: str = "day") -> int:
    return date.fromisoformat(values[name]).toordinal()


def _ids(values: Values, name: str) -> frozenset[str] | None:
    return None if values[name] is None else frozenset(values[name])


def _written(rows: Iterable[TicketRow]) -> Rows:
    return ((*row[:-1], format_day(row.valid_until)) for row in rows)


def _check_ticket(engine: Engine, values: Values) -> Rows:
    asked = values["system"], values["employee"], values["unit"], values["role"]
    return [(engine.check(*asked, _day(values)),)]


def _list_tickets(engine: Engine, values: Values) -> Rows:
    names = ("employees", "units", "roles", "vos")
    filters = Filters(**{name: _ids(values, name) for name in names})
    return _written(engine.matrix(values["system"], _day(values), filters))


def _list_people(engine: Engine, values: Values) -> Rows:
    filters = Filters(units=frozenset({values["unit"]}), roles=_ids(values, "roles"))
    return _written(engine.matrix(values["system"], _day(values), filters))


def _list_staffing(engine: Engine, values: Values) -> Rows:
    filters = Filters(units=_ids(values, "units"), roles=_ids(values, "roles"))
    return engine.coverage(values["system"], _day(values), filters)


def _list_changes(engine: Engine, values: Values) -> Rows:
    days = engine.changes(_day(values, "first"), _day(values, "last"))
    return [(date.fromordinal(day).isoformat(),) for day in days]


def _list_ids(engine: Engine, values: Values) -> Rows:
    if values["label"] not in set(Label):
        return []
    return [(one,) for one in sorted(set(engine.declared(Label(values["label"]))))]


def _list_employees(engine: Engine, values: Values) -> Rows:
    ids = sorted(one for one in set(engine.declared(Label.EMPLOYEE)) if one > values["after"])
    return [(one,) for one in ids[: values["limit"]]]


NATIVE: Final = {
    "check_ticket": Native(("holds",), _check_ticket),
    "list_changes": Native(("day",), _list_changes),
    "list_employees": Native(("id",), _list_employees),
    "list_ids": Native(("id",), _list_ids),
    "list_people": Native(TicketRow._fields, _list_people),
    "list_staffing": Native(CoverageRow._fields, _list_staffing),
    "list_tickets": Native(TicketRow._fields, _list_tickets),
}
