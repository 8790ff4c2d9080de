"""The dated definition as one join in SQL, in DuckDB, without indexes or preparation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

import duckdb

from benchmarks.contestant import SYSTEM, Contestant, Question
from benchmarks.relations import system_terms

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

_DATED: Final = (
    "vos",
    "units",
    "unit_registrations",
    "unit_roles",
    "employees",
    "assignment_members",
    "role_grants",
)
_READ: Final = "read_csv($file, all_varchar = true, header = true, nullstr = '')"
_LOAD_DATED: Final = f"""
CREATE TABLE {{table}} AS
SELECT * REPLACE (
  coalesce(valid_from::DATE, DATE '0001-01-01') AS valid_from,
  coalesce(valid_to::DATE, DATE '9999-12-31') AS valid_to)
FROM {_READ}"""
_LOAD_ASSIGNMENTS: Final = f"""
CREATE TABLE assignments AS
SELECT * REPLACE (string_split(systems, '|') AS systems, string_split(unit_ids, '|') AS unit_ids)
FROM {_READ}"""
_TICKETS: Final = """
FROM employees e
JOIN assignment_members m ON m.employee_id = e.employee_id
JOIN assignments a ON a.assignment_id = m.assignment_id
JOIN vos v ON v.vo_id = a.vo_id
JOIN units u ON u.vo_id = v.vo_id
JOIN role_grants g ON g.employee_id = e.employee_id
JOIN unit_roles o ON o.unit_id = u.unit_id AND o.role_id = g.role_id
JOIN roles r ON r.role_id = g.role_id
WHERE $day BETWEEN e.valid_from AND e.valid_to
  AND $day BETWEEN m.valid_from AND m.valid_to
  AND $day BETWEEN v.valid_from AND v.valid_to
  AND $day BETWEEN u.valid_from AND u.valid_to
  AND $day BETWEEN g.valid_from AND g.valid_to
  AND $day BETWEEN o.valid_from AND o.valid_to
  AND (a.systems IS NULL OR list_contains(a.systems, $system))
  AND (a.unit_ids IS NULL OR list_contains(a.unit_ids, u.unit_id))
  AND (len($purposes) = 0 OR list_contains($purposes, a.purpose))
  AND (NOT $registration OR EXISTS (
    FROM unit_registrations s WHERE s.unit_id = u.unit_id AND s.system_id = $system
      AND $day BETWEEN s.valid_from AND s.valid_to))
"""
_CHECK: Final = f"""
SELECT EXISTS ({_TICKETS}
  AND e.employee_id = $employee AND u.unit_id = $unit AND r.role_id = $role)"""
_BATCH: Final = f"""
WITH asked AS (
  SELECT unnest(range(len($employees))) AS n, unnest($employees) AS employee,
    unnest($units) AS unit, unnest($roles) AS role)
SELECT DISTINCT n FROM asked JOIN (
  SELECT e.employee_id, u.unit_id, r.role_id {_TICKETS}) t
ON t.employee_id = employee AND t.unit_id = unit AND t.role_id = role"""
_OF: Final = f"SELECT DISTINCT u.unit_id, r.role_id {_TICKETS} AND e.employee_id = $employee"
_WHO: Final = f"""
SELECT DISTINCT e.employee_id {_TICKETS} AND u.unit_id = $unit AND r.role_id = $role"""
_COUNT: Final = f"""
SELECT count(*) FROM (SELECT DISTINCT e.employee_id, u.unit_id, r.role_id {_TICKETS})"""


class DuckdbJoin(Contestant):
    """One join, asked with different conditions."""

    title: ClassVar[str] = "DuckDB, naive join"
    notes: ClassVar[dict[str, str]] = {
        "load": "in memory, on all cores; holds the dates; any day can be asked without loading anew",
    }

    def version(self) -> str:
        """Return DuckDB's version."""
        return str(duckdb.__version__)

    def load(self, folder: Path, day: date) -> None:
        """Read the csv files into tables; the day is only remembered."""
        self._connection = duckdb.connect()
        registration, purposes = system_terms(folder)
        self._given = {
            "day": day,
            "system": SYSTEM,
            "registration": registration,
            "purposes": sorted(purposes),
        }
        for table in _DATED:
            self._read(folder, table, _LOAD_DATED.format(table=table))
        self._read(folder, "roles", f"CREATE TABLE roles AS FROM {_READ}")
        self._read(folder, "assignments", _LOAD_ASSIGNMENTS)

    def check(self, employee: str, unit: str, role: str) -> bool:
        """Ask whether the join, cut down to the question, has a row."""
        rows = self._ask(_CHECK, employee=employee, unit=unit, role=role)
        return bool(rows[0][0])

    def check_batch(self, questions: Sequence[Question]) -> list[bool]:
        """Join the questions with the tickets."""
        employees, units, roles = (list(one) for one in zip(*questions, strict=True))
        rows = self._ask(_BATCH, employees=employees, units=units, roles=roles)
        answers = [False] * len(questions)
        for (place,) in rows:
            answers[place] = True
        return answers

    def tickets(self, employee: str) -> list[Any]:
        """Return the join's rows of one employee."""
        return self._ask(_OF, employee=employee)

    def who(self, unit: str, role: str) -> list[Any]:
        """Return the join's rows of one unit and role."""
        return self._ask(_WHO, unit=unit, role=role)

    def matrix_count(self) -> int:
        """Count the whole join."""
        return int(self._ask(_COUNT)[0][0])

    def people(self, who: Sequence[Any]) -> set[str]:
        """Take the employees out of their rows."""
        return {employee for (employee,) in who}

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _read(self, folder: Path, table: str, statement: str) -> None:
        self._connection.execute(statement, {"file": str(folder / f"{table}.csv")})

    def _ask(self, statement: str, **asked: object) -> list[Any]:
        return self._connection.execute(statement, {**self._given, **asked}).fetchall()
