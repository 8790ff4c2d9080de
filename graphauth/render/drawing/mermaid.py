"""A scene as Mermaid (``.mmd``), for pages that draw it themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphauth.questions.scenes.folding import folded
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
    from graphauth.questions.scenes.scene import Scene

MOST: Final = 250
"""So many nodes at most: Mermaid refuses charts of more than 500 edges."""


def mermaid_text(scene: Scene, say: Translator) -> str:
    """Return the text of the file."""
    return "".join(f"{line}\n" for line in _lines(folded(scene, MOST), say))


def quoted(text: str) -> str:
    """Return text that stands for itself between Mermaid's quotes: all else is an entity code.

    Examples
    --------
    >>> quoted('say "hi" <b>')
    'say #34;hi#34; #60;b#62;'
    """
    return "".join(one if one.isalnum() or one in " ,.-–()/:+" else f"#{ord(one)};" for one in text)


def _lines(scene: Scene, say: Translator) -> Iterator[str]:
    heading = f"{title_of(scene, say)} – {subtitle_of(scene, say)}"
    yield from ("---", f'title: "{quoted(heading)}"', "---", "flowchart LR")
    names = {node.key: f"n{number}" for number, node in enumerate(scene.nodes)}
    for node in scene.nodes:
        mark = MARKS[node.status]
        label = "<br/>".join(
            map(quoted, [f"{mark.sign} {lines_of(node, say)[0]}", *lines_of(node, say)[1:]])
        )
        yield f'  {names[node.key]}["{label}"]:::{node.status.value}'
    for node in scene.nodes:
        if node.parent:
            yield f"  {names[node.parent]} --- {names[node.key]}"
    for edge in scene.edges:
        arrow = "-.->" if edge.status is Status.FAILS else "-->"
        label = label_of(edge, say)
        middle = f'|"{quoted(label)}"|' if label else ""
        yield f"  {names[edge.source]} {arrow}{middle} {names[edge.target]}"
    for status in scene.legend:
        yield f'  legend_{status.value}["{quoted(_legend(status, say))}"]:::{status.value}'
    for number, remark in enumerate(remarks_of(scene, say)):
        yield f'  remark{number}["{quoted(remark)}"]'
    for status, mark in MARKS.items():
        yield f"  classDef {status.value} fill:{mark.surface},stroke:{mark.line},color:#1b2733"


def _legend(status: Status, say: Translator) -> str:
    return f"{MARKS[status].sign} {status_of(status, say)}"
