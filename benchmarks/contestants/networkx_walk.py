"""The definition walked over a networkx graph, as one writes it in an afternoon; dates and all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

import networkx as nx

from benchmarks.contestant import SYSTEM, Contestant
from benchmarks.relations import read_table, split, system_terms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

_EMPLOYEE, _ASSIGNMENT, _VO, _UNIT, _ROLE, _SYSTEM = (
    "employee",
    "assignment",
    "vo",
    "unit",
    "role",
    "system",
)
_BEGINNING, _END = "", "9999-12-31"
_ALWAYS: Final = (_BEGINNING, _END)
_NODES: Final = ((_EMPLOYEE, "employees"), (_VO, "vos"), (_UNIT, "units"))
_EDGES: Final = (
    (_EMPLOYEE, _ASSIGNMENT, "assignment_members"),
    (_VO, _UNIT, "units"),
    (_UNIT, _SYSTEM, "unit_registrations"),
    (_UNIT, _ROLE, "unit_roles"),
    (_EMPLOYEE, _ROLE, "role_grants"),
)

Node = tuple[str, str]


class NetworkxWalk(Contestant):
    """A walk from node to node, with the periods on the edges looked at on the way."""

    title: ClassVar[str] = "networkx, naive walk"
    notes: ClassVar[dict[str, str]] = {
        "load": "holds the dates; any day can be asked without loading anew",
    }

    def version(self) -> str:
        """Return networkx's version."""
        return str(nx.__version__)

    def load(self, folder: Path, day: date) -> None:
        """Build the graph; the day is only remembered."""
        self._day = day.isoformat()
        self._graph: nx.DiGraph[Node] = nx.DiGraph()
        self._registration, self._purposes = system_terms(folder)
        self._add_nodes(folder)
        for start, end, table in _EDGES:
            columns = (f"{start}_id", f"{end}_id", "valid_from", "valid_to")
            for one, other, first, last in read_table(folder, table, *columns):
                self._add_edge((start, one), (end, other), first, last)
        # plain dictionaries by networkx's own calls: its views cost about as much as the walk
        self._nodes: dict[Node, dict[str, Any]] = dict(iter(self._graph.nodes(data=True)))
        self._next: dict[Node, dict[Node, dict[str, Any]]] = dict(self._graph.adjacency())

    def check(self, employee: str, unit: str, role: str) -> bool:
        """Look at the four corners first, then for an assignment that joins them."""
        e, u, r = (_EMPLOYEE, employee), (_UNIT, unit), (_ROLE, role)
        return (
            self._valid(e)
            and self._holds(e, r)
            and self._open(u)
            and self._holds(u, r)
            and self._valid(r)
            and self._reaches(e, u)
        )

    def tickets(self, employee: str) -> list[tuple[str, str]]:
        """Walk to every unit, and see which of the employee's roles it offers."""
        e = (_EMPLOYEE, employee)
        if not self._valid(e):
            return []
        roles = [role for role in self._ends(e, _ROLE) if self._valid(role)]
        units = {unit for unit in self._units(e) if self._open(unit)}
        return [(u[1], r[1]) for u in units for r in roles if self._holds(u, r)]

    def who(self, unit: str, role: str) -> list[str]:
        """Go from the unit to the members of its VOs, and see who holds the role."""
        u, r = (_UNIT, unit), (_ROLE, role)
        if not (self._open(u) and self._valid(r) and self._holds(u, r)):
            return []
        return sorted(e[1] for e in self._members(u) if self._holds(e, r) and self._valid(e))

    def matrix_count(self) -> int:
        """Count everyone's tickets, one employee after the other."""
        return sum(len(self.tickets(name)) for kind, name in self._graph if kind == _EMPLOYEE)

    def _add_nodes(self, folder: Path) -> None:
        for kind, table in _NODES:
            for name, first, last in read_table(
                folder, table, f"{kind}_id", "valid_from", "valid_to"
            ):
                node = (kind, name)
                self._graph.add_node(node)
                self._graph.nodes[node].setdefault("periods", []).append((first, last or _END))
        for (name,) in read_table(folder, "roles", "role_id"):
            self._graph.add_node((_ROLE, name), periods=[_ALWAYS])
        columns = ("assignment_id", "vo_id", "purpose", "systems", "unit_ids")
        for name, vo, purpose, systems, limits in read_table(folder, "assignments", *columns):
            opens = not split(systems) or SYSTEM in split(systems)
            if opens and (not self._purposes or purpose in self._purposes):
                self._graph.add_node((_ASSIGNMENT, name), vo=(_VO, vo), limits=split(limits))
                self._add_edge((_ASSIGNMENT, name), (_VO, vo), _BEGINNING, _END)

    def _add_edge(self, start: Node, end: Node, first: str, last: str) -> None:
        if not self._graph.has_edge(start, end):
            self._graph.add_edge(start, end, periods=[])
        self._graph.edges[start, end]["periods"].append((first, last or _END))

    def _valid(self, node: Node) -> bool:
        row = self._nodes.get(node)
        return row is not None and self._at(row)

    def _holds(self, start: Node, end: Node) -> bool:
        ends = self._next.get(start)
        return ends is not None and end in ends and self._at(ends[end])

    def _at(self, carrier: dict[str, Any]) -> bool:
        for first, last in carrier.get("periods", ()):  # noqa: SIM110 - any() costs twice as much
            if first <= self._day <= last:
                return True
        return False

    def _open(self, unit: Node) -> bool:
        registered = not self._registration or self._holds(unit, (_SYSTEM, SYSTEM))
        return registered and self._valid(unit)

    def _ends(self, start: Node, kind: str) -> Iterator[Node]:
        return (end for end, edge in self._next[start].items() if end[0] == kind and self._at(edge))

    def _assignments(self, employee: Node) -> Iterator[tuple[Node, frozenset[str]]]:
        for end, edge in self._next[employee].items():
            row = self._nodes[end] if end[0] == _ASSIGNMENT and self._at(edge) else {}
            if "vo" in row and self._valid(row["vo"]):
                yield row["vo"], row["limits"]

    def _reaches(self, employee: Node, unit: Node) -> bool:
        for vo, limits in self._assignments(employee):
            if self._holds(vo, unit) and (not limits or unit[1] in limits):
                return True
        return False

    def _members(self, unit: Node) -> set[Node]:
        reaching: set[Node] = set()
        for vo in self._starts(unit, _VO):
            for assignment in self._starts(vo, _ASSIGNMENT) if self._valid(vo) else ():
                limits = self._nodes[assignment]["limits"]
                if not limits or unit[1] in limits:
                    reaching.update(self._starts(assignment, _EMPLOYEE))
        return reaching

    def _starts(self, end: Node, kind: str) -> Iterator[Node]:
        starts = self._graph.pred[end].items()
        return (start for start, edge in starts if start[0] == kind and self._at(edge))

    def _units(self, employee: Node) -> Iterator[Node]:
        for vo, limits in self._assignments(employee):
            for unit in self._ends(vo, _UNIT):
                if not limits or unit[1] in limits:
                    yield unit
