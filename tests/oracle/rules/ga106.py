"""GA106: a unit replaces another that is registered, offers roles, or limits an assignment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle, items

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every row that says so on the day, and what points at the unit that it names."""
    oracle = Oracle(tables)
    keys: set[tuple[str, ...]] = set()
    for row in oracle.valid("units", day):
        old = row.get("replaces", "")
        if not old or old == row["unit_id"]:
            continue
        pair = (f"Unit:{old}", f"Unit:{row['unit_id']}")
        if oracle.valid("unit_registrations", day, unit_id=old):
            keys.add(("registered", *pair))
        if oracle.valid("unit_roles", day, unit_id=old):
            keys.add(("offers", *pair))
        keys |= {
            ("limits", *pair, f"Assignment:{one['assignment_id']}")
            for one in oracle.rows("assignments")
            if old in items(one, "unit_ids")
        }
    return keys
