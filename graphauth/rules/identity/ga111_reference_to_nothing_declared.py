"""GA111: a row names what no table declares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.model.schema import RELATIONSHIPS, Rel
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.model.schema import Relationship
    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit

_LOOKED_AT: Final = {
    Rel.HOLDS: (Label.EMPLOYEE, Label.ASSIGNMENT),
    Rel.HAS_ROLE: (Label.EMPLOYEE,),
    Rel.REGISTERED_AT: (Label.UNIT, Label.SYSTEM),
    Rel.OFFERS: (Label.UNIT, Label.ROLE),
    Rel.OWNS: (Label.VO,),
    Rel.USES: (Label.CATALOGUE,),
    Rel.PART_OF: (Label.PROVIDER,),
    Rel.ANSWERS_FOR: (Label.VO,),
}
"""The ends that may be missing; what is left out has a rule of its own, or may be missing."""


class ReferenceToNothingDeclared(Rule):
    """A row that holds on the day names an id that its table does not declare."""

    code = "GA111"
    severity = Severity.WARNING
    fixer = Fixer.IT_SUPPORT
    nodes = Nodes(node=None, by=None)
    title = Text(en="Reference to nothing declared", sv="Hänvisning till något som inte finns")
    why = Text(
        en="The row carries nothing: whoever should log in by it does not, and nothing says why. "
        "Mostly an id is misspelt, or a file lacks a row.",
        sv="Raden ger ingenting: den som skulle ha loggat in tack vare den kan inte det, och inget "
        "talar om varför. Oftast är ett id felstavat, eller så saknas en rad i en fil.",
    )
    fix = Text(
        en="Correct `{node}` where `{by}` names it, or see to it that it is declared; if it is gone "
        "for good, remove the row.",
        sv="Rätta `{node}` där `{by}` hänvisar till det, eller se till att det läggs upp; ta bort "
        "raden om det är borta för gott.",
    )
    message = Text(
        en="`{by}` ({by_kind}) is tied to `{node}` ({node_kind}), which does not exist",
        sv="`{by}` ({by_kind}) är knuten till `{node}` ({node_kind}), som inte finns",
    )
    counted = Text(en="rows", sv="rader")

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at both ends of relationships, row by row."""
        for one in _relationships():
            start, end = (
                (one.start, facts[one.table][one.start_column]),
                (one.end, facts[one.table][one.end_column]),
            )
            now = facts.holds(one.table)
            for (label, codes), (by, its) in ((start, end), (end, start)):
                if label in _LOOKED_AT[one.rel]:
                    dangling = now & (codes != 0) & ~facts.declares(label, codes)
                    for row in np.flatnonzero(dangling):
                        about = {"node": (label, codes[row]), "by": (by, its[row])}
                        yield facts.hit(about, At(one.table, row, one.rel))

    def population(self, facts: Facts) -> int:
        """Return how many rows hold."""
        tables = {one.table for one in _relationships()}
        return sum(int(facts.holds(table).sum()) for table in tables)


def _relationships() -> list[Relationship]:
    return [one for one in RELATIONSHIPS if one.rel in _LOOKED_AT]
