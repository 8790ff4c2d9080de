"""GA310: a valid employee is granted a role that is not declared, or that no valid unit offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every grant that holds, its role looked for."""
    oracle = Oracle(tables)
    keys: set[tuple[str, ...]] = set()
    for grant in oracle.valid("role_grants", day):
        employee, role = grant["employee_id"], grant["role_id"]
        nodes = (f"Employee:{employee}", f"Role:{role}")
        if not oracle.valid("employees", day, employee_id=employee):
            continue
        if oracle.first("roles", "role_id", role) is None:
            keys.add(("undeclared", *nodes))
        elif not any(
            oracle.valid("units", day, unit_id=offer["unit_id"])
            for offer in oracle.valid("unit_roles", day, role_id=role)
        ):
            keys.add(("nowhere", *nodes))
    return keys
