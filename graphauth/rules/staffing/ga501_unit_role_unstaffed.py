"""GA501: a unit offers a role that nobody holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.arrays import is_in
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class UnitRoleUnstaffed(Rule):
    """A valid unit offers a declared role, and no valid employee has a valid grant of it."""

    code = "GA501"
    severity = Severity.ERROR
    fixer = Fixer.NEAREST_MANAGER
    nodes = Nodes(unit=Label.UNIT, role=Label.ROLE)
    title = Text(en="Unit-role unstaffed", sv="Obemannad roll på enhet")
    why = Text(
        en="Whatever patients and colleagues send to the role at the unit, nobody receives.",
        sv="Det som patienter och kollegor skickar till rollen på enheten tas inte emot av någon.",
    )
    fix = Text(
        en="The nearest manager grants the role in Kompetensportalen to those who work in it, or "
        "the contact person asks for it to be taken off the unit.",
        sv="Närmsta chef tilldelar rollen i Kompetensportalen till dem som arbetar i den, eller så "
        "begär kontaktpersonen att den tas bort från enheten.",
    )
    message = Text(
        en="nobody holds role `{role}`, which unit `{unit}` offers",
        sv="rollen `{role}` på enheten `{unit}` är obemannad: ingen är tilldelad den",
    )
    counted = Text(en="unit-roles", sv="enhetsroller")

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look for unit-roles without holders, and for the rows that offer them."""
        staffing = facts.staffing()
        empty = staffing.holders == 0
        offers = facts["unit_roles"]
        unit, role = offers["unit_id"], offers["role_id"]
        unstaffed = is_in((unit, role), (staffing.unit[empty], staffing.role[empty]))
        for row in np.flatnonzero(unstaffed & facts.holds("unit_roles")):
            yield facts.hit({"unit": unit[row], "role": role[row]}, At("unit_roles", row))

    def population(self, facts: Facts) -> int:
        """Return how many unit-roles there are."""
        return len(facts.staffing().unit)
