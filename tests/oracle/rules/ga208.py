"""GA208: two rows make one employee a member of one assignment in periods that share a day."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from tests.oracle.rules.ga309 import begins, ends

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every two rows, compared."""
    return {
        ("", f"Assignment:{one['assignment_id']}", f"Employee:{one['employee_id']}")
        for one, other in combinations(tables.get("assignment_members", []), 2)
        if one["assignment_id"] == other["assignment_id"]
        and one["employee_id"] == other["employee_id"]
        and begins(one) <= ends(other)
        and begins(other) <= ends(one)
    }
