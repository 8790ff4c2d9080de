"""A scene as JSON (`docs/schemas/draw.json`): everything in it, whatever a picture would group."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from graphauth.questions.scenes.scene import Scene
from graphauth.render.data import as_data
from graphauth.render.drawing.words import kind_of, remarks_of, status_of
from graphauth.render.sheet import JSON_VERSION

if TYPE_CHECKING:
    from graphauth.i18n import Translator


def scene_data(scene: Scene, say: Translator) -> dict[str, object]:
    """Return a scene as objects, lists, text and numbers, in the reader's language."""
    because = {} if scene.complete else {"incomplete_because": remarks_of(scene, say)[-1]}
    fields = {name: as_data(getattr(scene, name), say) for name in Scene.model_fields}
    return {
        "version": JSON_VERSION,
        "language": say.language,
        **fields,
        **because,
        "legend": [{"status": one.value, "said": status_of(one, say)} for one in scene.legend],
        "kinds": {
            kind.value: kind_of(kind, say) for kind in sorted({node.kind for node in scene.nodes})
        },
    }


def json_text(scene: Scene, say: Translator) -> str:
    """Return the text of the file."""
    return json.dumps(scene_data(scene, say), ensure_ascii=False, indent=1) + "\n"
