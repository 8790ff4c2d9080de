"""A canvas as PNG or PDF: Graphviz paints it, as the background of a graph without nodes to see.

The shapes are written in xdot, Graphviz's own language of drawing operations
(https://graphviz.org/docs/outputs/canon/#xdot), so that all forms of a picture look alike.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from graphauth.errors import UsageError
from graphauth.i18n import message
from graphauth.render.drawing.canvas import Box, Canvas, Curve, Point, Shape, Words, arrow_head
from graphauth.render.drawing.measure import width_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

_FONT: Final = "Helvetica"
_STEPS: Final = 4
_ANCHORS: Final = {"start": -1, "middle": 0, "end": 1}
_PIXELS: Final = 144
_MOST_PIXELS: Final = 30_000
_ESCAPES: Final = re.compile(r"\\(?=[^\\])")
_WRITTEN: Final = re.compile(rb"(/CreationDate \(D:)[0-9]{14}")
"""The time of writing in a PDF; one of the same length takes its place, so that offsets hold."""


def painted(canvas: Canvas, form: str) -> bytes:
    """Return the canvas as ``png`` or ``pdf``.

    Raises
    ------
    UsageError
        When pygraphviz is not installed.
    """
    graph = _graphviz()(strict=True, directed=True)
    graph.graph_attr.update(
        _background=" ".join(_operations(canvas)),
        layout="nop2",
        bb=f"0,0,{canvas.width:.2f},{canvas.height:.2f}",
        pad="0",
        margin="0",
        dpi=str(_resolution(canvas, form)),
    )
    for name, x, y in (("a", 0.0, 0.0), ("b", canvas.width, canvas.height)):
        graph.add_node(
            name, pos=f"{x},{y}!", shape="point", style="invis", width="0", height="0", label=""
        )
    whole: bytes = graph.draw(format=form, prog="neato", args="-n2")
    return _WRITTEN.sub(rb"\g<1>19700101000000", whole) if form == "pdf" else whole


def _graphviz() -> Callable[..., Any]:
    try:
        from pygraphviz import AGraph
    except ModuleNotFoundError as missing:
        raise UsageError(
            message(
                "PNG and PDF need graphauth[draw] (pip install 'graphauth[draw]'); SVG needs nothing"
            )
        ) from missing
    made: Callable[..., Any] = AGraph
    return made


def _resolution(canvas: Canvas, form: str) -> int:
    """Return pixels to the inch: fewer where a picture is so large that no program would open it."""
    longest = max(canvas.width, canvas.height, 1) / 72
    return 72 if form == "pdf" else max(36, min(_PIXELS, int(_MOST_PIXELS / longest)))


def _operations(canvas: Canvas) -> Iterator[str]:
    for shape in canvas.shapes:
        yield from _shape(shape, canvas.height)


def _shape(shape: Shape, height: float) -> Iterator[str]:
    match shape:
        case Box():
            yield _style(shape.weight, dashed=shape.dashed)
            yield f"c {_text(shape.line or shape.fill)} C {_text(shape.fill)}"
            yield _polygon(_corners(shape), height)
        case Words():
            flags = 1 if shape.bold else 0
            yield f"c {_text(shape.fill)} F {shape.size:g} {_text(_FONT)} t {flags}"
            width = width_of(shape.text, shape.size, bold=shape.bold)
            place = f"{shape.x:.2f} {height - shape.y:.2f} {_ANCHORS[shape.anchor]} {width:.2f}"
            yield f"T {place} {_text(shape.text)}"
        case Curve():
            yield _style(shape.weight, dashed=shape.dashed)
            yield f"c {_text(shape.line)} B {len(shape.points)} {_places(shape.points, height)}"
            if shape.arrow:
                yield f"{_style(1, dashed=False)} C {_text(shape.line)}"
                yield _polygon(arrow_head(shape), height)


def _style(weight: float, *, dashed: bool) -> str:
    return f"S {_text('dashed' if dashed else 'solid')} S {_text(f'setlinewidth({weight:g})')}"


def _text(text: str) -> str:
    """Return text as xdot writes it: with its length in bytes, backslashes that escape not counted.

    A last backslash is given a blank to escape, for else it would escape what follows the text.
    """
    text = f"{text} " if text.endswith("\\") else text
    return f"{len(text.encode()) - len(_ESCAPES.findall(text))} -{text}"


def _polygon(points: Sequence[Point], height: float) -> str:
    return f"P {len(points)} {_places(points, height)}"


def _places(points: Sequence[Point], height: float) -> str:
    return " ".join(f"{x:.2f} {height - y:.2f}" for x, y in points)


def _corners(box: Box) -> list[Point]:
    """Return the outline of a box, its corners rounded."""
    radius = min(box.radius, box.width / 2, box.height / 2)
    left, right = box.x + radius, box.x + box.width - radius
    top, bottom = box.y + radius, box.y + box.height - radius
    turns = [(right, top, -90), (right, bottom, 0), (left, bottom, 90), (left, top, 180)]
    return [
        (
            x + radius * math.cos(math.radians(start + 90 * step / _STEPS)),
            y + radius * math.sin(math.radians(start + 90 * step / _STEPS)),
        )
        for x, y, start in turns
        for step in range(_STEPS + 1)
    ]
