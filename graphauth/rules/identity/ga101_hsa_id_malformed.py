"""GA101: an id that is to be an HSA-id does not have its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.model.ids import is_hsa_id
from graphauth.rules.base import Fixer, Nodes, Rule, Severity, Text
from graphauth.rules.hsa_ids import ids_looked_at, wrong_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


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
        for node, at in wrong_ids(facts, lambda text: not is_hsa_id(text)):
            yield facts.hit({"node": node}, at)

    def population(self, facts: Facts) -> int:
        """Return how many ids were looked at."""
        return ids_looked_at(facts)
