"""Scenes: what a picture shows, computed from an engine, before anything is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.questions.scenes import findings, people, staffing
from graphauth.questions.scenes.scene import Scene, SceneKind
from graphauth.questions.scenes.sight import Sight

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Scene", "SceneKind", "Sight", "scene_of"]


def scene_of(kind: str, sight: Sight, ids: Sequence[str] = ()) -> Scene:
    """Return the scene of a kind, about these ids.

    Raises
    ------
    UnknownIdError
        When an id is not declared.
    UsageError
        When the system has no roles, and the picture is of them.
    """
    match SceneKind(kind):
        case SceneKind.EMPLOYEE:
            return people.employee(sight, ids[0])
        case SceneKind.TICKET:
            return people.ticket(sight, *ids)
        case about_everything:
            return _of_everything(about_everything, sight.over_everything(), ids)


def _of_everything(kind: SceneKind, sight: Sight, ids: Sequence[str]) -> Scene:
    match kind:
        case SceneKind.HIERARCHY:
            return staffing.hierarchy(sight, ids)
        case SceneKind.OVERVIEW:
            return staffing.overview(sight)
        case SceneKind.VO:
            return staffing.vo(sight, ids[0])
        case SceneKind.UNIT:
            return staffing.unit(sight, ids[0])
        case _:
            return findings.findings(sight, ids)
