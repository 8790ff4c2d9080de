"""GA604: a valid row of a unit names no manager, or one who is not a valid employee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle, covers

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every valid row of a unit."""
    oracle = Oracle(tables)
    keys: set[tuple[str, ...]] = set()
    for row in oracle.rows("units"):
        manager = row.get("manager_id", "")
        if covers(row, day) and not manager:
            keys.add(("missing", f"Unit:{row['unit_id']}"))
        elif covers(row, day) and not oracle.valid("employees", day, employee_id=manager):
            keys.add(("not_employed", f"Unit:{row['unit_id']}", f"Employee:{manager}"))
    return keys
