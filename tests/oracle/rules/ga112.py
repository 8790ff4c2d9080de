"""GA112: two rows say the same in periods that share a day: of a node, a registration or an offer."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from tests.oracle.rules.ga309 import begins, ends
from tests.oracle.rules.ids import DECLARED

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Row, Tables

HIDDEN = {"given_name": "", "family_name": ""}
JOINS = (
    ("unit_registrations", "unit_id", "System", "system_id"),
    ("unit_roles", "unit_id", "Role", "role_id"),
)


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every two rows, compared."""
    keys: set[tuple[str, ...]] = set()
    for table, unit, label, other in JOINS:
        for a, b in combinations(tables.get(table, []), 2):
            if (a[unit], a[other]) == (b[unit], b[other]) and share_a_day(a, b):
                keys.add(("join", f"Unit:{a[unit]}", f"{label}:{a[other]}"))
    for label, (table, key) in DECLARED.items():
        rows = shown(tables) if table == "employees" else tables.get(table, [])
        for a, b in combinations(rows, 2):
            if said(a) == said(b) and share_a_day(a, b) and counts(rows, a, key, label):
                keys.add(("node", f"{label}:{a[key]}"))
    return keys


def counts(rows: list[Row], one: Row, key: str, label: str) -> bool:
    """Whether a row counts: of what has no dates, only the first of an id does."""
    first = next(row for row in rows if row[key] == one[key])
    return label in ("Unit", "Employee", "VO") or first is one


def said(row: Row) -> Row:
    """What a row says, but for its days."""
    return {name: cell for name, cell in row.items() if name not in ("valid_from", "valid_to")}


def shown(tables: Tables) -> list[Row]:
    """The employees; the protected without their names."""
    rows = tables.get("employees", [])
    hidden = {row["employee_id"] for row in rows if row.get("protected") == "true"}
    return [{**row, **HIDDEN} if row["employee_id"] in hidden else row for row in rows]


def share_a_day(one: Row, other: Row) -> bool:
    """Whether two rows hold on the same day; undated ones always do."""
    return begins(one) <= ends(other) and begins(other) <= ends(one)
