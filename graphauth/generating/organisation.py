"""The rows of a region and of its VOs: catalogues, roles, VOs, units, what they offer, assignments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphauth.generating.days import day
from graphauth.generating.ids import hsa_id
from graphauth.generating.plan import Kind, Region, Vo, private_providers
from graphauth.generating.shape import Shape, staffed_roles
from graphauth.generating.vocabulary import (
    ADMINISTRATION,
    CAPABILITIES,
    CARE,
    HOSPITALS,
    OFFICE_UNITS,
    PRIMARY_UNITS,
    PROFESSIONS,
    QUALITY,
    SPECIALIST_UNITS,
)
from graphauth.generating.writing import line

if TYPE_CHECKING:
    import random

    from graphauth.generating.roles import Catalogue, Role

Lines = dict[str, list[str]]

CARE_EVERYWHERE: Final = 0
CARE_RECORDS_ONLY: Final = 1
ADMINISTRATIVE: Final = 2
QUALITY_WORK: Final = 3
FIRST_LIMITED: Final = 4
_YEAR_END: Final = 38
_MOVING_UNIT, _REPLACING_UNIT = 1, 2
_TENDED_BY: Final = "E-hälsoutvecklare tillsammans med IT och HR"
_SYSTEMS: Final = (
    ("clinic24", "Clinic24", "true", "true", ""),
    ("npo", "NPÖ", "false", "false", CARE),
    ("pascal", "Pascal", "false", "false", CARE),
    ("intyg", "Intygstjänsten", "false", "false", f"{CARE}|{ADMINISTRATION}"),
    ("kvalitet", "Kvalitetsregister", "false", "false", QUALITY),
)


def write_nation(lines: Lines) -> None:
    """Append what all regions share: systems, professions, capabilities."""
    lines["systems"].extend(line(*system) for system in _SYSTEMS)
    lines["professions"].extend(line(p.key, p.name, p.licence) for p in PROFESSIONS.values())
    lines["capabilities"].extend(line(*capability) for capability in CAPABILITIES.items())


def write_region(region: Region, vos: list[Vo], lines: Lines) -> None:
    """Append a region's providers, and its catalogues with their specialties and roles."""
    lines["providers"].append(line(region.provider_id, region.name, "public"))
    lines["providers"].extend(line(*p, "private") for p in private_providers(region, vos))
    for vo in vos:
        if vo.catalogue is not None and vo.kind in {Kind.DIGITAL, Kind.SPECIALIST}:
            _write_catalogue(vo, vo.catalogue, lines)


def _write_catalogue(owner: Vo, catalogue: Catalogue, lines: Lines) -> None:
    shared = owner.kind is Kind.DIGITAL
    tended_by = _TENDED_BY if shared else f"Kontaktperson och verksamhetschef i {owner.name}"
    lines["catalogues"].append(line(catalogue.catalogue_id, catalogue.name, owner.vo_id, tended_by))
    lines["specialties"].append(line(catalogue.specialty_id, catalogue.specialty.name, owner.vo_id))
    lines["roles"].extend(
        line(
            role.role_id,
            catalogue.catalogue_id,
            catalogue.specialty_id,
            role.profession.key,
            role.capability,
            role.name,
        )
        for role in catalogue.roles
    )


def write_vo(shape: Shape, density: int, drawn: random.Random, lines: Lines) -> None:
    """Append a VO, its units with their registrations and offers, and its assignments.

    `density` is the chance, in per cent, that a unit other than the first offers a role.
    """
    vo = shape.vo
    catalogue = vo.catalogue.catalogue_id if vo.catalogue else ""
    level = {Kind.OFFICE: "", Kind.SPECIALIST: "specialist"}.get(vo.kind, "primary")
    lines["vos"].append(
        line(
            vo.vo_id,
            vo.name,
            vo.provider_id,
            catalogue,
            level,
            vo.employee_id(0),
            shape.contact_id,
            "",
            "",
        )
    )
    for position in range(vo.units):
        _write_unit(shape, position, density, drawn, lines)
    _write_assignments(shape, lines)


def _write_unit(
    shape: Shape, position: int, density: int, drawn: random.Random, lines: Lines
) -> None:
    vo, unit = shape.vo, shape.vo.unit_id(position)
    name, manager = _unit_name(shape, position), shape.manager_of_unit(position)
    roles, since = shape.roles, None
    if position == _MOVING_UNIT and _takes_over_a_unit(vo) and vo.neighbour is not None:
        last = _YEAR_END if vo.number % 2 else -30 - int(drawn.random() * 270)
        before = Shape(vo.neighbour)
        giver = before.manager_of_unit(0)
        lines["units"].append(line(unit, name, before.vo.vo_id, giver, "", "", day(last)))
        lines["units"].append(line(unit, name, vo.vo_id, manager, "", day(last + 1), ""))
        roles = roles[: len(staffed_roles(before.vo))]
    elif position == _REPLACING_UNIT and vo.number % 4 == 0 and shape.limits:
        since = -30 - int(drawn.random() * 270)
        old = hsa_id(vo.region.organisation, "D", vo.first_unit + position)
        lines["units"].append(line(old, name, vo.vo_id, manager, "", "", day(since - 1)))
        lines["units"].append(line(unit, name, vo.vo_id, manager, old, day(since), ""))
        _write_logins(old, roles[:2], None, since - 1, lines)
    else:
        lines["units"].append(line(unit, name, vo.vo_id, manager, "", "", ""))
    if shape.roles and not (shape.has_office and position == vo.units - 1):
        offered = roles if position == 0 else _some(roles, density, drawn)
        _write_logins(unit, offered, since, None, lines)


def _takes_over_a_unit(vo: Vo) -> bool:
    return vo.number % 5 in {0, 1} and vo.units > _REPLACING_UNIT + 1


def _some(roles: tuple[Role, ...], density: int, drawn: random.Random) -> list[Role]:
    return [
        role for place, role in enumerate(roles) if place == 0 or drawn.random() * 100 < density
    ]


def _write_logins(
    unit: str,
    roles: list[Role] | tuple[Role, ...],
    first: int | None,
    last: int | None,
    lines: Lines,
) -> None:
    period = f"{day(first)},{day(last)}\n"
    lines["unit_registrations"].append(f"{unit},clinic24,{period}")
    lines["unit_roles"].extend(f"{unit},{role.role_id},{period}" for role in roles)


def _unit_name(shape: Shape, position: int) -> str:
    vo = shape.vo
    if shape.has_office and position == vo.units - 1:
        return f"{vo.place} kansli"
    if vo.kind in {Kind.PUBLIC, Kind.PRIVATE}:
        turn, kind = divmod(position, len(PRIMARY_UNITS))
        name = f"{vo.place} {PRIMARY_UNITS[kind]}"
    elif vo.kind is Kind.SPECIALIST:
        turn, kind = divmod(position, len(SPECIALIST_UNITS))
        hospital = HOSPITALS[turn % len(HOSPITALS)]
        name, turn = (
            f"{vo.place} {SPECIALIST_UNITS[kind]}, {hospital}",
            turn // len(HOSPITALS),
        )
    else:
        turn, kind = divmod(position, len(OFFICE_UNITS))
        name = f"{vo.place} {OFFICE_UNITS[kind]}"
    return f"{name} {turn + 1}" if turn else name


def _write_assignments(shape: Shape, lines: Lines) -> None:
    vo, rows = shape.vo, lines["assignments"]
    name = vo.name.removeprefix("VO ")
    if shape.roles:
        rows.append(
            line(
                vo.assignment_id(CARE_EVERYWHERE),
                vo.vo_id,
                f"{CARE} {name}",
                CARE,
                "",
                "",
            )
        )
        records = f"{CARE} {name} (NPÖ och Pascal)"
        rows.append(
            line(
                vo.assignment_id(CARE_RECORDS_ONLY),
                vo.vo_id,
                records,
                CARE,
                "npo|pascal",
                "",
            )
        )
        quality = f"{QUALITY} {name}"
        rows.append(
            line(
                vo.assignment_id(QUALITY_WORK),
                vo.vo_id,
                quality,
                QUALITY,
                "kvalitet",
                "",
            )
        )
    office = f"{ADMINISTRATION} {name}"
    rows.append(
        line(
            vo.assignment_id(ADMINISTRATIVE),
            vo.vo_id,
            office,
            ADMINISTRATION,
            "intyg",
            "",
        )
    )
    for limit in range(shape.limits):
        units = f"{vo.unit_id(0)}|{vo.unit_id(_REPLACING_UNIT + limit)}"
        limited = f"{CARE} {name}, vissa enheter {limit + 1}"
        rows.append(
            line(
                vo.assignment_id(FIRST_LIMITED + limit),
                vo.vo_id,
                limited,
                CARE,
                "",
                units,
            )
        )
