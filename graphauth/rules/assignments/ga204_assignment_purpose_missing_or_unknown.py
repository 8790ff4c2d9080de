"""GA204: an assignment has no purpose, or one that no system knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.base import Fixer, Kinds, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.arrays import Mask
    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class AssignmentPurposeMissingOrUnknown(Rule):
    """An assignment says no purpose; or systems name purposes, and none of them names its.

    In HSA every person has a commission of their own, which says the purpose: there each commission
    without one is a finding. It is recognised by its row, which declares both the assignment and the
    membership.
    """

    code = "GA204"
    severity = Severity.WARNING
    fixer = Fixer.IT_SUPPORT
    nodes = Nodes(assignment=Label.ASSIGNMENT, employee=Label.EMPLOYEE)
    dated = False
    title = Text(
        en="Assignment purpose missing or unknown",
        sv="Medarbetaruppdrag med saknat eller okänt ändamål",
    )
    why = Text(
        en="Access to patient data rests on a purpose. A system that asks for one keeps the members "
        "out, to the letter; one that doesn't lets them in for nobody knows what.",
        sv="Åtkomst till patientuppgifter vilar på ett ändamål. Ett system som kräver ett stänger "
        "ute medlemmarna om det inte stämmer på bokstaven; ett som inte gör det släpper in dem "
        "utan att någon vet varför.",
    )
    fix = Text(
        en="The manager says what the assignment is for, and IT support enters the purpose as the "
        "systems spell it, such as Vård och behandling.",
        sv="Chefen anger vad uppdraget är till för, och IT-supporten för in ändamålet som systemen "
        "stavar det, till exempel Vård och behandling.",
    )
    message = Kinds(
        missing=Text(
            en="assignment `{assignment}` has no purpose",
            sv="medarbetaruppdraget `{assignment}` saknar ändamål",
        ),
        commission=Text(
            en="the commission of `{employee}`, assignment `{assignment}`, has no purpose",
            sv="uppdraget som `{employee}` har, `{assignment}`, saknar ändamål",
        ),
        unknown=Text(
            en="no system names `{purpose}`, the purpose of assignment `{assignment}`",
            sv="inget system anger `{purpose}`, som är ändamålet för medarbetaruppdraget "
            "`{assignment}`",
        ),
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at the purpose of every assignment, and of every commission."""
        assignments = facts["assignments"]
        assignment, purpose = assignments["assignment_id"], assignments["purpose"]
        commissions = _commissions(facts)
        for row in np.flatnonzero((purpose == 0) & ~commissions[assignment]):
            yield facts.hit({"assignment": assignment[row]}, At("assignments", row), kind="missing")
        yield from _without_purpose(facts, facts.flags(assignment[purpose == 0]) & commissions)
        known = facts.items("systems", "purposes").code
        strange = (purpose != 0) & ~facts.flags(known)[purpose]
        for row in np.flatnonzero(strange) if len(known) else ():
            about = {"assignment": assignment[row]}
            said = facts.text(purpose[row])
            yield facts.hit(about, At("assignments", row), kind="unknown", purpose=said)


def _commissions(facts: Facts) -> Mask:
    """Return, for each code, whether it is an assignment that a commission declares."""
    assignments, members = facts["assignments"], facts["assignment_members"]
    row = facts.row_of(Label.ASSIGNMENT, members["assignment_id"])
    known = np.flatnonzero(row >= 0)
    its = row[known]
    same = (assignments.file[its] == members.file[known]) & (
        assignments.line[its] == members.line[known]
    )
    return facts.flags(members["assignment_id"][known[same]])


def _without_purpose(facts: Facts, assignments: Mask) -> Iterator[Hit]:
    members = facts["assignment_members"]
    for row in np.flatnonzero(assignments[members["assignment_id"]]):
        about = {
            "assignment": members["assignment_id"][row],
            "employee": members["employee_id"][row],
        }
        yield facts.hit(about, At("assignment_members", row), kind="commission")
