"""GA106: a unit got a new id, and things still point at the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.model.schema import Rel
from graphauth.rules.arrays import join
from graphauth.rules.base import Fixer, Kinds, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At
from graphauth.rules.succession import successions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class ReplacedUnitStillPointedAt(Rule):
    """A unit replaces another, which is still registered, offers roles, or limits assignments."""

    code = "GA106"
    severity = Severity.WARNING
    fixer = Fixer.E_HEALTH_DEVELOPER
    nodes = Nodes(old=Label.UNIT, new=Label.UNIT, assignment=Label.ASSIGNMENT)
    title = Text(en="Replaced unit still pointed at", sv="Ersatt enhet som fortfarande pekas ut")
    why = Text(
        en="What was moved by halves fails without a word: people work at the new unit, and their "
        "login choices, roles or limits are still those of the old one.",
        sv="Det som bara har flyttats till hälften slutar fungera utan förvarning: medarbetarna "
        "arbetar på den nya enheten, men deras inloggningsval, roller eller begränsningar gäller "
        "fortfarande den gamla.",
    )
    fix = Text(
        en="Move what still points at `{old}` over to `{new}`: registration at the vendor, roles in "
        "the catalogue, assignments by way of IT support.",
        sv="Flytta det som fortfarande pekar på `{old}` till `{new}`: upplägget hos leverantören, "
        "rollerna i rollkatalogen och uppdragen via IT-supporten.",
    )
    message = Kinds(
        registered=Text(
            en="unit `{old}` is still registered, though `{new}` has replaced it",
            sv="enheten `{old}` är fortfarande upplagd, fast den har ersatts av `{new}`",
        ),
        offers=Text(
            en="unit `{old}` still offers roles, though `{new}` has replaced it",
            sv="enheten `{old}` har fortfarande roller, fast den har ersatts av `{new}`",
        ),
        limits=Text(
            en="assignment `{assignment}` is still limited to unit `{old}`, though `{new}` has "
            "replaced it",
            sv="medarbetaruppdraget `{assignment}` är fortfarande begränsat till enheten `{old}`, "
            "fast den har ersatts av `{new}`",
        ),
    )
    counted = Text(en="replaced units", sv="ersatta enheter")

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at what points at units that others replace on the day."""
        succession = successions(facts)
        units = facts["units"]
        old, new = units["replaces"][succession], units["unit_id"][succession]
        for kind, table in (("registered", "unit_registrations"), ("offers", "unit_roles")):
            now = np.flatnonzero(facts.holds(table))
            for left, right in zip(*join(facts[table]["unit_id"][now], old), strict=True):
                yield facts.hit(
                    {"old": old[right], "new": new[right]},
                    At(table, now[left]),
                    At("units", succession[right], Rel.REPLACES),
                    kind=kind,
                )
        row, unit = facts.items("assignments", "unit_ids")
        for left, right in zip(*join(unit, old), strict=True):
            assignment = facts["assignments"]["assignment_id"][row[left]]
            yield facts.hit(
                {"old": old[right], "new": new[right], "assignment": assignment},
                At("assignments", row[left], Rel.LIMITED_TO, unit[left]),
                At("units", succession[right], Rel.REPLACES),
                kind="limits",
            )

    def population(self, facts: Facts) -> int:
        """Return how many units others replace."""
        return len(np.unique(facts["units"]["replaces"][successions(facts)]))
