"""GA309: one grant on several rows whose periods overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.rules.again import said_again
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class RepeatedOrOverlappingGrants(Rule):
    """Two rows grant one employee one role in periods that share a day."""

    code = "GA309"
    severity = Severity.INFO
    fixer = Fixer.NEAREST_MANAGER
    nodes = Nodes(employee=Label.EMPLOYEE, role=Label.ROLE)
    dated = False
    about_rows = True
    title = Text(en="Repeated or overlapping grants", sv="Upprepad eller överlappande tilldelning")
    why = Text(
        en="Ending one of the rows ends nothing: the other goes on, and the role with it.",
        sv="Att avsluta den ena raden avslutar ingenting: den andra löper vidare, och rollen "
        "med den.",
    )
    fix = Text(
        en="The nearest manager keeps one of the grants in Kompetensportalen and removes the rest.",
        sv="Närmsta chef behåller en av tilldelningarna i Kompetensportalen och tar bort övriga.",
    )
    message = Text(
        en="role `{role}` is granted to `{employee}` on several rows that overlap",
        sv="rollen `{role}` är tilldelad `{employee}` på flera rader som överlappar varandra",
    )
    counted = Text(en="grants", sv="tilldelningar")

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look for grants that begin before an earlier one of the same role has ended."""
        grants = facts["role_grants"]
        employee, role = grants["employee_id"], grants["role_id"]
        columns = ("employee_id", "role_id")
        for later, earlier in said_again(facts, "role_grants", columns):
            yield facts.hit(
                {"employee": employee[later], "role": role[later]},
                At("role_grants", later),
                At("role_grants", earlier),
            )

    def population(self, facts: Facts) -> int:
        """Return how many grants there are."""
        return len(facts["role_grants"])
