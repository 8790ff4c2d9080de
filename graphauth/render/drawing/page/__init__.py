"""The interactive page: one HTML file with everything in it, which asks nobody for anything.

The page is ours (`page.html`, `page.css`, `page.js`); cytoscape draws the graph. It carries the
scene in both languages. Without cytoscape (`hatch_build.py` says how it gets here) the outline, the
search, the filters and the facts are there all the same, and the page says what it lacks.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Final

from graphauth.i18n import translator_for
from graphauth.render.drawing.json_form import scene_data
from graphauth.render.drawing.marks import MARKS
from graphauth.render.drawing.page.words import page_words
from graphauth.render.drawing.words import title_of
from graphauth.resources import resource_path

if TYPE_CHECKING:
    from graphauth.i18n import Translator
    from graphauth.questions.scenes.scene import Scene

_HOME: Final = Path(__file__).parent
_LANGUAGES: Final = ("sv", "en")
_LIBRARIES: Final = ("cytoscape.min.js", "cytoscape-dagre.min.js")
_NOSCRIPT: Final = "Sidan behöver JavaScript. The page needs JavaScript."


def page_text(scene: Scene, say: Translator) -> str:
    """Return the page, opened in the reader's language."""
    return Template(_own("page.html")).substitute(
        LANGUAGE=say.language,
        TITLE=escape(title_of(scene, say)),
        STYLE=_own("page.css"),
        SCRIPT=_own("page.js"),
        DATA=_data(scene, say.language),
        LIBRARIES="\n".join(map(_script, libraries())),
        NOSCRIPT=_NOSCRIPT,
    )


def libraries() -> list[str]:
    """Return the texts of the JavaScript libraries; none where they are not all there."""
    try:
        return [resource_path(f"js/{name}").read_text("utf-8") for name in _LIBRARIES]
    except FileNotFoundError:
        return []


def _own(name: str) -> str:
    return (_HOME / name).read_text("utf-8")


def _data(scene: Scene, first: str) -> str:
    """Return what the page reads; no text in it can end its element."""
    content = {
        "first": first,
        "scenes": {one: scene_data(scene, translator_for(one)) for one in _LANGUAGES},
        "words": {one: page_words(one) for one in _LANGUAGES},
        "marks": {status.value: mark._asdict() for status, mark in MARKS.items()},
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _script(text: str) -> str:
    closed = text.replace("</script", "<\\/script")
    return f"<script>\n{closed}\n</script>"
