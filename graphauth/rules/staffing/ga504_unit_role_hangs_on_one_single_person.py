"""GA504: one single person can log in as a role at a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.arrays import join, shared_keys
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.facts import Choices
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class UnitRoleHangsOnOneSinglePerson(Rule):
    """Of all employees exactly one has a ticket for a unit-role."""

    code = "GA504"
    severity = Severity.WARNING
    fixer = Fixer.NEAREST_MANAGER
    nodes = Nodes(unit=Label.UNIT, role=Label.ROLE, employee=Label.EMPLOYEE)
    title = Text(
        en="Unit-role hangs on one single person",
        sv="Rollen på enheten hänger på en enda person",
    )
    why = Text(
        en="When that person is ill, on leave or gone, nobody answers there.",
        sv="När den personen är sjuk, ledig eller har slutat finns ingen som svarar där.",
    )
    fix = Text(
        en="The nearest manager grants the role in Kompetensportalen to at least one more "
        "person at the unit.",
        sv="Närmsta chef tilldelar rollen i Kompetensportalen till minst en person till på "
        "enheten.",
    )
    message = Text(
        en="only `{employee}` can log in at unit `{unit}` as `{role}`",
        sv="bara `{employee}` kan logga in på enheten `{unit}` med rollen `{role}`",
    )
    counted = Text(
        en="unit-roles",
        sv="enhetsroller",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look for unit-roles with one able, and for who that is."""
        staffing, choices = facts.staffing(), facts.choices()
        alone = staffing.able == 1
        units = facts.flags(staffing.unit[alone])
        near = np.flatnonzero(units[choices.unit])
        one, other = shared_keys(
            (staffing.unit[alone], staffing.role[alone]),
            (choices.unit[near], choices.role[near]),
        )
        single = near[join(one, other).right]
        yield from self._hits(facts, Choices(*(column[single] for column in choices)))

    def _hits(self, facts: Facts, single: Choices) -> Iterator[Hit]:
        offers, grants = facts["unit_roles"], facts["role_grants"]
        for table, rows, column, chosen in (
            ("unit_roles", offers, "unit_id", single.unit),
            ("role_grants", grants, "employee_id", single.employee),
        ):
            live = np.flatnonzero(facts.holds(table))
            one, other = shared_keys(
                (chosen, single.role), (rows[column][live], rows["role_id"][live])
            )
            for place, row in zip(*join(one, other), strict=True):
                nodes = {
                    "unit": single.unit[place],
                    "role": single.role[place],
                    "employee": single.employee[place],
                }
                yield facts.hit(nodes, At(table, live[row]))

    def population(self, facts: Facts) -> int:
        """Return how many unit-roles there are."""
        return len(facts.staffing().unit)
