"""GA505: a unit-role that is held today has nobody on one of the next 30 days."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every unit-role that is held, asked again on each of the days."""
    oracle = Oracle(tables)
    days = [day + timedelta(days=ahead) for ahead in range(1, 31)]
    return {
        ("", f"Unit:{unit}", f"Role:{role}")
        for unit, role in offered(oracle, day)
        if oracle.holders(role, day)
        and any(
            (unit, role) in offered(oracle, one) and not oracle.holders(role, one) for one in days
        )
    }


def offered(oracle: Oracle, day: date) -> set[tuple[str, str]]:
    """The declared roles that valid units offer."""
    roles = {row["role_id"] for row in oracle.rows("roles")}
    return {
        (row["unit_id"], row["role_id"])
        for row in oracle.valid("unit_roles", day)
        if row["role_id"] in roles and oracle.valid("units", day, unit_id=row["unit_id"])
    }
