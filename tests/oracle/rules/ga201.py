"""GA201: an assignment names a VO or a unit that nothing declares, or all of whose rows are over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle, items
from tests.oracle.rules.ga203 import is_over

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every assignment, and what it names."""
    oracle = Oracle(tables)
    keys: set[tuple[str, ...]] = set()
    for row in oracle.rows("assignments"):
        named = [("VO", "vos", "vo_id", row["vo_id"])]
        named += [("Unit", "units", "unit_id", one) for one in items(row, "unit_ids")]
        for label, table, key, one in named:
            rows = [each for each in oracle.rows(table) if each[key] == one]
            if all(is_over(each, day) for each in rows):
                kind = f"{label.lower()}_{'ended' if rows else 'missing'}"
                keys.add((kind, f"Assignment:{row['assignment_id']}", f"{label}:{one}"))
    return keys
