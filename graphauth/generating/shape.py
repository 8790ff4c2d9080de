"""The inner shape of a VO: who manages whom, which roles it staffs, and with whom at the least.

Everything that must never break by chance is decided here, by position: a unit-role never hangs on
one person, because the first people of a VO (its *core*) stay, work at every unit, and between them
hold each role at least three times.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from graphauth.generating.sizes import HOLDERS_AT_LEAST

if TYPE_CHECKING:
    from graphauth.generating.plan import Vo
    from graphauth.generating.roles import Role
    from graphauth.generating.vocabulary import Profession

_PEOPLE_PER_MANAGER: Final = 8
_PEOPLE_PER_LEADER: Final = 20
_UNITS_FOR_AN_OFFICE: Final = 6
_UNITS_FOR_A_LIMIT: Final = 5
_LIMITS: Final = 2
CORE_GRANTS: Final = 2


def staffed_roles(vo: Vo) -> tuple[Role, ...]:
    """Return the roles that the VO can staff: the first of its catalogue, three people a role."""
    if vo.catalogue is None:
        return ()
    return vo.catalogue.roles[: max(1, vo.employees // HOLDERS_AT_LEAST)]


@dataclass(frozen=True)
class Shape:
    """What a VO's size makes of it."""

    vo: Vo

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """The roles that the VO staffs."""
        return staffed_roles(self.vo)

    @cached_property
    def roles_of(self) -> dict[str, tuple[Role, ...]]:
        """The staffed roles of each profession, by its id."""
        found: dict[str, list[Role]] = {}
        for role in self.roles:
            found.setdefault(role.profession.key, []).append(role)
        return {key: tuple(roles) for key, roles in found.items()}

    @cached_property
    def core(self) -> tuple[tuple[Profession, int], ...]:
        """The core's professions by position, each with its turn among its own profession."""
        return tuple(
            (roles[0].profession, turn)
            for roles in self.roles_of.values()
            for turn in range(-(-HOLDERS_AT_LEAST * len(roles) // min(CORE_GRANTS, len(roles))))
        )

    @cached_property
    def managers(self) -> int:
        """How many unit managers there are, at the positions from 1."""
        return max(1, min(self.vo.units, self.vo.employees // _PEOPLE_PER_MANAGER))

    @property
    def contact_id(self) -> str:
        """The VO's contact: the first person after the unit managers."""
        return self.vo.employee_id(min(self.managers + 1, self.vo.employees - 1))

    @cached_property
    def has_office(self) -> bool:
        """Whether the last unit is an office, where nobody logs in."""
        return self.vo.catalogue is not None and self.vo.units >= _UNITS_FOR_AN_OFFICE

    @cached_property
    def limits(self) -> int:
        """How many assignments are limited to units; each has somebody outside the core."""
        spare = self.vo.employees - len(self.core) if self.core else 0
        return _LIMITS if spare >= _LIMITS and self.vo.units >= _UNITS_FOR_A_LIMIT else 0

    def manager_of_unit(self, position: int) -> str:
        """Return the id of the manager of the unit at a position."""
        return self.vo.employee_id(1 + position % self.managers)

    def is_leader(self, position: int) -> bool:
        """Whether the person at a position leads a section of a large unit."""
        rank = self._rank(position)
        return rank > 0 and rank % _PEOPLE_PER_LEADER == 0

    def manager_of(self, position: int) -> str:
        """Return the id of the nearest manager of the person at a position; blank for the top."""
        if position == 0:
            director = self.vo.region.director_id
            return "" if director == self.vo.employee_id(0) else director
        if position <= self.managers:
            return self.vo.employee_id(0)
        rank = self._rank(position)
        section = rank - rank % _PEOPLE_PER_LEADER
        if section in (0, rank):
            return self.vo.employee_id(1 + self._group(position))
        return self.vo.employee_id(
            self.managers + 1 + section * self.managers + self._group(position)
        )

    def former_manager_of(self, position: int) -> str:
        """Return the id of another manager in the VO, for whom a person worked before."""
        if self.managers == 1:
            return self.vo.employee_id(0)
        return self.vo.employee_id(1 + (self._group(position) + 1) % self.managers)

    def _rank(self, position: int) -> int:
        return max(0, position - self.managers - 1) // self.managers

    def _group(self, position: int) -> int:
        return (position - self.managers - 1) % self.managers
