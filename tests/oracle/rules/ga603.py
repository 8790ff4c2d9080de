"""GA603: rows of a unit that are valid on the day name different VOs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every unit, the VOs of its valid rows listed."""
    oracle = Oracle(tables)
    keys: set[tuple[str, ...]] = set()
    for unit in {row["unit_id"] for row in oracle.rows("units")}:
        vos = sorted({row["vo_id"] for row in oracle.valid("units", day, unit_id=unit)})
        keys |= {("", f"Unit:{unit}", f"VO:{vos[0]}", f"VO:{other}") for other in vos[1:]}
    return keys
