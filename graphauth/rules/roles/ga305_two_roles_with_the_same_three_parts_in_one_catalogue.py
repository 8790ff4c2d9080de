"""GA305: two roles of a catalogue that can't be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.rules.arrays import key_of
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit

_PARTS: Final = ("catalogue_id", "specialty_id", "profession_id", "capability_id")


class TwoRolesWithTheSameThreePartsInOneCatalogue(Rule):
    """Two roles of one catalogue have the same specialty, profession and capability."""

    code = "GA305"
    severity = Severity.WARNING
    fixer = Fixer.CATALOGUE_OWNER
    nodes = Nodes(role=Label.ROLE, other=Label.ROLE)
    dated = False
    title = Text(
        en="Two roles with the same three parts in one catalogue",
        sv="Två roller med samma tre delar i en rollkatalog",
    )
    why = Text(
        en="Some people get the one and some the other, and units offer one of them: half of "
        "the staff sees no login choice, and nobody sees why.",
        sv="Somliga får den ena och andra den andra, och enheterna har en av dem: halva "
        "personalen ser inget inloggningsval, och ingen ser varför.",
    )
    fix = Text(
        en="The catalogue's owner keeps one of the roles; the nearest managers move the grants"
        " to it.",
        sv="Katalogens ägare behåller en av rollerna; närmsta chefer flyttar tilldelningarna "
        "till den.",
    )
    message = Text(
        en="roles `{role}` and `{other}` of one catalogue have the same three parts",
        sv="rollerna `{role}` och `{other}` i samma rollkatalog har samma tre delar",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Compare each role with the one of its group whose id comes first."""
        roles = facts["roles"]
        same = key_of(*(roles[column] for column in _PARTS))
        shared = np.flatnonzero(np.bincount(same)[same] > 1)
        ids = {int(row): facts.text(roles["role_id"][row]) for row in shared}
        first: dict[int, int] = {}
        for row in sorted(ids, key=ids.__getitem__):
            other = first.setdefault(int(same[row]), row)
            if other != row:
                yield facts.hit(
                    {"role": roles["role_id"][row], "other": roles["role_id"][other]},
                    At("roles", row),
                    At("roles", other),
                )
