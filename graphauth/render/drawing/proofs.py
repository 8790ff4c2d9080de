"""The proofs beneath a picture of a ticket, in words: each path, each condition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphauth.i18n import message
from graphauth.questions.scenes.scene import Status
from graphauth.render.drawing.canvas import INK, Words
from graphauth.render.drawing.heading import MARGIN, draw_badge
from graphauth.render.drawing.marks import MARKS
from graphauth.render.drawing.measure import wrapped
from graphauth.render.drawing.words import name_of, said, span_of

if TYPE_CHECKING:
    from graphauth.i18n import Translator
    from graphauth.questions.scenes.scene import Scene, SceneCondition, SceneProof
    from graphauth.render.drawing.canvas import Canvas

_LINE: Final = 17


def draw_proofs(canvas: Canvas, scene: Scene, y: float, say: Translator) -> float:
    """Draw every proof, or every attempt at one, and return where they end."""
    names = {node.key: name_of(node, say) for node in scene.nodes}
    for proof in scene.proofs:
        way = " → ".join(names[key] for key in proof.nodes)
        for line in wrapped(f"{_heading(proof, say)}: {way}", 13, _room(canvas), 3, bold=True):
            canvas.add(Words(MARGIN, y, line, 13, INK, bold=True))
            y += _LINE
        y += 6
        for condition in proof.conditions:
            y = _condition(canvas, condition, y, say)
        y += 16
    return y - 16


def _condition(canvas: Canvas, condition: SceneCondition, y: float, say: Translator) -> float:
    status = Status.HOLDS if condition.holds else Status.FAILS
    draw_badge(canvas, status, MARGIN, y - 12)
    span = span_of(condition.valid_from, condition.valid_to) if condition.holds else ""
    found = said(condition.found, say) if condition.found is not None else ""
    text = f"{condition.clause}. {said(condition.said, say)}"
    text = f"{text}: {found}" if found else f"{text}  {span}".rstrip()
    colour = INK if condition.holds else MARKS[status].line
    for line in wrapped(text.replace("`", ""), 12, _room(canvas) - 26, 3):
        canvas.add(Words(MARGIN + 26, y, line, 12, colour))
        y += _LINE
    return y + 4


def _heading(proof: SceneProof, say: Translator) -> str:
    if proof.holds:
        return say(message("Path {number}", number=proof.number))
    missing = sum(not one.holds for one in proof.conditions)
    return say(
        message(
            "Attempt {number}, conditions that fail: {count}", number=proof.number, count=missing
        )
    )


def _room(canvas: Canvas) -> float:
    return canvas.width - 2 * MARGIN
