"""GA503: no valid unit validly offers a declared role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every declared role, less those that are some unit's."""
    oracle = Oracle(tables)
    offered = {role for _, role, *_ in oracle.coverage(system, day)}
    every: set[tuple[str, ...]] = {("", f"Role:{row['role_id']}") for row in oracle.rows("roles")}
    return every - {("", f"Role:{role}") for role in offered}
