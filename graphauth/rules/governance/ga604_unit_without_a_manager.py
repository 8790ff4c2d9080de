"""GA604: a unit that nobody manages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.base import Fixer, Kinds, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class UnitWithoutAManager(Rule):
    """A valid row of a unit names no manager, or one who is not a valid employee."""

    code = "GA604"
    severity = Severity.WARNING
    fixer = Fixer.VO_HEAD
    nodes = Nodes(unit=Label.UNIT, manager=Label.EMPLOYEE)
    title = Text(en="Unit without a manager", sv="Enhet utan vårdenhetschef")
    why = Text(
        en="A wish to change the unit's roles is mailed by its manager, and nobody can mail it.",
        sv="Önskemål om ändrade roller på enheten mejlas av vårdenhetschefen, och ingen kan göra "
        "det.",
    )
    fix = Text(
        en="The head of the VO appoints a manager, who is then entered in the catalogue.",
        sv="Verksamhetschefen utser en vårdenhetschef, som sedan förs in i katalogen.",
    )
    message = Kinds(
        missing=Text(
            en="unit `{unit}` has no manager",
            sv="enheten `{unit}` saknar vårdenhetschef",
        ),
        not_employed=Text(
            en="`{manager}`, who manages unit `{unit}`, is not employed",
            sv="`{manager}`, som är vårdenhetschef för `{unit}`, är inte anställd",
        ),
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at the valid rows of units."""
        units = facts["units"]
        unit, manager = units["unit_id"], units["manager_id"]
        now = facts.holds("units")
        for row in np.flatnonzero(now & (manager == 0)):
            yield facts.hit({"unit": unit[row]}, At("units", row), kind="missing")
        for row in np.flatnonzero(now & (manager != 0) & ~facts.valid(Label.EMPLOYEE, manager)):
            yield facts.hit(
                {"unit": unit[row], "manager": manager[row]},
                At("units", row),
                kind="not_employed",
            )
