"""GA205: a membership goes on though the employment has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class MemberEmploymentEnded(Rule):
    """A membership holds on the day, of an employee all of whose rows have ended."""

    code = "GA205"
    severity = Severity.ERROR
    fixer = Fixer.IT_SUPPORT
    nodes = Nodes(assignment=Label.ASSIGNMENT, employee=Label.EMPLOYEE)
    title = Text(en="Member whose employment has ended", sv="Medlem vars anställning har upphört")
    why = Text(
        en="The right has outlived the employment. Systems that read the assignment without "
        "looking at the employment, as NPÖ and Pascal may, still let the person in.",
        sv="Behörigheten har överlevt anställningen. System som läser uppdraget utan att se till "
        "anställningen, som NPÖ och Pascal kan göra, släpper fortfarande in personen.",
    )
    fix = Text(
        en="IT support ends the membership on the last day of the employment; the former manager "
        "confirms it.",
        sv="IT-supporten avslutar medlemskapet från och med anställningens sista dag; den tidigare "
        "chefen bekräftar.",
    )
    message = Text(
        en="`{employee}` is a member of assignment `{assignment}`, but the employment has ended",
        sv="`{employee}` är medlem i medarbetaruppdraget `{assignment}`, men anställningen har "
        "upphört",
    )
    counted = Text(en="memberships", sv="medlemskap")

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at the memberships that hold."""
        members = facts["assignment_members"]
        over = facts.ended(Label.EMPLOYEE, members["employee_id"])
        for row in np.flatnonzero(over & facts.holds("assignment_members")):
            about = {
                "assignment": members["assignment_id"][row],
                "employee": members["employee_id"][row],
            }
            yield facts.hit(about, At("assignment_members", row))

    def population(self, facts: Facts) -> int:
        """Return how many memberships hold."""
        return int(facts.holds("assignment_members").sum())
