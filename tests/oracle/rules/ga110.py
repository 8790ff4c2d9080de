"""GA110: a column holds personnummer. Random tables hold no such thing: it is about how files were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables

IN_TABLES: Final = False


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Nothing."""
    return set()
