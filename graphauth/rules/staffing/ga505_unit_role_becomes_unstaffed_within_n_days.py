"""GA505: a unit-role that somebody holds now, and soon nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.model.selection import change_days
from graphauth.rules.arrays import key_of
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Setting, Severity, Text
from graphauth.rules.hits import At
from graphauth.rules.opening import live_grants, live_offers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.arrays import Mask
    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class UnitRoleBecomesUnstaffedWithinNDays(Rule):
    """A unit offers a role that somebody holds, and offers it within some days when nobody does."""

    code = "GA505"
    severity = Severity.WARNING
    fixer = Fixer.NEAREST_MANAGER
    nodes = Nodes(unit=Label.UNIT, role=Label.ROLE)
    dated = False
    title = Text(
        en="Unit-role becomes unstaffed soon",
        sv="Rollen på enheten blir snart obemannad",
    )
    why = Text(
        en="Grants and employments run out together, and the day after nobody answers there.",
        sv="Tilldelningar och anställningar löper ut samtidigt, och dagen därpå finns ingen "
        "som svarar där.",
    )
    fix = Text(
        en="The nearest manager prolongs a grant, or grants the role to somebody who stays.",
        sv="Närmsta chef förlänger en tilldelning, eller tilldelar rollen till någon som är kvar.",
    )
    message = Text(
        en="role `{role}` at unit `{unit}` is unstaffed from {unstaffed_from}",
        sv="rollen `{role}` på enheten `{unit}` blir obemannad från och med {unstaffed_from}",
    )
    counted = Text(
        en="unit-roles",
        sv="enhetsroller",
    )
    days = Setting(
        30,
        Text(en="how many days ahead to look", sv="hur många dagar framåt som tas med"),
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at each day on which something ends or begins, for offers whose role nobody holds."""
        offers = facts["unit_roles"]
        login = key_of(offers["unit_id"], offers["role_id"])
        staffed = np.zeros(int(login.max(initial=0)) + 1, np.bool_)
        staffed[login[live_offers(facts) & _held(facts)[offers["role_id"]]]] = True
        for day in change_days(facts.dataset, facts.day + 1, facts.day + self.days):
            later = facts.on(day)
            empty = live_offers(later) & ~_held(later)[offers["role_id"]] & staffed[login]
            for row in np.flatnonzero(empty):
                yield facts.hit(
                    {"unit": offers["unit_id"][row], "role": offers["role_id"][row]},
                    At("unit_roles", row),
                    unstaffed_from=facts.date(day),
                )
            staffed[login[empty]] = False

    def population(self, facts: Facts) -> int:
        """Return how many unit-roles there are."""
        return len(facts.staffing().unit)


def _held(facts: Facts) -> Mask:
    """Return, by code, the declared roles that a valid employee holds."""
    return facts.flags(facts["role_grants"]["role_id"][live_grants(facts)])
