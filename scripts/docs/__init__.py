"""The pages of `docs/` that are derived from the code, so that they cannot drift from it.

``python -m scripts.docs`` (``make docs``) writes them; a test holds what is committed to what would
be written. A new page is a module with a function that returns its text, named in `PAGES`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from scripts.docs import answers, commands, cypher, gallery, rules, schemas, tables, tutorial

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT: Final = Path(__file__).resolve().parent.parent.parent
PAGES: Final[dict[str, Callable[[], str]]] = {
    "docs/tables.md": tables.page,
    "docs/answers.md": answers.page,
    **commands.pages(),
    **rules.pages(),
    **cypher.pages(),
    **schemas.pages(),
    **tutorial.pages(),
    **gallery.pages(),
}


def write() -> None:
    """Write every generated page."""
    for name, page in PAGES.items():
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / name).write_text(page(), encoding="utf-8", newline="\n")
