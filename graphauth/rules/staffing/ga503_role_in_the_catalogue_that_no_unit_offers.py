"""GA503: a role that stands in a catalogue and at no unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class RoleInTheCatalogueThatNoUnitOffers(Rule):
    """No valid unit validly offers a declared role."""

    code = "GA503"
    severity = Severity.INFO
    fixer = Fixer.CATALOGUE_OWNER
    nodes = Nodes(role=Label.ROLE)
    title = Text(
        en="Role in the catalogue that no unit offers",
        sv="Roll i katalogen som ingen enhet har",
    )
    why = Text(
        en="Nobody can ever log in as it. It makes the catalogue longer, and whoever is given "
        "it has nothing.",
        sv="Ingen kan någonsin logga in med den. Den gör katalogen längre, och den som "
        "tilldelas den får ingenting.",
    )
    fix = Text(
        en="The catalogue's owner removes the role, or the contact person asks for it to be "
        "tied to a unit.",
        sv="Katalogens ägare tar bort rollen, eller så begär kontaktpersonen att den knyts "
        "till en enhet.",
    )
    message = Text(
        en="no unit offers role `{role}`",
        sv="ingen enhet har rollen `{role}`",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look for declared roles that are no unit's."""
        role = facts["roles"]["role_id"]
        for row in np.flatnonzero(~facts.flags(facts.staffing().role)[role]):
            yield facts.hit({"role": role[row]}, At("roles", row))
