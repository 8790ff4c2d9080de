"""GA504: of all employees exactly one has a ticket for a unit-role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every login, its people listed."""
    able: dict[tuple[str, str], list[str]] = {}
    for employee, unit, role, *_ in Oracle(tables).matrix(system, day):
        able.setdefault((unit, role), []).append(employee)
    return {
        ("", f"Unit:{unit}", f"Role:{role}", f"Employee:{people[0]}")
        for (unit, role), people in able.items()
        if role and len(people) == 1
    }
