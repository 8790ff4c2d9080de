"""Proofs as parts of a scene: the nodes that a path runs through, and the edges that carry it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphauth.i18n import message
from graphauth.model.answer import Clause
from graphauth.model.schema import Label, Rel
from graphauth.questions.scenes.scene import (
    NodeKind,
    SceneCondition,
    SceneEdge,
    SceneNode,
    SceneProof,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.model.answer import Condition, Explanation, Path
    from graphauth.questions.scenes.sight import Sight


class Way(NamedTuple):
    """The keys of what a path runs through; `roles` are several where any would do."""

    employee: str
    assignment: str
    vo: str
    unit: str
    system: str
    roles: tuple[str, ...]

    def ends(self, clause: Clause) -> list[tuple[str, str, Rel]]:
        """Return the edges that a condition is about; none where it is about a node."""
        match clause:
            case Clause.MEMBER:
                return [(self.employee, self.assignment, Rel.HOLDS)]
            case Clause.OPENS | Clause.PURPOSE:
                return [(self.assignment, self.system, Rel.OPENS)]
            case Clause.OWNS:
                return [(self.vo, self.unit, Rel.OWNS)]
            case Clause.LIMITED_TO:
                return [(self.assignment, self.unit, Rel.LIMITED_TO)]
            case Clause.REGISTERED:
                return [(self.unit, self.system, Rel.REGISTERED_AT)]
            case Clause.GRANT:
                return [(self.employee, role, Rel.HAS_ROLE) for role in self.roles]
            case Clause.OFFER:
                return [(self.unit, role, Rel.OFFERS) for role in self.roles]
            case _:
                return []

    def node(self, clause: Clause) -> str:
        """Return the key of the node whose validity a condition is about; blank for others."""
        nodes = {
            Clause.EMPLOYEE_VALID: self.employee,
            Clause.VO_VALID: self.vo,
            Clause.UNIT_VALID: self.unit,
        }
        return nodes.get(clause, "")


class Proofs:
    """Gathers proofs into nodes and edges, each once; what fails in one path is said to fail."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self.nodes: dict[str, SceneNode] = {}
        self.edges: dict[tuple[str, str, Rel], SceneEdge] = {}
        self.proofs: list[SceneProof] = []

    def add(self, answer: Explanation, path: Path, ticket: str = "") -> None:
        """Add a path of an explanation: one that carries the ticket, or an attempt at it."""
        way = self._way(answer, path)
        number = len(self.proofs) + 1
        for condition in path.conditions:
            self._judge(way, condition, number)
        if path.assignment_id and path.vo_id:
            self._join((way.assignment, way.vo, Rel.GRANTED_AT), number)
        self.proofs.append(_proof(path, way, number, ticket or way.unit))

    def _way(self, answer: Explanation, path: Path) -> Way:
        return Way(
            self.node(Label.EMPLOYEE, answer.employee_id),
            self.node(Label.ASSIGNMENT, path.assignment_id),
            self.node(Label.VO, path.vo_id) if path.vo_id else "",
            self.node(Label.UNIT, answer.unit_id),
            self.node(Label.SYSTEM, answer.system_id),
            tuple(self.node(Label.ROLE, role) for role in _roles(answer, path)),
        )

    def node(self, label: Label, node_id: str) -> str:
        """Return the key of a node, which is in the scene from now on; a blank id: a missing one."""
        kind = NodeKind.of(label)
        key = f"{kind.value}:{node_id}"
        missing = message("no assignment") if label is Label.ASSIGNMENT else message("no role")
        self.nodes.setdefault(
            key,
            SceneNode(
                key=key,
                kind=kind,
                id=node_id,
                name=self._sight.name(label, node_id) if node_id else missing,
                status=Status.HOLDS if node_id else Status.FAILS,
            ),
        )
        return key

    def _judge(self, way: Way, condition: Condition, number: int) -> None:
        for ends in way.ends(condition.clause):
            self._join(ends, number, condition)
        key = way.node(condition.clause)
        if key and not condition.holds:
            found = {"status": Status.FAILS, "detail": condition.found or ""}
            self.nodes[key] = self.nodes[key].model_copy(update=found)

    def _join(
        self, ends: tuple[str, str, Rel], number: int, condition: Condition | None = None
    ) -> None:
        source, target, rel = ends
        known = self.edges.get(ends) or SceneEdge(source=source, target=target, kind=rel)
        proofs = known.proofs if number in known.proofs else (*known.proofs, number)
        self.edges[ends] = known.model_copy(update={"proofs": proofs, **_found(condition)})


def _found(condition: Condition | None) -> dict[str, object]:
    if condition is None:
        return {}
    if not condition.holds:
        return {"status": Status.FAILS, "label": condition.found or ""}
    fact = condition.facts[0] if len(condition.facts) == 1 else None
    if fact is None:
        return {}
    return {"valid_from": fact.valid_from, "valid_to": fact.valid_to}


def _roles(answer: Explanation, path: Path) -> tuple[str, ...]:
    """Return the roles of a path; of an attempt at any role those that are held, else a missing."""
    if path.role_id or answer.role_id == "":
        return (path.role_id,) if path.role_id else ()
    held = [one for one in path.conditions if one.clause is Clause.GRANT and one.holds]
    ends = (fact.end for one in held for fact in one.facts)
    return tuple(end.id for end in ends if end is not None) or ("",)


def _proof(path: Path, way: Way, number: int, ticket: str) -> SceneProof:
    nodes = (way.employee, way.assignment, way.vo, way.unit, *way.roles)
    return SceneProof(
        number=number,
        ticket=ticket,
        holds=all(one.holds for one in path.conditions),
        nodes=tuple(key for key in nodes if key),
        conditions=tuple(_condition(one, way) for one in path.conditions),
        valid_from=path.valid_from,
        valid_until=path.valid_until,
    )


def _condition(condition: Condition, way: Way) -> SceneCondition:
    fact = condition.facts[0] if condition.facts else None
    return SceneCondition(
        clause=condition.clause.number,
        name=condition.clause.value,
        holds=condition.holds,
        said=condition.said,
        found=condition.found,
        nodes=tuple(dict.fromkeys(_about(condition.clause, way))),
        valid_from=fact.valid_from if fact else None,
        valid_to=fact.valid_to if fact else None,
    )


def _about(clause: Clause, way: Way) -> Iterator[str]:
    for source, target, _ in way.ends(clause):
        yield from (source, target)
    if way.node(clause):
        yield way.node(clause)
