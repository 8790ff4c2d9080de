"""Scenes of the staffing: the whole (`overview`), one VO, one unit, and the role hierarchy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.i18n import N_, Message, message
from graphauth.model.days import format_day, open_date
from graphauth.model.question import EVERYTHING, Filters
from graphauth.model.schema import Label
from graphauth.questions.rows import coverage
from graphauth.questions.scenes.scene import (
    Counts,
    NodeKind,
    Scene,
    SceneFact,
    SceneKind,
    SceneNode,
    Status,
)
from graphauth.questions.scenes.tally import status_of
from graphauth.questions.scenes.tree import Branch, Tree
from graphauth.questions.validate import require_declared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphauth.model.answer import CoverageRow, TicketRow
    from graphauth.questions.scenes.sight import RoleParts, Sight

_COUNTED = (Status.UNSTAFFED, Status.HELD, Status.SINGLE, Status.STAFFED)


def overview(sight: Sight) -> Scene:
    """Return care providers, their VOs and the units of these, by how they are staffed."""
    sight.require_roles()
    tree = Tree()
    root = Branch(NodeKind.REGION, name=message("All units"))
    tree.place([root])
    places = {unit: _unit_way(sight, root, unit, vo) for unit, vo in _by_owner(sight)}
    keys = {unit: tree.place(way, vo=sight.owners[unit]) for unit, way in places.items()}
    for unit, key in keys.items():
        tree.declare(key, unit=unit)
    for row in _rows(sight, EVERYTHING):
        way, parts = places[row.unit_id], sight.roles[row.role_id]
        tree.place(way, specialty=parts.specialty, profession=parts.profession, vo=row.vo_id)
        tree.count(keys[row.unit_id], row)
    return staffing_scene(sight, SceneKind.OVERVIEW, message("The staffing of all units"), tree)


def vo(sight: Sight, vo_id: str) -> Scene:
    """Return the units that a VO owns first, and the roles of each by profession.

    Raises
    ------
    UnknownIdError
        When the VO is not declared.
    """
    sight.require_roles()
    require_declared(sight.engine, Label.VO, vo_id)
    tree = Tree()
    root = _branch(sight, Label.VO, vo_id)
    tree.place([root], vo=vo_id)
    for unit, owner in _by_owner(sight):
        if owner == vo_id:
            way = [root, _branch(sight, Label.UNIT, unit)]
            tree.declare(tree.place(way, vo=vo_id), unit=unit)
    for row in _rows(sight, Filters(vos=frozenset({vo_id}))):
        way = [root, _branch(sight, Label.UNIT, row.unit_id)]
        _place_role(sight, tree, way, row)
    title = message("{vo}: its units and how their roles are staffed", vo=root.name)
    return staffing_scene(sight, SceneKind.VO, title, tree)


def unit(sight: Sight, unit_id: str) -> Scene:
    """Return a unit's roles by profession, and who can log in as each.

    Raises
    ------
    UnknownIdError
        When the unit is not declared.
    """
    require_declared(sight.engine, Label.UNIT, unit_id)
    tree = Tree()
    root = _branch(sight, Label.UNIT, unit_id)
    tree.declare(tree.place([root]), unit=unit_id)
    ways = {}
    if sight.system.requires_role:
        for row in _rows(sight, Filters(units=frozenset({unit_id}))):
            ways[row.role_id] = _place_role(sight, tree, [root], row)
    found = sight.engine.who(sight.system.system_id, unit_id, None, sight.day)
    for ticket in found:
        tree.place(
            [*(ways.get(ticket.role_id) or [root]), _ticket_branch(sight, ticket)],
            specialty=ticket.specialty_id,
            profession=ticket.profession_id,
            vo=ticket.vo_id,
            status=Status.HOLDS,
        )
    if sight.system.requires_role:
        title = message("{unit}: its roles, and who can log in as them", unit=root.name)
        return staffing_scene(sight, SceneKind.UNIT, title, tree)
    scene = staffing_scene(
        sight, SceneKind.UNIT, message("{unit}: who can log in", unit=root.name), tree
    )
    return scene.model_copy(update={"counts": Counts(units=1, tickets=len(found)), "legend": ()})


def hierarchy(sight: Sight, only: Iterable[str] = ()) -> Scene:
    """Return the role catalogues: specialty, profession, capability, role.

    Parameters
    ----------
    only
        Catalogues or specialties; none: every one.

    Raises
    ------
    UnknownIdError
        When one is neither a declared catalogue nor a specialty that is declared or used.
    """
    sight.require_roles()
    wanted = _wanted(sight, only)
    tree = Tree()
    root = Branch(NodeKind.REGION, name=message("All role catalogues"))
    tree.place([root])
    ways = {}
    for role, parts in sorted(sight.roles.items(), key=lambda one: (one[1], one[0])):
        if not wanted or wanted & {parts.catalogue, parts.specialty}:
            ways[role] = _role_way(sight, root, role, parts)
            key = tree.place(ways[role], specialty=parts.specialty, profession=parts.profession)
            tree.declare(key, role=role)
    for row in _rows(sight, EVERYTHING):
        if row.role_id in ways:
            parts = sight.roles[row.role_id]
            key = tree.place(
                ways[row.role_id],
                specialty=parts.specialty,
                profession=parts.profession,
                vo=row.vo_id,
            )
            tree.count(key, row)
    names = ", ".join(_named(sight, one) for one in sorted(wanted))
    title = (
        message("The role hierarchy of {names} and its staffing", names=names)
        if wanted
        else message("The role hierarchy and its staffing")
    )
    return staffing_scene(sight, SceneKind.HIERARCHY, title, tree)


def staffing_scene(sight: Sight, kind: SceneKind, title: Message, tree: Tree) -> Scene:
    """Return the scene of a tree; the first node is its root."""
    nodes = tree.nodes()
    return Scene(
        kind=kind,
        title=title,
        system_id=sight.system.system_id,
        day=sight.on,
        data=sight.data,
        counts=nodes[0].counts,
        nodes=nodes,
        legend=_legend(nodes),
        complete=not sight.skipped,
    )


def _legend(nodes: tuple[SceneNode, ...]) -> tuple[Status, ...]:
    """Return how it stands with anything that is shown, or counted."""
    shown = {node.status for node in nodes if node.kind is not NodeKind.TICKET}
    counted = {one for one in _COUNTED if getattr(nodes[0].counts, one.value)}
    return tuple(one for one in Status if one in shown | counted)


def _rows(sight: Sight, filters: Filters) -> Iterable[CoverageRow]:
    return coverage(sight.engine, sight.system.system_id, sight.day, filters)


def _by_owner(sight: Sight) -> list[tuple[str, str]]:
    """Return (unit, owner) by the owner's name, then the unit's."""
    return sorted(
        sight.owners.items(),
        key=lambda one: (
            sight.name(Label.VO, one[1]),
            one[1],
            sight.name(Label.UNIT, one[0]),
            one[0],
        ),
    )


def _unit_way(sight: Sight, root: Branch, unit: str, owner: str) -> list[Branch]:
    provider = sight.vos[owner].provider_id if owner else ""
    return [
        root,
        _branch(sight, Label.PROVIDER, provider, message("no care provider")),
        _branch(sight, Label.VO, owner, message("no valid VO")),
        _branch(sight, Label.UNIT, unit),
    ]


def _role_way(sight: Sight, root: Branch, role: str, parts: RoleParts) -> list[Branch]:
    way = [
        root,
        _branch(sight, Label.CATALOGUE, parts.catalogue, message("catalogue not known")),
        _branch(sight, Label.SPECIALTY, parts.specialty, message("specialty not known")),
        _branch(sight, Label.PROFESSION, parts.profession, message("profession not known")),
    ]
    if parts.capability:
        way.append(_branch(sight, Label.CAPABILITY, parts.capability))
    last = _branch(sight, Label.ROLE, role)
    return [*way, last._replace(short=_short(sight, parts))]


def _short(sight: Sight, parts: RoleParts) -> str:
    """Return what tells a role from others of its profession: its capability, if it has one."""
    if parts.capability:
        return sight.name(Label.CAPABILITY, parts.capability)
    return sight.name(Label.PROFESSION, parts.profession)


def _place_role(sight: Sight, tree: Tree, way: list[Branch], row: CoverageRow) -> list[Branch]:
    parts = sight.roles[row.role_id]
    full = [
        *way,
        _branch(sight, Label.PROFESSION, parts.profession, message("profession not known")),
        Branch(
            NodeKind.ROLE,
            row.role_id,
            sight.name(Label.ROLE, row.role_id),
            message("{holders} hold it, {able} can log in", holders=row.holders, able=row.able),
            (_fact(N_("holders"), row.holders), _fact(N_("able"), row.able)),
            _short(sight, parts),
            str(row.able),
        ),
    ]
    key = tree.place(
        full,
        specialty=parts.specialty,
        profession=parts.profession,
        vo=row.vo_id,
        status=status_of(row),
    )
    tree.count(key, row)
    return full


def _ticket_branch(sight: Sight, ticket: TicketRow) -> Branch:
    until = format_day(ticket.valid_until)
    return Branch(
        NodeKind.TICKET,
        ticket.employee_id,
        sight.name(Label.EMPLOYEE, ticket.employee_id),
        message("until {last}", last=until) if until else "",
        (_fact(N_("valid until"), open_date(ticket.valid_until)),),
    )


def _branch(sight: Sight, label: Label, node_id: str, otherwise: Message | None = None) -> Branch:
    kind = NodeKind.of(label)
    if not node_id and otherwise is not None:
        return Branch(kind, name=otherwise)
    return Branch(kind, node_id, sight.name(label, node_id))


def _fact(name: str, value: object) -> SceneFact:
    return SceneFact.model_validate({"name": message(name), "value": value})


def _wanted(sight: Sight, only: Iterable[str]) -> set[str]:
    wanted = set(only)
    for one in sorted(wanted):
        if one not in sight.engine.role_parts(Label.SPECIALTY) and not sight.engine.declares(
            Label.SPECIALTY, one
        ):
            require_declared(sight.engine, Label.CATALOGUE, one)
    return wanted


def _named(sight: Sight, one: str) -> str:
    is_catalogue = sight.engine.declares(Label.CATALOGUE, one)
    return sight.name(Label.CATALOGUE if is_catalogue else Label.SPECIALTY, one)
