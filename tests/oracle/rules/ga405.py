"""GA405: a valid unit is registered at the system, which requires roles, and offers no declared role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle, truth

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every unit, asked for a registration and for roles."""
    oracle = Oracle(tables)
    asked = oracle.first("systems", "system_id", system)
    assert asked is not None
    offering = {unit for unit, *_ in oracle.coverage(system, day)}
    return {
        ("", f"Unit:{unit}")
        for unit in {row["unit_id"] for row in oracle.rows("units")} - offering
        if truth(asked, "requires_role")
        and oracle.valid("units", day, unit_id=unit)
        and oracle.valid("unit_registrations", day, unit_id=unit, system_id=system)
    }
