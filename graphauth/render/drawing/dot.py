"""A scene as Graphviz's DOT (``.dot``), whole, for tools that draw it themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.questions.scenes.scene import Status
from graphauth.render.drawing.marks import MARKS
from graphauth.render.drawing.words import (
    label_of,
    lines_of,
    remarks_of,
    status_of,
    subtitle_of,
    title_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.i18n import Translator
    from graphauth.questions.scenes.scene import Scene, SceneEdge, SceneNode


def dot_text(scene: Scene, say: Translator) -> str:
    """Return the text of the file."""
    return "".join(f"{line}\n" for line in _lines(scene, say))


def quoted(text: str) -> str:
    r"""Return a DOT string that shows `text` as it is.

    Examples
    --------
    >>> print(quoted('a\\N "b"'))
    "a\\N \"b\""
    """
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    # Graphviz reads entities in labels: an ampersand must say that it is one.
    return '"' + plain.replace("&", "&amp;") + '"'


def _lines(scene: Scene, say: Translator) -> Iterator[str]:
    legend = [f"{MARKS[one].sign} {status_of(one, say)}" for one in scene.legend]
    heading = [title_of(scene, say), subtitle_of(scene, say), *legend, *remarks_of(scene, say)]
    yield "digraph graphauth {"
    yield f'  graph [rankdir=LR, labelloc=t, fontname="Helvetica", label={_multiline(heading)}];'
    yield '  node [shape=box, style="rounded,filled", fontname="Helvetica"];'
    yield '  edge [fontname="Helvetica", fontsize=10];'
    names = {node.key: f"n{number}" for number, node in enumerate(scene.nodes)}
    for node in scene.nodes:
        yield f"  {names[node.key]} [{_node(node, say)}];"
    for node in scene.nodes:
        if node.parent:
            yield f'  {names[node.parent]} -> {names[node.key]} [arrowhead=none, color="#8a949c"];'
    for edge in scene.edges:
        yield f"  {names[edge.source]} -> {names[edge.target]} [{_edge(edge, say)}];"
    yield "}"


def _node(node: SceneNode, say: Translator) -> str:
    mark = MARKS[node.status]
    first, *rest = lines_of(node, say)
    label = _multiline([f"{mark.sign} {first}", *rest])
    return f'label={label}, fillcolor="{mark.surface}", color="{mark.line}"'


def _edge(edge: SceneEdge, say: Translator) -> str:
    style = "dashed" if edge.status is Status.FAILS else "solid"
    colour = MARKS[edge.status].line
    return f'label={quoted(label_of(edge, say))}, style={style}, color="{colour}"'


def _multiline(lines: list[str]) -> str:
    return quoted("\n".join(lines))
