"""Pictures of what holds what: a panel for each VO, unit or specialty, with a pill for each leaf.

Panels fill columns, each into the shortest one. Leaves with room for their names are pills; where
there are very many they are tiles, and those that stand badly are named beneath.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graphauth.i18n import message
from graphauth.questions.scenes.folding import children_of
from graphauth.questions.scenes.scene import NodeKind, SceneKind, Status
from graphauth.render.drawing.canvas import FAINT, GROUND, INK, PAPER, SOFT, Box, Canvas, Words
from graphauth.render.drawing.heading import MARGIN, draw_badge, draw_bar, draw_heading
from graphauth.render.drawing.marks import MARKS
from graphauth.render.drawing.measure import shortened, width_of, wrapped
from graphauth.render.drawing.plans import HEADED, columns_of, plan_of
from graphauth.render.drawing.words import counts_of, lines_of, name_of, said
from graphauth.render.plain import on_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphauth.i18n import Translator
    from graphauth.questions.scenes.scene import Scene, SceneNode


TILES_FROM: Final = 700
"""So many leaves are tiles without names: with names they would fill a wall."""
_NARROW: Final = 340.0
_BROAD: Final = 696.0
"""How wide panels are: where there are many columns, and where there are two (one: as both)."""
_GAP: Final = 16
_INNER: Final = 14
_FEW: Final = 5
_SECTION: Final = 3
"""So many panels have a heading of their own; fewer are told by a line in each."""
_BAD: Final = (Status.UNSTAFFED, Status.HELD, Status.SINGLE)


def _room(columns: int) -> float:
    return {1: 2 * _BROAD + _GAP, 2: _BROAD}.get(columns, _NARROW)


def draw_panels(scene: Scene, say: Translator) -> Canvas:
    """Return the picture of a scene that is a tree."""
    columns = columns_of(scene)
    canvas = Canvas(2 * MARGIN + columns * (_room(columns) + _GAP) - _GAP)
    y = draw_heading(canvas, scene, say, numbered=plan_of(scene).leaf is NodeKind.ROLE)
    painter = _Painter(canvas, scene, say, columns)
    for heading, panels in painter.sections():
        if heading is not None:
            y = painter.section(heading, y)
        y = painter.masonry(panels, y) + _GAP
    canvas.height = y + MARGIN - _GAP
    return canvas


@dataclass
class _Column:
    x: float
    y: float


class _Painter:
    def __init__(self, canvas: Canvas, scene: Scene, say: Translator, columns: int) -> None:
        self._canvas = canvas
        self._say = say
        self._plan = plan_of(scene)
        self._kind = scene.kind
        self._below = children_of(scene)
        self._nodes = {node.key: node for node in scene.nodes}
        self._all = scene.nodes
        leaves = sum(node.kind is self._plan.leaf for node in scene.nodes)
        self._tiles = leaves >= TILES_FROM or (scene.kind is SceneKind.OVERVIEW and leaves > 60)
        self._columns = columns
        self._eyebrows: set[str] = set()

    def sections(self) -> list[tuple[SceneNode | None, list[SceneNode]]]:
        """Return the panels under their sections; many small sections are named in their panels."""
        panels = [node for node in self._all if node.kind in self._plan.panels]
        if self._plan.section is None:
            return [(None, panels)]
        found: dict[str, list[SceneNode]] = {}
        for panel in panels:
            found.setdefault(panel.parent, []).append(panel)
        large = {key: inside for key, inside in found.items() if len(inside) >= _SECTION}
        self._eyebrows = set(found) - set(large)
        small = [panel for panel in panels if panel.parent in self._eyebrows]
        if len(large) == 1 and not small:
            return [(None, panels)]
        named: list[tuple[SceneNode | None, list[SceneNode]]] = [
            (self._nodes[key], inside) for key, inside in large.items()
        ]
        return [*named, (None, small)] if small else named

    def section(self, node: SceneNode, y: float) -> float:
        name = name_of(node, self._say)
        counts = "  ·  ".join(counts_of(node.counts, self._say, "units", "roles", "unit_roles"))
        self._canvas.add(
            Words(MARGIN, y + 14, name, 17, INK, bold=True),
            Words(MARGIN + width_of(name, 17, bold=True) + 16, y + 14, counts, 12, SOFT),
        )
        return y + 30

    def masonry(self, panels: Sequence[SceneNode], y: float) -> float:
        count = self._columns
        room = _room(count)
        columns = [_Column(MARGIN + number * (room + _GAP), y) for number in range(count)]
        for panel in panels:
            column = min(columns, key=lambda one: one.y)
            column.y = self._panel(panel, column.x, column.y, room) + _GAP
        return max(column.y for column in columns) if panels else y

    def _panel(self, node: SceneNode, x: float, y: float, width: float) -> float:
        place = len(self._canvas.shapes)
        left, room = x + _INNER, width - 2 * _INNER
        end = self._panel_head(node, left, y + _INNER, room)
        end = self._panel_body(node, left, end, room)
        box = Box(x, y, width, end + _INNER - y, GROUND, FAINT, radius=8)
        self._canvas.shapes.insert(place, box)
        return end + _INNER

    def _panel_head(self, node: SceneNode, x: float, y: float, room: float) -> float:
        if node.parent in self._eyebrows:
            above = shortened(name_of(self._nodes[node.parent], self._say), 11, room)
            self._canvas.add(Words(x, y + 9, above, 11, SOFT))
            y += 16
        for line in wrapped(name_of(node, self._say), 14, room - 26, 2, bold=True):
            self._canvas.add(Words(x, y + 12, line, 14, INK, bold=True))
            y += 18
        title = "\n".join(lines_of(node, self._say))
        for text in self._about(node):
            self._canvas.add(Words(x, y + 9, shortened(text, 11, room), 11, SOFT, title=title))
            y += 15
        y += 4
        if node.counts.unit_roles:
            draw_bar(self._canvas, node.counts, x, y, room, 6)
            y += 12
        return y + 4

    def _about(self, node: SceneNode) -> list[str]:
        """Return what stands beneath a panel's name: its id, where people know it, and counts."""
        known = node.kind in (NodeKind.VO, NodeKind.UNIT)
        if node.counts.findings:
            found = counts_of(node.counts, self._say, "errors", "warnings", "infos")
            return ["  ·  ".join([*found, *self._folded(node)])]
        inside = node.kind is NodeKind.UNIT or self._kind is SceneKind.UNIT
        names = ("roles", "tickets") if inside else ("units", "roles")
        shown = [*counts_of(node.counts, self._say, *names), *self._folded(node)]
        counts = "  ·  ".join(shown)
        return [text for text in (on_one_line(node.id) if known else "", counts) if text]

    def _panel_body(self, node: SceneNode, x: float, y: float, room: float) -> float:
        if self._plan.row is None:
            leaves = self._under(node, self._plan.leaf)
            y = self._pills(leaves, x, y, room)
            return self._named(leaves, x, y, room) if self._tiles else y
        for row in self._under(node, self._plan.row):
            y = self._row(row, x, y, room)
        return y

    def _row(self, row: SceneNode, x: float, y: float, room: float) -> float:
        text = "  ·  ".join([name_of(row, self._say), *self._folded(row)])
        if row.kind in HEADED:
            draw_badge(self._canvas, row.status, x, y)
            detail = said(row.detail, self._say) or self._staffing(row)
            name = shortened(text, 12, room - 30 - width_of(detail, 11), bold=True)
            self._canvas.add(
                Words(x + 23, y + 12, name, 12, INK, bold=True, title=text),
                Words(x + room, y + 12, detail, 11, SOFT, anchor="end"),
            )
        else:
            self._canvas.add(Words(x, y + 11, shortened(text, 11, room), 11, SOFT, title=text))
        return self._pills(
            self._under(row, self._plan.leaf),
            x,
            y + (22 if row.kind in HEADED else 17),
            room,
        )

    def _staffing(self, role: SceneNode) -> str:
        if role.kind is NodeKind.RULE:
            return ", ".join(counts_of(role.counts, self._say, "findings"))
        counts = counts_of(role.counts, self._say, "units")
        if not counts:
            return self._say(message("no unit offers it"))
        holders = self._say(message("{holders} hold it", holders=role.counts.grants))
        bad = counts_of(role.counts, self._say, "unstaffed", "held", "single")
        return "  ·  ".join([*counts, holders, *bad])

    def _folded(self, node: SceneNode) -> list[str]:
        """Say how many nodes a closed one stands for."""
        return (
            [self._say(message("stands for {count} more", count=node.folded))]
            if node.folded
            else []
        )

    def _under(self, node: SceneNode, kind: NodeKind) -> list[SceneNode]:
        """Return the nodes of a kind below a node, at whatever depth."""
        found = []
        for child in self._below.get(node.key, ()):
            found += [child] if child.kind is kind else self._under(child, kind)
        return found

    def _pills(self, leaves: Sequence[SceneNode], x: float, y: float, room: float) -> float:
        if not leaves:
            return y + 4
        at = x
        for leaf in leaves:
            width = 16.0 if self._tiles else self._pill_width(leaf, room)
            if at > x and at + width > x + room:
                at, y = x, y + (20 if self._tiles else 24)
            self._pill(leaf, at, y, width)
            at += width + (4 if self._tiles else 6)
        return y + 26

    def _pill_width(self, leaf: SceneNode, room: float) -> float:
        sign = 0 if leaf.kind is NodeKind.TICKET else 15
        return min(room, width_of(self._pill_text(leaf), 11) + 14 + sign)

    def _pill_text(self, leaf: SceneNode) -> str:
        name = said(leaf.short, self._say) or name_of(leaf, self._say)
        if leaf.kind is NodeKind.TICKET:
            return ", ".join(filter(None, (name, said(leaf.detail, self._say))))
        return f"{name} {leaf.number or leaf.counts.grants or ''}".rstrip()

    def _pill(self, leaf: SceneNode, x: float, y: float, width: float) -> None:
        title = "\n".join(lines_of(leaf, self._say))
        if self._tiles:
            draw_badge(self._canvas, leaf.status, x, y, title)
            return
        mark = MARKS[leaf.status]
        if leaf.kind is NodeKind.TICKET:
            self._canvas.add(Box(x, y, width, 19, PAPER, FAINT, radius=9.5, title=title))
            left = x + 7
        else:
            self._canvas.add(Box(x, y, width, 19, mark.surface, mark.line, radius=4, title=title))
            self._canvas.add(
                Words(x + 11, y + 13.5, mark.sign, 11, mark.line, bold=True, anchor="middle")
            )
            left = x + 21
        text = shortened(self._pill_text(leaf), 11, x + width - 6 - left)
        self._canvas.add(Words(left, y + 13.5, text, 11, INK))

    def _named(self, leaves: Sequence[SceneNode], x: float, y: float, room: float) -> float:
        """Name the leaves that stand badly, a few of them, and say how many more there are."""
        bad = [leaf for leaf in leaves if leaf.status in _BAD]
        for leaf in bad[:_FEW]:
            mark = MARKS[leaf.status]
            counts = ", ".join(counts_of(leaf.counts, self._say, "unstaffed", "held", "single"))
            text = f"{mark.sign} {name_of(leaf, self._say)}: {counts}"
            for line in wrapped(text, 11, room, 2):
                self._canvas.add(Words(x, y + 9, line, 11, mark.line))
                y += 15
        if len(bad) > _FEW:
            more = self._say(message("and {count} more", count=len(bad) - _FEW))
            self._canvas.add(Words(x, y + 9, more, 11, SOFT))
            y += 15
        return y + (4 if bad else 0)
