"""GA306: on the first day of a grant, whoever granted it was not the employee's nearest manager."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle

if TYPE_CHECKING:
    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every grant that holds and says by whom and since when."""
    oracle = Oracle(tables)
    keys: set[tuple[str, ...]] = set()
    for row in oracle.valid("role_grants", day):
        if not (row.get("granted_by") and row.get("valid_from")):
            continue
        first = date.fromisoformat(row["valid_from"])
        then = oracle.valid("employees", first, employee_id=row["employee_id"])
        if then and all(one.get("manager_id", "") != row["granted_by"] for one in then):
            nodes = (row["employee_id"], row["role_id"], row["granted_by"])
            labels = ("Employee", "Role", "Employee")
            keys.add(("", *map(":".join, zip(labels, nodes, strict=True))))
    return keys
