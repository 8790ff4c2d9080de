"""A data set resolved at one day, for contestants that know no dates.

Dates, limits, purposes and validity are worked out here while loading, so what these contestants
are left with is the bare relations of one day. That favours them: they answer about no other day.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.contestant import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    Pairs = set[tuple[str, str]]

_TRUE = frozenset({"true", "1", "yes", "ja", "sant"})
_RELATION_TABLES = (
    "units",
    "unit_registrations",
    "unit_roles",
    "assignments",
    "assignment_members",
    "role_grants",
)


@dataclass(frozen=True)
class DayRelations:
    """What holds at one day for Clinic24, as pairs of ids.

    Attributes
    ----------
    vo_members
        (employee, VO): a valid employee's valid, unlimited assignment, granted at a valid VO.
    unit_members
        (employee, unit): the same for assignments that are limited to units.
    owned
        (VO, unit): both valid.
    offers
        (unit, role): at a valid, registered unit; the role is declared.
    grants
        (employee, role): of a valid employee; the role is declared.
    """

    vo_members: Pairs
    unit_members: Pairs
    owned: Pairs
    offers: Pairs
    grants: Pairs


@dataclass(frozen=True)
class _Assignment:
    vo: str
    limits: frozenset[str]


def read_relations(folder: Path, day: str) -> DayRelations:
    """Read a folder of English-header csv and resolve it at `day` (``2026-11-23``)."""
    vos = {vo for (vo,) in _valid(folder, "vos", day, "vo_id")}
    owned = {
        (vo, unit) for unit, vo in _valid(folder, "units", day, "unit_id", "vo_id") if vo in vos
    }
    employees = {one for (one,) in _valid(folder, "employees", day, "employee_id")}
    to_vo, to_unit = _members(folder, day, employees, owned)
    return DayRelations(to_vo, to_unit, owned, *_roles(folder, day, employees, owned))


def count_relations(folder: Path) -> int:
    """Count the rows that say who is tied to what: the denominator of bytes per relation."""
    return sum(sum(1 for _ in read_table(folder, table)) for table in _RELATION_TABLES)


def read_table(folder: Path, table: str, *columns: str) -> Iterator[tuple[str, ...]]:
    """Yield the named columns of a table's rows; a missing table is an empty one."""
    path = folder / f"{table}.csv"
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        places = [header.index(column) if column in header else None for column in columns]
        for row in rows:
            yield tuple("" if place is None else row[place] for place in places)


def split(cell: str) -> frozenset[str]:
    """Return the items of a list cell."""
    return frozenset(item.strip() for item in cell.split("|") if item.strip())


def system_terms(folder: Path) -> tuple[bool, frozenset[str]]:
    """Return whether Clinic24 requires registration, and the purposes it takes (none: any).

    Raises
    ------
    ValueError
        The data set's Clinic24 has no roles: these questions would have no meaning.
    """
    columns = ("system_id", "requires_registration", "requires_role", "purposes")
    for system, registration, role, purposes in read_table(folder, "systems", *columns):
        if system == SYSTEM:
            if role.lower() not in _TRUE:
                raise ValueError(f"`{SYSTEM}` has no roles in `{folder}`")
            return registration.lower() in _TRUE, split(purposes)
    return True, frozenset()


def _valid(folder: Path, table: str, day: str, *columns: str) -> Iterator[tuple[str, ...]]:
    for *cells, first, last in read_table(folder, table, *columns, "valid_from", "valid_to"):
        if (not first or first <= day) and (not last or day <= last):
            yield tuple(cells)


def _members(folder: Path, day: str, employees: set[str], owned: Pairs) -> tuple[Pairs, Pairs]:
    assignments = _assignments(folder)
    to_vo: Pairs = set()
    to_unit: Pairs = set()
    vos = {vo for vo, _ in owned}
    columns = ("assignment_id", "employee_id")
    for name, employee in _valid(folder, "assignment_members", day, *columns):
        assignment = assignments.get(name)
        if assignment is None or employee not in employees or assignment.vo not in vos:
            continue
        if assignment.limits:
            units = (unit for unit in assignment.limits if (assignment.vo, unit) in owned)
            to_unit.update((employee, unit) for unit in units)
        else:
            to_vo.add((employee, assignment.vo))
    return to_vo, to_unit


def _assignments(folder: Path) -> dict[str, _Assignment]:
    purposes = system_terms(folder)[1]
    columns = ("assignment_id", "vo_id", "purpose", "systems", "unit_ids")
    opening: dict[str, _Assignment] = {}
    for name, vo, purpose, systems, limits in read_table(folder, "assignments", *columns):
        opens = not split(systems) or SYSTEM in split(systems)
        if opens and (not purposes or purpose in purposes):
            opening.setdefault(name, _Assignment(vo, split(limits)))
    return opening


def _roles(folder: Path, day: str, employees: set[str], owned: Pairs) -> tuple[Pairs, Pairs]:
    roles = {role for (role,) in read_table(folder, "roles", "role_id")}
    units = {unit for _, unit in owned}
    if system_terms(folder)[0]:
        columns = ("unit_id", "system_id")
        registered = _valid(folder, "unit_registrations", day, *columns)
        units &= {unit for unit, system in registered if system == SYSTEM}
    offers = _valid(folder, "unit_roles", day, "unit_id", "role_id")
    grants = _valid(folder, "role_grants", day, "employee_id", "role_id")
    return (
        {(unit, role) for unit, role in offers if unit in units and role in roles},
        {(one, role) for one, role in grants if one in employees and role in roles},
    )
