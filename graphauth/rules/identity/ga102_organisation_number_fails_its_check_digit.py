"""GA102: the organisation number in an HSA-id fails its check digit."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from graphauth.model.ids import has_valid_organisation_number, is_hsa_id
from graphauth.rules.base import Fixer, Nodes, Rule, Severity, Text
from graphauth.rules.hsa_ids import ids_looked_at, wrong_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class OrganisationNumberFailsItsCheckDigit(Rule):
    """An id has the form of an HSA-id, but the last of its ten digits is not their check digit."""

    code = "GA102"
    severity = Severity.WARNING
    fixer = Fixer.HSA_ADMINISTRATOR
    nodes = Nodes(node=None)
    dated = False
    about_rows = True
    about_id_forms = True
    title = Text(
        en="Organisation number fails its check digit",
        sv="Organisationsnummer med fel kontrollsiffra",
    )
    why = Text(
        en="No organisation has that number, so a digit was mistyped: the id in HSA is another one, "
        "and whoever is entered under this one is not found at login.",
        sv="Ingen organisation har det numret, så en siffra är felskriven: id:t i HSA är ett annat, "
        "och den som är inlagd under det här hittas inte vid inloggningen.",
    )
    fix = Text(
        en="Compare the id with HSA, and correct the ten digits after SE where they differ.",
        sv="Jämför id:t med HSA och rätta de tio siffrorna efter SE där de skiljer sig.",
    )
    message = Text(
        en="the organisation number in `{node}` fails its check digit",
        sv="organisationsnumret i `{node}` har fel kontrollsiffra",
    )
    counted = Text(en="HSA-ids", sv="HSA-id:n")

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at the declared ids that have the form; malformed ones are another rule's."""
        for node, at in wrong_ids(facts, _fails):
            yield facts.hit({"node": node}, at)

    def population(self, facts: Facts) -> int:
        """Return how many ids were looked at."""
        return ids_looked_at(facts)


def _fails(text: str) -> bool:
    return _has_wrong_digit(text[:12]) and is_hsa_id(text)


@lru_cache(maxsize=4096)
def _has_wrong_digit(head: str) -> bool:
    """Whether what stands before the hyphen fails; kept, as a region has few organisations."""
    return is_hsa_id(f"{head}-0") and not has_valid_organisation_number(f"{head}-0")
