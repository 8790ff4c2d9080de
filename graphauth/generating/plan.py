"""Which regions a generated data set has, and which VOs of which kind and size."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from graphauth.generating.ids import hsa_id, invented_organisation, region_organisation
from graphauth.generating.roles import (
    Catalogue,
    primary_catalogue,
    specialist_catalogue,
)
from graphauth.generating.sizes import HOLDERS_AT_LEAST, Sizes
from graphauth.generating.vocabulary import (
    PLACE_ENDS,
    PLACE_STARTS,
    PLACES,
    PRIVATE_PROVIDERS,
    SPECIALTIES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


class Kind(StrEnum):
    """What a VO is for; decides its size, its catalogue and its units."""

    OFFICE = "office"
    DIGITAL = "digital"
    SPECIALIST = "specialist"
    PUBLIC = "public"
    PRIVATE = "private"


_PEOPLE: Final = {
    Kind.OFFICE: 5,
    Kind.DIGITAL: 5,
    Kind.SPECIALIST: 20,
    Kind.PUBLIC: 10,
    Kind.PRIVATE: 3,
}
_UNITS: Final = {
    Kind.OFFICE: 4,
    Kind.DIGITAL: 3,
    Kind.SPECIALIST: 12,
    Kind.PUBLIC: 9,
    Kind.PRIVATE: 2,
}


@dataclass(frozen=True, slots=True)
class Region:
    """A region: its number and organisation, its provider, and the top of its chain of managers."""

    number: int
    organisation: str
    name: str
    provider_id: str
    director_id: str

    @property
    def prefix(self) -> str:
        """What stands before ids that are words; nothing in the first region."""
        return f"r{self.number + 1:02}-" if self.number else ""


@dataclass(frozen=True, slots=True)
class Vo:
    """A VO to be filled: who it is, whose catalogue it uses, and its share of people and units.

    Attributes
    ----------
    first_employee, employees, first_unit, units
        Where its people and its units begin in the numbering of the whole, and how many they are.
    neighbour
        The VO before it, where both use the primary-care catalogue: units move between the two.
    """

    number: int
    kind: Kind
    region: Region
    name: str
    place: str
    provider_id: str
    catalogue: Catalogue | None
    first_employee: int
    employees: int
    first_unit: int
    units: int
    neighbour: Vo | None

    @property
    def vo_id(self) -> str:
        """The HSA-id of the VO."""
        return hsa_id(self.region.organisation, "V", self.number)

    def employee_id(self, position: int) -> str:
        """Return the id of the person at a position; 0 is the head."""
        return hsa_id(self.region.organisation, "M", self.first_employee + position)

    def unit_id(self, position: int) -> str:
        """Return the id of the unit at a position; 0 offers every role that the VO staffs."""
        return hsa_id(self.region.organisation, "E", self.first_unit + position)

    def assignment_id(self, position: int) -> str:
        """Return the id of the VO's assignment at a position; 0 is care at all its units."""
        return hsa_id(self.region.organisation, "U", self.number * 16 + position)


def plan_regions(sizes: Sizes, seed: int) -> Iterator[tuple[Region, list[Vo]]]:
    """Yield every region with its VOs, in the order in which they are written."""
    first_vo = 0
    employees, units = _Counter(sizes.employees), _Counter(sizes.units)
    for number in range(sizes.regions):
        count = sizes.vos * (number + 1) // sizes.regions - first_vo
        region = _region(number, employees.given)
        people = employees.share(number + 1, sizes.regions)
        rooms = units.share(number + 1, sizes.regions)
        drawn = random.Random(seed * 1_000_003 + number)
        yield (
            region,
            _vos(
                region,
                count,
                sizes.roles // sizes.regions,
                first_vo,
                people,
                rooms,
                drawn,
            ),
        )
        first_vo += count


class _Counter:
    """Gives out a total in shares, so that the shares add up to it."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.given = 0

    def share(self, part: int, parts: int) -> range:
        """Return the numbers from what is given to `part` of `parts` of the total."""
        first, self.given = self.given, self.total * part // parts
        return range(first, self.given)


def _region(number: int, first_employee: int) -> Region:
    organisation = region_organisation(number)
    return Region(
        number,
        organisation,
        f"Demoregion {number + 1}" if number else "Region Gävleborg (demo)",
        hsa_id(organisation, "G", number),
        hsa_id(organisation, "M", first_employee),
    )


def _kinds(count: int) -> list[Kind]:
    """Return the kinds of a region's VOs, the office first; at least four of them."""
    care = count - 2
    specialists = max(1, min(len(SPECIALTIES), care * 24 // 53))
    private = (care - specialists) * 4 // 29
    public = care - specialists - private
    return [
        Kind.OFFICE,
        Kind.DIGITAL,
        *[Kind.SPECIALIST] * specialists,
        *[Kind.PUBLIC] * public,
        *[Kind.PRIVATE] * private,
    ]


def _vos(
    region: Region,
    count: int,
    roles: int,
    first_vo: int,
    people: range,
    rooms: range,
    drawn: random.Random,
) -> list[Vo]:
    kinds = _kinds(count)
    weights = [_PEOPLE[kind] * (80 + int(drawn.random() * 41)) for kind in kinds]
    employees = _portions(people, weights, least=4)
    units = _portions(rooms, [_UNITS[kind] for kind in kinds], least=1)
    catalogues = _catalogues(region, kinds, employees, roles)
    vos: list[Vo] = []
    seen = dict.fromkeys(Kind, 0)
    for position, kind in enumerate(kinds):
        among, seen[kind] = seen[kind], seen[kind] + 1
        before = vos[-1] if kind is Kind.PUBLIC and vos[-1].kind is Kind.PUBLIC else None
        provider = region.provider_id
        if kind is Kind.PRIVATE:
            provider = private_provider(region, among)[0]
        vos.append(
            Vo(
                first_vo + position,
                kind,
                region,
                *_name(kind, region, among),
                provider,
                catalogues[position],
                employees[position].start,
                len(employees[position]),
                units[position].start,
                len(units[position]),
                before,
            )
        )
    return vos


def _catalogues(
    region: Region, kinds: list[Kind], employees: list[range], roles: int
) -> list[Catalogue | None]:
    """Return each VO's catalogue; none has more roles than the VOs that use it can staff."""
    sharing = [
        len(people) // HOLDERS_AT_LEAST
        for kind, people in zip(kinds, employees, strict=True)
        if kind in {Kind.DIGITAL, Kind.PUBLIC, Kind.PRIVATE}
    ]
    shared = primary_catalogue(region.prefix, min(max(sharing), max(4, roles // 10)))
    specialists, own_roles = kinds.count(Kind.SPECIALIST), roles - len(shared.roles)
    found: list[Catalogue | None] = [None if kind is Kind.OFFICE else shared for kind in kinds]
    first = kinds.index(Kind.SPECIALIST)
    for among in range(specialists):
        wanted = own_roles * (among + 1) // specialists - own_roles * among // specialists
        wanted = min(wanted, len(employees[first + among]) // HOLDERS_AT_LEAST)
        found[first + among] = specialist_catalogue(region.prefix, SPECIALTIES[among], wanted)
    return found


def _portions(whole: range, weights: list[int], least: int) -> list[range]:
    """Cut a range into consecutive portions by weight, none smaller than `least`."""
    spare, total = len(whole) - least * len(weights), sum(weights)
    portions, start, passed = [], whole.start, 0
    for weight in weights:
        size = least + spare * (passed + weight) // total - spare * passed // total
        portions.append(range(start, start + size))
        start, passed = start + size, passed + weight
    return portions


def private_providers(region: Region, vos: list[Vo]) -> Iterator[tuple[str, str]]:
    """Yield the id and the name of each private provider of a region."""
    private = sum(vo.kind is Kind.PRIVATE for vo in vos)
    for among in range(min(private, len(PRIVATE_PROVIDERS))):
        yield private_provider(region, among)


def private_provider(region: Region, among: int) -> tuple[str, str]:
    """Return the id and the name of the provider that has a region's private VO number `among`."""
    which = among % len(PRIVATE_PROVIDERS)
    number = region.number * 10 + which
    return hsa_id(invented_organisation(number + 1), "G", 100 + number), PRIVATE_PROVIDERS[which]


def _name(kind: Kind, region: Region, among: int) -> tuple[str, str]:
    if kind is Kind.OFFICE:
        return "VO Regionledning", "Regionkontoret"
    if kind is Kind.DIGITAL:
        return "VO Digital vård", "Digital vård"
    if kind is Kind.SPECIALIST:
        return SPECIALTIES[among].vo_name, SPECIALTIES[among].vo_name.removeprefix("VO ")
    if kind is Kind.PRIVATE:
        place = _place(region, 5_000 + among)
        return f"VO {PRIVATE_PROVIDERS[among % len(PRIVATE_PROVIDERS)]} {place}", place
    place = PLACES[among] if region.number == 0 and among < len(PLACES) else _place(region, among)
    return f"VO {place} hälsocentral", place


def _place(region: Region, among: int) -> str:
    mixed = (among * 7 + region.number * 131) % (len(PLACE_STARTS) * len(PLACE_ENDS))
    start, end = divmod(mixed, len(PLACE_ENDS))
    return PLACE_STARTS[start] + PLACE_ENDS[end]
