"""Staffing: for every unit × role that is offered, who holds the role and who can log in as it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphauth.engines.compiled.filtering import Filtering, choose
from graphauth.model.schema import Label

if TYPE_CHECKING:
    from graphauth.engines.compiled.doors import Doors
    from graphauth.engines.compiled.intervals import Ints, Mask
    from graphauth.engines.compiled.many import ManyQuestions
    from graphauth.engines.compiled.relations import Relations
    from graphauth.model.question import Filters


class StaffingArrays(NamedTuple):
    """Staffing by numbers, a row for each unit × role; a VO is -1 where none is valid."""

    unit: Ints
    role: Ints
    vo: Ints
    holders: Ints
    able: Ints


def staffing(
    relations: Relations, asked: tuple[Doors, ManyQuestions] | None, day: int, filters: Filters
) -> StaffingArrays:
    """Return the staffing that passes the filters, sorted by unit and role.

    Parameters
    ----------
    asked
        The system that `able` is counted for; None counts nobody.
    filters
        Judged by what a row shows; which employees they name makes no difference.
    """
    offers = relations.offers
    now = offers.at(day)
    unit, role = offers.starts()[now], offers.end[now]
    vo = _owners(relations, day)[unit]
    filtering = Filtering(relations, replace(filters, employees=None), day)
    kept = filtering.passes(unit, role, vo)
    unit, role, vo = unit[kept], role[kept], vo[kept]
    return StaffingArrays(
        unit, role, vo, _holders(relations, day)[role], _able(relations, asked, day, unit, role)
    )


def _owners(relations: Relations, day: int) -> Ints:
    """Return each unit's first valid owner in byte order; -1 where none is."""
    vos, owns = len(relations.numbers[Label.VO]), relations.owns
    now = owns.at(day)
    owner = np.full(len(relations.numbers[Label.UNIT]), vos, np.int32)
    np.minimum.at(owner, owns.end[now], owns.starts()[now])
    return np.where(owner == vos, np.int32(-1), owner)


def _holders(relations: Relations, day: int) -> Ints:
    grants = relations.grants
    held = grants.end[grants.at(day)]
    return np.bincount(held, minlength=len(relations.numbers[Label.ROLE])).astype(np.int64)


def _able(
    relations: Relations,
    asked: tuple[Doors, ManyQuestions] | None,
    day: int,
    units: Ints,
    roles: Ints,
) -> Ints:
    """Return how many can log in at each of these units as its role."""
    if asked is None or not asked[0].system.requires_role:
        return np.zeros(len(units), np.int64)
    doors, many = asked
    masks = _mask(units, len(relations.numbers[Label.UNIT])), _mask(roles, doors.roles), None
    keys, counts = many.able(choose(relations, doors, None, masks), day)
    wanted = units.astype(np.int64) * doors.roles + roles
    place = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
    if not len(keys):
        return np.zeros(len(units), np.int64)
    return np.where(keys[place] == wanted, counts[place], 0)


def _mask(numbers: Ints, count: int) -> Mask:
    mask = np.zeros(count + 1, np.bool_)
    mask[numbers] = True
    return mask
