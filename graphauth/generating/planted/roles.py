"""Defects of roles: catalogues, parts, grants, nearest managers and licences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.generating.planting import Defect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.generating.planting import Planter

_NO_MANAGER = "employee-without-a-nearest-manager-own-manager-or-loop"
_REPEATED = "repeated-or-overlapping-grants"
_NOWHERE = "grant-of-a-role-offered-nowhere-or-not-declared"


def plant(planter: Planter) -> Iterator[Defect]:
    """Yield the defects of roles, planting each."""
    yield _foreign_offer(planter)
    yield _borrowed_catalogue(planter)
    yield _foreign_specialty(planter)
    yield _missing_part(planter)
    yield _twins(planter)
    yield _wrong_grantor(planter)
    yield from _managers(planter)
    yield _licence(planter)
    yield from _grants(planter)


def _foreign_offer(planter: Planter) -> Defect:
    vo, other = planter.specialists[4], planter.specialists[5]
    role = planter.role(other, "ssk")
    planter.grant(vo, role, 2)
    return Defect(
        "role-not-in-the-catalogue-its-units-vo-uses",
        (planter.main_unit(vo), role),
        (planter.offer(vo, role),),
        "the unit offers a role from the catalogue of another VO",
        "enheten har en roll ur ett annat VO:s rollkatalog",
    )


def _borrowed_catalogue(planter: Planter) -> Defect:
    owner, new = planter.specialists[13], planter.new_id("V")
    place = planter.add(
        "vos",
        new,
        "VO Smärtvård",
        owner["provider_id"],
        owner["catalogue_id"],
        "specialist",
        owner["head_id"],
        owner["contact_id"],
        "",
        "",
    )
    return Defect(
        "catalogue-used-by-a-specialist-vo-that-does-not-own-it",
        (new, owner["catalogue_id"]),
        (place,),
        "a specialist VO uses a catalogue that another VO owns",
        "ett VO inom specialistvården använder en rollkatalog som ett annat VO äger",
    )


def _foreign_specialty(planter: Planter) -> Defect:
    vo, other = planter.specialists[11], planter.specialty(planter.specialists[1])
    role, place = planter.add_role(vo, "admin", specialty_id=other)
    planter.offer(vo, role)
    planter.grant(vo, role, 3)
    return Defect(
        "role-of-a-specialty-that-another-vo-answers-for",
        (role, other),
        (place,),
        "the catalogue holds a role of a specialty that another VO answers for",
        "rollkatalogen har en roll i en specialitet som ett annat VO ansvarar för",
    )


def _missing_part(planter: Planter) -> Defect:
    vo = planter.specialists[6]
    role, place = planter.add_role(vo, "okand")
    planter.offer(vo, role)
    planter.grant(vo, role, 3)
    return Defect(
        "role-whose-parts-are-missing",
        (role, "okand"),
        (place,),
        "the role's capability is not declared",
        "rollens kapabilitet finns inte",
    )


def _twins(planter: Planter) -> Defect:
    vo = planter.specialists[7]
    first = planter.role(vo, "ssk")
    parts = next(row for row in planter.rows["roles"] if row["role_id"] == first)
    role, place = planter.add_role(
        vo, "", role_id=f"{first}-2", capability_id=parts["capability_id"]
    )
    planter.offer(vo, role)
    planter.grant(vo, role, 3)
    return Defect(
        "two-roles-with-the-same-three-parts-in-one-catalogue",
        (role, first),
        (place,),
        "two roles of the catalogue have the same specialty, profession and capability",
        "två roller i katalogen har samma specialitet, yrke och kapabilitet",
    )


def _wrong_grantor(planter: Planter) -> Defect:
    vo = planter.specialists[8]
    one = planter.colleagues(vo, "ssk")[0]
    other = planter.specialists[9]["head_id"]
    grant = planter.rows["role_grants"][one.grants[0]]
    place = planter.change("role_grants", one.grants[0], granted_by=other, valid_from="2026-02-02")
    return Defect(
        "granted-by-somebody-who-was-not-the-nearest-manager",
        (one.employee_id, grant["role_id"], other),
        (place,),
        "the role was granted by the head of another VO, not by the nearest manager",
        "rollen tilldelades av en annan verksamhets chef, inte av närmsta chef",
    )


def _managers(planter: Planter) -> Iterator[Defect]:
    person, place = planter.add_employee("", "Ensa", "Chefslös")
    yield Defect(
        _NO_MANAGER,
        (person,),
        (place,),
        "the employee has no nearest manager",
        "medarbetaren saknar närmsta chef",
    )
    person = planter.new_id("M")
    _, place = planter.add_employee(person, "Egon", "Självchef", employee=person)
    yield Defect(
        _NO_MANAGER,
        (person,),
        (place,),
        "the employee is their own nearest manager",
        "medarbetaren är sin egen närmsta chef",
    )
    one, two = planter.new_id("M"), planter.new_id("M")
    places = [
        planter.add_employee(two, "Runa", "Rundgång", employee=one)[1],
        planter.add_employee(one, "Rune", "Rundgång", employee=two)[1],
    ]
    yield Defect(
        _NO_MANAGER,
        (one, two),
        tuple(places),
        "two employees are each other's nearest manager",
        "två medarbetare är varandras närmsta chef",
    )


def _licence(planter: Planter) -> Defect:
    vo = planter.specialists[9]
    role, one = planter.role(vo, "lak"), planter.colleagues(vo, "usk")[0]
    place = planter.add("role_grants", one.employee_id, role, one.manager_id, "", "")
    return Defect(
        "profession-needs-a-licence-that-the-employee-lacks",
        (one.employee_id, role, "LK"),
        (place,),
        "an assistant nurse without a licence holds a physician's role",
        "en undersköterska utan läkarlegitimation har en läkarroll",
    )


def _grants(planter: Planter) -> Iterator[Defect]:
    vo = planter.specialists[10]
    for period, english, swedish in (
        (
            ("", ""),
            "the same grant stands on two rows",
            "samma tilldelning står på två rader",
        ),
        (
            ("2026-09-01", "2027-01-31"),
            "two periods of one grant overlap",
            "två perioder för samma tilldelning överlappar varandra",
        ),
    ):
        one = planter.colleagues(vo, "ssk")[0]
        role = planter.rows["role_grants"][one.grants[0]]["role_id"]
        place = planter.add("role_grants", one.employee_id, role, one.manager_id, *period)
        yield Defect(_REPEATED, (one.employee_id, role), (place,), english, swedish)
    role, declared = planter.add_role(vo, "admin")
    one = planter.colleagues(vo, "ssk")[0]
    granted = planter.add("role_grants", one.employee_id, role, one.manager_id, "", "")
    yield Defect(
        _NOWHERE,
        (one.employee_id, role),
        (granted, declared),
        "no unit offers the role that the employee holds",
        "ingen enhet har den roll som medarbetaren är tilldelad",
        ("role-in-the-catalogue-that-no-unit-offers",),
    )
    one, role = planter.colleagues(vo, "ssk")[0], "urologi-ssk-finns-inte"
    yield Defect(
        _NOWHERE,
        (one.employee_id, role),
        (planter.add("role_grants", one.employee_id, role, one.manager_id, "", ""),),
        "the role that the employee holds is not declared",
        "rollen som medarbetaren är tilldelad finns inte",
    )
