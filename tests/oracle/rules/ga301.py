"""GA301: a valid unit offers a declared role that is in no catalogue its owners use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every offer, its role's catalogue looked for among those of the unit's VOs."""
    oracle = Oracle(tables)
    keys: set[tuple[str, ...]] = set()
    for offer in oracle.valid("unit_roles", day):
        role = oracle.first("roles", "role_id", offer["role_id"])
        owners = {
            vo["vo_id"]: {
                row["catalogue_id"] for row in oracle.valid("vos", day, vo_id=vo["vo_id"])
            }
            for vo in oracle.valid("units", day, unit_id=offer["unit_id"])
            if oracle.valid("vos", day, vo_id=vo["vo_id"])
        }
        if role is None or not owners:
            continue
        if not any(role["catalogue_id"] in used for used in owners.values()):
            keys.add(("", f"Unit:{offer['unit_id']}", f"Role:{offer['role_id']}"))
    return keys
