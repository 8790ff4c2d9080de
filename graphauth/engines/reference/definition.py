"""The definition of a ticket, to be read beside `domain.md`.

``ticket(s, e, u, r)`` holds at a day when the employee, through an assignment granted at a VO that
owns the unit, reaches it, and role and offer meet there. Each such path is a *support*, and holds
in the days that all its facts hold in. Numbers in comments are the clauses of the definition.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, NamedTuple, cast

from graphauth.model.answer import Node
from graphauth.model.days import ALWAYS, Period, Periods, intersect, period_at, unite
from graphauth.model.schema import Label, Rel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.engines.reference.graph import Evidence, Graph
    from graphauth.model.entities import Assignment, System


class Support(NamedTuple):
    """One path that carries a ticket, and the days in which it does."""

    employee: str
    assignment: str
    vo: str
    unit: str
    role: str
    periods: Periods


def supports_of(graph: Graph, system: System, employee: str) -> Iterator[Support]:
    """Yield every path from an employee to a ticket for `system`, on whatever days it holds."""
    for assignment in targets(graph, Node(Label.EMPLOYEE, employee), Rel.HOLDS):
        if not opens(graph, assignment, system):
            continue
        for vo in targets(graph, assignment, Rel.GRANTED_AT):
            for unit in targets(graph, vo, Rel.OWNS):
                yield from supports_between(graph, system, employee, assignment.id, vo.id, unit.id)


def supports_at(graph: Graph, system: System, employee: str, unit: str) -> Iterator[Support]:
    """Yield those of the paths of `supports_of` that lead to one unit."""
    for assignment in targets(graph, Node(Label.EMPLOYEE, employee), Rel.HOLDS):
        if not opens(graph, assignment, system):
            continue
        for vo in targets(graph, assignment, Rel.GRANTED_AT):
            if graph.has_edge(vo, Node(Label.UNIT, unit), Rel.OWNS):
                yield from supports_between(graph, system, employee, assignment.id, vo.id, unit)


def reaching(graph: Graph, unit: str) -> list[str]:
    """Return the employees who hold an assignment granted at an owner of the unit, on any day."""
    found = {
        employee.id
        for vo in sources(graph, Node(Label.UNIT, unit), Rel.OWNS)
        for assignment in sources(graph, vo, Rel.GRANTED_AT)
        for employee in sources(graph, assignment, Rel.HOLDS)
    }
    return sorted(found)


def supports_between(
    graph: Graph, system: System, employee: str, assignment: str, vo: str, unit: str
) -> Iterator[Support]:
    """Yield the supports through one assignment, VO and unit: one for each role that meets there."""
    if not permits_unit(graph, Node(Label.ASSIGNMENT, assignment), unit):
        return
    reached = access(graph, system, employee, assignment, vo, unit)
    if not reached:
        return
    for role in roles_at(graph, system, employee, unit):
        periods = intersect(reached, role_periods(graph, employee, unit, role))
        if periods:
            yield Support(employee, assignment, vo, unit, role, periods)


def opens(graph: Graph, assignment: Node, system: System) -> bool:
    """Whether an assignment opens a system, and for a purpose that the system takes (2)."""
    row = assignment_row(graph, assignment)
    if row is None:
        return False
    named = not row.systems or graph.has_edge(
        assignment, Node(Label.SYSTEM, system.system_id), Rel.OPENS
    )
    return named and (not system.purposes or row.purpose in system.purposes)


def permits_unit(graph: Graph, assignment: Node, unit: str) -> bool:
    """Whether an assignment is not limited to units, or is limited to this one among others (3)."""
    row = assignment_row(graph, assignment)
    return row is not None and (
        not row.unit_ids or graph.has_edge(assignment, Node(Label.UNIT, unit), Rel.LIMITED_TO)
    )


def access(
    graph: Graph, system: System, employee: str, assignment: str, vo: str, unit: str
) -> Periods:
    """Return the days on which the employee reaches the unit by this path, roles aside (1 to 4)."""
    e, a = Node(Label.EMPLOYEE, employee), Node(Label.ASSIGNMENT, assignment)
    v, u = Node(Label.VO, vo), Node(Label.UNIT, unit)
    facts = [
        node_periods(graph, e),  # 1
        edge_periods(graph, e, a, Rel.HOLDS),  # 2
        node_periods(graph, v),  # 3
        edge_periods(graph, v, u, Rel.OWNS),  # 3
        node_periods(graph, u),  # 4
    ]
    if system.requires_registration:  # 4
        facts.append(
            edge_periods(graph, u, Node(Label.SYSTEM, system.system_id), Rel.REGISTERED_AT)
        )
    return reduce(intersect, facts)


def roles_at(graph: Graph, system: System, employee: str, unit: str) -> list[str]:
    """Return the declared roles that are the employee's and offered at the unit, on any day (5).

    A system without roles has one ticket a unit, whose role is blank.
    """
    if not system.requires_role:
        return [""]
    granted = {node.id for node in targets(graph, Node(Label.EMPLOYEE, employee), Rel.HAS_ROLE)}
    offered = {node.id for node in targets(graph, Node(Label.UNIT, unit), Rel.OFFERS)}
    return sorted(role for role in granted & offered if is_declared(graph, Node(Label.ROLE, role)))


def role_periods(graph: Graph, employee: str, unit: str, role: str) -> Periods:
    """Return the days on which the employee has the role and the unit offers it (5)."""
    if not role:
        return ALWAYS
    r = Node(Label.ROLE, role)
    return intersect(
        edge_periods(graph, Node(Label.EMPLOYEE, employee), r, Rel.HAS_ROLE),
        edge_periods(graph, Node(Label.UNIT, unit), r, Rel.OFFERS),
    )


def run_from(supports: list[Support], day: int) -> Period | None:
    """Return the unbroken run of days around `day` that the supports carry together, or None."""
    return period_at(unite(period for one in supports for period in one.periods), day)


def targets(graph: Graph, node: Node, rel: Rel) -> list[Node]:
    """Return the nodes that `node` points to by `rel`, in byte order of their ids."""
    return _neighbours(graph, node, "targets", rel)


def sources(graph: Graph, node: Node, rel: Rel) -> list[Node]:
    """Return the nodes that point to `node` by `rel`, in byte order of their ids."""
    return _neighbours(graph, node, "sources", rel)


def _neighbours(graph: Graph, node: Node, side: str, rel: Rel) -> list[Node]:
    listed = graph.nodes[node][side] if node in graph else {}
    return cast("list[Node]", listed.get(rel, []))


def is_declared(graph: Graph, node: Node) -> bool:
    """Whether a table declares the node; what is only referred to carries nothing."""
    return bool(node_evidence(graph, node))


def node_evidence(graph: Graph, node: Node) -> list[Evidence]:
    """Return the rows that declare a node; none where nothing does."""
    return cast("list[Evidence]", graph.nodes[node]["evidence"]) if node in graph else []


def node_periods(graph: Graph, node: Node) -> Periods:
    """Return the days on which a node is valid; none for one that nothing declares."""
    return cast("Periods", graph.nodes[node]["periods"]) if node in graph else ()


def edge_evidence(graph: Graph, start: Node, end: Node, rel: Rel) -> list[Evidence]:
    """Return the rows behind a relationship; none where there is no such relationship."""
    edge = _edge(graph, start, end, rel)
    return [] if edge is None else cast("list[Evidence]", edge["evidence"])


def edge_periods(graph: Graph, start: Node, end: Node, rel: Rel) -> Periods:
    """Return the days on which a relationship holds."""
    edge = _edge(graph, start, end, rel)
    return () if edge is None else cast("Periods", edge["periods"])


def _edge(graph: Graph, start: Node, end: Node, rel: Rel) -> dict[str, object] | None:
    return cast("dict[str, object] | None", graph.get_edge_data(start, end, rel))


def assignment_row(graph: Graph, assignment: Node) -> Assignment | None:
    """Return the row that declares an assignment, or None."""
    evidence = node_evidence(graph, assignment)
    return cast("Assignment", evidence[0].row) if evidence else None
