"""Cedar, embedded by cedarpy: entities with parents, and one policy, both parsed once."""

from __future__ import annotations

import json
import time
from collections import defaultdict
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, ClassVar, Final

import cedarpy

from benchmarks.contestant import MATRIX, TICKETS, WHO, Contestant, Question
from benchmarks.relations import DayRelations, read_relations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

_POLICY: Final = """
permit (principal, action == Action::"login", resource)
when { principal in resource.role && principal in resource.reach };
"""
_LOGIN: Final = {"type": "Action", "id": "login"}
_CANDIDATES = (
    "has no reverse question: candidates that we join from an index of ours (reach and role),"
    " judged in one batch"
)


class Cedar(Contestant):
    """Employees are in VOs, units and roles; a login knows its role, its unit and that unit's VOs."""

    title: ClassVar[str] = "cedarpy"
    cannot: ClassVar[dict[str, str]] = {MATRIX: "no call for it"}
    notes: ClassVar[dict[str, str]] = {
        "load": "knows no dates: loaded with what holds at the asked day, which favours it",
        TICKETS: _CANDIDATES,
        WHO: _CANDIDATES,
    }

    def version(self) -> str:
        """Return cedarpy's version."""
        return version("cedarpy")

    def load(self, folder: Path, day: date) -> None:
        """Parse the day's relations as entities."""
        start = time.perf_counter()
        held = read_relations(folder, day.isoformat())
        self.reading_seconds = time.perf_counter() - start
        self._policies = cedarpy.PolicySet.from_str(_POLICY)
        entities = [*_employees(held), *_logins(held)]
        self._entities = cedarpy.Entities.from_json_str(json.dumps(entities))
        self._index(held)

    def check(self, employee: str, unit: str, role: str) -> bool:
        """Ask for one decision."""
        request = _request(employee, unit, role)
        return cedarpy.is_authorized(request, self._policies, self._entities).allowed

    def check_batch(self, questions: Sequence[Question]) -> list[bool]:
        """Ask for many decisions at once."""
        requests = [_request(*question) for question in questions]
        results = cedarpy.is_authorized_batch(requests, self._policies, self._entities)
        return [result.allowed for result in results]

    def tickets(self, employee: str) -> list[tuple[str, str]]:
        """Judge every login at a unit that is reached that asks for a role that is held."""
        roles = self._roles_of.get(employee, set())
        units = {unit for vo in self._vos_of.get(employee, ()) for unit in self._owned[vo]}
        units |= self._limited_to.get(employee, set())
        asked = [
            (employee, unit, role)
            for unit in units
            for role in roles & self._offers.get(unit, set())
        ]
        return [one[1:] for one in self._allowed(asked)]

    def who(self, unit: str, role: str) -> list[str]:
        """Judge every holder of the role who reaches the unit."""
        owners = self._owners.get(unit, ())
        reaching = {one for vo in owners for one in self._members_of.get(vo, ())}
        reaching |= self._members_of.get(unit, set())
        asked = [(one, unit, role) for one in reaching & self._holders_of.get(role, set())]
        return [one[0] for one in self._allowed(asked)]

    def _allowed(self, asked: list[Question]) -> list[Question]:
        answers = self.check_batch(asked) if asked else []
        return [one for one, allowed in zip(asked, answers, strict=True) if allowed]

    def _index(self, held: DayRelations) -> None:
        self._roles_of = _grouped(held.grants)
        self._holders_of = _grouped({(role, one) for one, role in held.grants})
        self._offers = _grouped(held.offers)
        self._vos_of = _grouped(held.vo_members)
        self._limited_to = _grouped(held.unit_members)
        self._members_of = _grouped(
            {(end, one) for one, end in held.vo_members | held.unit_members}
        )
        self._owned = _grouped(held.owned)
        self._owners = _grouped({(unit, vo) for vo, unit in held.owned})


def _grouped(pairs: set[tuple[str, str]]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for start, end in pairs:
        groups[start].add(end)
    return dict(groups)


def _request(employee: str, unit: str, role: str) -> dict[str, Any]:
    return {
        "principal": _uid("User", employee),
        "action": _LOGIN,
        "resource": _uid("Login", f"{unit}|{role}"),
    }


def _uid(kind: str, name: str) -> dict[str, str]:
    return {"type": kind, "id": name}


def _employees(held: DayRelations) -> list[dict[str, Any]]:
    parents: dict[str, list[dict[str, str]]] = defaultdict(list)
    for kind, pairs in (
        ("VO", held.vo_members),
        ("Unit", held.unit_members),
        ("Role", held.grants),
    ):
        for employee, end in pairs:
            parents[employee].append(_uid(kind, end))
    return [_entity(_uid("User", one), {}, ends) for one, ends in parents.items()]


def _logins(held: DayRelations) -> list[dict[str, Any]]:
    owners = _grouped({(unit, vo) for vo, unit in held.owned})
    logins = []
    for unit, role in held.offers:
        reach = [_uid("VO", vo) for vo in owners[unit]]
        attributes = {
            "role": {"__entity": _uid("Role", role)},
            "reach": [{"__entity": one} for one in (*reach, _uid("Unit", unit))],
        }
        logins.append(_entity(_uid("Login", f"{unit}|{role}"), attributes, []))
    return logins


def _entity(
    uid: dict[str, str], attributes: dict[str, Any], parents: list[dict[str, str]]
) -> dict[str, Any]:
    return {"uid": uid, "attrs": attributes, "parents": parents}
