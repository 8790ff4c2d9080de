"""Scenes about one person: why a ticket holds or not, and every path to every ticket."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.engines.reference import ReferenceEngine
from graphauth.i18n import Message, message
from graphauth.model.days import format_day, open_date
from graphauth.model.schema import Label
from graphauth.questions.explain import explain
from graphauth.questions.rows import tickets
from graphauth.questions.scenes.proving import Proofs
from graphauth.questions.scenes.scene import (
    Counts,
    NodeKind,
    Scene,
    SceneEdge,
    SceneKind,
    SceneNode,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graphauth.model.answer import Explanation, TicketRow
    from graphauth.questions.scenes.sight import Sight

_HOME = {
    NodeKind.ASSIGNMENT: "employee",
    NodeKind.ROLE: "employee",
    NodeKind.VO: "employee",
}


def ticket(sight: Sight, employee: str, unit: str, role: str | None = None) -> Scene:
    """Return the proofs of a ticket or, for a "no", what was tried and which conditions fail.

    Raises
    ------
    UnknownIdError
        When the employee, the unit or the role is not declared.
    UsageError
        When a role is given to a system that has none.
    """
    answer = explain(sight.engine, sight.system.system_id, employee, unit, role, sight.on)
    proofs = Proofs(sight)
    for path in answer.paths or answer.attempts:
        proofs.add(answer, path)
    return _scene(
        sight,
        SceneKind.TICKET,
        _verdict(sight, answer),
        proofs,
        proofs.nodes.values(),
        proofs.edges.values(),
        Counts(tickets=len(answer.roles) or int(answer.decision)),
    )


def employee(sight: Sight, employee_id: str) -> Scene:
    """Return every path to every ticket of an employee: what the login screen rests on.

    Raises
    ------
    UnknownIdError
        When the employee is not declared.
    """
    rows = tickets(sight.engine, sight.system.system_id, employee_id, sight.day)
    units = sorted({row.unit_id for row in rows})
    part = ReferenceEngine(sight.engine.part([employee_id], units))
    proofs = Proofs(sight)
    proofs.node(Label.EMPLOYEE, employee_id)
    for unit in units:
        answer = explain(part, sight.system.system_id, employee_id, unit, None, sight.on)
        for path in answer.paths:
            proofs.add(answer, path, _ticket_key(unit, path.role_id))
    nodes = [*_housed(proofs, rows), *(_choice(sight, row) for row in rows)]
    scene = _scene(
        sight,
        SceneKind.EMPLOYEE,
        message("The login choices of {name}", name=sight.name(Label.EMPLOYEE, employee_id)),
        proofs,
        nodes,
        [*_shown(proofs), *_to_roles(rows)],
        Counts(tickets=len(rows), units=len(units), roles=len({r.role_id for r in rows} - {""})),
    )
    none = (message("no login choices on this day"),)
    return scene if rows else scene.model_copy(update={"remarks": none})


def _scene(
    sight: Sight,
    kind: SceneKind,
    title: Message,
    proofs: Proofs,
    nodes: Iterable[SceneNode],
    edges: Iterable[SceneEdge],
    counts: Counts,
) -> Scene:
    shown, joined = tuple(nodes), tuple(edges)
    seen = {one.status for one in shown} | {one.status for one in joined}
    return Scene(
        kind=kind,
        title=title,
        system_id=sight.system.system_id,
        day=sight.on,
        data=sight.data,
        counts=counts,
        nodes=shown,
        edges=joined,
        proofs=tuple(proofs.proofs),
        legend=tuple(one for one in Status if one in seen),
        complete=not sight.skipped,
    )


def _verdict(sight: Sight, answer: Explanation) -> Message:
    who = sight.name(Label.EMPLOYEE, answer.employee_id)
    where = sight.name(Label.UNIT, answer.unit_id)
    role = sight.name(Label.ROLE, answer.role_id) if answer.role_id else ""
    if answer.decision and role:
        return message(
            "Yes: {name} can log in at {unit} as {role}", name=who, unit=where, role=role
        )
    if answer.decision:
        return message("Yes: {name} can log in at {unit}", name=who, unit=where)
    if role:
        return message(
            "No: {name} can't log in at {unit} as {role}", name=who, unit=where, role=role
        )
    return message("No: {name} can't log in at {unit}", name=who, unit=where)


def _housed(proofs: Proofs, rows: Sequence[TicketRow]) -> list[SceneNode]:
    """Return the nodes in their tree: units under the VO that their tickets name."""
    owners = {f"unit:{row.unit_id}": f"vo:{row.vo_id}" for row in rows}
    root = next(key for key, node in proofs.nodes.items() if node.kind is NodeKind.EMPLOYEE)
    found = []
    for key, node in proofs.nodes.items():
        if node.kind is not NodeKind.SYSTEM:
            parent = owners.get(key) or (root if node.kind in _HOME else "")
            found.append(node.model_copy(update={"parent": parent}))
    order = list(NodeKind)
    return sorted(found, key=lambda one: order.index(_ORDER.get(one.kind, one.kind)))


_ORDER = {NodeKind.ROLE: NodeKind.GROUP}
"""Roles come last: a tree lists the ways to units first."""


def _choice(sight: Sight, row: TicketRow) -> SceneNode:
    until = format_day(row.valid_until)
    return SceneNode(
        key=_ticket_key(row.unit_id, row.role_id),
        kind=NodeKind.TICKET,
        id=row.role_id,
        name=sight.name(Label.ROLE, row.role_id) or message("log in"),
        parent=f"unit:{row.unit_id}",
        detail=message("until {last}", last=until) if until else "",
        status=Status.HOLDS,
        counts=Counts(tickets=1),
        specialties=tuple({row.specialty_id} - {""}),
        professions=tuple({row.profession_id} - {""}),
        vos=(row.vo_id,),
        valid_to=open_date(row.valid_until),
    )


def _shown(proofs: Proofs) -> list[SceneEdge]:
    """Return the edges without those to the system and from units to roles: tickets say these."""
    kept = []
    for edge in proofs.edges.values():
        to_system = edge.target.startswith("system:")
        if not to_system and not edge.source.startswith("unit:"):
            kept.append(edge)
    return kept


def _to_roles(rows: Sequence[TicketRow]) -> list[SceneEdge]:
    return [
        SceneEdge(source=f"role:{row.role_id}", target=_ticket_key(row.unit_id, row.role_id))
        for row in rows
        if row.role_id
    ]


def _ticket_key(unit: str, role: str) -> str:
    def safe(text: str) -> str:
        return text.replace("%", "%25").replace("/", "%2F")

    return f"ticket:{safe(unit)}/{safe(role)}"
