"""GA207: an assignment names systems, and none of them exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class AssignmentOpensNoKnownSystem(Rule):
    """An assignment is limited to systems, none of which is declared."""

    code = "GA207"
    severity = Severity.ERROR
    fixer = Fixer.IT_SUPPORT
    nodes = Nodes(assignment=Label.ASSIGNMENT)
    dated = False
    title = Text(
        en="Assignment opens no known system", sv="Medarbetaruppdrag som inte öppnar något system"
    )
    why = Text(
        en="The assignment opens nothing at all, though its members have it: mostly a system's name "
        "is misspelt, or the system was renamed.",
        sv="Uppdraget öppnar ingenting alls, fast medlemmarna har det: oftast är ett systems namn "
        "felstavat, eller så har systemet bytt namn.",
    )
    fix = Text(
        en="IT support corrects the systems of the assignment, or has the system declared.",
        sv="IT-supporten rättar uppdragets system, eller ser till att systemet läggs upp.",
    )
    message = Text(
        en="none of the systems that assignment `{assignment}` names exists: {systems}",
        sv="inget av systemen som medarbetaruppdraget `{assignment}` anger finns: {systems}",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look for assignments that name systems, and no declared one."""
        assignments = facts["assignments"]
        row, system = facts.items("assignments", "systems")
        known = np.bincount(row[facts.declares(Label.SYSTEM, system)], minlength=len(assignments))
        for bare in np.flatnonzero((assignments["systems"] != 0) & (known == 0)):
            named = [f"`{facts.text(code)}`" for code in system[row == bare]]
            yield facts.hit(
                {"assignment": assignments["assignment_id"][bare]},
                At("assignments", bare),
                systems=", ".join(named),
            )
