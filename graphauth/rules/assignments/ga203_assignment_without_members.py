"""GA203: an assignment that nobody is a member of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class AssignmentWithoutMembers(Rule):
    """No row makes anybody a member of the assignment on the day, nor on a later one."""

    code = "GA203"
    severity = Severity.INFO
    fixer = Fixer.IT_SUPPORT
    nodes = Nodes(assignment=Label.ASSIGNMENT)
    title = Text(en="Assignment without members", sv="Medarbetaruppdrag utan medlemmar")
    why = Text(
        en="An empty assignment is a door that nobody uses: whoever is added to it by mistake "
        "gets everything that it opens, and nobody remembers what it was for.",
        sv="Ett tomt uppdrag är en dörr som ingen använder: den som läggs till av misstag får allt "
        "som uppdraget öppnar, och ingen minns längre vad det var till för.",
    )
    fix = Text(
        en="The manager orders it removed at IT support, or names those who are to have it.",
        sv="Chefen beställer hos IT-supporten att uppdraget tas bort, eller anger vilka som ska "
        "ha det.",
    )
    message = Text(
        en="nobody is a member of assignment `{assignment}`",
        sv="medarbetaruppdraget `{assignment}` har inga medlemmar",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look for assignments that no membership names which holds now or is to come."""
        members = facts["assignment_members"]
        live = members["valid_to"] >= facts.day
        peopled = facts.flags(members["assignment_id"][live])
        assignments = facts["assignments"]["assignment_id"]
        for row in np.flatnonzero(~peopled[assignments]):
            yield facts.hit({"assignment": assignments[row]}, At("assignments", row))
