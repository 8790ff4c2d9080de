"""Grouping: a scene that is too large for a picture, closed to the level that fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.i18n import message

if TYPE_CHECKING:
    from graphauth.questions.scenes.scene import Scene, SceneNode


def folded(scene: Scene, most: int) -> Scene:
    """Return a scene of at most `most` nodes, as deep as that lets it be.

    Every node that is closed stands for what was below it: its counts stay, `folded` says how many
    nodes those were, and a remark says that there is more. The roots are always there.
    """
    levels = _levels(scene)
    kept = _depth_that_fits(list(levels.values()), most)
    if kept >= max(levels.values()):
        return scene
    below = _below(scene, levels, kept)
    nodes = tuple(
        node.model_copy(update={"folded": below.get(node.key, 0)})
        for node in scene.nodes
        if levels[node.key] <= kept
    )
    shown = {node.key for node in nodes}
    edges = tuple(one for one in scene.edges if one.source in shown and one.target in shown)
    said = message(
        "grouped: {shown} of {all} nodes are drawn; the counts hold all of them",
        shown=len(nodes),
        all=len(scene.nodes),
    )
    return scene.model_copy(
        update={"nodes": nodes, "edges": edges, "remarks": (*scene.remarks, said)}
    )


def children_of(scene: Scene) -> dict[str, list[SceneNode]]:
    """Return the nodes by the key of what holds them, in their order; roots under a blank."""
    found: dict[str, list[SceneNode]] = {}
    for node in scene.nodes:
        found.setdefault(node.parent, []).append(node)
    return found


def _levels(scene: Scene) -> dict[str, int]:
    levels: dict[str, int] = {}
    for node in scene.nodes:
        levels[node.key] = levels[node.parent] + 1 if node.parent else 0
    return levels


def _depth_that_fits(levels: list[int], most: int) -> int:
    depth = 0
    while sum(one <= depth + 1 for one in levels) <= most and depth < max(levels):
        depth += 1
    return depth


def _below(scene: Scene, levels: dict[str, int], kept: int) -> dict[str, int]:
    parents = {node.key: node.parent for node in scene.nodes}
    below: dict[str, int] = {}
    for node in scene.nodes:
        key = node.key
        while levels[key] > kept:
            key = parents[key]
        if key != node.key:
            below[key] = below.get(key, 0) + 1
    return below
