"""GA401: an employee with an assignment and without a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At
from graphauth.rules.opening import live_grants, live_memberships

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class AssignmentButNoUsableRole(Rule):
    """A valid employee is a member of an assignment that opens the system, and holds no declared role."""

    code = "GA401"
    severity = Severity.WARNING
    fixer = Fixer.NEAREST_MANAGER
    nodes = Nodes(employee=Label.EMPLOYEE)
    title = Text(
        en="Assignment but no usable role",
        sv="Medarbetaruppdrag men ingen användbar kompetensroll",
    )
    why = Text(
        en="A ticket takes both. The employee has access on paper, sees no login choice, and "
        "calls support.",
        sv="En inloggningsbiljett kräver båda. Medarbetaren har behörighet på papperet, ser "
        "inga inloggningsval och ringer supporten.",
    )
    fix = Text(
        en="The nearest manager grants a role in Kompetensportalen, or the manager has IT "
        "support end the membership.",
        sv="Närmsta chef tilldelar en roll i Kompetensportalen, eller så låter chefen IT-"
        "supporten avsluta uppdraget.",
    )
    message = Text(
        en="`{employee}` has an assignment but no usable role, and so no login choice",
        sv="`{employee}` har medarbetaruppdrag men ingen användbar kompetensroll, och får "
        "därför inga inloggningsval",
    )
    counted = Text(
        en="employees with an assignment",
        sv="medarbetare med medarbetaruppdrag",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at the memberships of those who hold no role; a system without roles needs none."""
        if not facts.asked_system().requires_role:
            return
        holding = facts.flags(facts["role_grants"]["employee_id"][live_grants(facts)])
        employees = facts["assignment_members"]["employee_id"]
        for row in np.flatnonzero(live_memberships(facts) & ~holding[employees]):
            yield facts.hit({"employee": employees[row]}, At("assignment_members", row))

    def population(self, facts: Facts) -> int:
        """Return how many employees have an assignment that opens the system."""
        return int(
            facts.flags(facts["assignment_members"]["employee_id"][live_memberships(facts)]).sum()
        )
