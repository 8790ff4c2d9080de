"""GA206: a membership with a first day and no last one has gone on for more than some days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.oracle.oracle import ENDLESS

if TYPE_CHECKING:
    from tests.oracle.oracle import Tables

SETTINGS = {"days": 3}
"""What is long in a random region, whose rows begin and end within days."""


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every membership without an end."""
    return {
        ("", f"Assignment:{row['assignment_id']}", f"Employee:{row['employee_id']}")
        for row in tables.get("assignment_members", [])
        if row.get("valid_to", "") in ("", ENDLESS)
        and row.get("valid_from", "")
        and date.fromisoformat(row["valid_from"]) + timedelta(days=SETTINGS["days"]) < day
    }
