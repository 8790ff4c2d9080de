"""GA603: a unit that two VOs own at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.model.schema import Rel
from graphauth.rules.arrays import group_sizes
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class UnitInTwoVosAtOnce(Rule):
    """Rows of a unit that are valid on the day name different VOs."""

    code = "GA603"
    severity = Severity.ERROR
    fixer = Fixer.VO_HEAD
    nodes = Nodes(unit=Label.UNIT, vo=Label.VO, other=Label.VO)
    title = Text(
        en="Unit in two VOs at once",
        sv="Enhet i två VO samtidigt",
    )
    why = Text(
        en="Assignments at either VO open the unit: people of both can log in there, and "
        "nobody decided that.",
        sv="Uppdrag i båda VO:na öppnar enheten: medarbetare i båda kan logga in där, utan att"
        " någon har beslutat det.",
    )
    fix = Text(
        en="The heads of the two VOs agree on whose unit it is, and the HSA administrator ends"
        " the other row.",
        sv="De två VO:ns verksamhetschefer kommer överens om vems enheten är, och HSA-"
        "administratören avslutar den andra raden.",
    )
    message = Text(
        en="unit `{unit}` belongs to both `{vo}` and `{other}`",
        sv="enheten `{unit}` hör till både `{vo}` och `{other}`",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Compare the VOs of each unit's valid rows with the one whose id comes first."""
        units = facts["units"]
        rows = np.flatnonzero(facts.holds("units"))
        unit, vo = (units[column][rows] for column in ("unit_id", "vo_id"))
        several = group_sizes(unit) > group_sizes(unit, vo)
        vos = {int(row): facts.text(units["vo_id"][row]) for row in rows[several]}
        first: dict[int, int] = {}
        for row in sorted(vos, key=vos.__getitem__):
            other = first.setdefault(int(units["unit_id"][row]), row)
            if units["vo_id"][row] != units["vo_id"][other]:
                yield facts.hit(
                    {
                        "unit": units["unit_id"][row],
                        "vo": units["vo_id"][other],
                        "other": units["vo_id"][row],
                    },
                    At("units", row, Rel.OWNS),
                    At("units", other, Rel.OWNS),
                )
