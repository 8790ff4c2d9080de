"""GA204: an assignment says no purpose, or one that no system names though some system names any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle, items

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every assignment; in tables, no row is a commission."""
    oracle = Oracle(tables)
    known = {one for row in oracle.rows("systems") for one in items(row, "purposes")}
    keys: set[tuple[str, ...]] = set()
    for row in oracle.rows("assignments"):
        purpose, about = row.get("purpose", ""), f"Assignment:{row['assignment_id']}"
        if not purpose:
            keys.add(("missing", about))
        elif known and purpose not in known:
            keys.add(("unknown", about))
    return keys
