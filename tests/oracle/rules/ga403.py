"""GA403: a valid employee has an assignment that opens the system, a declared role, and no ticket."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle, truth
from tests.oracle.rules.ga401 import has_opening

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every employee, asked for assignments, roles and tickets."""
    oracle = Oracle(tables)
    asked = oracle.first("systems", "system_id", system)
    assert asked is not None
    if not truth(asked, "requires_role"):
        return set()
    roles = {row["role_id"] for row in oracle.rows("roles")}
    can = {ticket[0] for ticket in oracle.matrix(system, day)}
    return {
        ("", f"Employee:{employee}")
        for employee in {row["employee_id"] for row in oracle.rows("employees")} - can
        if oracle.valid("employees", day, employee_id=employee)
        and has_opening(oracle, asked, employee, day)
        and any(
            row["role_id"] in roles
            for row in oracle.valid("role_grants", day, employee_id=employee)
        )
    }
