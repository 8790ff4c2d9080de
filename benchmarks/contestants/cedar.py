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
    "has no reverse question: candidates from an index of ours (who holds, where offered),"
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
        """Judge every login that asks for a role that the employee holds."""
        roles = self._roles_of.get(employee, ())
        asked = [(employee, unit, role) for role in roles for unit in self._units_of.get(role, ())]
        return [one[1:] for one in self._allowed(asked)]

    def who(self, unit: str, role: str) -> list[str]:
        """Judge every holder of the role."""
        asked = [(holder, unit, role) for holder in self._holders_of.get(role, ())]
        return [one[0] for one in self._allowed(asked)]

    def _allowed(self, asked: list[Question]) -> list[Question]:
        answers = self.check_batch(asked) if asked else []
        return [one for one, allowed in zip(asked, answers, strict=True) if allowed]

    def _index(self, held: DayRelations) -> None:
        self._roles_of = _grouped(held.grants)
        self._holders_of = _grouped({(role, one) for one, role in held.grants})
        self._units_of = _grouped({(role, unit) for unit, role in held.offers})


def _grouped(pairs: set[tuple[str, str]]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for start, end in pairs:
        groups[start].append(end)
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
