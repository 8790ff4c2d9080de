"""GA202: an assignment is limited to a unit that its VO does not own, or to no declared unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle, items
from tests.oracle.rules.ids import declared_ids

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every limit; one at a VO or to a unit that isn't valid on the day is not of this rule."""
    oracle = Oracle(tables)
    known = declared_ids(tables, "Unit")
    keys: set[tuple[str, ...]] = set()
    for row in oracle.rows("assignments"):
        about, vo = f"Assignment:{row['assignment_id']}", row["vo_id"]
        units = items(row, "unit_ids")
        if units and not known.intersection(units):
            keys.add(("nothing_known", about))
        for unit in units:
            owners = {each["vo_id"] for each in oracle.valid("units", day, unit_id=unit)}
            if owners and vo not in owners and oracle.valid("vos", day, vo_id=vo):
                keys.add(("outside", about, f"Unit:{unit}", f"VO:{vo}"))
    return keys
