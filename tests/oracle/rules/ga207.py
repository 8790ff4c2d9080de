"""GA207: an assignment names systems, and none of them is declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import items
from tests.oracle.rules.ids import declared_ids

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every assignment that names systems."""
    return {
        ("", f"Assignment:{row['assignment_id']}")
        for row in tables.get("assignments", [])
        if (named := items(row, "systems"))
        and not any(one in declared_ids(tables, "System") for one in named)
    }
