"""Defects of assignments: where they point, what they are for, and who is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.generating.planting import Defect, Place
from graphauth.generating.vocabulary import CARE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.generating.planting import Planter

_POINTS_NOWHERE = "assignment-points-at-a-missing-or-ended-vo-or-unit"
_LIMIT = "assignment-limited-to-a-unit-outside-its-vo-or-to-nothing-known"
_REPEATED = "repeated-or-overlapping-memberships"
_ENDED = "2026-06-30"


def plant(planter: Planter) -> Iterator[Defect]:
    """Yield the defects of assignments, planting each."""
    yield from _targets(planter)
    yield from _limits(planter)
    yield from _attributes(planter)
    yield from _members(planter)


def _assignment(
    planter: Planter,
    vo_id: str,
    purpose: str = CARE,
    systems: str = "npo",
    units: str = "",
    *,
    manned: bool = True,
) -> tuple[str, Place]:
    new = planter.new_id("U")
    place = planter.add("assignments", new, vo_id, "Planterat uppdrag", purpose, systems, units)
    if manned:
        member = planter.colleagues(planter.specialists[2], "lak")[0]
        planter.add("assignment_members", new, member.employee_id, "", "")
        planter.release(member)
    return new, place


def _targets(planter: Planter) -> Iterator[Defect]:
    missing = "SE2321000198-VSAKNAD"
    new, place = _assignment(planter, missing)
    yield Defect(
        _POINTS_NOWHERE,
        (new, missing),
        (place,),
        "the assignment is granted at a VO that is not declared",
        "uppdraget är knutet till ett VO som inte finns",
    )
    vo, ended = planter.specialists[2], planter.new_id("V")
    planter.add(
        "vos",
        ended,
        "VO Nedlagd verksamhet",
        vo["provider_id"],
        "",
        "",
        vo["head_id"],
        vo["contact_id"],
        "",
        _ENDED,
    )
    new, place = _assignment(planter, ended)
    yield Defect(
        _POINTS_NOWHERE,
        (new, ended),
        (place,),
        "the assignment is granted at a VO that has ended",
        "uppdraget är knutet till ett VO som har upphört",
    )
    unit = planter.new_id("E")
    planter.add("units", unit, "Nedlagd mottagning", vo["vo_id"], vo["head_id"], "", "", _ENDED)
    new, place = _assignment(planter, vo["vo_id"], units=f"{planter.main_unit(vo)}|{unit}")
    yield Defect(
        _POINTS_NOWHERE,
        (new, unit),
        (place,),
        "one of the units that the assignment is limited to has ended",
        "en av enheterna som uppdraget är begränsat till har upphört",
    )


def _limits(planter: Planter) -> Iterator[Defect]:
    vo, other = planter.specialists[2], planter.main_unit(planter.specialists[3])
    new, place = _assignment(planter, vo["vo_id"], units=f"{planter.main_unit(vo)}|{other}")
    yield Defect(
        _LIMIT,
        (new, other),
        (place,),
        "the assignment is limited to a unit that another VO owns",
        "uppdraget är begränsat till en enhet som hör till ett annat VO",
    )
    unknown = "SE2321000198-E0KAND"
    new, place = _assignment(planter, vo["vo_id"], units=unknown)
    yield Defect(
        _LIMIT,
        (new, unknown),
        (place,),
        "the assignment is limited to nothing that is declared, so it permits nothing",
        "uppdraget är begränsat till enheter som inte finns, så det ger ingen åtkomst",
        (_POINTS_NOWHERE,),
    )


def _attributes(planter: Planter) -> Iterator[Defect]:
    vo = planter.specialists[2]["vo_id"]
    new, place = _assignment(planter, vo, manned=False)
    yield Defect(
        "assignment-without-members",
        (new,),
        (place,),
        "nobody is a member of the assignment",
        "uppdraget har inga medlemmar",
    )
    new, place = _assignment(planter, vo, purpose="")
    yield Defect(
        "assignment-purpose-missing-or-unknown",
        (new,),
        (place,),
        "the assignment has no purpose",
        "uppdraget saknar ändamål",
    )
    new, place = _assignment(planter, vo, purpose="Vård & behandling")
    yield Defect(
        "assignment-purpose-missing-or-unknown",
        (new,),
        (place,),
        "no system names the assignment's purpose; it is misspelt",
        "inget system anger uppdragets ändamål; det är felstavat",
    )
    new, place = _assignment(planter, vo, systems="journalia")
    yield Defect(
        "assignment-opens-no-known-system",
        (new, "journalia"),
        (place,),
        "the only system that the assignment names is not declared, so it opens nothing",
        "det enda system som uppdraget anger finns inte, så det öppnar ingenting",
    )


def _members(planter: Planter) -> Iterator[Defect]:
    vo = planter.specialists[3]
    care = planter.assignment(vo)
    person, _ = planter.add_employee(vo["head_id"], "Sven", "Slutat", last="2026-09-30")
    yield Defect(
        "member-employment-ended",
        (care, person),
        (planter.add("assignment_members", care, person, "", ""),),
        "the employment has ended, the membership goes on",
        "anställningen har upphört, men medlemskapet i uppdraget löper vidare",
        ("ended-employee-with-live-memberships-or-grants",),
    )
    one = planter.colleagues(vo, "usk")[0]
    yield Defect(
        "membership-without-an-end-longer-than-a-setting",
        (care, one.employee_id),
        (planter.change("assignment_members", one.membership, valid_from="2009-03-01"),),
        "the membership has gone on since 2009 without an end date",
        "medlemskapet har löpt sedan 2009 utan slutdatum",
    )
    one = planter.colleagues(vo, "usk")[0]
    yield Defect(
        _REPEATED,
        (care, one.employee_id),
        (planter.add("assignment_members", care, one.employee_id, "", ""),),
        "the same membership stands on two rows",
        "samma medlemskap står på två rader",
    )
    one = planter.colleagues(vo, "usk")[0]
    yield Defect(
        _REPEATED,
        (care, one.employee_id),
        (planter.add("assignment_members", care, one.employee_id, "2026-10-01", "2026-12-31"),),
        "two periods of one membership overlap",
        "två perioder för samma medlemskap överlappar varandra",
    )
