"""GA307: a valid row of an employee names no manager, the employee, somebody gone, or leads round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every valid row of an employee, its chain of managers followed."""
    oracle = Oracle(tables)
    keys: set[tuple[str, ...]] = set()
    for row in oracle.valid("employees", day):
        person, manager = row["employee_id"], row.get("manager_id", "")
        if not manager:
            if not any(manages(oracle, person, other, day) for other in everybody(oracle)):
                keys.add(("missing", f"Employee:{person}"))
        elif manager == person:
            keys.add(("own", f"Employee:{person}"))
        elif not oracle.valid("employees", day, employee_id=manager):
            keys.add(("not_employed", f"Employee:{person}", f"Employee:{manager}"))
        elif person in chain(oracle, manager, day):
            keys.add(("loop", f"Employee:{person}", f"Employee:{manager}"))
    return keys


def everybody(oracle: Oracle) -> set[str]:
    """The ids of all employees."""
    return {row["employee_id"] for row in oracle.rows("employees")}


def manages(oracle: Oracle, manager: str, other: str, day: date) -> bool:
    """Whether somebody is the nearest manager of somebody else."""
    rows = oracle.valid("employees", day, employee_id=other)
    return other != manager and any(row.get("manager_id", "") == manager for row in rows)


def chain(oracle: Oracle, start: str, day: date) -> set[str]:
    """Everybody above somebody, by whatever way."""
    above: set[str] = set()
    while True:
        more = {
            row["manager_id"]
            for one in {start, *above}
            for row in oracle.valid("employees", day, employee_id=one)
            if row.get("manager_id")
        }
        if more <= above:
            return above
        above |= more
