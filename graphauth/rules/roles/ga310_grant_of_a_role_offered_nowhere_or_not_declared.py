"""GA310: somebody is granted a role that leads nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.base import Fixer, Kinds, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class GrantOfARoleOfferedNowhereOrNotDeclared(Rule):
    """A valid employee is granted a role that no table declares, or that no valid unit offers."""

    code = "GA310"
    severity = Severity.WARNING
    fixer = Fixer.NEAREST_MANAGER
    nodes = Nodes(employee=Label.EMPLOYEE, role=Label.ROLE)
    title = Text(
        en="Grant of a role that is offered nowhere or not declared",
        sv="Tilldelning av en roll som inte finns någonstans",
    )
    why = Text(
        en="The manager believes that the employee can log in, and the employee sees no login "
        "choice.",
        sv="Chefen tror att medarbetaren kan logga in, och medarbetaren ser inget inloggningsval.",
    )
    fix = Text(
        en="The nearest manager takes the role away, or grants the one that was meant.",
        sv="Närmsta chef tar bort rollen, eller tilldelar den som avsågs.",
    )
    message = Kinds(
        undeclared=Text(
            en="`{employee}` is granted role `{role}`, which doesn't exist",
            sv="`{employee}` är tilldelad rollen `{role}`, som inte finns",
        ),
        nowhere=Text(
            en="`{employee}` is granted role `{role}`, which no unit offers",
            sv="`{employee}` är tilldelad rollen `{role}`, som ingen enhet har",
        ),
    )
    counted = Text(
        en="grants",
        sv="tilldelningar",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at the grants that hold, of valid employees."""
        grants = facts["role_grants"]
        employee, role = grants["employee_id"], grants["role_id"]
        live = facts.holds("role_grants") & facts.valid(Label.EMPLOYEE, employee)
        declared = facts.declares(Label.ROLE, role)
        offered = facts.flags(facts.staffing().role)[role]
        for kind, rows in (
            ("undeclared", live & ~declared),
            ("nowhere", live & declared & ~offered),
        ):
            for row in np.flatnonzero(rows):
                yield facts.hit(
                    {"employee": employee[row], "role": role[row]},
                    At("role_grants", row),
                    kind=kind,
                )

    def population(self, facts: Facts) -> int:
        """Return how many grants hold, of valid employees."""
        employee = facts["role_grants"]["employee_id"]
        return int((facts.holds("role_grants") & facts.valid(Label.EMPLOYEE, employee)).sum())
