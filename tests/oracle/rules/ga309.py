"""GA309: two rows grant one employee one role in periods that share a day."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Row, Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every two rows, compared."""
    return {
        ("", f"Employee:{one['employee_id']}", f"Role:{one['role_id']}")
        for one, other in combinations(tables.get("role_grants", []), 2)
        if one["employee_id"] == other["employee_id"]
        and one["role_id"] == other["role_id"]
        and begins(one) <= ends(other)
        and begins(other) <= ends(one)
    }


def begins(row: Row) -> str:
    """The first day, as a text that sorts."""
    return row.get("valid_from") or "0000-00-00"


def ends(row: Row) -> str:
    """The last day, as a text that sorts."""
    return row.get("valid_to") or "9999-12-31"
