"""The tool that defects are planted with: it reads a clean data set, and adds or changes rows."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from graphauth.generating.ids import hsa_id
from graphauth.generating.vocabulary import CARE, REGION_ORGANISATION
from graphauth.generating.writing import HEADERS, line

if TYPE_CHECKING:
    from pathlib import Path

# Enough to hold the first region's VOs whole; memory stays bounded however large the rest is.
_ROWS_READ: Final = 60_000
# Above any number that a generated person, unit or VO has.
_FIRST_NUMBER: Final = 30_000_000

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a defect stands: a table and a line of its file (the header is line 1)."""

    table: str
    line: int


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing planted wrong.

    Attributes
    ----------
    name
        What is wrong, in the words of the rule that is to find it.
    ids
        The ids concerned, the one to blame first.
    also
        Names of other rules that find the same rows wrong.
    """

    name: str
    ids: tuple[str, ...]
    places: tuple[Place, ...]
    english: str
    swedish: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of a VO's core: stays, works at all its units, holds its roles without an end."""

    employee_id: str
    manager_id: str
    membership: int
    grants: tuple[int, ...]


class Planter:
    """A clean data set's beginning, and the changes that are to be made to it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.rows: Final = {table: _read(folder, table) for table in HEADERS}
        self._lines: Final = {table: count_lines(folder, table) for table in HEADERS}
        self._added: Final[dict[str, list[str]]] = {table: [] for table in HEADERS}
        self._changed: Final[dict[str, dict[int, str]]] = {table: {} for table in HEADERS}
        self._number = _FIRST_NUMBER
        self._used: set[str] = set()
        self._rows_per_person = Counter(row["employee_id"] for row in self.rows["employees"])
        self.specialists: Final = [
            row for row in self.rows["vos"] if row["care_level"] == "specialist"
        ]
        self.primary: Final = [row for row in self.rows["vos"] if row["care_level"] == "primary"]

    def new_id(self, kind: str) -> str:
        """Return an HSA-id that nothing has."""
        self._number += 1
        return hsa_id(REGION_ORGANISATION, kind, self._number)

    def add(self, table: str, *cells: str) -> Place:
        """Append a row to a table."""
        self._added[table].append(line(*cells))
        return Place(table, self._lines[table] + len(self._added[table]))

    def change(self, table: str, position: int, **cells: str) -> Place:
        """Change cells of the row at a position (0: the first data row)."""
        self._changed[table][position + 2] = line(*(self.rows[table][position] | cells).values())
        return Place(table, position + 2)

    def add_employee(
        self,
        manager: str,
        given: str,
        family: str,
        licences: str = "",
        employee: str = "",
        last: str = "",
    ) -> tuple[str, Place]:
        """Append an employee and return the id and the place."""
        person = employee or self.new_id("M")
        return person, self.add(
            "employees", person, given, family, manager, licences, "false", "", last
        )

    def add_unit(self, vo: Row, name: str, unit: str = "", replaces: str = "") -> tuple[str, Place]:
        """Append a unit of a VO, managed by the VO's head."""
        new = unit or self.new_id("E")
        return new, self.add("units", new, name, vo["vo_id"], vo["head_id"], replaces, "", "")

    def add_role(self, vo: Row, capability: str, **parts: str) -> tuple[str, Place]:
        """Append a nurse's role with an unused capability to the catalogue that a VO uses."""
        row = {
            "role_id": f"{self.specialty(vo)}-ssk-{capability}",
            "catalogue_id": vo["catalogue_id"],
            "specialty_id": self.specialty(vo),
            "profession_id": "ssk",
            "capability_id": capability,
            "name": f"{vo['name'].removeprefix('VO ')} – Sjuksköterska – {capability}",
        } | parts
        return row["role_id"], self.add("roles", *row.values())

    def offer(self, vo: Row, role: str) -> Place:
        """Append an offer of a role at the VO's main unit."""
        return self.add("unit_roles", self.main_unit(vo), role, "", "")

    def grant(self, vo: Row, role: str, count: int, last: str = "") -> list[Colleague]:
        """Grant a role to nurses of the VO's core, and return them."""
        nurses = self.colleagues(vo, "ssk", count)
        for nurse in nurses:
            self.add("role_grants", nurse.employee_id, role, nurse.manager_id, "", last)
        return nurses

    def specialty(self, vo: Row) -> str:
        """Return the specialty of the catalogue that a VO uses."""
        return vo["catalogue_id"].removeprefix("katalog-")

    def main_unit(self, vo: Row) -> str:
        """Return the unit that offers everything that the VO staffs: its first."""
        return next(row["unit_id"] for row in self.rows["units"] if row["vo_id"] == vo["vo_id"])

    def office(self, vo: Row) -> str:
        """Return the unit at which nobody logs in: the VO's last."""
        return [row["unit_id"] for row in self.rows["units"] if row["vo_id"] == vo["vo_id"]][-1]

    def assignment(self, vo: Row) -> str:
        """Return the VO's assignment for care at all its units."""
        return next(
            row["assignment_id"]
            for row in self.rows["assignments"]
            if row["vo_id"] == vo["vo_id"] and row["purpose"] == CARE and not row["systems"]
        )

    def role(self, vo: Row, profession: str) -> str:
        """Return the first role of a profession in the catalogue that a VO uses."""
        return next(
            row["role_id"]
            for row in self.rows["roles"]
            if row["catalogue_id"] == vo["catalogue_id"] and row["profession_id"] == profession
        )

    def colleagues(self, vo: Row, profession: str, count: int = 1) -> list[Colleague]:
        """Return `count` people of the VO's core that no defect has touched yet.

        Raises
        ------
        LookupError
            There are not so many; the VO is too small to plant in.
        """
        members = self._steady_members(self.assignment(vo))
        prefix = f"{self.specialty(vo)}-{profession}"
        held: dict[str, list[int]] = {}
        for position, row in enumerate(self.rows["role_grants"]):
            if row["employee_id"] in members and row["role_id"].startswith(prefix):
                held.setdefault(row["employee_id"], []).append(position)
        free = [person for person in held if person not in self._used][:count]
        if len(free) < count:
            raise LookupError(vo["vo_id"])
        self._used.update(free)
        return [
            Colleague(
                person,
                self.rows["role_grants"][held[person][0]]["granted_by"],
                members[person],
                tuple(held[person]),
            )
            for person in free
        ]

    def release(self, colleague: Colleague) -> None:
        """Let other defects use somebody again, to whom nothing wrong was done."""
        self._used.discard(colleague.employee_id)

    def _steady_members(self, assignment: str) -> dict[str, int]:
        return {
            row["employee_id"]: position
            for position, row in enumerate(self.rows["assignment_members"])
            if row["assignment_id"] == assignment
            and not (row["valid_from"] or row["valid_to"])
            and self._rows_per_person[row["employee_id"]] == 1
        }

    def write(self) -> None:
        """Put the changes into the files."""
        for table in HEADERS:
            path = self._folder / f"{table}.csv"
            if self._changed[table]:
                _rewrite(path, self._changed[table])
            with path.open("a", encoding="utf-8", newline="\n") as file:
                file.writelines(self._added[table])


def _read(folder: Path, table: str) -> list[Row]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(islice(csv.DictReader(file), _ROWS_READ))


def count_lines(folder: Path, table: str) -> int:
    """Return how many lines a table's file has, its header among them."""
    with (folder / f"{table}.csv").open("rb") as file:
        return sum(1 for _ in file)


def _rewrite(path: Path, changed: dict[int, str]) -> None:
    fresh = path.with_suffix(".fresh")
    with (
        path.open(encoding="utf-8", newline="") as old,
        fresh.open("w", encoding="utf-8", newline="\n") as new,
    ):
        new.writelines(changed.get(number, text) for number, text in enumerate(old, start=1))
    fresh.replace(path)
