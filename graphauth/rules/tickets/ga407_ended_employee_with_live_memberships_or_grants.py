"""GA407: an employee whose employment has ended and whose access goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class EndedEmployeeWithLiveMembershipsOrGrants(Rule):
    """An employee who is no longer valid still has a membership or a grant that holds."""

    code = "GA407"
    severity = Severity.ERROR
    fixer = Fixer.HR
    nodes = Nodes(employee=Label.EMPLOYEE)
    title = Text(
        en="Ended employee with live memberships or grants",
        sv="Avslutad medarbetare med kvarvarande uppdrag eller roller",
    )
    why = Text(
        en="The ticket is gone for as long as the employment is over. If the person comes "
        "back, or the end date turns out wrong, every right is there again that nobody "
        "granted anew.",
        sv="Biljetten är borta så länge anställningen är avslutad. Kommer personen tillbaka, "
        "eller visar sig slutdatumet vara fel, finns alla behörigheter kvar utan att någon "
        "har prövat dem på nytt.",
    )
    fix = Text(
        en="The former manager ends the roles in Kompetensportalen and has IT support end the "
        "assignments, or HR corrects the employment's dates.",
        sv="Den tidigare chefen avslutar rollerna i Kompetensportalen och låter IT-supporten "
        "avsluta uppdragen, eller så rättar HR anställningens datum.",
    )
    message = Text(
        en="the employment of `{employee}` has ended, but memberships or grants go on",
        sv="anställningen för `{employee}` har upphört, men uppdrag eller roller löper vidare",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at the memberships and grants that hold, of those whose employment is over."""
        for table in ("assignment_members", "role_grants"):
            employee = facts[table]["employee_id"]
            over = facts.ended(Label.EMPLOYEE, employee)
            for row in np.flatnonzero(over & facts.holds(table)):
                yield facts.hit({"employee": employee[row]}, At(table, row))
