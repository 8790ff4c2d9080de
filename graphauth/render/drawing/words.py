"""The words of a picture, in the reader's language: names, counts, days, the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.i18n import Message, message
from graphauth.questions.scenes.names import COUNTS, KINDS, RELS, STATUSES
from graphauth.render.plain import on_one_line

if TYPE_CHECKING:
    from datetime import date

    from graphauth.i18n import Translator
    from graphauth.questions.scenes.scene import (
        Counts,
        NodeKind,
        Scene,
        SceneEdge,
        SceneNode,
        Status,
    )


def said(text: Message | str, say: Translator) -> str:
    """Return a text of a scene on one line: a message said, a name as it is."""
    return on_one_line(say(text) if isinstance(text, Message) else text)


def title_of(scene: Scene, say: Translator) -> str:
    """Return what the picture shows."""
    return said(scene.title, say)


def subtitle_of(scene: Scene, say: Translator) -> str:
    """Return for which system, when, and from which data."""
    place = message(
        "{system} on {day}, from {data}",
        system=scene.system_id,
        day=scene.day,
        data=", ".join(scene.data) or message("unnamed data"),
    )
    return said(place, say)


def remarks_of(scene: Scene, say: Translator) -> list[str]:
    """Return what must be said beside the picture: that it is grouped, that rows are missing."""
    remarks = list(scene.remarks)
    if not scene.complete:
        remarks.append(message("incomplete: rows with errors were left out of the data"))
    return [said(one, say) for one in remarks]


def name_of(node: SceneNode, say: Translator) -> str:
    """Return a node's name, else its id, else its kind."""
    return said(node.name, say) or on_one_line(node.id) or kind_of(node.kind, say)


def kind_of(kind: NodeKind, say: Translator) -> str:
    """Return what a kind of node is called."""
    return say(KINDS[kind])


def status_of(status: Status, say: Translator) -> str:
    """Return what a status is called."""
    return say(STATUSES[status])


def counts_of(counts: Counts, say: Translator, *names: str) -> list[str]:
    """Return the counts that are not 0, as ``12 units``; `names` chooses and orders them."""
    asked = names or tuple(COUNTS)
    return [
        f"{number} {say(COUNTS[name][number != 1])}"
        for name in asked
        if (number := getattr(counts, name))
    ]


def label_of(edge: SceneEdge, say: Translator) -> str:
    """Return what stands at an edge: its relationship, what was found in its place, its period."""
    words = relation_of(edge, say)
    found = said(edge.label, say)
    span = span_of(edge.valid_from, edge.valid_to)
    return ", ".join(one for one in (words, found, span) if one)


def relation_of(edge: SceneEdge, say: Translator) -> str:
    """Return what the relationship of an edge is called; blank where it has none."""
    return say(RELS[edge.kind]) if edge.kind in RELS else ""


def span_of(first: date | None, last: date | None) -> str:
    """Return a period as people write it; blank where it is open.

    Examples
    --------
    >>> from datetime import date
    >>> span_of(None, date(2026, 11, 23)), span_of(None, None)
    ('–2026-11-23', '')
    """
    if first is None and last is None:
        return ""
    return f"{first or ''}–{last or ''}"


def lines_of(node: SceneNode, say: Translator) -> list[str]:
    """Return the lines of a node's label: name, id, detail, how it stands."""
    name = name_of(node, say)
    lines = [name]
    if node.id and on_one_line(node.id) != name:
        lines.append(on_one_line(node.id))
    if node.detail:
        lines.append(said(node.detail, say))
    shown = counts_of(node.counts, say, "units", "roles", "grants", "unstaffed", "held", "single")
    if shown and not node.detail:
        lines.append(", ".join(shown))
    if node.folded:
        lines.append(say(message("stands for {count} more", count=node.folded)))
    return lines
