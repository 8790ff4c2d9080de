"""GA206: a membership has gone on for years, and no end is set."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.model.days import LAST_DAY
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Setting, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphauth.rules.arrays import Mask
    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit

_NO_FIRST_DAY: Final = date.min.toordinal()
"""Blank, or written out as the first of all days: a graph holds the same for both."""


class MembershipWithoutAnEndLongerThanASetting(Rule):
    """A membership that says its first day and no last one has gone on for more than some days.

    One that says no first day either is left alone: nobody knows how long it has gone on.
    """

    code = "GA206"
    severity = Severity.INFO
    fixer = Fixer.NEAREST_MANAGER
    nodes = Nodes(assignment=Label.ASSIGNMENT, employee=Label.EMPLOYEE)
    title = Text(
        en="Long membership without an end date", sv="Långvarigt medlemskap utan slutdatum"
    )
    why = Text(
        en="Nobody has looked for years at whether the person still needs the assignment, and "
        "nothing will end it: so rights pile up.",
        sv="Ingen har på åratal prövat om personen fortfarande behöver uppdraget, och inget "
        "avslutar det: så samlas behörigheter på hög.",
    )
    fix = Text(
        en="The nearest manager reviews the need, and has IT support set an end date or begin the "
        "membership anew.",
        sv="Närmsta chef prövar behovet och låter IT-supporten sätta ett slutdatum eller förnya "
        "medlemskapet.",
    )
    message = Text(
        en="`{employee}` has been a member of assignment `{assignment}` since {since}, without an "
        "end",
        sv="`{employee}` är medlem i medarbetaruppdraget `{assignment}` sedan {since}, utan "
        "slutdatum",
    )
    counted = Text(en="memberships", sv="medlemskap")
    days = Setting(
        1825,
        Text(
            en="for how many days a membership may go on without an end",
            sv="så många dagar får ett medlemskap löpa utan slutdatum",
        ),
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at the memberships that began so long ago, and have no end."""
        members = facts["assignment_members"]
        for row in np.flatnonzero(
            _endless(facts) & (facts.day - members["valid_from"] > self.days)
        ):
            about = {
                "assignment": members["assignment_id"][row],
                "employee": members["employee_id"][row],
            }
            since = facts.date(members["valid_from"][row])
            yield facts.hit(about, At("assignment_members", row), since=since)

    def population(self, facts: Facts) -> int:
        """Return how many memberships hold."""
        return int(facts.holds("assignment_members").sum())

    def turning_days(self, facts: Facts, last: int) -> Iterable[int]:
        """Return the days on which memberships have gone on for too long."""
        first = facts["assignment_members"]["valid_from"][_endless(facts)]
        turning = np.unique(first.astype(np.int64) + self.days + 1)
        days: list[int] = turning[(turning > facts.day) & (turning <= last)].tolist()
        return days


def _endless(facts: Facts) -> Mask:
    members = facts["assignment_members"]
    found: Mask = (members["valid_from"] > _NO_FIRST_DAY) & (members["valid_to"] == LAST_DAY)
    return found
