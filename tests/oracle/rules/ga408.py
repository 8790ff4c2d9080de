"""GA408: an employee has more login choices than a number, and than some times every peers' median."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle
from tests.oracle.rules.ga401 import opens

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Row, Tables


SETTINGS = {"times": 1, "least": 1}
"""What is unusual in a random region, which has a few choices for each."""


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Everybody who can log in, compared with each group of peers."""
    oracle = Oracle(tables)
    asked = oracle.first("systems", "system_id", system)
    assert asked is not None
    choices = Counter(ticket[0] for ticket in oracle.matrix(system, day))
    groups: dict[tuple[str, str], set[str]] = {}
    for employee in choices:
        for group in groups_of(oracle, asked, employee, day):
            groups.setdefault(group, set()).add(employee)
    return {
        ("", f"Employee:{employee}")
        for employee, count in choices.items()
        if any(employee in people for people in groups.values())
        and count > SETTINGS["least"]
        and all(
            count > SETTINGS["times"] * median(choices[one] for one in people)
            for people in groups.values()
            if employee in people
        )
    }


def groups_of(oracle: Oracle, system: Row, employee: str, day: date) -> set[tuple[str, str]]:
    """The professions of an employee's roles, with the VOs of the assignments."""
    roles = [
        oracle.first("roles", "role_id", row["role_id"])
        for row in oracle.valid("role_grants", day, employee_id=employee)
    ]
    assignments = [
        oracle.first("assignments", "assignment_id", row["assignment_id"])
        for row in oracle.valid("assignment_members", day, employee_id=employee)
    ]
    return {
        (role["profession_id"], assignment["vo_id"])
        for role in roles
        if role is not None
        for assignment in assignments
        if assignment is not None and opens(assignment, system)
    }
