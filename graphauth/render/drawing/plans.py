"""Which nodes of a scene are the panels of its picture, which are rows in them, and which pills."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from graphauth.questions.scenes.scene import NodeKind, SceneKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphauth.questions.scenes.scene import Scene


class Plan(NamedTuple):
    """Which kinds of node are sections, panels, rows and leaves; None: there are none."""

    section: NodeKind | None
    panels: tuple[NodeKind, ...]
    row: NodeKind | None
    leaf: NodeKind


PLANS: Final[Mapping[SceneKind, Plan]] = {
    SceneKind.OVERVIEW: Plan(NodeKind.PROVIDER, (NodeKind.VO,), None, NodeKind.UNIT),
    SceneKind.HIERARCHY: Plan(
        NodeKind.CATALOGUE, (NodeKind.SPECIALTY,), NodeKind.PROFESSION, NodeKind.ROLE
    ),
    SceneKind.VO: Plan(None, (NodeKind.UNIT,), NodeKind.PROFESSION, NodeKind.ROLE),
    SceneKind.UNIT: Plan(None, (NodeKind.PROFESSION,), NodeKind.ROLE, NodeKind.TICKET),
    SceneKind.LINT: Plan(None, (NodeKind.VO, NodeKind.GROUP), NodeKind.RULE, NodeKind.FINDING),
}
HEADED: Final = (NodeKind.ROLE, NodeKind.RULE)
"""Rows with a badge and a line of their own."""
_ONE_CATALOGUE: Final = Plan(
    NodeKind.SPECIALTY, (NodeKind.PROFESSION,), NodeKind.ROLE, NodeKind.TICKET
)
"""The hierarchy of a specialty or two: there is room for a line about each role."""


_WITHOUT_ROLES: Final = Plan(None, (NodeKind.UNIT,), None, NodeKind.TICKET)
"""A unit at a system that has no roles: who can log in."""


def plan_of(scene: Scene) -> Plan:
    """Return what is what in the picture of a scene."""
    specialties = sum(node.kind is NodeKind.SPECIALTY for node in scene.nodes)
    if scene.kind is SceneKind.HIERARCHY and specialties <= 2:
        return _ONE_CATALOGUE
    if scene.kind is SceneKind.UNIT and not scene.counts.roles:
        return _WITHOUT_ROLES
    return PLANS[scene.kind]


def columns_of(scene: Scene) -> int:
    """Return how many columns give a picture of about the shape of a sheet."""
    plan = plan_of(scene)
    if plan.row in HEADED:
        return 2
    if plan is _WITHOUT_ROLES:
        return 1
    panels = sum(node.kind in plan.panels for node in scene.nodes)
    return min(12, max(4, round(math.sqrt(panels / 5))))
