"""GA202: an assignment is limited to what it cannot reach, or to nothing that exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.model.schema import Rel
from graphauth.rules.arrays import is_in
from graphauth.rules.base import Fixer, Kinds, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class AssignmentLimitedToAUnitOutsideItsVoOrToNothingKnown(Rule):
    """An assignment names a unit that its VO does not own, or only units that nothing declares."""

    code = "GA202"
    severity = Severity.ERROR
    fixer = Fixer.IT_SUPPORT
    nodes = Nodes(assignment=Label.ASSIGNMENT, unit=Label.UNIT, vo=Label.VO)
    title = Text(
        en="Assignment limited to a unit outside its VO, or to nothing known",
        sv="Medarbetaruppdrag begränsat till en enhet utanför sitt VO, eller till inget som finns",
    )
    why = Text(
        en="A limit takes away and never adds: the unit outside stays closed, and an assignment "
        "limited to nothing known opens nothing, though it looks as if it did.",
        sv="En begränsning tar bort och lägger aldrig till: enheten utanför förblir stängd, och ett "
        "uppdrag som är begränsat till inget som finns öppnar ingenting, fast det ser så ut.",
    )
    fix = Text(
        en="IT support limits the assignment to units of its own VO, or lifts the limit; whoever "
        "is to work at the other unit gets an assignment at the VO that owns it.",
        sv="IT-supporten begränsar uppdraget till enheter i det egna VO:t, eller tar bort "
        "begränsningen; den som ska arbeta på den andra enheten får ett uppdrag i det VO som "
        "äger den.",
    )
    message = Kinds(
        outside=Text(
            en="assignment `{assignment}` is limited to unit `{unit}`, which VO `{vo}` does not "
            "own",
            sv="medarbetaruppdraget `{assignment}` är begränsat till enheten `{unit}`, som inte "
            "hör till VO:t `{vo}`",
        ),
        nothing_known=Text(
            en="assignment `{assignment}` is limited to units, none of which exists",
            sv="medarbetaruppdraget `{assignment}` är begränsat till enheter som inte finns",
        ),
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Compare limits with what VOs own on the day; what is missing or over is GA201's."""
        assignments = facts["assignments"]
        row, unit = facts.items("assignments", "unit_ids")
        vo = assignments["vo_id"][row]
        units, now = facts["units"], facts.holds("units")
        owned = is_in((vo, unit), (units["vo_id"][now], units["unit_id"][now]))
        alive = facts.valid(Label.VO, vo) & facts.valid(Label.UNIT, unit)
        for one in np.flatnonzero(alive & ~owned):
            yield facts.hit(
                {
                    "assignment": assignments["assignment_id"][row[one]],
                    "unit": unit[one],
                    "vo": vo[one],
                },
                At("assignments", row[one], Rel.LIMITED_TO, unit[one]),
                kind="outside",
            )
        known = np.bincount(row[facts.declares(Label.UNIT, unit)], minlength=len(assignments))
        for bare in np.flatnonzero((assignments["unit_ids"] != 0) & (known == 0)):
            about = {"assignment": assignments["assignment_id"][bare]}
            yield facts.hit(about, At("assignments", bare), kind="nothing_known")
