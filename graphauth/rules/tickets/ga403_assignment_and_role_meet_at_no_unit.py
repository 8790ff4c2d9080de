"""GA403: an employee with an assignment and a role that lead to no common unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At
from graphauth.rules.opening import live_grants, live_memberships

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.arrays import Mask
    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class AssignmentAndRoleMeetAtNoUnit(Rule):
    """A valid employee has an assignment that opens the system and holds a declared role, and has no ticket."""

    code = "GA403"
    severity = Severity.ERROR
    fixer = Fixer.NEAREST_MANAGER
    nodes = Nodes(employee=Label.EMPLOYEE)
    title = Text(
        en="Assignment and role meet at no unit",
        sv="Medarbetaruppdrag och kompetensroll möts inte på någon enhet",
    )
    why = Text(
        en="Both halves of a ticket are there, and still the employee can't log in: the "
        "assignment leads to other units than those that offer the role.",
        sv="Biljettens båda halvor finns, och ändå kan medarbetaren inte logga in: uppdraget "
        "leder till andra enheter än dem som har rollen.",
    )
    fix = Text(
        en="The nearest manager grants a role that the employee's units offer, or orders an "
        "assignment at the right VO from IT support.",
        sv="Närmsta chef tilldelar en roll som medarbetarens enheter har, eller beställer ett "
        "uppdrag i rätt VO hos IT-supporten.",
    )
    message = Text(
        en="assignments and roles of `{employee}` meet at no unit, and so give no login choice",
        sv="medarbetaruppdrag och kompetensroller för `{employee}` möts inte på någon enhet, "
        "och ger därför inga inloggningsval",
    )
    counted = Text(
        en="employees with an assignment and a role",
        sv="medarbetare med både uppdrag och roll",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look for those who have both, and no ticket."""
        members, grants = facts["assignment_members"], facts["role_grants"]
        lacking = self._both(facts) & ~facts.flags(facts.choices().employee)
        for row in np.flatnonzero(live_memberships(facts) & lacking[members["employee_id"]]):
            yield facts.hit(
                {"employee": members["employee_id"][row]}, At("assignment_members", row)
            )
        for row in np.flatnonzero(live_grants(facts) & lacking[grants["employee_id"]]):
            yield facts.hit({"employee": grants["employee_id"][row]}, At("role_grants", row))

    def population(self, facts: Facts) -> int:
        """Return how many employees have both."""
        return int(self._both(facts).sum())

    def _both(self, facts: Facts) -> Mask:
        """Return the codes of those who have both; a system without roles asks for one half only."""
        members = facts["assignment_members"]["employee_id"][live_memberships(facts)]
        grants = facts["role_grants"]["employee_id"][live_grants(facts)]
        both: Mask = facts.flags(members) & facts.flags(grants)
        return both & facts.asked_system().requires_role
