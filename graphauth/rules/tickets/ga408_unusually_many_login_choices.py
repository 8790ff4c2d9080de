"""GA408: an employee with far more login choices than others in the same work."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.arrays import distinct, join, key_of
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Setting, Severity, Text
from graphauth.rules.hits import At
from graphauth.rules.opening import live_grants, live_memberships

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.arrays import Column, Ints
    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class UnusuallyManyLoginChoices(Rule):
    """An employee's login choices exceed a multiple of the peers' median, in every group of peers."""

    code = "GA408"
    severity = Severity.WARNING
    fixer = Fixer.NEAREST_MANAGER
    nodes = Nodes(employee=Label.EMPLOYEE)
    title = Text(
        en="Unusually many login choices",
        sv="Ovanligt många inloggningsval",
    )
    why = Text(
        en="Access beyond what the work needs has usually been added for one day and never "
        "taken away; who stands out is where a review begins.",
        sv="Behörighet utöver vad arbetet kräver har oftast lagts till för en dag och aldrig "
        "tagits bort; den som sticker ut är rätt ställe att börja en genomgång.",
    )
    fix = Text(
        en="The nearest manager goes through roles and assignments with the employee, and ends"
        " those that the work doesn't need.",
        sv="Närmsta chef går igenom roller och uppdrag med medarbetaren, och avslutar dem som "
        "arbetet inte kräver.",
    )
    message = Text(
        en="`{employee}` has {choices} login choices; peers of the same profession and VO have"
        " {usual}",
        sv="`{employee}` har {choices} inloggningsval; andra med samma yrke och VO har {usual}",
    )
    counted = Text(
        en="employees who can log in",
        sv="medarbetare som kan logga in",
    )
    times = Setting(
        5,
        Text(
            en="how many times the peers' median is unusual",
            sv="hur många gånger medianen för andra i samma arbete som är ovanligt",
        ),
    )
    least = Setting(
        50,
        Text(
            en="how many choices are never unusual",
            sv="hur många inloggningsval som aldrig är ovanligt",
        ),
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Compare everybody who can log in with the group of peers that has most."""
        choices = facts.count(facts.choices().employee)
        employee, usual = _usual(facts, choices)
        many = choices[employee]
        odd = np.flatnonzero((many > self.least) & (many > self.times * usual))
        members = facts["assignment_members"]["employee_id"]
        live = np.flatnonzero(live_memberships(facts))
        for place, row in zip(*join(employee[odd], members[live]), strict=True):
            yield facts.hit(
                {"employee": employee[odd[place]]},
                At("assignment_members", live[row]),
                choices=int(many[odd[place]]),
                usual=math.ceil(usual[odd[place]]),
            )

    def population(self, facts: Facts) -> int:
        """Return how many employees can log in."""
        return int(np.count_nonzero(facts.count(facts.choices().employee)))


def _usual(facts: Facts, choices: Ints) -> tuple[Ints, Column]:
    """Return who has peers, and the highest median of the choices in the groups they belong to."""
    employee, profession, vo = _groups(facts, choices)
    group = key_of(profession, vo)
    order = np.lexsort((choices[employee], group))
    begin = np.flatnonzero(np.diff(group[order], prepend=-1))
    size = np.diff(np.append(begin, len(order)))
    counts = choices[employee[order]]
    median = (counts[begin + (size - 1) // 2] + counts[begin + size // 2]) / 2
    highest = np.zeros(len(choices))
    np.maximum.at(highest, employee[order], np.repeat(median, size))
    people = np.flatnonzero(facts.flags(employee))
    return people, highest[people]


def _groups(facts: Facts, choices: Ints) -> tuple[Column, Column, Column]:
    """Return (employee, profession, VO) of everybody who can log in, each once."""
    grants, members = facts["role_grants"], facts["assignment_members"]
    held = np.flatnonzero(live_grants(facts) & (choices[grants["employee_id"]] > 0))
    role = facts.row_of(Label.ROLE, grants["role_id"][held])
    working = distinct(grants["employee_id"][held], facts["roles"]["profession_id"][role])
    joined = np.flatnonzero(live_memberships(facts) & (choices[members["employee_id"]] > 0))
    assignment = facts.row_of(Label.ASSIGNMENT, members["assignment_id"][joined])
    placed = distinct(members["employee_id"][joined], facts["assignments"]["vo_id"][assignment])
    one, other = join(working[0], placed[0])
    return working[0][one], working[1][one], placed[1][other]
