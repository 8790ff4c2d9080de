"""GA208: one membership on several rows whose periods overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.rules.again import said_again
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class RepeatedOrOverlappingMemberships(Rule):
    """Two rows make one employee a member of one assignment in periods that share a day."""

    code = "GA208"
    severity = Severity.INFO
    fixer = Fixer.IT_SUPPORT
    nodes = Nodes(assignment=Label.ASSIGNMENT, employee=Label.EMPLOYEE)
    dated = False
    about_rows = True
    title = Text(
        en="Repeated or overlapping memberships", sv="Upprepat eller överlappande medlemskap"
    )
    why = Text(
        en="Ending one of the rows ends nothing: the other goes on, and the assignment with it.",
        sv="Att avsluta den ena raden avslutar ingenting: den andra löper vidare, och uppdraget "
        "med den.",
    )
    fix = Text(
        en="IT support keeps one of the rows, with the dates that the manager wants, and removes "
        "the rest.",
        sv="IT-supporten behåller en av raderna, med de datum som chefen vill ha, och tar bort "
        "övriga.",
    )
    message = Text(
        en="`{employee}` is a member of assignment `{assignment}` on several rows that overlap",
        sv="`{employee}` är medlem i medarbetaruppdraget `{assignment}` på flera rader som "
        "överlappar varandra",
    )
    counted = Text(en="memberships", sv="medlemskap")

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look for rows that begin before an earlier one of the same membership has ended."""
        members = facts["assignment_members"]
        assignment, employee = members["assignment_id"], members["employee_id"]
        columns = ("assignment_id", "employee_id")
        for later, earlier in said_again(facts, "assignment_members", columns):
            yield facts.hit(
                {"assignment": assignment[later], "employee": employee[later]},
                At("assignment_members", later),
                At("assignment_members", earlier),
            )

    def population(self, facts: Facts) -> int:
        """Return how many memberships there are."""
        return len(facts["assignment_members"])
