"""GA201: an assignment names a VO or a unit that does not exist, or no longer does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.model.schema import Rel
from graphauth.rules.base import Fixer, Kinds, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class AssignmentPointsAtAMissingOrEndedVoOrUnit(Rule):
    """An assignment is granted at a VO, or limited to a unit, that nothing declares or that has ended."""

    code = "GA201"
    severity = Severity.ERROR
    fixer = Fixer.IT_SUPPORT
    nodes = Nodes(assignment=Label.ASSIGNMENT, vo=Label.VO, unit=Label.UNIT)
    title = Text(
        en="Assignment points at a missing or ended VO or unit",
        sv="Medarbetaruppdrag pekar på ett VO eller en enhet som saknas eller har upphört",
    )
    why = Text(
        en="The assignment opens nothing there. Its members lose their login choices without a "
        "word, often because a VO or unit got a new HSA-id and the assignment kept the old one.",
        sv="Uppdraget öppnar ingenting där. Medlemmarna förlorar sina inloggningsval utan "
        "förvarning, ofta för att ett VO eller en enhet har fått nytt HSA-id medan uppdraget har "
        "kvar det gamla.",
    )
    fix = Text(
        en="IT support points the assignment at what took over, or removes it; the manager says "
        "which.",
        sv="IT-supporten riktar om uppdraget till det som tagit över, eller tar bort det; chefen "
        "avgör vilket.",
    )
    message = Kinds(
        vo_missing=Text(
            en="assignment `{assignment}` is granted at VO `{vo}`, which does not exist",
            sv="medarbetaruppdraget `{assignment}` är knutet till VO:t `{vo}`, som inte finns",
        ),
        vo_ended=Text(
            en="assignment `{assignment}` is granted at VO `{vo}`, which has ended",
            sv="medarbetaruppdraget `{assignment}` är knutet till VO:t `{vo}`, som har upphört",
        ),
        unit_missing=Text(
            en="assignment `{assignment}` is limited to unit `{unit}`, which does not exist",
            sv="medarbetaruppdraget `{assignment}` är begränsat till enheten `{unit}`, som inte "
            "finns",
        ),
        unit_ended=Text(
            en="assignment `{assignment}` is limited to unit `{unit}`, which has ended",
            sv="medarbetaruppdraget `{assignment}` är begränsat till enheten `{unit}`, som har "
            "upphört",
        ),
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at the VO of every assignment, and at the units that it is limited to."""
        assignment = facts["assignments"]["assignment_id"]
        vo = facts["assignments"]["vo_id"]
        for kind, wrong in (
            ("vo_missing", ~facts.declares(Label.VO, vo)),
            ("vo_ended", facts.ended(Label.VO, vo)),
        ):
            for row in np.flatnonzero(wrong):
                at = At("assignments", row, Rel.GRANTED_AT)
                yield facts.hit({"assignment": assignment[row], "vo": vo[row]}, at, kind=kind)
        limits = facts.items("assignments", "unit_ids")
        for kind, wrong in (
            ("unit_missing", ~facts.declares(Label.UNIT, limits.code)),
            ("unit_ended", facts.ended(Label.UNIT, limits.code)),
        ):
            for row, unit in zip(limits.row[wrong], limits.code[wrong], strict=True):
                at = At("assignments", row, Rel.LIMITED_TO, unit)
                yield facts.hit({"assignment": assignment[row], "unit": unit}, at, kind=kind)
