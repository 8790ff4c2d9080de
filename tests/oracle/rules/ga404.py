"""GA404: a valid unit offers a declared role, and is not registered at the system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle, truth

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every unit-role, its unit asked for a registration."""
    oracle = Oracle(tables)
    asked = oracle.first("systems", "system_id", system)
    assert asked is not None
    if not (truth(asked, "requires_role") and truth(asked, "requires_registration")):
        return set()
    return {
        ("", f"Unit:{unit}")
        for unit, *_ in oracle.coverage(system, day)
        if not oracle.valid("unit_registrations", day, unit_id=unit, system_id=system)
    }
