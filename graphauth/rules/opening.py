"""What several rules about tickets ask: what holds of assignments, grants, offers, registrations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.base import Label

if TYPE_CHECKING:
    from graphauth.rules.arrays import Mask
    from graphauth.rules.facts import Facts


def opening(facts: Facts) -> Mask:
    """Return the mask of the assignments that open the asked system with a purpose that it takes."""
    rows, system = facts["assignments"], facts.asked_system()
    named = facts.items("assignments", "systems")
    opens: Mask = rows["systems"] == 0
    opens[named.row[named.code == facts.code(system.system_id)]] = True
    if system.purposes:
        taken = [facts.code(purpose) for purpose in system.purposes]
        opens &= np.isin(rows["purpose"], taken)
    return opens


def live_memberships(facts: Facts) -> Mask:
    """Return the memberships that hold, of valid employees, in assignments that open the system."""
    return facts.keep(("opening", "memberships"), lambda: _live_memberships(facts))


def _live_memberships(facts: Facts) -> Mask:
    members, assignments = facts["assignment_members"], facts["assignments"]
    opened = facts.flags(assignments["assignment_id"][opening(facts)])
    live: Mask = facts.holds("assignment_members") & opened[members["assignment_id"]]
    return live & facts.valid(Label.EMPLOYEE, members["employee_id"])


def live_grants(facts: Facts) -> Mask:
    """Return the grants that hold, of valid employees, of declared roles."""
    return facts.keep(("opening", "grants"), lambda: _live_grants(facts))


def _live_grants(facts: Facts) -> Mask:
    grants = facts["role_grants"]
    live: Mask = facts.holds("role_grants") & facts.declares(Label.ROLE, grants["role_id"])
    return live & facts.valid(Label.EMPLOYEE, grants["employee_id"])


def live_offers(facts: Facts) -> Mask:
    """Return the offers that hold, of declared roles, at valid units."""
    offers = facts["unit_roles"]
    live: Mask = facts.holds("unit_roles") & facts.declares(Label.ROLE, offers["role_id"])
    return live & facts.valid(Label.UNIT, offers["unit_id"])


def live_registrations(facts: Facts) -> Mask:
    """Return the registrations at the asked system that hold, whatever units they name."""
    here: Mask = facts["unit_registrations"]["system_id"] == facts.code(facts.system)
    return here & facts.holds("unit_registrations")
