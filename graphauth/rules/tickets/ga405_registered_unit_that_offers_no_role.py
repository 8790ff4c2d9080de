"""GA405: a unit that is registered at the system and offers no role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At
from graphauth.rules.opening import live_registrations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.arrays import Mask
    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class RegisteredUnitThatOffersNoRole(Rule):
    """A valid unit is registered at the system, which requires roles, and offers no declared role."""

    code = "GA405"
    severity = Severity.WARNING
    fixer = Fixer.E_HEALTH_DEVELOPER
    nodes = Nodes(unit=Label.UNIT)
    title = Text(
        en="Registered unit that offers no role",
        sv="Upplagd enhet utan roller",
    )
    why = Text(
        en="The system knows the unit, but no role is tied to it: nobody gets it as a login "
        "choice.",
        sv="Systemet känner till enheten, men ingen roll är knuten till den: ingen får den som"
        " inloggningsval.",
    )
    fix = Text(
        en="The contact person asks for roles to be tied to the unit, or the e-hälsoutvecklare"
        " ends the registration.",
        sv="Kontaktpersonen begär att roller knyts till enheten, eller så avslutar "
        "e-hälsoutvecklaren registreringen.",
    )
    message = Text(
        en="unit `{unit}` is registered at `{system}` but offers no role",
        sv="enheten `{unit}` är upplagd i `{system}` men har inga roller",
    )
    counted = Text(
        en="registered units",
        sv="upplagda enheter",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at the registrations of valid units whose roles are none."""
        system = facts.asked_system()
        if not system.requires_role:
            return
        unit = facts["unit_registrations"]["unit_id"]
        offering = facts.flags(facts.staffing().unit)
        for row in np.flatnonzero(self._registered(facts) & ~offering[unit]):
            yield facts.hit(
                {"unit": unit[row]}, At("unit_registrations", row), system=system.system_id
            )

    def population(self, facts: Facts) -> int:
        """Return how many units are registered at the system."""
        return int(
            facts.flags(facts["unit_registrations"]["unit_id"][self._registered(facts)]).sum()
        )

    def _registered(self, facts: Facts) -> Mask:
        unit = facts["unit_registrations"]["unit_id"]
        return live_registrations(facts) & facts.valid(Label.UNIT, unit)
