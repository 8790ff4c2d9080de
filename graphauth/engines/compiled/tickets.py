"""Tickets, many at once: every support of some employees, and what they come to at a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphauth.engines.compiled.intervals import Facts, meet, rows_of, unite
from graphauth.model.schema import Label

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from graphauth.engines.compiled.intervals import Ints
    from graphauth.engines.compiled.reach import Reach
    from graphauth.engines.compiled.relations import Relations


class TicketArrays(NamedTuple):
    """Tickets as numbers, sorted by employee, unit and role; a role is -1 where there are none."""

    employee: Ints
    unit: Ints
    role: Ints
    vo: Ints
    until: Ints

    def take(self, rows: NDArray[np.bool_]) -> TicketArrays:
        """Return these rows."""
        return TicketArrays(*(column[rows] for column in self))


class Supports(NamedTuple):
    """Paths that carry tickets: keyed by ticket, with the VO that each leads over."""

    facts: Facts
    vo: Ints


class TicketFinder:
    """Finds tickets for one system."""

    def __init__(self, relations: Relations, reach: Reach, *, roles: bool) -> None:
        self._relations = relations
        self._reach = reach
        self._with_roles = roles
        numbers = relations.numbers
        self._units = max(len(numbers[Label.UNIT]), 1)
        self._roles = max(len(numbers[Label.ROLE]), 1) if roles else 1
        self._assignments = max(len(numbers[Label.ASSIGNMENT]), 1)
        self._member = relations.members.key // self._assignments
        self._reaching = reach.facts.key // self._units
        self._grants = relations.grants._replace(key=relations.grants.key // self._roles)

    def people_at(self, units: Ints) -> Ints:
        """Return the employees, sorted, who hold an assignment that reaches one of the units."""
        here = np.isin(self._reach.facts.key % self._units, units)
        members = self._relations.members.key
        holds = np.isin(members % self._assignments, self._reaching[here])
        return np.unique(self._member[holds])

    def tickets(self, employees: Ints, day: int, units: Ints | None = None) -> TicketArrays:
        """Return the tickets of these employees (sorted), at these units or at any."""
        supports = self._supports(employees, day, units)
        now = supports.facts.at(day)
        held = unite(supports.facts)
        held = held.take(held.at(day))
        vo = _least(supports.facts.key[now], supports.vo[now])
        at_unit, role = np.divmod(held.key, self._roles)
        employee, unit = np.divmod(at_unit, self._units)
        shown = role if self._with_roles else np.full(len(role), -1, np.int64)
        return TicketArrays(employee, unit, shown, vo, held.last)

    def _supports(self, employees: Ints, day: int, units: Ints | None) -> Supports:
        """Return every path of these employees that holds at the day or later."""
        e, a, held = self._memberships(employees)
        reach = self._reach.facts
        member, row = rows_of(self._reaching, a)
        unit = reach.key[row] % self._units
        first = np.maximum(held.first[member], reach.first[row])
        last = np.minimum(held.last[member], reach.last[row])
        kept = (first <= last) & (last >= day)
        if units is not None:
            kept &= np.isin(unit, units)
        key = e[member[kept]] * self._units + unit[kept]
        access = Facts(key, first[kept], last[kept])
        vo = self._reach.vo_of[a[member[kept]]]
        return self._as_roles(access, vo) if self._with_roles else Supports(access, vo)

    def _memberships(self, employees: Ints) -> tuple[Ints, Ints, Facts]:
        """Return the employees' memberships while they are employed: who, of what, and when."""
        members = self._relations.members
        _, row = rows_of(self._member, employees)
        chosen = members.take(row)
        one, _, held = meet(chosen, self._relations.employees, chosen.key // self._assignments)
        e, a = np.divmod(chosen.key[one], self._assignments)
        return e, a, held

    def _as_roles(self, access: Facts, vo: Ints) -> Supports:
        """Join access at units to the employees' roles that the units offer."""
        grants, offers = self._relations.grants, self._relations.offers
        one, granted, held = meet(access, self._grants, access.key // self._units)
        role = grants.key[granted] % self._roles
        wanted = (access.key[one] % self._units) * self._roles + role
        ticket = Facts(access.key[one] * self._roles + role, held.first, held.last)
        two, _, both = meet(ticket, offers, wanted)
        return Supports(both, vo[one[two]])


def _least(keys: Ints, values: Ints) -> Ints:
    """Return the least value of each key, in order of the keys."""
    order = np.lexsort((values, keys))
    keys, values = keys[order], values[order]
    starts = np.ones(len(keys), np.bool_)
    starts[1:] = keys[1:] != keys[:-1]
    return values[starts]
