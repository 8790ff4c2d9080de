"""GA406: a registration at the system names a unit whose id does not have the form of an HSA-id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle
from tests.oracle.rules.ga101 import is_hsa_id

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every registration, its unit's id read letter by letter."""
    return {
        ("", f"Unit:{row['unit_id']}")
        for row in Oracle(tables).valid("unit_registrations", day, system_id=system)
        if not is_hsa_id(row["unit_id"])
    }
