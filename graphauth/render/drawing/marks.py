"""How a status looks: a colour that colour-blind people tell apart, and a sign beside it.

The colours are those of Okabe and Ito, "Color Universal Design" (2008), lightened for surfaces. No
status is told by its colour alone: each has a sign of its own, and an edge that fails is dashed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from graphauth.questions.scenes.scene import Status

if TYPE_CHECKING:
    from collections.abc import Mapping


class Mark(NamedTuple):
    """A sign, the colour of lines and signs, and the colour of surfaces."""

    sign: str
    line: str
    surface: str


_RED = ("#a63d00", "#f6d3bf")
_AMBER = ("#8a6100", "#fbe7b2")
_BLUE = ("#00558c", "#cfe5f5")
_PURPLE = ("#85386b", "#f0d8e8")
_GREY = ("#5b6670", "#eceff1")

MARKS: Final[Mapping[Status, Mark]] = {
    Status.UNSTAFFED: Mark("✕", *_RED),
    Status.HELD: Mark("◐", *_PURPLE),
    Status.SINGLE: Mark("1", *_AMBER),
    Status.STAFFED: Mark("✓", *_BLUE),
    Status.NOTHING: Mark("–", *_GREY),
    Status.FAILS: Mark("✕", *_RED),
    Status.HOLDS: Mark("✓", *_BLUE),
    Status.ERROR: Mark("✕", *_RED),
    Status.WARNING: Mark("!", *_AMBER),
    Status.INFO: Mark("i", *_PURPLE),
    Status.CLEAN: Mark("✓", *_BLUE),
}
