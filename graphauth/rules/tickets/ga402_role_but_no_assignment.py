"""GA402: an employee with a role and without an assignment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At
from graphauth.rules.opening import live_grants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class RoleButNoAssignment(Rule):
    """A valid employee holds a declared role, and is a member of no declared assignment."""

    code = "GA402"
    severity = Severity.WARNING
    fixer = Fixer.IT_SUPPORT
    nodes = Nodes(employee=Label.EMPLOYEE)
    title = Text(en="Role but no assignment", sv="Kompetensroll men inget medarbetaruppdrag")
    why = Text(
        en="A ticket takes both. The employee counts as staffing the role, and cannot log in.",
        sv="En inloggningsbiljett kräver båda. Medarbetaren räknas som bemanning av rollen, men "
        "kan inte logga in.",
    )
    fix = Text(
        en="The manager asks IT support for an assignment, or the nearest manager takes the role "
        "back in Kompetensportalen.",
        sv="Chefen beställer ett medarbetaruppdrag hos IT-supporten, eller så tar närmsta chef "
        "bort rollen i Kompetensportalen.",
    )
    message = Text(
        en="`{employee}` has a role but no assignment, and so no login choice",
        sv="`{employee}` har en kompetensroll men inget medarbetaruppdrag, och får därför inga "
        "inloggningsval",
    )
    counted = Text(en="employees with a role", sv="medarbetare med kompetensroll")

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at the grants that hold, of employees who are members of nothing."""
        members = facts["assignment_members"]
        known = facts.declares(Label.ASSIGNMENT, members["assignment_id"])
        member = facts.flags(members["employee_id"][known & facts.holds("assignment_members")])
        employees = facts["role_grants"]["employee_id"]
        for row in np.flatnonzero(live_grants(facts) & ~member[employees]):
            yield facts.hit({"employee": employees[row]}, At("role_grants", row))

    def population(self, facts: Facts) -> int:
        """Return how many employees have a role."""
        return int(facts.flags(facts["role_grants"]["employee_id"][live_grants(facts)]).sum())
