"""Defects of tickets: what is half there, so that nobody can log in, and what is too much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.generating.planting import Defect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.generating.planting import Planter

_BLOCKED = "unit-role-held-but-nobody-can-log-in"


def plant(planter: Planter) -> Iterator[Defect]:
    """Yield the defects of tickets, planting each."""
    yield _no_role(planter)
    yield _no_assignment(planter)
    yield _no_meeting(planter)
    yield from _units(planter)
    yield _ended(planter)
    yield _many_choices(planter)


def _no_role(planter: Planter) -> Defect:
    vo = planter.specialists[12]
    person, _ = planter.add_employee(vo["head_id"], "Ulla", "Utanroll", "SJ")
    place = planter.add("assignment_members", planter.assignment(vo), person, "", "")
    return Defect(
        "assignment-but-no-usable-role",
        (person, planter.assignment(vo)),
        (place,),
        "the employee has an assignment but no role, so no login choice",
        "medarbetaren har medarbetaruppdrag men ingen kompetensroll, så inga inloggningsval",
    )


def _no_assignment(planter: Planter) -> Defect:
    vo = planter.specialists[12]
    person, _ = planter.add_employee(vo["head_id"], "Uno", "Utanuppdrag", "SJ")
    role = planter.role(vo, "ssk")
    place = planter.add("role_grants", person, role, vo["head_id"], "", "")
    return Defect(
        "role-but-no-assignment",
        (person, role),
        (place,),
        "the employee has a role but no assignment, so no login choice",
        "medarbetaren har kompetensroll men inget medarbetaruppdrag, så inga inloggningsval",
    )


def _no_meeting(planter: Planter) -> Defect:
    vo, other = planter.specialists[12], planter.specialists[13]
    person, _ = planter.add_employee(vo["head_id"], "Mia", "Möteslös", "SJ")
    role = planter.role(other, "ssk")
    places = (
        planter.add("assignment_members", planter.assignment(vo), person, "", ""),
        planter.add("role_grants", person, role, vo["head_id"], "", ""),
    )
    return Defect(
        "assignment-and-role-meet-at-no-unit",
        (person, planter.assignment(vo), role),
        places,
        "assignment and role belong to different VOs and meet at no unit",
        "uppdraget och rollen hör till olika VO och möts inte på någon enhet",
    )


def _units(planter: Planter) -> Iterator[Defect]:
    vo = planter.specialists[14]
    unit, _ = planter.add_unit(vo, "Radiologi ej upplagd mottagning")
    role = planter.role(vo, "ssk")
    yield Defect(
        "unit-with-roles-but-not-registered",
        (unit, role),
        (planter.add("unit_roles", unit, role, "", ""),),
        "the unit offers a role but is not registered at Clinic24",
        "enheten har en roll men är inte upplagd i Clinic24",
        (_BLOCKED,),
    )
    unit, _ = planter.add_unit(vo, "Radiologi mottagning utan roller")
    yield Defect(
        "registered-unit-that-offers-no-role",
        (unit,),
        (planter.add("unit_registrations", unit, "clinic24", "", ""),),
        "the unit is registered at Clinic24 but offers no role",
        "enheten är upplagd i Clinic24 men har inga roller",
    )
    unit, declared = planter.add_unit(vo, "Radiologi felskriven", unit="GAVLEBORG RADIOLOGI 7")
    registered = planter.add("unit_registrations", unit, "clinic24", "", "")
    planter.add("unit_roles", unit, role, "", "")
    yield Defect(
        "registered-unit-without-a-valid-hsa-id",
        (unit,),
        (registered, declared),
        "the unit is registered at Clinic24 under an id that is not an HSA-id",
        "enheten är upplagd i Clinic24 med ett id som inte är ett HSA-id",
        ("hsa-id-malformed",),
    )


def _ended(planter: Planter) -> Defect:
    vo = planter.specialists[15]
    person, _ = planter.add_employee(vo["head_id"], "Siv", "Slutade", "SJ", last="2026-08-31")
    role = planter.role(vo, "ssk")
    return Defect(
        "ended-employee-with-live-memberships-or-grants",
        (person, role),
        (planter.add("role_grants", person, role, vo["head_id"], "", ""),),
        "the employment has ended, the role is still granted",
        "anställningen har upphört, men rollen är fortfarande tilldelad",
    )


def _many_choices(planter: Planter) -> Defect:
    # A nurse of VO Digital vård who has been added to every health centre.
    vo = planter.primary[0]
    one = planter.colleagues(vo, "ssk")[0]
    places = tuple(
        planter.add("assignment_members", planter.assignment(other), one.employee_id, "", "")
        for other in planter.primary[1:21]
    )
    return Defect(
        "unusually-many-login-choices",
        (one.employee_id,),
        places,
        "a nurse has been added to twenty health centres and can choose among all their units",
        "en sjuksköterska har lagts till på tjugo hälsocentraler och kan välja bland alla deras enheter",
    )
