"""Where assignments lead at one system, worked out once for all who hold them.

A *door* is what assignments that lead to the same places share: all unlimited ones of a VO go
through the VO's door, and one that is limited to units has a door of its own. Behind a door lie
units, and for a role those of them that offer it. A ticket is then a membership, a door and a
grant: clauses 2 to 5, without the employee.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphauth.engines.compiled.intervals import Facts, meet, starts_of, unite
from graphauth.engines.compiled.links import Links, Pairs, always, backwards, links_of
from graphauth.model.columns import distinct
from graphauth.model.schema import Label

if TYPE_CHECKING:
    from graphauth.engines.compiled.intervals import Ints, Mask
    from graphauth.engines.compiled.relations import Relations
    from graphauth.model.entities import System


class Leads(NamedTuple):
    """Units by (door, role): those of ``key[i]`` are the rows ``begin[i]:begin[i + 1]``, sorted.

    Attributes
    ----------
    key
        ``door * roles + role``, int64, sorted; only those that lead anywhere are here.
    """

    key: Ints
    begin: Ints
    unit: Ints
    first: Ints
    last: Ints


class Doors:
    """The doors of one system.

    Attributes
    ----------
    roles
        How many roles there are; 1 where the system has none.
    units
        How many units there are.
    """

    def __init__(self, relations: Relations, system: System) -> None:
        self._relations = relations
        self.system = system
        self.roles = max(len(relations.numbers[Label.ROLE]), 1) if system.requires_role else 1
        self.units = len(relations.numbers[Label.UNIT])

    @cached_property
    def of(self) -> Ints:
        """Assignment to its door, int32; -1 where it opens nothing at this system."""
        return self._numbered[0]

    @cached_property
    def vo(self) -> Ints:
        """Door to VO, int32."""
        return self._numbered[1]

    @cached_property
    def reach(self) -> Links:
        """Door to units, while they can be logged in at, whoever it is (clauses 3 and 4)."""
        owns, width = self._relations.owns, max(self.units, 1)
        door, row = owns.rows(self.vo)
        key = door * width + owns.end[row]
        facts = Facts(key, owns.first[row], owns.last[row])
        own = self._numbered[2]
        shared = len(self.vo) - len(own)
        named = [
            (shared + place) * width + self._limits[number]
            for place, number in enumerate(own.tolist())
        ]
        inside = np.isin(key, np.concatenate([*named, np.empty(0, np.int64)]))
        facts = unite(facts.take((door < shared) | inside))
        if self.system.requires_registration:
            here = self._relations.registrations(self.system.system_id)
            _, _, facts = meet(facts, here, facts.key % width)
        return links_of(facts, len(self.vo), self.units)

    @cached_property
    def at_unit(self) -> Pairs:
        """Unit to the doors that lead there, whenever."""
        return backwards(self.reach, self.units)

    @cached_property
    def assignments(self) -> Pairs:
        """Door to its assignments."""
        order = np.argsort(self.of, kind="stable").astype(np.int32)
        begin = np.searchsorted(self.of[order], np.arange(len(self.vo) + 1)).astype(np.int32)
        return Pairs(begin, order)

    @cached_property
    def leads(self) -> Leads:
        """What lies behind each door for each role; where the system has no roles, for role 0."""
        reach = self.reach
        offers = self._relations.offers if self.system.requires_role else always(self.units)
        at = reach.end.astype(np.int64)
        one, row = offers.rows(at)
        first = np.maximum(reach.first[one], offers.first[row])
        last = np.minimum(reach.last[one], offers.last[row])
        both = first <= last
        one, row = one[both], row[both]
        key = reach.starts()[one].astype(np.int64) * self.roles + offers.end[row]
        facts = unite(Facts(key * self.units + at[one], first[both], last[both]))
        door_role, unit = np.divmod(facts.key, max(self.units, 1))
        starts = np.flatnonzero(starts_of(door_role))
        begin = np.append(starts, len(unit)).astype(np.int32)
        return Leads(door_role[starts], begin, unit.astype(np.int32), facts.first, facts.last)

    @cached_property
    def _limits(self) -> dict[int, Ints]:
        """Return the units that limited assignments name, by assignment; unknown ones are no units."""
        rows = self._relations.dataset["assignments"]
        words = self._relations.dataset.vocabulary
        numbers = self._relations.numbers
        units = numbers[Label.UNIT]
        assignments = numbers[Label.ASSIGNMENT].of(rows["assignment_id"])
        return {
            int(assignments[row]): units.known(words.words(int(rows["unit_ids"][row])))
            for row in np.flatnonzero(rows["unit_ids"])
        }

    @cached_property
    def _numbered(self) -> tuple[Ints, Ints, Ints]:
        """Return each assignment's door, each door's VO, and the assignments with their own door."""
        numbers, rows = self._relations.numbers, self._relations.dataset["assignments"]
        assignment = numbers[Label.ASSIGNMENT].of(rows["assignment_id"])
        vo = np.full(len(numbers[Label.ASSIGNMENT]), -1, np.int32)
        vo[assignment] = numbers[Label.VO].of(rows["vo_id"])
        opened = np.zeros(len(vo), np.bool_)
        opened[assignment] = self._opens()
        opened &= vo >= 0
        limited = np.zeros(len(vo), np.bool_)
        limited[list(self._limits)] = True
        shared, place = np.unique(vo[opened & ~limited], return_inverse=True)
        own = np.flatnonzero(opened & limited)
        of = np.full(len(vo), -1, np.int32)
        of[opened & ~limited] = place
        of[own] = len(shared) + np.arange(len(own))
        return of, np.concatenate([shared, vo[own]]), own

    def _opens(self) -> Mask:
        """Return which rows of the assignments open the system, and with a purpose it takes (2)."""
        dataset, system = self._relations.dataset, self.system
        rows, words = dataset["assignments"], dataset.vocabulary
        systems, purposes = rows["systems"], rows["purpose"]
        opening = [
            code
            for code in distinct(systems).tolist()
            if not code or system.system_id in words.words(code)
        ]
        fitting = [
            code
            for code in distinct(purposes).tolist()
            if not system.purposes or words.texts[code] in system.purposes
        ]
        return np.isin(systems, opening) & np.isin(purposes, fitting)
