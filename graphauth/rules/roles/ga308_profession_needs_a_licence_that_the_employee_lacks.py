"""GA308: a role of a licensed profession, held by somebody without the licence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.model.columns import distinct
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At
from graphauth.rules.opening import live_grants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.arrays import Column, Mask
    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class ProfessionNeedsALicenceThatTheEmployeeLacks(Rule):
    """A valid employee holds a role whose profession asks for a licence that no valid row gives them."""

    code = "GA308"
    severity = Severity.ERROR
    fixer = Fixer.NEAREST_MANAGER
    nodes = Nodes(employee=Label.EMPLOYEE, role=Label.ROLE)
    title = Text(
        en="Profession needs a licence that the employee lacks",
        sv="Yrket kräver en legitimation som medarbetaren saknar",
    )
    why = Text(
        en="Only who has the licence may work in the profession. The role lets somebody act as"
        " what they are not.",
        sv="Bara den som har legitimationen får arbeta i yrket. Rollen låter någon agera som "
        "något de inte är.",
    )
    fix = Text(
        en="The nearest manager takes the role away, or HR enters the licence once it has been"
        " checked.",
        sv="Närmsta chef tar bort rollen, eller så för HR in legitimationen när den har "
        "kontrollerats.",
    )
    message = Text(
        en="`{employee}` holds role `{role}`, whose profession asks for licence {licence}, and"
        " lacks it",
        sv="`{employee}` har rollen `{role}`, vars yrke kräver legitimationen {licence}, och "
        "saknar den",
    )
    counted = Text(
        en="grants of licensed roles",
        sv="tilldelningar av roller som kräver legitimation",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at the grants of roles that ask for a licence, licence by licence."""
        grants, needed = facts["role_grants"], _needed(facts)
        rows = np.flatnonzero(live_grants(facts))
        asked = needed[facts.row_of(Label.ROLE, grants["role_id"][rows])]
        for licence in distinct(asked[asked > 0]):
            lacking = ~_having(facts, licence)[grants["employee_id"][rows]]
            for row in rows[(asked == licence) & lacking]:
                yield facts.hit(
                    {"employee": grants["employee_id"][row], "role": grants["role_id"][row]},
                    At("role_grants", row),
                    licence=facts.text(licence),
                )

    def population(self, facts: Facts) -> int:
        """Return how many grants ask for a licence."""
        rows = live_grants(facts)
        role = facts.row_of(Label.ROLE, facts["role_grants"]["role_id"][rows])
        return int((_needed(facts)[role] > 0).sum())


def _needed(facts: Facts) -> Column:
    """Return the licence that each row of the roles asks for; 0 for none."""
    professions = np.append(facts["professions"]["licence"], 0)
    declared = facts.row_of(Label.PROFESSION, facts["roles"]["profession_id"])
    needed: Column = professions[declared]
    return needed


def _having(facts: Facts, licence: int) -> Mask:
    """Return, by code, the employees to whom a valid row gives the licence."""
    given = facts.items("employees", "licences")
    rows = given.row[given.code == licence]
    valid = rows[facts.holds("employees")[rows]]
    return facts.flags(facts["employees"]["employee_id"][valid])
