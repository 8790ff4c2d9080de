"""Filters turned into numbers: whom to look at, and which rows pass.

`chosen` is what makes a filtered question cheap: it starts from the people who can have such a
ticket at all. `passes` then judges what a row shows.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.engines.compiled.many import Chosen
from graphauth.model.columns import distinct
from graphauth.model.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphauth.engines.compiled.doors import Doors
    from graphauth.engines.compiled.intervals import Ints, Mask
    from graphauth.engines.compiled.relations import Relations
    from graphauth.model.question import Filters

PARTS: Final = {
    "specialties": "specialty_id",
    "professions": "profession_id",
    "capabilities": "capability_id",
}
"""The filters on parts of roles, and the columns that they read."""


Masks = tuple["Mask | None", "Mask | None", "Mask | None"]
"""Which units, roles and VOs pass, by number; the last place stands for blank. None: all pass."""


def choose(relations: Relations, doors: Doors, people: Ints | None, masks: Masks) -> Chosen:
    """Return what to look at for tickets at these units, as these roles, over these VOs."""
    units, roles, vos = masks
    groups = [] if people is None else [people]
    carrying = []
    if units is not None:
        there = np.zeros(len(doors.vo), np.bool_)
        there[doors.at_unit.of(np.flatnonzero(units[:-1]))] = True
        carrying.append(there)
    if vos is not None:
        carrying.append(vos[doors.vo])
    if carrying:
        through = np.flatnonzero(reduce(np.logical_and, carrying))
        groups.append(distinct(relations.members_of.of(doors.assignments.of(through))))
    if roles is not None and doors.system.requires_role:
        groups.append(distinct(relations.holders_of.of(np.flatnonzero(roles[:-1]))))
    everyone = np.arange(len(relations.numbers[Label.EMPLOYEE]))
    chosen = reduce(_both, groups).astype(np.int64) if groups else everyone
    asked_roles = None
    if roles is not None:
        asked_roles = roles[:-1] if doors.system.requires_role else roles[-1:]
    return Chosen(chosen, None if units is None else units[:-1], asked_roles)


class Filtering:
    """One question's filters over compiled relations.

    Attributes
    ----------
    units, roles, vos
        Which pass, by number; one more place, the last, stands for a blank id. None: all pass.
    """

    def __init__(self, relations: Relations, filters: Filters, day: int) -> None:
        self._relations = relations
        self._filters = filters
        self.units = self._mask(Label.UNIT, filters.units)
        self.roles = _all([self._mask(Label.ROLE, filters.roles), *self._parts()])
        self.vos = _all([self._mask(Label.VO, filters.vos), self._provided(day)])

    def chosen(self, doors: Doors) -> Chosen:
        """Return what to look at: who is not among it has no ticket that passes."""
        asked, numbers = self._filters.employees, self._relations.numbers[Label.EMPLOYEE]
        people = None if asked is None else numbers.known(asked)
        return choose(self._relations, doors, people, (self.units, self.roles, self.vos))

    def passes(self, unit: Ints, role: Ints, vo: Ints) -> Mask:
        """Return which rows pass by what they show; -1 is blank."""
        kept = np.ones(len(unit), np.bool_)
        for mask, column in ((self.units, unit), (self.roles, role), (self.vos, vo)):
            if mask is not None:
                kept &= mask[column]
        return kept

    def _mask(self, label: Label, ids: Iterable[str] | None) -> Mask | None:
        if ids is None:
            return None
        asked, numbers = frozenset(ids), self._relations.numbers[label]
        mask = np.zeros(len(numbers) + 1, np.bool_)
        mask[numbers.known(asked)] = True
        mask[-1] = "" in asked
        return mask

    def _parts(self) -> Iterator[Mask]:
        for name, column in PARTS.items():
            asked = getattr(self._filters, name)
            if asked is not None:
                texts = [*self._relations.role_texts(column), ""]
                yield np.array([text in asked for text in texts], np.bool_)

    def _provided(self, day: int) -> Mask | None:
        """Return the VOs of which a row that is valid at the day names one of the providers."""
        if self._filters.providers is None:
            return None
        dataset, numbers = self._relations.dataset, self._relations.numbers[Label.VO]
        rows, find = dataset["vos"], dataset.vocabulary.find
        codes = [code for one in self._filters.providers if (code := find(one)) is not None]
        named = np.isin(rows["provider_id"], np.array(codes, np.int32))
        named &= (rows["valid_from"] <= day) & (day <= rows["valid_to"])
        mask = np.zeros(len(numbers) + 1, np.bool_)
        mask[numbers.of(rows["vo_id"][named])] = True
        return mask


def _all(masks: Iterable[Mask | None]) -> Mask | None:
    given = [mask for mask in masks if mask is not None]
    return reduce(np.logical_and, given) if given else None


def _both(one: Ints, other: Ints) -> Ints:
    """Return the numbers in both; each is ascending and without repeats."""
    found: Ints = np.intersect1d(one, other, assume_unique=True)
    return found
