"""PyCasbin with three groupings and one policy: the model that we found fastest."""

from __future__ import annotations

import logging
import time
from importlib.metadata import version
from typing import TYPE_CHECKING, ClassVar, Final

import casbin

from benchmarks.contestant import MATRIX, TICKETS, WHO, Contestant
from benchmarks.relations import read_relations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

_MODEL: Final = """
[request_definition]
r = employee, unit, role
[policy_definition]
p = act
[role_definition]
g = _, _
g2 = _, _
g3 = _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = g2(r.employee, r.role) && g3(r.unit, r.role) && g(r.employee, r.unit)
"""
_CANDIDATES = (
    "has no reverse question: candidates that we join from its own role managers, each then checked"
)


class PyCasbin(Contestant):
    """g: employee → VO → unit (and employee → unit); g2: employee → role; g3: unit → role."""

    title: ClassVar[str] = "PyCasbin"
    cannot: ClassVar[dict[str, str]] = {MATRIX: "no call for it"}
    notes: ClassVar[dict[str, str]] = {
        "load": "knows no dates: loaded with what holds at the asked day, which favours it",
        TICKETS: _CANDIDATES,
        WHO: _CANDIDATES,
    }

    def version(self) -> str:
        """Return PyCasbin's version."""
        return version("casbin")

    def load(self, folder: Path, day: date) -> None:
        """Add the day's relations as links of the role managers."""
        logging.getLogger("casbin").setLevel(logging.CRITICAL)
        start = time.perf_counter()
        held = read_relations(folder, day.isoformat())
        self.reading_seconds = time.perf_counter() - start
        model = casbin.Enforcer.new_model(text=_MODEL)
        self._enforcer = casbin.Enforcer(model)
        self._enforcer.auto_build_role_links = False
        self._enforcer.add_policy("login")
        reach, roles, offers = (
            self._enforcer.get_model()["g"][one].rm for one in ("g", "g2", "g3")
        )
        for start_id, end_id in (*held.vo_members, *held.owned, *held.unit_members):
            reach.add_link(start_id, end_id)
        for employee, role in held.grants:
            roles.add_link(employee, role)
        for unit, role in held.offers:
            offers.add_link(unit, role)
        self._reach, self._roles, self._offers = reach, roles, offers

    def check(self, employee: str, unit: str, role: str) -> bool:
        """Enforce."""
        return bool(self._enforcer.enforce(employee, unit, role))

    def tickets(self, employee: str) -> Sequence[tuple[str, str]]:
        """Check every role of the employee at every unit that offers it and is reached."""
        roles = self._roles.get_roles(employee)
        ends = self._reach.get_roles(employee)
        units = {unit for end in ends for unit in (*self._reach.get_roles(end), end)}
        offered = {unit: set(self._offers.get_roles(unit)) for unit in units}
        asked = [(unit, role) for unit in units for role in roles if role in offered[unit]]
        return [one for one in asked if self.check(employee, *one)]

    def who(self, unit: str, role: str) -> Sequence[str]:
        """Check every holder of the role who reaches the unit."""
        starts = self._reach.get_users(unit)
        reaching = {one for start in starts for one in (*self._reach.get_users(start), start)}
        asked = reaching.intersection(self._roles.get_users(role))
        return [one for one in asked if self.check(one, unit, role)]
