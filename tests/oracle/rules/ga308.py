"""GA308: a valid employee holds a role whose profession asks for a licence that they lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle, items

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every grant that holds, its licence looked for in the employee's valid rows."""
    oracle = Oracle(tables)
    keys: set[tuple[str, ...]] = set()
    for grant in oracle.valid("role_grants", day):
        role = oracle.first("roles", "role_id", grant["role_id"])
        if role is None:
            continue
        profession = oracle.first("professions", "profession_id", role["profession_id"])
        licence = (profession or {}).get("licence", "")
        rows = oracle.valid("employees", day, employee_id=grant["employee_id"])
        if licence and rows and not any(licence in items(row, "licences") for row in rows):
            keys.add(("", f"Employee:{grant['employee_id']}", f"Role:{grant['role_id']}"))
    return keys
