"""GA104: one id stands for two kinds of thing."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.model.schema import DECLARED_IN, Label
from graphauth.rules.base import Fixer, Nodes, Rule, Severity, Text
from graphauth.rules.declaring import declaring_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.arrays import Mask
    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit

_VO_AND_UNIT: Final = (Label.VO, Label.UNIT)


class OneIdUsedByTwoKinds(Rule):
    """Tables declare one id as two kinds of node; a VO and a unit of its own may share theirs."""

    code = "GA104"
    severity = Severity.WARNING
    fixer = Fixer.HSA_ADMINISTRATOR
    nodes = Nodes(node=None, other=None)
    dated = False
    title = Text(en="One id used by two kinds", sv="Samma id för två olika slag")
    why = Text(
        en="Whoever looks the id up gets the one or the other by chance, and a change that is "
        "meant for the one may be made to the other.",
        sv="Den som slår upp id:t får det ena eller det andra på måfå, och en ändring som gäller "
        "det ena kan hamna på det andra.",
    )
    fix = Text(
        en="Find out what `{node}` is in HSA, and give the other an id of its own. Only a VO and "
        "its own unit may share one.",
        sv="Ta reda på vad `{node}` är i HSA, och ge det andra ett eget id. Bara ett VO och dess "
        "egen enhet får ha samma.",
    )
    message = Text(
        en="`{node}` is the id of two kinds: {node_kind} and {other_kind}",
        sv="`{node}` är id för två olika slag: {node_kind} och {other_kind}",
    )
    counted = Text(en="declared ids", sv="id:n")

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look for ids that several tables declare; of two kinds, the later in the schema is first."""
        declared = {label: facts.flags(facts.ids(label)) for label in DECLARED_IN}
        own = _own_units(facts)
        times = np.sum(list(declared.values()), axis=0)
        shared = np.flatnonzero((times > 1) & ~((times == 2) & own)).tolist()
        rows = {label: declaring_rows(facts, label, shared) for label in DECLARED_IN}
        for code in shared:
            labels = [label for label, flags in declared.items() if flags[code]]
            for other, node in combinations(labels, 2):
                if (other, node) != _VO_AND_UNIT or not own[code]:
                    about = {"node": (node, code), "other": (other, code)}
                    yield facts.hit(about, *rows[node][code], *rows[other][code])


def _own_units(facts: Facts) -> Mask:
    """Return, for each code, whether it is that of a VO and of a unit that this VO owns at any time."""
    units = facts["units"]
    owned = units["unit_id"][units["unit_id"] == units["vo_id"]]
    return facts.flags(owned) & facts.flags(facts.ids(Label.VO))
