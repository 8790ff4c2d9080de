"""The engine protocol over Bolt: each question is a file of ``cypher/queries/``."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from graphauth.engines.neo4j.connection import Database
from graphauth.engines.neo4j.names import Names
from graphauth.engines.neo4j.reading import Reader
from graphauth.engines.neo4j.reference import Reference, reference_of
from graphauth.engines.neo4j.restoring import Restoring
from graphauth.engines.neo4j.rows import cut
from graphauth.engines.neo4j.statements import Question, question
from graphauth.engines.neo4j.whole import read_whole
from graphauth.model.answer import CoverageRow, TicketRow
from graphauth.model.days import format_day
from graphauth.model.question import Filters
from graphauth.model.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graphauth.engines.base import Ask
    from graphauth.engines.neo4j.connection import Row
    from graphauth.engines.neo4j.state import State
    from graphauth.model.dataset import DataSet
    from graphauth.model.entities import System

_PAGE: Final = 500
"""So many employees are asked about at a time: a page is soon there, and memory is bounded."""
_ROLES: Final = 50


class Neo4jEngine:
    """Answers from a Neo4j that `graphauth neo4j load` has filled.

    Every answer is of one published data set, whole; an answer that streams ends with an
    `EngineError` when the data set changes on the way. Small tables (systems, catalogues, roles)
    are kept for as long as the data set stays the same.

    Parameters
    ----------
    database
        Where the data set is; it is closed with the engine.
    """

    name = "neo4j"

    def __init__(self, database: Database) -> None:
        self.database = database
        self._reader = Reader(database)
        self._names = Names(self._reader)
        self._kept: tuple[State, Reference] | None = None

    @classmethod
    def at(cls, address: str) -> Neo4jEngine:
        """Return the engine over the data set at an address.

        Raises
        ------
        UsageError
            When the address is none, or carries credentials.
        BackendUnavailableError
            When it can't be reached, or refuses the credentials.
        EngineError
            When nothing is published there.
        """
        database = Database(address)
        engine = cls(database)
        try:
            engine.skipped  # noqa: B018 - a database without a data set is refused at once
        except BaseException:
            database.close()
            raise
        return engine

    @property
    def skipped(self) -> int:
        """Rows left out of the data set because of errors."""
        return self._reader.state().skipped

    def close(self) -> None:
        """Let go of the connections."""
        self.database.close()

    def systems(self) -> Mapping[str, System]:
        """Return the declared systems by id."""
        self._reader.refresh()
        return self._reference().systems

    def declares(self, label: Label, node_id: str) -> bool:
        """Whether a table declares the id as that kind of node."""
        return any(row["declared"] for row in self._node(label, node_id))

    def declared(self, label: Label) -> Iterable[str]:
        """Return the ids that are declared as that kind of node."""
        return [row["id"] for row in self._ask(question("list_ids", label=label.value))]

    def name_of(self, label: Label, node_id: str, day: int) -> str:
        """Return a node's name, for people to read; many are looked up together."""
        return self._names.name_of(label, node_id, day)

    def role_parts(self, label: Label) -> frozenset[str]:
        """Return the specialties, professions or capabilities that declared roles name."""
        return self._reference().role_parts(label)

    def check(self, system: str, employee: str, unit: str, role: str, day: int) -> bool:
        """Whether the ticket holds at the day."""
        asked = {"employee": employee, "unit": unit, "role": role}
        rows = self._ask(question("check_ticket", **self._at(system, day), **asked))
        return bool(rows[0]["holds"])

    def check_many(self, system: str, asks: Sequence[Ask], day: int) -> list[bool]:
        """Answer a batch: the tickets of all employees asked about, looked up."""
        units = frozenset(ask.unit for ask in asks)
        people = frozenset(ask.employee for ask in asks)
        chosen = Filters(employees=people, units=units)
        held = {row[:3] for row in self.matrix(system, day, chosen)}
        return [tuple(ask) in held for ask in asks]

    def tickets(self, system: str, employee: str, day: int) -> list[TicketRow]:
        """Return an employee's tickets, sorted by unit and role."""
        asked = {"employees": [employee], "units": None, "roles": None, "vos": None}
        return self._tickets(self._ask(question("list_tickets", **self._at(system, day), **asked)))

    def who(self, system: str, unit: str, role: str | None, day: int) -> list[TicketRow]:
        """Return a unit's tickets, sorted by employee and role."""
        asked = {"unit": unit, "roles": None if role is None else [role]}
        return self._tickets(self._ask(question("list_people", **self._at(system, day), **asked)))

    def matrix(self, system: str, day: int, filters: Filters) -> Iterator[TicketRow]:
        """Yield every ticket that passes, sorted by employee, unit and role."""
        state = self._reader.refresh()
        chosen = self._chosen(state, filters, day)
        asked = {**self._at(system, day), **chosen}
        for people in self._pages_of_people(filters.employees, chosen, state):
            rows = self._reader.ask_at(state, question("list_tickets", employees=people, **asked))
            yield from self._tickets(rows)

    def coverage(self, system: str | None, day: int, filters: Filters) -> Iterator[CoverageRow]:
        """Yield the staffing of every unit × role that passes, sorted by unit and role."""
        state = self._reader.refresh()
        chosen = self._chosen(state, filters, day)
        asked = {"system": system, "day": format_day(day), "units": chosen["units"]}
        found: list[CoverageRow] = []
        for page in cut(self._roles_asked(chosen, state), _ROLES):
            rows = self._reader.ask_at(state, question("list_staffing", roles=page, **asked))
            found.extend(CoverageRow(**row) for row in rows)
        found = sorted(row for row in found if chosen["vos"] is None or row.vo_id in chosen["vos"])
        self._names.expect(Label.UNIT, (row.unit_id for row in found))
        self._names.expect(Label.ROLE, (row.role_id for row in found))
        yield from found

    def changes(self, first: int, last: int) -> list[int]:
        """Return the days on which anything starts to hold, or ceases to."""
        rows = self._ask(question("list_changes", first=_written(first), last=_written(last)))
        return [row["day"].to_ordinal() for row in rows]

    def part(self, employees: Iterable[str], units: Iterable[str]) -> DataSet:
        """Return the rows that a question about these can rest on."""
        state, (reference, people, places) = self._reader.ask(
            question("list_reference"),
            question("read_people", employees=sorted(set(employees))),
            question("read_places", units=sorted(set(units))),
        )
        gathered = Restoring(state.files)
        for row in (*reference, *people, *places):
            gathered.add(row)
        return gathered.dataset(state.skipped)

    def ask(self, statement: str, parameters: Mapping[str, object]) -> list[dict[str, Any]]:
        """Return the rows of a Cypher statement over the published data set, days as dates.

        See Also
        --------
        graphauth.rules.asking.AsksCypher : the consistency rules ask so.
        """
        rows = self._ask(Question(statement, parameters))
        return [{name: _native(value) for name, value in row.items()} for row in rows]

    def whole(self) -> DataSet:
        """Return the whole data set, equal to the one that was loaded."""
        return read_whole(self._reader)

    def _at(self, system: str, day: int) -> dict[str, Any]:
        if system not in self._reference().systems and system not in self.systems():
            raise KeyError(system)
        return {"system": system, "day": format_day(day)}

    def _ask(self, asked: Question) -> list[Row]:
        _, (rows,) = self._reader.ask(asked)
        return rows

    def _node(self, label: Label, node_id: str) -> list[Row]:
        rows = self._ask(question("find_nodes", label=label.value, ids=[node_id]))
        return [row["properties"] for row in rows]

    def _reference(self) -> Reference:
        if self._kept is None or self._kept[0] != self._reader.state():
            state, (rows, roles) = self._reader.ask(
                question("list_reference"), question("list_roles")
            )
            self._kept = state, reference_of(rows, roles, state.files)
        return self._kept[1]

    def _chosen(self, state: State, filters: Filters, day: int) -> dict[str, list[str] | None]:
        """Return what the queries take: units, roles and VOs; None lets every one through.

        A filter by VO is one by the units that it owns, too: whatever a query starts from is then
        as small as what it is asked for.
        """
        roles = self._reference().roles_that(filters)
        units, vos = filters.units, filters.vos
        if filters.providers is not None:
            asked = {"providers": sorted(filters.providers), "day": format_day(day)}
            named = self._ids(state, "list_vos", **asked)
            vos = named if vos is None else vos & named
        if vos is not None:
            owned = self._ids(state, "find_units", vos=sorted(vos))
            units = owned if units is None else units & owned
        return {"units": _sorted(units), "roles": _sorted(roles), "vos": _sorted(vos)}

    def _ids(self, state: State, query: str, /, **asked: object) -> frozenset[str]:
        rows = self._reader.ask_at(state, question(query, **asked))
        return frozenset(row["id"] for row in rows)

    def _roles_asked(self, chosen: Mapping[str, list[str] | None], state: State) -> list[str]:
        roles = frozenset(self._reference().roles)
        if chosen["units"] is not None:
            roles &= self._ids(state, "find_roles", units=chosen["units"])
        return sorted(roles if chosen["roles"] is None else roles & frozenset(chosen["roles"]))

    def _pages_of_people(
        self, people: frozenset[str] | None, chosen: Mapping[str, list[str] | None], state: State
    ) -> Iterator[list[str]]:
        for query, asked in _narrowing(chosen):
            found = self._ids(state, query, **asked)
            people = found if people is None else people & found
        return self._pages_of_all(state) if people is None else cut(sorted(people), _PAGE)

    def _pages_of_all(self, state: State) -> Iterator[list[str]]:
        after = ""
        while True:
            asked = question("list_employees", after=after, limit=_PAGE)
            page = [row["id"] for row in self._reader.ask_at(state, asked)]
            if page:
                yield page
            if len(page) < _PAGE:
                return
            after = page[-1]

    def _tickets(self, rows: list[Row]) -> list[TicketRow]:
        found = sorted(map(_ticket, rows))
        self._names.expect(Label.EMPLOYEE, (row.employee_id for row in found))
        self._names.expect(Label.UNIT, (row.unit_id for row in found))
        self._names.expect(Label.ROLE, (row.role_id for row in found))
        return found


def _narrowing(
    chosen: Mapping[str, list[str] | None],
) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Yield the questions that say who alone can have a ticket that passes."""
    units, roles = chosen["units"], chosen["roles"]
    if units is not None:
        yield "find_employees", {"units": units}
    if roles is not None and "" not in roles:
        yield "find_holders", {"roles": roles}


def _native(value: Any) -> Any:
    return value.to_native() if hasattr(value, "to_native") else value


def _ticket(row: Row) -> TicketRow:
    return TicketRow(
        row["employee_id"],
        row["unit_id"],
        row["role_id"],
        row["vo_id"],
        row["specialty_id"],
        row["profession_id"],
        row["capability_id"],
        row["valid_until"].to_ordinal(),
    )


def _sorted(ids: frozenset[str] | None) -> list[str] | None:
    return None if ids is None else sorted(ids)


def _written(day: int) -> str:
    return date.fromordinal(max(day, 1)).isoformat()
