"""GA203: no row makes anybody a member of the assignment on the day, nor on a later one."""

from __future__ import annotations

from datetime import date

from tests.oracle.oracle import ENDLESS, Row, Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every assignment all of whose memberships have ended."""
    return {
        ("", f"Assignment:{assignment['assignment_id']}")
        for assignment in tables.get("assignments", [])
        if not any(
            row["assignment_id"] == assignment["assignment_id"] and not is_over(row, day)
            for row in tables.get("assignment_members", [])
        )
    }


def is_over(row: Row, day: date) -> bool:
    """Whether a row's last day lies before the day."""
    ends = row.get("valid_to", "")
    return ends not in ("", ENDLESS) and date.fromisoformat(ends) < day
