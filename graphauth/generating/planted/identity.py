"""Defects of identity: ids malformed, alike, shared, or taken over by halves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.generating.planting import Defect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.generating.planting import Planter

_MALFORMED = "hsa-id-malformed"


def plant(planter: Planter) -> Iterator[Defect]:
    """Yield the defects of identity, planting each."""
    vo = planter.specialists[0]
    yield _malformed(planter, vo["head_id"])
    yield _check_digit(planter)
    yield _case(planter, vo["head_id"])
    yield _two_kinds(planter)
    yield _two_people(planter)
    yield _two_capabilities(planter)
    yield from _replaced(planter)


def _malformed(planter: Planter, manager: str) -> Defect:
    person, place = planter.add_employee(
        manager, "Göran", "Understreck", employee="SE2321000198_M0V1K"
    )
    return Defect(
        _MALFORMED,
        (person,),
        (place,),
        "an underscore stands where the hyphen of an HSA-id belongs",
        "ett understreck står där HSA-id:ts bindestreck ska stå",
    )


def _check_digit(planter: Planter) -> Defect:
    provider = "SE9920000777-G0FE1"
    place = planter.add("providers", provider, "Felsiffrans vård AB", "private")
    return Defect(
        "organisation-number-fails-its-check-digit",
        (provider,),
        (place,),
        "the organisation number's last digit is not its check digit",
        "organisationsnumrets sista siffra är inte dess kontrollsiffra",
    )


def _case(planter: Planter, manager: str) -> Defect:
    existing = planter.colleagues(planter.specialists[0], "usk")[0].employee_id
    organisation, _, suffix = existing.partition("-")
    person, place = planter.add_employee(
        manager, "Gun", "Gemen", employee=f"{organisation}-{suffix.lower()}"
    )
    return Defect(
        "ids-that-differ-only-by-case",
        (person, existing),
        (place,),
        "two employees' ids differ only by upper and lower case",
        "två medarbetares id skiljer sig bara åt genom stora och små bokstäver",
    )


def _two_kinds(planter: Planter) -> Defect:
    other = planter.specialists[1]
    unit, place = planter.add_unit(
        planter.specialists[0], "Kardiologi lånad mottagning", unit=other["vo_id"]
    )
    return Defect(
        "one-id-used-by-two-kinds",
        (unit,),
        (place,),
        "a unit has the id of a VO that is not its own",
        "en enhet har samma id som ett VO som inte är dess eget",
    )


def _two_people(planter: Planter) -> Defect:
    one = planter.colleagues(planter.specialists[0], "adm")[0]
    person, place = planter.add_employee(
        one.manager_id, "Dubbel", "Gångare", employee=one.employee_id
    )
    return Defect(
        "one-id-with-differing-rows",
        (person,),
        (place,),
        "two people with different names stand under one employee id and share their access",
        "två personer med olika namn står under samma tjänste-id och delar behörighet",
    )


def _two_capabilities(planter: Planter) -> Defect:
    place = planter.add("capabilities", "video", "Videomöte")
    return Defect(
        "one-id-with-differing-rows",
        ("video",),
        (place,),
        "one capability id has two names; the first row counts",
        "ett kapabilitets-id har två namn; den första raden gäller",
    )


def _replaced(planter: Planter) -> Iterator[Defect]:
    successors = [row for row in planter.rows["units"] if row["replaces"]]
    old, new = successors[0]["replaces"], successors[0]["unit_id"]
    first = successors[0]["valid_from"]
    yield Defect(
        "replaced-unit-still-pointed-at",
        (old, new),
        (planter.add("unit_registrations", old, "clinic24", first, ""),),
        "the unit has a new HSA-id, but the old one is still registered at Clinic24",
        "enheten har fått nytt HSA-id, men det gamla är fortfarande upplagt i Clinic24",
    )
    rival = successors[1]
    vo = next(row for row in planter.rows["vos"] if row["vo_id"] == rival["vo_id"])
    unit, place = planter.add_unit(vo, f"{rival['name']} (ny)", replaces=rival["replaces"])
    yield Defect(
        "two-units-replace-the-same-one",
        (rival["replaces"], rival["unit_id"], unit),
        (place,),
        "two units are both said to have taken over from one old unit",
        "två enheter anges båda ha ersatt samma gamla enhet",
    )
