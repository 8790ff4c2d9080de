"""GA501: a valid unit offers a declared role, and no valid employee has a valid grant of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every unit-role, its holders counted."""
    return {
        ("", f"Unit:{unit}", f"Role:{role}")
        for unit, role, _, holders, _ in Oracle(tables).coverage(system, day)
        if holders == 0
    }
