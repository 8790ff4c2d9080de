"""GA502: a unit offers a role that somebody holds, and nobody can log in as it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.arrays import join, shared_keys
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class UnitRoleHeldButNobodyCanLogIn(Rule):
    """A unit-role has holders, and nobody among them has a ticket for it."""

    code = "GA502"
    severity = Severity.ERROR
    fixer = Fixer.IT_SUPPORT
    nodes = Nodes(unit=Label.UNIT, role=Label.ROLE)
    title = Text(
        en="Unit-role held, but nobody can log in",
        sv="Bemannad roll på enhet som ingen kan logga in i",
    )
    why = Text(
        en="It counts as staffed, so nobody looks further; and still nobody can answer there.",
        sv="Rollen räknas som bemannad, så ingen letar vidare, och ändå kan ingen svara där.",
    )
    fix = Text(
        en="A manager orders assignments for the holders at the unit's VO from IT support; "
        "where the unit isn't registered, that comes first.",
        sv="Chefen beställer medarbetaruppdrag i enhetens VO för dem som har rollen hos IT-"
        "supporten; är enheten inte upplagd kommer det först.",
    )
    message = Text(
        en="role `{role}` at unit `{unit}` is held by {holders}, but nobody can log in as it there",
        sv="rollen `{role}` på enheten `{unit}` innehas av {holders}, men ingen kan logga in "
        "med den där",
    )
    counted = Text(
        en="unit-roles",
        sv="enhetsroller",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look for unit-roles with holders and without anybody able."""
        if not facts.asked_system().requires_role:
            return
        staffing, offers = facts.staffing(), facts["unit_roles"]
        blocked = np.flatnonzero((staffing.holders > 0) & (staffing.able == 0))
        rows = np.flatnonzero(facts.holds("unit_roles"))
        one, other = shared_keys(
            (staffing.unit[blocked], staffing.role[blocked]),
            (offers["unit_id"][rows], offers["role_id"][rows]),
        )
        for place, row in zip(*join(one, other), strict=True):
            yield facts.hit(
                {"unit": staffing.unit[blocked[place]], "role": staffing.role[blocked[place]]},
                At("unit_roles", rows[row]),
                holders=int(staffing.holders[blocked[place]]),
            )

    def population(self, facts: Facts) -> int:
        """Return how many unit-roles there are."""
        return len(facts.staffing().unit)
