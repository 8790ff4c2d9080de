"""GA406: a unit that is registered at the system under an id that is no HSA-id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.model.columns import distinct
from graphauth.model.ids import is_hsa_id
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At
from graphauth.rules.opening import live_registrations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class RegisteredUnitWithoutAValidHsaId(Rule):
    """A registration at the system names a unit whose id does not have the form of an HSA-id."""

    code = "GA406"
    severity = Severity.ERROR
    fixer = Fixer.HSA_ADMINISTRATOR
    nodes = Nodes(unit=Label.UNIT)
    about_id_forms = True
    title = Text(
        en="Registered unit without a valid HSA-id",
        sv="Upplagd enhet utan giltigt HSA-id",
    )
    why = Text(
        en="Units are registered with their HSA-id at the vendor. Under another id the vendor "
        "finds no unit, and it is silently missing at login.",
        sv="Enheter läggs upp med sitt HSA-id hos leverantören. Under ett annat id hittar "
        "leverantören ingen enhet, och den saknas utan ett ord vid inloggningen.",
    )
    fix = Text(
        en="The HSA administrator finds the unit's HSA-id; the e-hälsoutvecklare registers it "
        "under that one.",
        sv="HSA-administratören tar fram enhetens HSA-id; e-hälsoutvecklaren lägger upp "
        "enheten med det.",
    )
    message = Text(
        en="unit `{unit}` is registered at `{system}` under an id that is no HSA-id",
        sv="enheten `{unit}` är upplagd i `{system}` med ett id som inte är ett HSA-id",
    )
    counted = Text(
        en="registered units",
        sv="upplagda enheter",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at the ids that registrations name."""
        unit, rows = facts["unit_registrations"]["unit_id"], live_registrations(facts)
        bad = [code for code in distinct(unit[rows]) if not is_hsa_id(facts.text(code))]
        for row in np.flatnonzero(rows & np.isin(unit, bad)):
            yield facts.hit({"unit": unit[row]}, At("unit_registrations", row), system=facts.system)

    def population(self, facts: Facts) -> int:
        """Return how many units are registered at the system."""
        return int(
            facts.flags(facts["unit_registrations"]["unit_id"][live_registrations(facts)]).sum()
        )
