"""The engine protocol, answered by walking the graph."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, cast

from graphauth.engines.reference.definition import (
    Support,
    edge_periods,
    is_declared,
    node_evidence,
    node_periods,
    reaching,
    run_from,
    sources,
    supports_at,
    supports_of,
    targets,
)
from graphauth.engines.reference.graph import Evidence, Graph, build_graph
from graphauth.model.answer import CoverageRow, Node, TicketRow
from graphauth.model.days import period_at
from graphauth.model.names import name_in
from graphauth.model.question import EVERYTHING, Filters
from graphauth.model.schema import Label, Rel
from graphauth.model.selection import change_days, part_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graphauth.engines.base import Ask
    from graphauth.model.dataset import DataSet
    from graphauth.model.entities import VO, Role, System

_NO_ROLE = ("", "", "")


class ReferenceEngine:
    """The executable specification: nothing clever, and slow beyond a region.

    Parameters
    ----------
    dataset
        The data; it is never changed.

    Examples
    --------
    >>> from graphauth.model.dataset import empty_dataset
    >>> ReferenceEngine(empty_dataset()).check("clinic24", "anna", "ward", "nurse", 739943)
    False
    """

    name = "reference"

    def __init__(self, dataset: DataSet) -> None:
        self.dataset = dataset
        self.graph: Graph = build_graph(dataset)
        self._systems = dataset.systems()

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""

    def systems(self) -> Mapping[str, System]:
        """Return the declared systems by id."""
        return self._systems

    def declares(self, label: Label, node_id: str) -> bool:
        """Whether a table declares the id as that kind of node."""
        return is_declared(self.graph, Node(label, node_id))

    def declared(self, label: Label) -> Iterable[str]:
        """Return the ids that are declared as that kind of node."""
        return [
            node.id for node in self.graph if node.label is label and is_declared(self.graph, node)
        ]

    def name_of(self, label: Label, node_id: str, day: int) -> str:
        """Return a node's name, for people to read."""
        rows = node_evidence(self.graph, Node(label, node_id))
        valid = [one for one in rows if one.period.first <= day <= one.period.last]
        return next((name_in(one.row) for one in (*valid, *rows)), "")

    def role_parts(self, label: Label) -> frozenset[str]:
        """Return the specialties, professions or capabilities that declared roles name."""
        roles = (Node(Label.ROLE, role) for role in self.declared(Label.ROLE))
        return frozenset(
            part.id for role in roles for part in self.graph[role] if part.label is label
        )

    def check(self, system: str, employee: str, unit: str, role: str, day: int) -> bool:
        """Whether the ticket holds at the day."""
        paths = supports_at(self.graph, self._systems[system], employee, unit)
        return any(period_at(one.periods, day) is not None for one in paths if one.role == role)

    def check_many(self, system: str, asks: Sequence[Ask], day: int) -> list[bool]:
        """Answer a batch, each as `check` would."""
        return [self.check(system, ask.employee, ask.unit, ask.role, day) for ask in asks]

    def tickets(self, system: str, employee: str, day: int) -> list[TicketRow]:
        """Return an employee's tickets, sorted by unit and role."""
        return self._tickets(supports_of(self.graph, self._systems[system], employee), day)

    def who(self, system: str, unit: str, role: str | None, day: int) -> list[TicketRow]:
        """Return a unit's tickets, sorted by employee and role."""
        rows = (
            row
            for employee in reaching(self.graph, unit)
            for row in self._tickets(
                supports_at(self.graph, self._systems[system], employee, unit), day
            )
        )
        return [row for row in rows if role is None or row.role_id == role]

    def matrix(self, system: str, day: int, filters: Filters) -> Iterator[TicketRow]:
        """Yield every ticket that passes, sorted by employee, unit and role."""
        for employee in sorted(self.declared(Label.EMPLOYEE)):
            if filters.employees is None or employee in filters.employees:
                for row in self.tickets(system, employee, day):
                    if filters == EVERYTHING or self._passes(row, row.role_id, day, filters):
                        yield row

    def coverage(self, system: str | None, day: int, filters: Filters) -> Iterator[CoverageRow]:
        """Yield the staffing of every unit × role that passes, sorted by unit and role."""
        able = {} if system is None else self._able(system, day)
        holders: dict[Node, int] = {}
        for unit in sorted(self.declared(Label.UNIT)):
            node = Node(Label.UNIT, unit)
            if not self._is_valid(node, day):
                continue
            vo = self._owner(node, day)
            for role in targets(self.graph, node, Rel.OFFERS):
                if self._edge_holds(node, role, Rel.OFFERS, day) and is_declared(self.graph, role):
                    if role not in holders:
                        holders[role] = self._holders(role, day)
                    count = able.get((unit, role.id), 0)
                    row = CoverageRow(unit, role.id, vo, holders[role], count)
                    if self._passes(row, role.id, day, filters):
                        yield row

    def changes(self, first: int, last: int) -> list[int]:
        """Return the days on which anything starts to hold, or ceases to."""
        return change_days(self.dataset, first, last)

    def part(self, employees: Iterable[str], units: Iterable[str]) -> DataSet:
        """Return the rows that a question about these can rest on."""
        return part_of(self.dataset, employees, units)

    def _tickets(self, supports: Iterable[Support], day: int) -> list[TicketRow]:
        """Return the tickets of one employee's supports, sorted by unit and role."""
        carried: dict[tuple[str, str], list[Support]] = defaultdict(list)
        for support in supports:
            carried[support.unit, support.role].append(support)
        rows = (self._ticket(carried[key], day) for key in sorted(carried))
        return [row for row in rows if row is not None]

    def _ticket(self, supports: list[Support], day: int) -> TicketRow | None:
        run = run_from(supports, day)
        if run is None:
            return None
        vo = min(one.vo for one in supports if period_at(one.periods, day) is not None)
        first = supports[0]
        parts = self._parts(first.role)
        return TicketRow(first.employee, first.unit, first.role, vo, *parts, run.last)

    def _parts(self, role: str) -> tuple[str, str, str]:
        if not role:
            return _NO_ROLE
        row = cast("Role", node_evidence(self.graph, Node(Label.ROLE, role))[0].row)
        return row.specialty_id, row.profession_id, row.capability_id

    def _able(self, system: str, day: int) -> dict[tuple[str, str], int]:
        counts: dict[tuple[str, str], int] = defaultdict(int)
        if self._systems[system].requires_role:
            for row in self.matrix(system, day, Filters()):
                counts[row.unit_id, row.role_id] += 1
        return counts

    def _owner(self, unit: Node, day: int) -> str:
        owners = (
            vo.id
            for vo in sources(self.graph, unit, Rel.OWNS)
            if self._is_valid(vo, day) and self._edge_holds(vo, unit, Rel.OWNS, day)
        )
        return min(owners, default="")

    def _holders(self, role: Node, day: int) -> int:
        return sum(
            self._is_valid(employee, day) and self._edge_holds(employee, role, Rel.HAS_ROLE, day)
            for employee in sources(self.graph, role, Rel.HAS_ROLE)
        )

    def _is_valid(self, node: Node, day: int) -> bool:
        return period_at(node_periods(self.graph, node), day) is not None

    def _edge_holds(self, start: Node, end: Node, rel: Rel, day: int) -> bool:
        return period_at(edge_periods(self.graph, start, end, rel), day) is not None

    def _passes(self, row: TicketRow | CoverageRow, role: str, day: int, filters: Filters) -> bool:
        shown = dict(
            zip(
                ("specialties", "professions", "capabilities"),
                self._parts(role),
                strict=True,
            )
        )
        shown |= {"units": row.unit_id, "roles": role, "vos": row.vo_id}
        for name, ids in filters.given():
            if name == "providers" and not ids & self._providers(row.vo_id, day):
                return False
            if name in shown and shown[name] not in ids:
                return False
        return True

    def _providers(self, vo: str, day: int) -> set[str]:
        rows: list[Evidence] = node_evidence(self.graph, Node(Label.VO, vo))
        return {
            cast("VO", one.row).provider_id
            for one in rows
            if one.period.first <= day <= one.period.last
        }
