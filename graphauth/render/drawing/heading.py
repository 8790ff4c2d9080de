"""The head of a picture: its title, when and from which data, the totals, and the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphauth.i18n import N_
from graphauth.questions.scenes.scene import SceneKind, Status
from graphauth.render.drawing.canvas import INK, SOFT, Box, Words
from graphauth.render.drawing.marks import MARKS
from graphauth.render.drawing.measure import width_of, wrapped
from graphauth.render.drawing.words import (
    counts_of,
    remarks_of,
    status_of,
    subtitle_of,
    title_of,
)

if TYPE_CHECKING:
    from graphauth.i18n import Translator
    from graphauth.questions.scenes.scene import Counts, Scene
    from graphauth.render.drawing.canvas import Canvas

MARGIN: Final = 36
STAFFING: Final = (Status.STAFFED, Status.SINGLE, Status.HELD, Status.UNSTAFFED)
"""The statuses that a staffing bar shows, from the best on."""
_TOTALS: Final = ("units", "roles", "unit_roles", "grants", "tickets", "findings")
_COUNTED: Final = {
    **{status: status.value for status in STAFFING},
    Status.ERROR: "errors",
    Status.WARNING: "warnings",
    Status.INFO: "infos",
}
_BADGE: Final = 16
_KEYS: Final = {
    SceneKind.HIERARCHY: N_("The number by a role: how many have it."),
    SceneKind.VO: N_("The number by a role: how many can log in as it at the unit."),
}
"""What stands in a picture and is no status."""


def draw_heading(canvas: Canvas, scene: Scene, say: Translator, *, numbered: bool = False) -> float:
    """Draw the head across the top, and return where it ends.

    `numbered` says whether there are bare numbers in the picture, which must be explained.
    """
    room, y = canvas.width - 2 * MARGIN, 30.0
    for line in wrapped(title_of(scene, say), 24, room, 3, bold=True):
        y += 28
        canvas.add(Words(MARGIN, y, line, 24, INK, bold=True))
    totals = "  ·  ".join(counts_of(scene.counts, say, *_TOTALS))
    key = [say(_KEYS[scene.kind])] if numbered and scene.kind in _KEYS else []
    for text in filter(None, (subtitle_of(scene, say), totals, *key, *remarks_of(scene, say))):
        for line in wrapped(text, 13, room, 2):
            y += 21
            canvas.add(Words(MARGIN, y, line, 13, SOFT))
    if scene.counts.unit_roles:
        y += 14
        draw_bar(canvas, scene.counts, MARGIN, y, room, 10)
        y += 10
    return _legend(canvas, scene, y + 28, say) + 22


def draw_bar(
    canvas: Canvas, counts: Counts, x: float, y: float, width: float, height: float
) -> None:
    """Draw how roles at units are staffed, as one bar; what there is at all can be seen."""
    shares = {one: getattr(counts, one.value) for one in STAFFING if getattr(counts, one.value)}
    least = min(3.0, width / max(len(shares), 1))
    spare = width - least * len(shares)
    for status, count in shares.items():
        share = least + spare * count / counts.unit_roles
        canvas.add(Box(x, y, share, height, MARKS[status].line, radius=0))
        x += share


def draw_badge(canvas: Canvas, status: Status, x: float, y: float, title: str = "") -> None:
    """Draw a status as its sign on its colour, 16 points square."""
    mark = MARKS[status]
    canvas.add(
        Box(x, y, _BADGE, _BADGE, mark.surface, mark.line, radius=3, title=title),
        Words(x + _BADGE / 2, y + 12, mark.sign, 11, mark.line, bold=True, anchor="middle"),
    )


def _legend(canvas: Canvas, scene: Scene, y: float, say: Translator) -> float:
    x: float = MARGIN
    for status in scene.legend:
        text = _entry(scene, status, say)
        needed = _BADGE + 8 + width_of(text, 12)
        if x > MARGIN and x + needed > canvas.width - MARGIN:
            x, y = MARGIN, y + 24
        draw_badge(canvas, status, x, y - 12)
        canvas.add(Words(x + _BADGE + 8, y, text, 12, INK))
        x += needed + 26
    return y


def _entry(scene: Scene, status: Status, say: Translator) -> str:
    name = _COUNTED.get(status, "")
    if scene.kind in (SceneKind.EMPLOYEE, SceneKind.TICKET) or not name:
        return status_of(status, say)
    return f"{status_of(status, say)}: {getattr(scene.counts, name)}"
