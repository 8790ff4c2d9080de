"""GA402: a valid employee holds a declared role, and is a member of no declared assignment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every employee, asked for roles and assignments."""
    oracle = Oracle(tables)
    roles = {row["role_id"] for row in oracle.rows("roles")}
    assignments = {row["assignment_id"] for row in oracle.rows("assignments")}
    keys: set[tuple[str, ...]] = set()
    for employee in {row["employee_id"] for row in oracle.rows("employees")}:
        grants = oracle.valid("role_grants", day, employee_id=employee)
        members = oracle.valid("assignment_members", day, employee_id=employee)
        if (
            oracle.valid("employees", day, employee_id=employee)
            and any(row["role_id"] in roles for row in grants)
            and not any(row["assignment_id"] in assignments for row in members)
        ):
            keys.add(("", f"Employee:{employee}"))
    return keys
