"""GA502: a unit-role has holders, and nobody among them has a ticket for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle, truth

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every unit-role, its holders and those able counted."""
    oracle = Oracle(tables)
    asked = oracle.first("systems", "system_id", system)
    assert asked is not None
    return {
        ("", f"Unit:{unit}", f"Role:{role}")
        for unit, role, _, holders, able in oracle.coverage(system, day)
        if truth(asked, "requires_role") and holders > 0 and able == 0
    }
