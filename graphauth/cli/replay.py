"""Running a command as a person would, and catching what it prints: for the tour and the docs."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphauth.access import Access
    from graphauth.i18n.translator import Language


def printed_by(arguments: Sequence[str], language: Language, opened: Access) -> list[str]:
    """Return the lines that a command prints, asked of data that is open already."""
    from graphauth.cli.main import graphauth

    page = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    with redirect_stdout(page):
        graphauth.main(
            list(arguments),
            "graphauth",
            standalone_mode=False,
            obj={"language": language, "opened": opened},
        )
        sys.stdout.flush()
    page.seek(0)
    return page.read().splitlines()
