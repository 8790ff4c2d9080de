"""GA111: a row names what no table declares."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from graphauth.model.schema import RELATIONSHIPS, Rel
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.model.schema import Relationship
    from graphauth.rules.arrays import Column, Ints, Mask
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
    Rel.OPENS: (Label.SYSTEM,),
}
"""The ends that may be missing; what is left out has a rule of its own, or may be missing."""


class _Named(NamedTuple):
    """The ids at one end of a relationship, with the rows that name them; equally long."""

    by: Relationship
    label: Label
    code: Column
    row: Ints


class ReferenceToNothingDeclared(Rule):
    """Rows that hold on the day name an id that its table does not declare.

    An assignment that opens no known system at all is another rule's.
    """

    code = "GA111"
    severity = Severity.WARNING
    fixer = Fixer.IT_SUPPORT
    nodes = Nodes(node=None)
    title = Text(en="Reference to nothing declared", sv="Hänvisning till något som inte finns")
    why = Text(
        en="What names it carries nothing: whoever should log in by it does not, and nothing says "
        "why. Mostly an id is misspelt, or a file lacks a row.",
        sv="Det som hänvisar dit ger ingenting: den som skulle ha loggat in tack vare det kan inte "
        "det, och inget talar om varför. Oftast är ett id felstavat, eller så saknas en rad i en "
        "fil.",
    )
    fix = Text(
        en="Correct `{node}` where it is named, or see to it that it is declared; if it is gone for "
        "good, remove it there.",
        sv="Rätta `{node}` på de ställen som hänvisar dit, eller se till att det läggs upp; ta bort "
        "det därifrån om det är borta för gott.",
    )
    message = Text(
        en="`{node}` ({node_kind}) does not exist; places that name it: {count}",
        sv="`{node}` ({node_kind}) finns inte; ställen som hänvisar dit: {count}",
    )
    counted = Text(en="ids that rows name", sv="id:n som rader hänvisar till")

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at both ends of relationships; what is missing is told once, with all its rows."""
        rows: dict[tuple[Label, int], list[At]] = defaultdict(list)
        for by, label, code, row in _all_named(facts):
            for place in np.flatnonzero(~facts.declares(label, code)):
                at = At(by.table, row[place], by.rel, code[place])
                rows[label, int(code[place])].append(at)
        for node, found in rows.items():
            places = {facts.dataset.place(facts[at.table], int(at.row)) for at in found}
            yield facts.hit({"node": node}, *found, count=len(places))

    def population(self, facts: Facts) -> int:
        """Return how many ids are named, of each kind."""
        named: dict[Label, Mask] = {}
        for _, label, code, _ in _all_named(facts):
            named[label] = named.get(label, False) | facts.flags(code)
        return sum(int(np.count_nonzero(one)) for one in named.values())


def _all_named(facts: Facts) -> Iterator[_Named]:
    for one in RELATIONSHIPS:
        for label in _LOOKED_AT.get(one.rel, ()):
            if one.rel is Rel.OPENS:
                yield _Named(one, label, *_opened(facts))
            else:
                codes = facts[one.table][one.start_column if label is one.start else one.end_column]
                row = np.flatnonzero(facts.holds(one.table) & (codes != 0))
                yield _Named(one, label, codes[row], row)


def _opened(facts: Facts) -> tuple[Column, Ints]:
    """Return the systems that assignments name, and the row of each, if it opens a known one."""
    row, code = facts.items("assignments", "systems")
    opening = np.zeros(len(facts["assignments"]), np.bool_)
    opening[row[facts.declares(Label.SYSTEM, code)]] = True
    return code[opening[row]], row[opening[row]]
