"""GA107: rows of two units that hold on the day name the same other unit as the one they replace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every unit that is named, and all that name it."""
    rows = Oracle(tables).valid("units", day)
    keys: set[tuple[str, ...]] = set()
    for old in {row.get("replaces", "") for row in rows} - {""}:
        naming = {row["unit_id"] for row in rows if row.get("replaces") == old} - {old}
        first, *others = sorted(naming, key=str.encode) or [""]
        keys |= {("", f"Unit:{old}", f"Unit:{first}", f"Unit:{other}") for other in others}
    return keys
