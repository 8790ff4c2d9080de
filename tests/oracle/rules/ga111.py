"""GA111: a row that holds on the day names an id that its table does not declare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle
from tests.oracle.rules.ids import DECLARED, declared_ids

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables

TOLD_ELSEWHERE = {("role_grants", "Role")}
JOINED = (
    ("assignment_members", ("Assignment", "assignment_id"), ("Employee", "employee_id")),
    ("role_grants", ("Employee", "employee_id"), ("Role", "role_id")),
    ("unit_registrations", ("Unit", "unit_id"), ("System", "system_id")),
    ("unit_roles", ("Unit", "unit_id"), ("Role", "role_id")),
    ("units", ("Unit", "unit_id"), ("VO", "vo_id")),
    ("vos", ("VO", "vo_id"), ("Catalogue", "catalogue_id")),
    ("vos", ("VO", "vo_id"), ("Provider", "provider_id")),
    ("specialties", ("Specialty", "specialty_id"), ("VO", "vo_id")),
)


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every row, and both that it names; every assignment, and the systems that it names."""
    oracle = Oracle(tables)
    known = {label: declared_ids(tables, label) for label in DECLARED}
    keys: set[tuple[str, ...]] = set()
    for table, *ends in JOINED:
        for row in oracle.valid(table, day):
            for label, column in ends:
                one = row.get(column, "")
                if one and one not in known[label] and (table, label) not in TOLD_ELSEWHERE:
                    keys.add(("", f"{label}:{one}"))
    for row in tables.get("assignments", []):
        named = {one.strip() for one in row.get("systems", "").split("|")} - {""}
        if named & known["System"]:
            keys |= {("", f"System:{one}") for one in named - known["System"]}
    return keys
