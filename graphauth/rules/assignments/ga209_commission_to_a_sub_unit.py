"""GA209: a commission that points at a sub-unit instead of its care unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.model.dataset import RemarkKind
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class CommissionToASubUnit(Rule):
    """In HSA, a commission names a unit that is a sub-unit of a care unit."""

    code = "GA209"
    severity = Severity.WARNING
    fixer = Fixer.HSA_ADMINISTRATOR
    nodes = Nodes(assignment=Label.ASSIGNMENT)
    dated = False
    about_rows = True
    title = Text(en="Commission to a sub-unit", sv="Medarbetaruppdrag på underliggande enhet")
    why = Text(
        en="HSA expects a care unit here. Systems read such a commission differently: one lets its "
        "holder in at the sub-unit alone, another nowhere. Here it opens the sub-unit alone.",
        sv="HSA förutsätter en vårdenhet. System läser ett sådant uppdrag olika: ett släpper in "
        "innehavaren enbart på den underliggande enheten, ett annat ingenstans. Här öppnar det "
        "enbart den underliggande enheten.",
    )
    fix = Text(
        en="Move the commission in HSA to the care unit, and limit it there if it is to be limited.",
        sv="Flytta uppdraget i HSA till vårdenheten, och begränsa det där om det ska vara begränsat.",
    )
    message = Text(
        en="assignment `{assignment}` is a commission to a sub-unit",
        sv="medarbetaruppdraget `{assignment}` ligger på en underliggande enhet",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at what reading remarked on: once read, the commission stands at its care unit."""
        for remark in facts.remarks(RemarkKind.SUB_UNIT):
            code = facts.code(remark.subject)
            yield facts.hit({"assignment": code}, places=(remark.place,))
