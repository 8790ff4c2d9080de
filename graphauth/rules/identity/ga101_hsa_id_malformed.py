"""GA101: an id that is to be an HSA-id does not have its form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.model.ids import is_hsa_id
from graphauth.model.schema import DECLARED_IN
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit

_FROM_HSA: Final = (Label.EMPLOYEE, Label.UNIT, Label.VO, Label.PROVIDER)
"""The kinds of node that stand in HSA; the others have ids of the region's own making."""


class HsaIdMalformed(Rule):
    """The id of an employee, a unit, a VO or a provider does not have the form of an HSA-id."""

    code = "GA101"
    severity = Severity.WARNING
    fixer = Fixer.HSA_ADMINISTRATOR
    nodes = Nodes(node=None)
    dated = False
    about_rows = True
    about_id_forms = True
    title = Text(en="Malformed HSA-id", sv="Felaktigt HSA-id")
    why = Text(
        en="Systems that look the id up in HSA don't find it, and drop whoever has it without a "
        "word: the person or unit is simply not there at login.",
        sv="System som slår upp id:t i HSA hittar det inte och utelämnar det utan att säga något: "
        "personen eller enheten finns helt enkelt inte med vid inloggningen.",
    )
    fix = Text(
        en="Correct the id in HSA and in the source: SE, ten digits, a hyphen, and letters or "
        "digits; at most 31 characters.",
        sv="Rätta id:t i HSA och i källan: SE, tio siffror, bindestreck och därefter bokstäver "
        "eller siffror; högst 31 tecken.",
    )
    message = Text(
        en="`{node}` does not have the form of an HSA-id",
        sv="`{node}` har inte formen av ett HSA-id",
    )
    counted = Text(en="HSA-ids", sv="HSA-id:n")

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at the declared ids of each kind."""
        for label in _FROM_HSA:
            table = DECLARED_IN[label]
            column = facts[table.name][table.key[0]]
            bad = facts.ids(label)[[not is_hsa_id(text) for text in facts.id_texts(label)]]
            for row in np.flatnonzero(facts.flags(bad)[column]):
                yield facts.hit({"node": (label, column[row])}, At(table.name, row))

    def population(self, facts: Facts) -> int:
        """Return how many ids were looked at."""
        return sum(len(facts.ids(label)) for label in _FROM_HSA)
