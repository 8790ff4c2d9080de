"""What pictures are made of: shapes at their places, in points, with y downwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

INK: Final = "#17222d"
SOFT: Final = "#566370"
FAINT: Final = "#c9d1d8"
PAPER: Final = "#ffffff"
GROUND: Final = "#f6f8f9"

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with rounded corners; `title` is what a reader who points at it is told."""

    x: float
    y: float
    width: float
    height: float
    fill: str = PAPER
    line: str = ""
    radius: float = 4
    weight: float = 1
    dashed: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text, on its baseline."""

    x: float
    y: float
    text: str
    size: float = 12
    fill: str = INK
    bold: bool = False
    anchor: Literal["start", "middle", "end"] = "start"
    title: str = ""


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic Bézier line through 3n + 1 points; an arrow at its end, where it has one."""

    points: tuple[Point, ...]
    line: str = SOFT
    weight: float = 1.4
    dashed: bool = False
    arrow: bool = True
    title: str = ""


Shape = Box | Words | Curve


@dataclass
class Canvas:
    """Shapes in the order that they are painted."""

    width: float = 0
    height: float = 0
    shapes: list[Shape] = field(default_factory=list)

    def add(self, *shapes: Shape) -> None:
        """Paint shapes on top; text that says nothing is no shape."""
        self.shapes.extend(one for one in shapes if not isinstance(one, Words) or one.text)


def arrow_head(curve: Curve) -> tuple[Point, Point, Point]:
    """Return the triangle at the end of a curve that arrives from the left."""
    x, y = curve.points[-1]
    return (x, y), (x - 8, y - 3.5), (x - 8, y + 3.5)
