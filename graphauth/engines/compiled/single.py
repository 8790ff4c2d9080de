"""Questions one at a time: about one employee, or one unit and role.

The hot path of ``check``, ``tickets`` and ``who``. A call of numpy costs more than the few rows
that such a question touches, so here the arrays are read through memoryviews, whose items are plain
Python integers, and nothing is allocated but the answer. Loops are written out where a call for
each row would be what costs.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphauth.engines.compiled.doors import Doors
    from graphauth.engines.compiled.intervals import Ints
    from graphauth.engines.compiled.links import Links, Pairs
    from graphauth.engines.compiled.relations import Relations

    View = memoryview[int]
    Dated = tuple[View, View, View, View]
    Support = tuple[int, int, int, int, int]
    Merged = tuple[int, int, int, int]
    Periods = list[tuple[int, int]]


class SingleQuestions:
    """One system's questions, one at a time. Ids are numbers; where it has no roles, a role is 0."""

    def __init__(self, relations: Relations, doors: Doors) -> None:
        self._relations = relations
        self._doors = doors
        self._with_roles = doors.system.requires_role
        self._members = _dated(relations.members)
        self._grants = _dated(relations.granted(doors.system))
        self._offers = _dated(relations.offers)
        self._reach = _dated(doors.reach)
        self._door_of = _view(doors.of)
        self._vo_of = _view(doors.vo)
        self._behind: dict[tuple[int, int], list[tuple[int, int, int]]] = {}

    def check(self, employee: int, unit: int, role: int, day: int) -> bool:
        """Whether the ticket holds at the day."""
        if self._with_roles and not (
            _holds(self._grants, employee, role, day) and _holds(self._offers, unit, role, day)
        ):
            return False
        begin, assignment, first, last = self._members
        for row in range(begin[employee], begin[employee + 1]):
            if first[row] <= day <= last[row]:
                door = self._door_of[assignment[row]]
                if door >= 0 and _holds(self._reach, door, unit, day):
                    return True
        return False

    def tickets(self, employee: int, day: int) -> list[Merged]:
        """Return (unit, role, VO, last day) of every ticket of an employee, sorted."""
        roles = _from(self._grants, employee, day)
        supports: list[Support] = []
        for assignment, since, until in _from(self._members, employee, day):
            door = self._door_of[assignment]
            if door >= 0:
                vo = self._vo_of[door]
                for role, granted, ends in roles:
                    begin, end = max(since, granted), min(until, ends)
                    if begin > end or end < day:
                        continue
                    supports += [
                        (
                            unit,
                            role,
                            first if first > begin else begin,
                            last if last < end else end,
                            vo,
                        )
                        for unit, first, last in self._units_behind(door, role)
                        if first <= end and last >= begin and last >= day
                    ]
        return _merged(supports, day)

    def who(self, unit: int, role: int, day: int) -> list[Merged]:
        """Return (employee, role, VO, last day) of every ticket at a unit as a role, sorted."""
        open_ = self._open_doors(unit, role, day)
        supports: list[Support] = []
        for employee in self._may_enter(open_, role):
            grants = _of(self._grants, employee, role, day)
            for assignment, since, until in _from(self._members, employee, day):
                door = self._door_of[assignment]
                supports += [
                    (employee, role, first, last, self._vo_of[door])
                    for opens, closes in open_.get(door, ())
                    for granted, ends in grants
                    if (first := max(since, opens, granted)) <= (last := min(until, closes, ends))
                    and last >= day
                ]
        return _merged(supports, day)

    def _may_enter(self, doors: Iterable[int], role: int) -> set[int]:
        """Return the members behind these doors' assignments who hold the role, on any day.

        Here numpy pays: a role may have thousands of holders, of whom few are members.
        """
        begin, ends = self._relations.members_of
        of_door, assignments = self._assignments
        groups = [
            ends[begin[assignment] : begin[assignment + 1]]
            for door in doors
            for assignment in assignments[of_door[door] : of_door[door + 1]]
        ]
        if not groups:
            return set()
        members = np.concatenate(groups)
        if not self._with_roles:
            return set(members.tolist())
        held, holders = self._relations.holders_of
        holders = holders[held[role] : held[role + 1]]
        if not len(holders):
            return set()
        near = holders.take(holders.searchsorted(members), mode="clip")
        return set(members[near == members].tolist())

    def _open_doors(self, unit: int, role: int, day: int) -> dict[int, Periods]:
        """Return the doors to a unit while it offers a role, from the day on."""
        begin, doors = self._at_unit
        found = {}
        for door in doors[begin[unit] : begin[unit + 1]]:
            periods = [
                (first, last)
                for at, first, last in self._units_behind(door, role)
                if at == unit and last >= day
            ]
            if periods:
                found[door] = periods
        return found

    def _units_behind(self, door: int, role: int) -> list[tuple[int, int, int]]:
        """Return (unit, first day, last day) of what lies behind a door for a role; kept."""
        found = self._behind.get((door, role))
        if found is None:
            keys, begin, unit, first, last = self._leads
            key = door * self._doors.roles + role
            place = bisect_left(keys, key)
            found = []
            if place < len(keys) and keys[place] == key:
                rows = slice(begin[place], begin[place + 1])
                found = list(zip(unit[rows], first[rows], last[rows], strict=True))
            self._behind[door, role] = found
        return found

    @cached_property
    def _leads(self) -> tuple[View, View, View, View, View]:
        key, begin, unit, first, last = map(_view, self._doors.leads)
        return key, begin, unit, first, last

    @cached_property
    def _at_unit(self) -> tuple[View, View]:
        return _pairs(self._doors.at_unit)

    @cached_property
    def _assignments(self) -> tuple[View, View]:
        return _pairs(self._doors.assignments)


def _view(numbers: Ints) -> View:
    return np.ascontiguousarray(numbers).data


def _dated(links: Links) -> Dated:
    begin, end, first, last = map(_view, links)
    return begin, end, first, last


def _pairs(pairs: Pairs) -> tuple[View, View]:
    return _view(pairs.begin), _view(pairs.end)


def _holds(links: Dated, start: int, end: int, day: int) -> bool:
    """Whether a link holds at the day."""
    begin, ends, first, last = links
    stop = begin[start + 1]
    row = bisect_left(ends, end, begin[start], stop)
    while row < stop and ends[row] == end:
        if first[row] <= day <= last[row]:
            return True
        row += 1
    return False


def _from(links: Dated, start: int, day: int) -> list[tuple[int, int, int]]:
    """Return (end, first day, last day) of a start's links that hold at the day or later."""
    begin, ends, first, last = links
    return [
        (ends[row], first[row], last[row])
        for row in range(begin[start], begin[start + 1])
        if last[row] >= day
    ]


def _of(links: Dated, start: int, end: int, day: int) -> Periods:
    """Return the periods of one link that hold at the day or later."""
    begin, ends, first, last = links
    stop = begin[start + 1]
    row = bisect_left(ends, end, begin[start], stop)
    found = []
    while row < stop and ends[row] == end:
        if last[row] >= day:
            found.append((first[row], last[row]))
        row += 1
    return found


def _merged(supports: list[Support], day: int) -> list[Merged]:
    """Make one ticket of the supports that share their first two numbers; all end at the day or later.

    Its VO is the least of those that carry it at the day; it lasts for as long as one support takes
    over where another ends. What doesn't hold at the day is no ticket.
    """
    supports.sort()
    found: list[Merged] = []
    here = as_ = -1
    least, until = 0, day - 1
    for at, role, first, last, vo in supports:
        if at != here or role != as_:
            if until >= day:
                found.append((here, as_, least, until))
            here, as_, until = at, role, day - 1
            least = vo
        if first <= until + 1:
            until = max(until, last)
            if first <= day and vo < least:
                least = vo
    if until >= day:
        found.append((here, as_, least, until))
    return found
