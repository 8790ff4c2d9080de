"""GA205: a membership holds on the day, of an employee all of whose rows are over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle
from tests.oracle.rules.ga203 import is_over
from tests.oracle.rules.ga407 import employments

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every membership that holds."""
    oracle = Oracle(tables)
    return {
        ("", f"Assignment:{row['assignment_id']}", f"Employee:{row['employee_id']}")
        for row in oracle.valid("assignment_members", day)
        if (rows := employments(oracle, row["employee_id"]))
        and all(is_over(one, day) for one in rows)
    }
