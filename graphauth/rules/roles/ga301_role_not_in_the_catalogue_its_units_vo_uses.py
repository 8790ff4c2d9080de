"""GA301: a unit offers a role from a catalogue that its VO doesn't use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.arrays import is_in, join
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At
from graphauth.rules.opening import live_offers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class RoleNotInTheCatalogueItsUnitsVoUses(Rule):
    """A valid unit offers a declared role, which is in no catalogue that a VO owning the unit uses."""

    code = "GA301"
    severity = Severity.WARNING
    fixer = Fixer.E_HEALTH_DEVELOPER
    nodes = Nodes(unit=Label.UNIT, role=Label.ROLE)
    title = Text(
        en="Role not in the catalogue its unit's VO uses",
        sv="Roll utanför den rollkatalog som enhetens VO använder",
    )
    why = Text(
        en="Whoever answers for the VO's catalogue doesn't see the role, and nobody keeps it "
        "right.",
        sv="Den som ansvarar för VO:ts rollkatalog ser inte rollen, och ingen håller den rätt.",
    )
    fix = Text(
        en="The e-hälsoutvecklare ties the unit to a role of the VO's own catalogue instead, "
        "or the catalogue's owner takes the role in.",
        sv="E-hälsoutvecklaren knyter enheten till en roll i VO:ts egen rollkatalog i stället,"
        " eller så tar katalogens ägare in rollen.",
    )
    message = Text(
        en="unit `{unit}` offers role `{role}` of catalogue `{catalogue}`, which its VO "
        "doesn't use",
        sv="enheten `{unit}` har rollen `{role}` ur rollkatalogen `{catalogue}`, som dess VO "
        "inte använder",
    )
    counted = Text(
        en="unit-roles",
        sv="enhetsroller",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Compare the catalogue of each role that is offered with those that the unit's VOs use."""
        offers, roles, units, vos = (
            facts[name] for name in ("unit_roles", "roles", "units", "vos")
        )
        unit = offers["unit_id"]
        rows = np.flatnonzero(live_offers(facts))
        catalogue = roles["catalogue_id"][facts.row_of(Label.ROLE, offers["role_id"][rows])]
        owned = np.flatnonzero(facts.holds("units") & facts.valid(Label.VO, units["vo_id"]))
        using = np.flatnonzero(facts.holds("vos"))
        one, other = join(units["vo_id"][owned], vos["vo_id"][using])
        used = (units["unit_id"][owned][one], vos["catalogue_id"][using][other])
        known = is_in((unit[rows], catalogue), used)
        has_owner = facts.flags(units["unit_id"][owned])
        for row, code in zip(rows[~known], catalogue[~known], strict=True):
            if has_owner[unit[row]]:
                yield facts.hit(
                    {"unit": unit[row], "role": offers["role_id"][row]},
                    At("unit_roles", row),
                    catalogue=facts.text(code),
                )

    def population(self, facts: Facts) -> int:
        """Return how many unit-roles there are."""
        return len(facts.staffing().unit)
