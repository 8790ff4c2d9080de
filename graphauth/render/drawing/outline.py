"""A scene as an outline in plain text, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.questions.scenes.folding import children_of
from graphauth.questions.scenes.scene import Status
from graphauth.render.drawing.marks import MARKS
from graphauth.render.drawing.words import (
    label_of,
    lines_of,
    name_of,
    remarks_of,
    status_of,
    subtitle_of,
    title_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graphauth.i18n import Translator
    from graphauth.questions.scenes.scene import Scene, SceneNode


def outline_text(scene: Scene, say: Translator) -> str:
    """Return the text: what it is, the tree, what else joins its nodes, the legend."""
    lines = [title_of(scene, say), subtitle_of(scene, say), *remarks_of(scene, say), ""]
    below = children_of(scene)
    lines += [line for root in below.get("", ()) for line in _branch(root, below, 0, say)]
    names = {node.key: name_of(node, say) for node in scene.nodes}
    for edge in scene.edges:
        sign = "- -" if edge.status is Status.FAILS else "———"
        lines.append(f"{names[edge.source]} {sign} {label_of(edge, say)} → {names[edge.target]}")
    lines += ["", *(f"{MARKS[one].sign}  {status_of(one, say)}" for one in scene.legend)]
    return "".join(f"{line}\n" for line in lines)


def _branch(
    node: SceneNode, below: Mapping[str, list[SceneNode]], depth: int, say: Translator
) -> Iterator[str]:
    yield f"{'  ' * depth}{MARKS[node.status].sign} {'  '.join(lines_of(node, say))}"
    for child in below.get(node.key, ()):
        yield from _branch(child, below, depth + 1, say)
