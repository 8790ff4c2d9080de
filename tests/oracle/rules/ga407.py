"""GA407: an employee who is no longer valid still has a membership or a grant that holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle
from tests.oracle.rules.ga203 import is_over

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Row, Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every membership and grant that holds, its employee's rows all over."""
    oracle = Oracle(tables)
    return {
        ("", f"Employee:{row['employee_id']}")
        for table in ("assignment_members", "role_grants")
        for row in oracle.valid(table, day)
        if employments(oracle, row["employee_id"])
        and all(is_over(one, day) for one in employments(oracle, row["employee_id"]))
    }


def employments(oracle: Oracle, employee: str) -> list[Row]:
    """Every row of an employee."""
    return [row for row in oracle.rows("employees") if row["employee_id"] == employee]
