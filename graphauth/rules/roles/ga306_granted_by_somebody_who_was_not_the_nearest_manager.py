"""GA306: a role granted by somebody else than the nearest manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.model.days import FIRST_DAY
from graphauth.rules.arrays import join
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.arrays import Ints
    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class GrantedBySomebodyWhoWasNotTheNearestManager(Rule):
    """On the first day of a grant that holds, whoever granted it was not the employee's nearest manager."""

    code = "GA306"
    severity = Severity.WARNING
    fixer = Fixer.NEAREST_MANAGER
    nodes = Nodes(employee=Label.EMPLOYEE, role=Label.ROLE, grantor=Label.EMPLOYEE)
    title = Text(
        en="Granted by somebody who was not the nearest manager",
        sv="Tilldelad av någon som inte var närmsta chef",
    )
    why = Text(
        en="Only the nearest manager may grant a role: nobody else knows what the work needs, "
        "and nobody else answers for it.",
        sv="Bara närmsta chef får tilldela en roll: ingen annan vet vad arbetet kräver, och "
        "ingen annan svarar för det.",
    )
    fix = Text(
        en="The nearest manager looks at the role, and grants it anew in Kompetensportalen or "
        "takes it away.",
        sv="Närmsta chef prövar rollen, och tilldelar den på nytt i Kompetensportalen eller "
        "tar bort den.",
    )
    message = Text(
        en="role `{role}` was granted to `{employee}` by `{grantor}`, who was not the nearest "
        "manager on {first}",
        sv="rollen `{role}` tilldelades `{employee}` av `{grantor}`, som inte var närmsta chef"
        " den {first}",
    )
    counted = Text(
        en="grants that say by whom and when",
        sv="tilldelningar med uppgift om vem och när",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Compare with the managers whom the employee's rows name on the grant's first day."""
        grants, employees = facts["role_grants"], facts["employees"]
        known = self._judged(facts)
        one, other = join(grants["employee_id"][known], employees["employee_id"])
        first = grants["valid_from"][known]
        then = (employees["valid_from"][other] <= first[one]) & (
            first[one] <= employees["valid_to"][other]
        )
        one, other = one[then], other[then]
        right = employees["manager_id"][other] == grants["granted_by"][known][one]
        employed, granted = np.zeros(len(known), np.bool_), np.zeros(len(known), np.bool_)
        employed[one], granted[one[right]] = True, True
        for row in known[employed & ~granted]:
            yield facts.hit(
                {
                    "employee": grants["employee_id"][row],
                    "role": grants["role_id"][row],
                    "grantor": grants["granted_by"][row],
                },
                At("role_grants", row),
                first=facts.date(grants["valid_from"][row]),
            )

    def population(self, facts: Facts) -> int:
        """Return how many grants say who granted them, and when."""
        return len(self._judged(facts))

    def _judged(self, facts: Facts) -> Ints:
        grants = facts["role_grants"]
        said = (grants["granted_by"] != 0) & (grants["valid_from"] > FIRST_DAY)
        return np.flatnonzero(said & facts.holds("role_grants"))
