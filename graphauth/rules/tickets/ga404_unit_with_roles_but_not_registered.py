"""GA404: a unit that offers roles and is not registered at the system."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At
from graphauth.rules.opening import live_offers, live_registrations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class UnitWithRolesButNotRegistered(Rule):
    """A valid unit offers a declared role, and is not registered at the system, which requires it."""

    code = "GA404"
    severity = Severity.ERROR
    fixer = Fixer.E_HEALTH_DEVELOPER
    nodes = Nodes(unit=Label.UNIT)
    title = Text(
        en="Unit with roles but not registered",
        sv="Enhet med roller men inte upplagd",
    )
    why = Text(
        en="Nobody can log in there, whatever they hold: the system doesn't know the unit.",
        sv="Ingen kan logga in där, vad de än har: systemet känner inte till enheten.",
    )
    fix = Text(
        en="The e-hälsoutvecklare registers the unit's HSA-id at the vendor, or takes the "
        "roles off the unit.",
        sv="E-hälsoutvecklaren lägger upp enhetens HSA-id hos leverantören, eller tar bort "
        "rollerna från enheten.",
    )
    message = Text(
        en="unit `{unit}` offers roles but is not registered at `{system}`",
        sv="enheten `{unit}` har roller men är inte upplagd i `{system}`",
    )
    counted = Text(
        en="units with roles",
        sv="enheter med roller",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at the offers of valid units that have no registration."""
        system = facts.asked_system()
        if not (system.requires_registration and system.requires_role):
            return
        registered = facts.flags(facts["unit_registrations"]["unit_id"][live_registrations(facts)])
        unit = facts["unit_roles"]["unit_id"]
        for row in np.flatnonzero(live_offers(facts) & ~registered[unit]):
            yield facts.hit({"unit": unit[row]}, At("unit_roles", row), system=system.system_id)

    def population(self, facts: Facts) -> int:
        """Return how many units offer roles."""
        return int(facts.flags(facts.staffing().unit).sum())
