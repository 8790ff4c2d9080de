"""An oracle: the normative definition, day by day, with nothing clever and nothing shared.

It reads plain tables (table -> rows of column -> text) and asks of one day at a time whether a
sentence of `domain.md` is true then. It knows no intervals: how long a ticket holds is found by
asking again on every day at which a row begins or has ended.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

Row = dict[str, str]
Tables = dict[str, list[Row]]
Ticket = tuple[str, str, str, str, str, str, str, str]

ENDLESS = "9999-12-31"
CLINIC24 = {
    "system_id": "clinic24",
    "requires_registration": "true",
    "requires_role": "true",
    "purposes": "",
}


class Oracle:
    """Answers for one set of tables."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def rows(self, table: str) -> list[Row]:
        """All rows of a table."""
        rows = self.tables.get(table, [])
        return [CLINIC24] if table == "systems" and not rows else rows

    def first(self, table: str, key: str, value: str) -> Row | None:
        """The row that counts, of those of one id in a table without dates."""
        return next((row for row in self.rows(table) if row[key] == value), None)

    def valid(self, table: str, day: date, **key: str) -> list[Row]:
        """The rows of that key that are valid at the day."""
        return [
            row
            for row in self.rows(table)
            if all(row[name] == value for name, value in key.items()) and covers(row, day)
        ]

    def supports(self, s: str, e: str, u: str, r: str, day: date) -> set[str]:
        """The VOs over which ``ticket(s, e, u, r)`` is supported at the day."""
        system = self.first("systems", "system_id", s)
        assert system is not None
        # 1. employee e is valid
        if not self.valid("employees", day, employee_id=e):
            return set()
        # 4. unit u is valid, and registered where that is required
        if not self.valid("units", day, unit_id=u):
            return set()
        if truth(system, "requires_registration") and not self.valid(
            "unit_registrations", day, unit_id=u, system_id=s
        ):
            return set()
        # 5. a valid grant and a valid offer of a declared role, or no role at all
        if not truth(system, "requires_role"):
            if r:
                return set()
        elif (
            not r
            or self.first("roles", "role_id", r) is None
            or not self.valid("role_grants", day, employee_id=e, role_id=r)
            or not self.valid("unit_roles", day, unit_id=u, role_id=r)
        ):
            return set()
        # 2. and 3.: an assignment
        memberships = self.valid("assignment_members", day, employee_id=e)
        found = set()
        for a in {row["assignment_id"] for row in memberships}:
            assignment = self.first("assignments", "assignment_id", a)
            if assignment is not None and self.reaches(assignment, system, u, day):
                found.add(assignment["vo_id"])
        return found

    def reaches(self, assignment: Row, system: Row, u: str, day: date) -> bool:
        """Whether an assignment opens the system and reaches the unit."""
        opened, purposes = items(assignment, "systems"), items(system, "purposes")
        if opened and system["system_id"] not in opened:
            return False
        if purposes and assignment.get("purpose", "") not in purposes:
            return False
        vo = assignment["vo_id"]
        if not self.valid("vos", day, vo_id=vo):
            return False
        if not self.valid("units", day, unit_id=u, vo_id=vo):
            return False
        limit = items(assignment, "unit_ids")
        return not limit or u in limit

    def matrix(self, s: str, day: date) -> list[Ticket]:
        """Every ticket at the day, as the csv of the contract has it."""
        system = self.first("systems", "system_id", s)
        assert system is not None
        roles = sorted({row["role_id"] for row in self.rows("roles")})
        return [
            self.ticket(s, e, u, r, day)
            for e in sorted({row["employee_id"] for row in self.rows("employees")})
            for u in sorted({row["unit_id"] for row in self.rows("units")})
            for r in (roles if truth(system, "requires_role") else [""])
            if self.supports(s, e, u, r, day)
        ]

    def ticket(self, s: str, e: str, u: str, r: str, day: date) -> Ticket:
        """The row of a ticket that holds."""
        vo = min(self.supports(s, e, u, r, day), key=lambda one: one.encode())
        role = self.first("roles", "role_id", r) or {}
        parts = [role.get(f"{part}_id", "") for part in ("specialty", "profession", "capability")]
        return e, u, r, vo, parts[0], parts[1], parts[2], self.valid_until(s, e, u, r, day)

    def valid_until(self, s: str, e: str, u: str, r: str, day: date) -> str:
        """The last day before the first later day on which the ticket doesn't hold."""
        for later in self.boundaries():
            if later > day and not self.supports(s, e, u, r, later):
                return (later - timedelta(days=1)).isoformat()
        return ""

    @cache  # noqa: B019 - an oracle lives for one test
    def boundaries(self) -> list[date]:
        """Every day at which some row begins, or is over."""
        days = set()
        for rows in self.tables.values():
            for row in rows:
                if row.get("valid_from"):
                    days.add(date.fromisoformat(row["valid_from"]))
                if row.get("valid_to") and row["valid_to"] != ENDLESS:
                    days.add(date.fromisoformat(row["valid_to"]) + timedelta(days=1))
        return sorted(days)

    def coverage(self, s: str, day: date) -> list[tuple[str, str, str, int, int]]:
        """The staffing of every unit and role at the day."""
        able: dict[tuple[str, str], int] = {}
        for ticket in self.matrix(s, day):
            able[ticket[1], ticket[2]] = able.get((ticket[1], ticket[2]), 0) + 1
        declared = {row["role_id"] for row in self.rows("roles")}
        offered = {
            (unit["unit_id"], offer["role_id"])
            for unit in self.rows("units")
            if covers(unit, day)
            for offer in self.valid("unit_roles", day, unit_id=unit["unit_id"])
            if offer["role_id"] in declared
        }
        return [
            (u, r, self.owner(u, day), self.holders(r, day), able.get((u, r), 0))
            for u, r in sorted(offered)
        ]

    def owner(self, u: str, day: date) -> str:
        """The first valid owner of a unit, in byte order."""
        owners = {row["vo_id"] for row in self.valid("units", day, unit_id=u)}
        valid = [vo for vo in owners if self.valid("vos", day, vo_id=vo)]
        return min(valid, key=lambda one: one.encode(), default="")

    def holders(self, r: str, day: date) -> int:
        """How many valid employees have a valid grant of the role."""
        granted = {row["employee_id"] for row in self.valid("role_grants", day, role_id=r)}
        return sum(bool(self.valid("employees", day, employee_id=e)) for e in granted)


def covers(row: Row, day: date) -> bool:
    """Whether a row's period holds the day, both ends included; blank ends are open."""
    begins, ends = row.get("valid_from", ""), row.get("valid_to", "")
    if begins and date.fromisoformat(begins) > day:
        return False
    return not ends or ends == ENDLESS or date.fromisoformat(ends) >= day


def truth(row: Row, column: str) -> bool:
    """Whether a boolean cell is true; blank is false."""
    return row.get(column, "") == "true"


def items(row: Row, column: str) -> set[str]:
    """The items of a list cell."""
    return {item for item in row.get(column, "").split("|") if item}
