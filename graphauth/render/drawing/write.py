"""Where a picture goes: each form by its name, which is also how its files end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from graphauth.errors import UsageError
from graphauth.i18n import message
from graphauth.render.drawing.dot import dot_text
from graphauth.render.drawing.graphml import graphml_text
from graphauth.render.drawing.json_form import json_text
from graphauth.render.drawing.mermaid import mermaid_text
from graphauth.render.drawing.outline import outline_text
from graphauth.render.drawing.page import page_text
from graphauth.render.drawing.picture import pdf_picture, png_picture, svg_picture
from graphauth.render.output import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from graphauth.i18n import Translator
    from graphauth.questions.scenes.scene import Scene

    Writer = Callable[[Scene, Translator], bytes]


def _text(of: Callable[[Scene, Translator], str]) -> Writer:
    return lambda scene, say: of(scene, say).encode()


WRITERS: Final[Mapping[str, Writer]] = {
    "svg": svg_picture,
    "png": png_picture,
    "pdf": pdf_picture,
    "table": _text(outline_text),
    "json": _text(json_text),
    "mmd": _text(mermaid_text),
    "dot": _text(dot_text),
    "graphml": _text(graphml_text),
    "html": _text(page_text),
}
"""Form to what writes it."""
_BINARY: Final = frozenset({"png", "pdf"})
_ENDINGS: Final = {"": "table", ".txt": "table"}


def picture_form(output: Path | None, asked: str | None) -> str:
    """Return the form asked for, else what the file's ending says, else an outline.

    Raises
    ------
    UsageError
        When a picture can't be written so, or a binary form is to go to a terminal.
    """
    known = ", ".join(WRITERS)
    ending = output.suffix.lower() if output is not None else ""
    form = asked or _ENDINGS.get(ending, ending[1:])
    if form not in WRITERS:
        raise UsageError(message("no picture as `{form}`: use {known}", form=form, known=known))
    if form in _BINARY and output is None and sys.stdout.isatty():
        raise UsageError(message("{format} is no text: name a file with -o", format=form))
    return form


def write_picture(scene: Scene, output: Path | None, form: str, say: Translator) -> None:
    """Write a scene in one of `WRITERS`, to a file or to standard output."""
    whole = WRITERS[form](scene, say)
    with opened(output) as out:
        out.write(whole)
