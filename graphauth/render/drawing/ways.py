"""Pictures of ways: from an employee over assignments, VOs and units to tickets, left to right.

Each kind of node has a column. In a column, nodes stand as near as they can to what they are joined
to; a line that passes a column goes through a gap of it. Below stand the proofs, in words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from graphauth.questions.scenes.scene import NodeKind, SceneEdge, SceneKind, Status
from graphauth.render.drawing.canvas import GROUND, INK, PAPER, SOFT, Box, Canvas, Curve, Words
from graphauth.render.drawing.heading import MARGIN, draw_badge, draw_heading
from graphauth.render.drawing.marks import MARKS
from graphauth.render.drawing.measure import shortened, width_of, wrapped
from graphauth.render.drawing.proofs import draw_proofs
from graphauth.render.drawing.words import (
    kind_of,
    label_of,
    lines_of,
    name_of,
    relation_of,
    said,
    span_of,
)
from graphauth.render.plain import on_one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphauth.i18n import Translator
    from graphauth.questions.scenes.scene import Scene, SceneNode
    from graphauth.render.drawing.canvas import Point

_COLUMNS: Final[Mapping[SceneKind, tuple[tuple[NodeKind, ...], ...]]] = {
    SceneKind.TICKET: (
        (NodeKind.EMPLOYEE,),
        (NodeKind.ASSIGNMENT,),
        (NodeKind.VO,),
        (NodeKind.UNIT,),
        (NodeKind.SYSTEM, NodeKind.ROLE),
    ),
    SceneKind.EMPLOYEE: (
        (NodeKind.EMPLOYEE,),
        (NodeKind.ASSIGNMENT,),
        (NodeKind.VO,),
        (NodeKind.UNIT,),
    ),
}
_LISTED: Final = {NodeKind.TICKET: NodeKind.UNIT, NodeKind.ROLE: NodeKind.EMPLOYEE}
"""What an employee's picture lists in the card of its parent: login choices, and roles."""
_HELD: Final = (NodeKind.ROLE, NodeKind.ASSIGNMENT)
_WIDTHS: Final = {SceneKind.TICKET: (190.0, 150.0), SceneKind.EMPLOYEE: (310.0, 64.0)}
"""How wide cards are, and the gaps between them."""
_ITEM: Final = 14.0
_SPACE: Final = 5.0
_TALL: Final = 80.0
_LOW: Final = 22.0
_SWEEPS: Final = 6
_PASSING: Final = 14.0


class _Item(NamedTuple):
    """Lines in a card: a login choice, or a role; the last of them says when it holds, if dated."""

    node: SceneNode
    lines: list[str]
    dated: bool


@dataclass
class _Placed:
    """A node in its place; `leaving` and `coming` are the edges at its right and left side."""

    node: SceneNode
    column: int
    listed: list[_Item] = field(default_factory=list)
    y: float = 0
    leaving: list[SceneEdge] = field(default_factory=list)
    coming: list[SceneEdge] = field(default_factory=list)

    @property
    def height(self) -> float:
        listed = sum(_ITEM * len(one.lines) + _SPACE for one in self.listed)
        return _TALL + (listed + _SPACE if listed else 0)

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def draw_ways(scene: Scene, say: Translator) -> Canvas:
    """Return the picture of an employee's tickets, or of one ticket's proofs."""
    card, gap = _WIDTHS[scene.kind]
    columns = len(_COLUMNS[scene.kind])
    canvas = Canvas(2 * MARGIN + columns * card + (columns - 1) * gap)
    top = draw_heading(canvas, scene, say)
    drawing = _Ways(canvas, scene, say, top + 30)
    end = drawing.draw(top + 8)
    if scene.kind is SceneKind.TICKET:
        end = draw_proofs(canvas, scene, end + 24, say)
    canvas.height = end + MARGIN
    return canvas


class _Ways:
    def __init__(self, canvas: Canvas, scene: Scene, say: Translator, top: float) -> None:
        self._canvas, self._scene, self._say = canvas, scene, say
        self._wide, self._gap = _WIDTHS[scene.kind]
        self._top = top
        self._columns = _COLUMNS[scene.kind]
        self._used: dict[int, int] = {}
        number = {kind: place for place, kinds in enumerate(self._columns) for kind in kinds}
        self._placed = {
            node.key: _Placed(node, number[node.kind])
            for node in scene.nodes
            if node.kind in number
        }
        for node in scene.nodes:
            if scene.kind is SceneKind.EMPLOYEE and node.kind in _LISTED:
                self._placed[node.parent].listed.append(self._listed(node))
        self._edges = [
            edge
            for edge in scene.edges
            if edge.source in self._placed and edge.target in self._placed
        ]
        self._order()
        for edge in self._edges:
            left, right = self._ends(edge)
            left.leaving.append(edge)
            right.coming.append(edge)

    def draw(self, heading: float) -> float:
        for number, kinds in enumerate(self._columns):
            within = [one for one, home in _LISTED.items() if home in kinds]
            shown = [*kinds, *(within if self._scene.kind is SceneKind.EMPLOYEE else ())]
            names = ", ".join(kind_of(kind, self._say) for kind in shown)
            self._canvas.add(Words(self._x(number), heading, names, 12, SOFT, bold=True))
        for edge in self._edges:
            self._line(edge)
        for placed in self._placed.values():
            self._card(placed)
        bottom = max(placed.y + placed.height for placed in self._placed.values())
        return bottom + _PASSING * (2 + max(self._used.values(), default=0))

    def _ends(self, edge: SceneEdge) -> tuple[_Placed, _Placed]:
        """Return what an edge joins, the left one first."""
        ends = self._placed[edge.source], self._placed[edge.target]
        return ends if ends[0].column <= ends[1].column else (ends[1], ends[0])

    def _order(self) -> None:
        """Give every node its height: near its neighbours, in columns that are centred alike."""
        for number in range(len(self._columns)):
            self._stack([one for one in self._placed.values() if one.column == number])
        for sweep in range(_SWEEPS):
            numbers = range(len(self._columns))
            for number in numbers if sweep % 2 else reversed(numbers):
                inside = [one for one in self._placed.values() if one.column == number]
                wanted = {one.node.key: self._pull(one) for one in inside}
                self._stack(sorted(inside, key=lambda one: wanted[one.node.key]), wanted)
        highest = min(one.y for one in self._placed.values())
        for one in self._placed.values():
            one.y += self._top - highest

    def _pull(self, placed: _Placed) -> float:
        """Return the height that a node's neighbours ask for."""
        heights = []
        for edge in self._edges:
            ends = self._ends(edge)
            if placed is ends[0] and ends[1] is not placed:
                heights.append(ends[1].middle)
            elif placed is ends[1]:
                heights.append(ends[0].middle)
        return sum(heights) / len(heights) if heights else placed.middle

    def _stack(self, inside: list[_Placed], wanted: Mapping[str, float] | None = None) -> None:
        """Put nodes beneath one another, as near as they come to what each wants."""
        below = float("-inf")
        for number, one in enumerate(inside):
            ideal = wanted[one.node.key] - one.height / 2 if wanted else number * 1.0
            one.y = max(ideal, below)
            below = one.y + one.height + _LOW
        if wanted and inside:
            moved = sum(one.middle - wanted[one.node.key] for one in inside) / len(inside)
            for one in inside:
                one.y -= moved

    def _x(self, column: int) -> float:
        return MARGIN + column * (self._wide + self._gap)

    def _card(self, placed: _Placed) -> None:
        node, x, y = placed.node, self._x(placed.column), placed.y
        mark, fails = MARKS[node.status], node.status is Status.FAILS
        title = "\n".join(lines_of(node, self._say))
        fill = mark.surface if fails else GROUND
        self._canvas.add(
            Box(x, y, self._wide, placed.height, fill, mark.line, 8, 1.4, dashed=fails, title=title)
        )
        draw_badge(self._canvas, node.status, x + 8, y + 8)
        lines = wrapped(name_of(node, self._say), 12, self._wide - 40, 3, bold=True)
        for number, line in enumerate(lines):
            self._canvas.add(Words(x + 31, y + 20 + 15 * number, line, 12, INK, bold=True))
        about = (on_one_line(node.id), self._period(node))
        below = said(node.detail, self._say) or "  ".join(filter(None, about))
        text = shortened(below, 10.5, self._wide - 40)
        self._canvas.add(Words(x + 31, y + 22 + 15 * len(lines), text, 10.5, SOFT, title=below))
        top = y + _TALL + _SPACE
        for item in placed.listed:
            top = self._item(item, x, top)

    def _listed(self, node: SceneNode) -> _Item:
        about = said(node.detail, self._say) or self._period(node)
        names = wrapped(name_of(node, self._say), 11, self._wide - 44, 2)
        return _Item(node, [*names, about] if about else names, bool(about))

    def _item(self, item: _Item, x: float, y: float) -> float:
        mark, name = MARKS[item.node.status], name_of(item.node, self._say)
        self._canvas.add(Words(x + 16, y, mark.sign, 11, mark.line, bold=True, anchor="middle"))
        for number, line in enumerate(item.lines, 1):
            dated = item.dated and number == len(item.lines)
            size, colour = (10, SOFT) if dated else (11, INK)
            self._canvas.add(Words(x + 31, y, line, size, colour, title=name))
            y += _ITEM
        return y + _SPACE

    def _period(self, node: SceneNode) -> str:
        """Return since when, and until when, an employee has a role or an assignment."""
        own = [edge for edge in self._scene.edges if edge.target == node.key]
        spans = [span_of(edge.valid_from, edge.valid_to) for edge in own]
        held = self._scene.kind is SceneKind.EMPLOYEE and node.kind in _HELD
        return next(filter(None, spans), "") if held else ""

    def _line(self, edge: SceneEdge) -> None:
        left, right = self._ends(edge)
        start = (self._x(left.column) + self._wide, self._port(left, edge, left.leaving))
        end = (self._x(right.column) - 1, self._port(right, edge, right.coming))
        fails = edge.status is Status.FAILS
        title = label_of(edge, self._say)
        colour = MARKS[edge.status].line if fails else SOFT
        points = self._points(start, end, left.column, right.column)
        self._canvas.add(Curve(points, colour, 1.8 if fails else 1.3, dashed=fails, title=title))
        if self._scene.kind is SceneKind.TICKET:
            self._label(edge, title, end, colour)

    def _port(self, placed: _Placed, edge: SceneEdge, side: list[SceneEdge]) -> float:
        """Return the height at which an edge meets a card: spread, in the order of its ends."""

        def far(one: SceneEdge) -> float:
            ends = self._ends(one)
            return (ends[1] if ends[0] is placed else ends[0]).middle

        ordered = sorted(side, key=far)
        step = placed.height / (len(ordered) + 1)
        return placed.y + step * (ordered.index(edge) + 1)

    def _points(self, start: Point, end: Point, first: int, last: int) -> tuple[Point, ...]:
        (x0, y0), (x3, y3) = start, end
        if last - first <= 1:
            bend = (x3 - x0) / 2
            return (start, (x0 + bend, y0), (x3 - bend, y3), end)
        y = self._free(first, last, (y0 + y3) / 2)
        x1, x2 = x0 + self._gap, x3 - self._gap
        bend = self._gap / 2
        flat = (x2 - x1) / 3
        return (
            *((start, (x0 + bend, y0), (x1 - bend, y), (x1, y))),
            *((x1 + flat, y), (x2 - flat, y), (x2, y)),
            *((x2 + bend, y), (x3 - bend, y3), end),
        )

    def _free(self, first: int, last: int, wanted: float) -> float:
        """Return the height nearest to what is wanted at which no card stands in the way."""
        between = [one for one in self._placed.values() if first < one.column < last]
        blocked = [(one.y - _PASSING, one.y + one.height + _PASSING) for one in between]
        ways = [wanted, *(end for pair in blocked for end in pair)]
        free = [y for y in ways if not any(top < y < bottom for top, bottom in blocked)]
        best = min(free, key=lambda y: (abs(y - wanted), y))
        lane = round(best)
        shift = self._used.get(lane, 0)
        self._used[lane] = shift + 1
        below = any(round(bottom) == lane for _, bottom in blocked)
        return best + (shift if below else -shift) * _PASSING / 2

    def _label(self, edge: SceneEdge, text: str, end: Point, colour: str) -> None:
        x, y = end
        fails = edge.status is Status.FAILS
        words = relation_of(edge, self._say)
        line = shortened(
            f"{MARKS[edge.status].sign} {words}" if fails else text, 10, self._gap - 24
        )
        wide = width_of(line, 10)
        self._canvas.add(
            Box(x - 14 - wide, y - 16, wide + 4, 13, PAPER, radius=2),
            Words(x - 12, y - 6, line, 10, colour, bold=fails, anchor="end", title=text),
        )
