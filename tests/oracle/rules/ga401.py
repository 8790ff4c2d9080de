"""GA401: a valid employee has an assignment that opens the system, and holds no declared role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle, items, truth

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Row, Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every employee, asked for assignments and roles."""
    oracle = Oracle(tables)
    asked = oracle.first("systems", "system_id", system)
    assert asked is not None
    if not truth(asked, "requires_role"):
        return set()
    roles = {row["role_id"] for row in oracle.rows("roles")}
    return {
        ("", f"Employee:{employee}")
        for employee in {row["employee_id"] for row in oracle.rows("employees")}
        if oracle.valid("employees", day, employee_id=employee)
        and has_opening(oracle, asked, employee, day)
        and not any(
            row["role_id"] in roles
            for row in oracle.valid("role_grants", day, employee_id=employee)
        )
    }


def has_opening(oracle: Oracle, system: Row, employee: str, day: date) -> bool:
    """Whether the employee is a member of an assignment that opens the system."""
    for member in oracle.valid("assignment_members", day, employee_id=employee):
        row = oracle.first("assignments", "assignment_id", member["assignment_id"])
        if row is not None and opens(row, system):
            return True
    return False


def opens(assignment: Row, system: Row) -> bool:
    """Whether an assignment opens the system, with a purpose that it takes."""
    named, purposes = items(assignment, "systems"), items(system, "purposes")
    return (not named or system["system_id"] in named) and (
        not purposes or assignment.get("purpose", "") in purposes
    )
