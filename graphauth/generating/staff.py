"""The rows of a VO's people: employees, their memberships and their role grants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graphauth.generating.days import day
from graphauth.generating.organisation import (
    ADMINISTRATIVE,
    CARE_EVERYWHERE,
    CARE_RECORDS_ONLY,
    FIRST_LIMITED,
    QUALITY_WORK,
    Lines,
)
from graphauth.generating.shape import CORE_GRANTS, Shape, staffed_roles
from graphauth.generating.vocabulary import FAMILY_NAMES, GIVEN_NAMES

if TYPE_CHECKING:
    import random

    from graphauth.generating.roles import Role
    from graphauth.generating.vocabulary import Profession

Period = tuple[int | None, int | None]
_ALWAYS: Final[Period] = (None, None)
_SUMMER: Final[Period] = (-175, -84)
_LICENCES: Final = {"BM": "SJ|BM"}


@dataclass(frozen=True, slots=True)
class Career:
    """When somebody is employed, may work at the VO, and holds the roles.

    Attributes
    ----------
    employed
        One period, or two where the nearest manager changed between them.
    """

    employed: tuple[Period, ...] = (_ALWAYS,)
    member: tuple[Period, ...] = (_ALWAYS,)
    grants: Period = _ALWAYS


class StaffWriter:
    """Writes the people of one VO.

    Parameters
    ----------
    shape
        The VO.
    drawn
        The VO's own source of chance.
    lines
        The tables' lines, appended to.
    """

    def __init__(self, shape: Shape, drawn: random.Random, lines: Lines) -> None:
        self._shape = shape
        self._vo = shape.vo
        self._chance = drawn.random
        self._lines = lines
        self._professions = _by_weight(shape)
        neighbour = self._vo.neighbour
        self._shared = {role.role_id for role in staffed_roles(neighbour)} if neighbour else set()

    def write(self) -> None:
        """Append every person of the VO."""
        core = self._shape.core
        for position in range(self._vo.employees):
            if not core:
                self._write_person(position, "", Career())
            elif position < len(core):
                self._write_core(position, *core[position])
            else:
                self._write_other(position, position - len(core))
        self._write_special_memberships()

    def _write_core(self, position: int, profession: Profession, turn: int) -> None:
        recent = (-20 - int(self._chance() * 280), None)
        career = Career(member=(recent,), grants=recent) if turn % 2 else Career()
        self._write_person(position, profession.licence, career)
        roles = self._shape.roles_of[profession.key]
        count = min(CORE_GRANTS, len(roles))
        self._write_rights(position, career, CARE_EVERYWHERE, _from(roles, turn * count, count))

    def _write_other(self, position: int, place: int) -> None:
        profession = self._professions[int(self._chance() * len(self._professions))]
        limited = place < self._shape.limits
        stays = limited or position <= self._shape.managers or self._shape.is_leader(position)
        career = Career() if stays else self._career()
        self._write_person(position, profession.licence, career)
        if not stays and self._chance() < 0.02:  # they keep house and log in nowhere
            return
        roles = self._shape.roles_of[profession.key]
        count = min(len(roles), 1 + int(self._chance() * 3.5))
        held = _from(roles, int(self._chance() * len(roles)), count)
        somewhere = FIRST_LIMITED + place if limited else self._assignment()
        self._write_rights(position, career, somewhere, held)
        if career == Career() and self._chance() < 0.06:  # they work at two VOs
            self._write_second_vo(position, held)

    def _assignment(self) -> int:
        if self._shape.limits and self._chance() < 0.04:  # the share limited to units
            return FIRST_LIMITED + int(self._chance() * self._shape.limits)
        return CARE_EVERYWHERE

    def _write_second_vo(self, position: int, held: list[Role]) -> None:
        neighbour = self._vo.neighbour
        if neighbour is not None and all(role.role_id in self._shared for role in held):
            row = f"{neighbour.assignment_id(CARE_EVERYWHERE)},{self._vo.employee_id(position)},,\n"
            self._lines["assignment_members"].append(row)

    def _career(self) -> Career:
        """Draw a career; the shares add up to about half of all rows bearing a day."""
        drawn, first = self._chance() * 100, -20 - int(self._chance() * 280)
        middle = first // 2
        last = 7 + int(self._chance() * 240)
        if drawn < 38:  # shares in per cent, here and below
            return Career()
        if drawn < 60:
            return _whole((first, None))
        if drawn < 76:
            return _whole((first, last))
        if drawn < 82:
            return _whole(_SUMMER)
        if drawn < 85:
            return _whole((None, middle))
        if drawn < 87:
            return _whole((last, None))
        if drawn < 92:  # prolonged, without a gap
            return Career(member=((first, middle), (middle + 1, last)), grants=(first, last))
        if drawn < 96:  # away in between, on parental leave, say
            return Career(member=((first, middle - 5), (middle + 5, None)))
        return Career(((None, middle - 1), (middle, None)), grants=(middle, None))

    def _write_person(self, position: int, licence: str, career: Career) -> None:
        person, manager = (
            self._vo.employee_id(position),
            self._shape.manager_of(position),
        )
        given = GIVEN_NAMES[int(self._chance() * len(GIVEN_NAMES))]
        family = FAMILY_NAMES[int(self._chance() * len(FAMILY_NAMES))]
        protected = "false"
        if self._chance() < 0.003:  # about the share in the population
            given, family, protected = "", "", "true"
        start = f"{person},{given},{family}"
        end = f"{_LICENCES.get(licence, licence)},{protected}"
        for first, last in career.employed[:-1]:
            former = self._shape.former_manager_of(position)
            self._lines["employees"].append(f"{start},{former},{end},{day(first)},{day(last)}\n")
        first, last = career.employed[-1]
        self._lines["employees"].append(f"{start},{manager},{end},{day(first)},{day(last)}\n")

    def _write_rights(
        self, position: int, career: Career, assignment: int, held: list[Role]
    ) -> None:
        person, manager = (
            self._vo.employee_id(position),
            self._shape.manager_of(position),
        )
        where = self._vo.assignment_id(assignment)
        self._lines["assignment_members"].extend(
            f"{where},{person},{day(first)},{day(last)}\n" for first, last in career.member
        )
        first, last = career.grants
        self._lines["role_grants"].extend(
            f"{person},{role.role_id},{manager},{day(first)},{day(last)}\n" for role in held
        )

    def _write_special_memberships(self) -> None:
        vo, shape, rows = self._vo, self._shape, self._lines["assignment_members"]
        rows.extend(
            f"{vo.assignment_id(ADMINISTRATIVE)},{vo.employee_id(position)},,\n"
            for position in range(min(vo.employees, shape.managers + 1))
        )
        if not shape.roles:
            return
        rows.append(f"{vo.assignment_id(QUALITY_WORK)},{vo.employee_id(0)},,\n")
        rows.append(f"{vo.assignment_id(CARE_RECORDS_ONLY)},{vo.employee_id(1)},,\n")


def _whole(period: Period) -> Career:
    return Career((period,), (period,), period)


def _from(roles: tuple[Role, ...], start: int, count: int) -> list[Role]:
    return [roles[(start + step) % len(roles)] for step in range(count)]


def _by_weight(shape: Shape) -> tuple[Profession, ...]:
    return tuple(
        roles[0].profession
        for roles in shape.roles_of.values()
        for _ in range(roles[0].profession.weight)
    )
