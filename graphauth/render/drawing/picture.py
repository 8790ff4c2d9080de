"""A scene as a picture: laid out by what it shows, then written as SVG, PNG or PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphauth.questions.scenes.folding import folded
from graphauth.questions.scenes.scene import SceneKind
from graphauth.render.drawing.panels import draw_panels
from graphauth.render.drawing.raster import painted
from graphauth.render.drawing.svg import svg_text
from graphauth.render.drawing.ways import draw_ways
from graphauth.render.drawing.words import remarks_of, subtitle_of, title_of

if TYPE_CHECKING:
    from graphauth.i18n import Translator
    from graphauth.questions.scenes.scene import Scene
    from graphauth.render.drawing.canvas import Canvas

MOST_NODES: Final = 8000
"""A picture of more is grouped: nobody could read it, and few programs could open it."""


def canvas_of(scene: Scene, say: Translator) -> Canvas:
    """Return the picture of a scene."""
    if scene.kind in (SceneKind.TICKET, SceneKind.EMPLOYEE):
        return draw_ways(scene, say)
    return draw_panels(folded(scene, MOST_NODES), say)


def svg_picture(scene: Scene, say: Translator) -> bytes:
    """Return the picture as SVG."""
    about = [subtitle_of(scene, say), *remarks_of(scene, say)]
    return svg_text(canvas_of(scene, say), title_of(scene, say), ". ".join(about)).encode()


def png_picture(scene: Scene, say: Translator) -> bytes:
    """Return the picture as PNG; a usage error without pygraphviz."""
    return painted(canvas_of(scene, say), "png")


def pdf_picture(scene: Scene, say: Translator) -> bytes:
    """Return the picture as PDF; a usage error without pygraphviz."""
    return painted(canvas_of(scene, say), "pdf")
