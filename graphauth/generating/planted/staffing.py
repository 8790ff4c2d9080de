"""Defects of staffing and governance: roles without people, units and catalogues without answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.generating.planting import Defect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.generating.planting import Place, Planter, Row


def plant(planter: Planter) -> Iterator[Defect]:
    """Yield the defects of staffing and governance, planting each."""
    yield from _staffing(planter)
    yield from _vos(planter)
    yield from _catalogues(planter)
    yield from _units(planter)


def _offered_role(planter: Planter, vo: Row, capability: str) -> tuple[str, str, Place]:
    role, _ = planter.add_role(vo, capability)
    return role, planter.main_unit(vo), planter.offer(vo, role)


def _staffing(planter: Planter) -> Iterator[Defect]:
    vo, other = planter.specialists[16], planter.specialists[17]
    role, unit, place = _offered_role(planter, vo, "admin")
    yield Defect(
        "unit-role-unstaffed",
        (unit, role),
        (place,),
        "nobody holds the role that the unit offers",
        "rollen på enheten är obemannad: ingen är tilldelad den",
    )
    role, unit, place = _offered_role(planter, vo, "tidbok")
    planter.grant(other, role, 2)
    yield Defect(
        "unit-role-held-but-nobody-can-log-in",
        (unit, role),
        (place,),
        "only people of another VO hold the role, and they have no assignment here",
        "bara medarbetare i ett annat VO har rollen, och de saknar medarbetaruppdrag här",
    )
    role, place = planter.add_role(other, "admin")
    yield Defect(
        "role-in-the-catalogue-that-no-unit-offers",
        (role,),
        (place,),
        "the catalogue holds a role that no unit offers",
        "rollkatalogen har en roll som ingen enhet använder",
    )
    role, unit, place = _offered_role(planter, other, "tidbok")
    holder = planter.grant(other, role, 1)[0]
    yield Defect(
        "unit-role-hangs-on-one-single-person",
        (unit, role, holder.employee_id),
        (place,),
        "one single person holds the role that the unit offers",
        "rollen på enheten hänger på en enda person",
    )
    role, unit, place = _offered_role(planter, planter.specialists[18], "admin")
    planter.grant(planter.specialists[18], role, 2, last="2026-12-06")
    yield Defect(
        "unit-role-becomes-unstaffed-within-n-days",
        (unit, role),
        (place,),
        "everybody's grant of the role ends on 6 December 2026",
        "allas tilldelning av rollen upphör den 6 december 2026",
    )


def _vos(planter: Planter) -> Iterator[Defect]:
    model = planter.specialists[19]
    for head, contact, what, english, swedish in (
        (
            "",
            model["contact_id"],
            "utan chef",
            "the VO has no head",
            "VO:t saknar verksamhetschef",
        ),
        (
            model["head_id"],
            "",
            "utan kontakt",
            "the VO has no contact person",
            "VO:t saknar kontaktperson",
        ),
    ):
        new = planter.new_id("V")
        place = planter.add(
            "vos",
            new,
            f"VO Projekt {what}",
            model["provider_id"],
            "",
            "",
            head,
            contact,
            "",
            "",
        )
        yield Defect("vo-without-head-or-contact", (new,), (place,), english, swedish)


def _catalogues(planter: Planter) -> Iterator[Defect]:
    name = "catalogue-without-owner-or-without-anyone-who-tends-it"
    place = planter.add(
        "catalogues",
        "katalog-herrelos",
        "Rollkatalog utan ägare",
        "",
        "E-hälsoutvecklare",
    )
    yield Defect(
        name,
        ("katalog-herrelos",),
        (place,),
        "no VO owns the catalogue",
        "inget VO äger rollkatalogen",
    )
    owner = planter.specialists[19]["vo_id"]
    place = planter.add("catalogues", "katalog-oskott", "Rollkatalog utan förvaltare", owner, "")
    yield Defect(
        name,
        ("katalog-oskott",),
        (place,),
        "nobody tends the catalogue",
        "ingen förvaltar rollkatalogen",
    )


def _units(planter: Planter) -> Iterator[Defect]:
    vo, other = planter.specialists[19], planter.specialists[18]
    unit = planter.office(vo)
    row = next(row for row in planter.rows["units"] if row["unit_id"] == unit)
    place = planter.add(
        "units",
        unit,
        row["name"],
        other["vo_id"],
        row["manager_id"],
        "",
        "2026-10-01",
        "",
    )
    yield Defect(
        "unit-in-two-vos-at-once",
        (unit, vo["vo_id"], other["vo_id"]),
        (place,),
        "since 1 October 2026 two VOs own the unit at once",
        "sedan den 1 oktober 2026 hör enheten till två VO samtidigt",
    )
    new = planter.new_id("E")
    place = planter.add("units", new, "Mottagning utan chef", vo["vo_id"], "", "", "", "")
    yield Defect(
        "unit-without-a-manager",
        (new,),
        (place,),
        "the unit has no manager",
        "enheten saknar vårdenhetschef",
    )
