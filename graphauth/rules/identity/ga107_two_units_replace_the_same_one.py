"""GA107: two units say that they took over from the same one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from graphauth.model.schema import Rel
from graphauth.rules.arrays import distinct, group_sizes
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At
from graphauth.rules.succession import successions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class TwoUnitsReplaceTheSameOne(Rule):
    """Rows of two units that hold on the day name the same unit as the one that they replace."""

    code = "GA107"
    severity = Severity.WARNING
    fixer = Fixer.HSA_ADMINISTRATOR
    nodes = Nodes(old=Label.UNIT, unit=Label.UNIT, other=Label.UNIT)
    title = Text(en="Two units replace the same one", sv="Två enheter ersätter samma enhet")
    why = Text(
        en="What pointed at the old unit can be moved to one of the two only. Whoever moves it has "
        "to guess, and roles and access may end up at the wrong unit.",
        sv="Det som pekade på den gamla enheten kan bara flyttas till en av de två. Den som flyttar "
        "måste gissa, och roller och behörigheter kan hamna på fel enhet.",
    )
    fix = Text(
        en="Let the unit that really took over keep `{old}` as the one that it replaces, and clear "
        "it from the other.",
        sv="Låt den enhet som verkligen tog över stå kvar som ersättare för `{old}`, och ta bort "
        "uppgiften från den andra.",
    )
    message = Text(
        en="units `{unit}` and `{other}` both replace `{old}`",
        sv="enheterna `{unit}` och `{other}` ersätter båda `{old}`",
    )
    counted = Text(en="replaced units", sv="ersatta enheter")

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Compare who replaces whom; of several, the first in byte order with each of the rest."""
        units = facts["units"]
        rows: dict[int, dict[int, list[At]]] = defaultdict(lambda: defaultdict(list))
        for row in _rivals(facts):
            at = At("units", row, Rel.REPLACES)
            rows[int(units["replaces"][row])][int(units["unit_id"][row])].append(at)
        for old, rivals in rows.items():
            unit, *others = sorted(rivals, key=lambda code: facts.text(code).encode())
            for other in others:
                about = {"old": old, "unit": unit, "other": other}
                yield facts.hit(about, *rivals[unit], *rivals[other])

    def population(self, facts: Facts) -> int:
        """Return how many units others replace."""
        return len(np.unique(facts["units"]["replaces"][successions(facts)]))


def _rivals(facts: Facts) -> list[int]:
    """Return the rows that name a unit which a row of another unit names too."""
    rows = successions(facts)
    old, new = facts["units"]["replaces"][rows], facts["units"]["unit_id"][rows]
    replaced, _ = distinct(old, new)
    disputed = replaced[group_sizes(replaced) > 1]
    found: list[int] = rows[facts.flags(disputed)[old]].tolist()
    return found
