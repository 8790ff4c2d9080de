"""A scene as GraphML (``.graphml``), whole, for Gephi, yEd, networkx and their like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.render.drawing.words import (
    label_of,
    name_of,
    remarks_of,
    said,
    status_of,
    subtitle_of,
    title_of,
)
from graphauth.render.plain import on_one_line

if TYPE_CHECKING:
    from graphauth.i18n import Translator
    from graphauth.questions.scenes.scene import Scene, SceneEdge, SceneNode


def graphml_text(scene: Scene, say: Translator) -> str:
    """Return the text of the file: nodes and edges with their facts as attributes.

    A node's ``parent`` is an edge of the kind ``holds``, too.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        title=title_of(scene, say),
        subtitle=subtitle_of(scene, say),
        remarks="\n".join(remarks_of(scene, say)),
    )
    names = {node.key: f"n{number}" for number, node in enumerate(scene.nodes)}
    for node in scene.nodes:
        graph.add_node(names[node.key], **_node(node, say))
    for node in scene.nodes:
        if node.parent:
            graph.add_edge(names[node.parent], names[node.key], kind="holds")
    for edge in scene.edges:
        graph.add_edge(names[edge.source], names[edge.target], **_edge(edge, say))
    return "".join(f"{line}\n" for line in nx.generate_graphml(graph))


def _node(node: SceneNode, say: Translator) -> dict[str, str | int]:
    return {
        "key": on_one_line(node.key),
        "kind": node.kind.value,
        "id": on_one_line(node.id),
        "label": name_of(node, say),
        "parent": on_one_line(node.parent),
        "detail": said(node.detail, say),
        "status": node.status.value,
        "status_said": status_of(node.status, say),
        **{name: getattr(node.counts, name) for name in type(node.counts).model_fields},
    }


def _edge(edge: SceneEdge, say: Translator) -> dict[str, str]:
    return {
        "kind": edge.kind.value if edge.kind else "",
        "label": label_of(edge, say),
        "status": edge.status.value,
        "valid_from": str(edge.valid_from or ""),
        "valid_to": str(edge.valid_to or ""),
    }
