"""OpenFGA's server on SQLite, over loopback and its plain HTTP interface, connection kept alive."""

from __future__ import annotations

import json
import socket
import time
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any, ClassVar, Final

from benchmarks.contestant import MATRIX, Contestant, Question, UnavailableError
from benchmarks.contestants.openfga_server import VERSION, OpenFgaServer, find_server
from benchmarks.relations import DayRelations, read_relations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

_TUPLES_PER_WRITE: Final = 1000
_CHECKS_PER_BATCH: Final = 500


def _this(*kinds: str) -> dict[str, Any]:
    return {"directly_related_user_types": [{"type": kind} for kind in kinds]}


def _through(tupleset: str, relation: str) -> dict[str, Any]:
    return {
        "tupleToUserset": {
            "tupleset": {"relation": tupleset},
            "computedUserset": {"relation": relation},
        }
    }


_MODEL: Final = {
    "schema_version": "1.1",
    "type_definitions": [
        {"type": "user"},
        {
            "type": "vo",
            "relations": {"member": {"this": {}}},
            "metadata": {"relations": {"member": _this("user")}},
        },
        {
            "type": "role",
            "relations": {"holder": {"this": {}}},
            "metadata": {"relations": {"holder": _this("user")}},
        },
        {
            "type": "unit",
            "relations": {
                "vo": {"this": {}},
                "member": {"union": {"child": [{"this": {}}, _through("vo", "member")]}},
            },
            "metadata": {"relations": {"vo": _this("vo"), "member": _this("user")}},
        },
        {
            "type": "login",
            "relations": {
                "unit": {"this": {}},
                "role": {"this": {}},
                "can_login": {
                    "intersection": {
                        "child": [_through("unit", "member"), _through("role", "holder")]
                    }
                },
            },
            "metadata": {"relations": {"unit": _this("unit"), "role": _this("role")}},
        },
    ],
}
"""In its own language: unit.member = [user] or member from vo; a login ``unit|role`` has
``can_login: member from unit and holder from role``."""


class OpenFga(Contestant):
    """The server as a user would run it, but for limits and deadlines, which are taken off."""

    title: ClassVar[str] = "OpenFGA server, SQLite"
    cannot: ClassVar[dict[str, str]] = {MATRIX: "no call for it"}
    notes: ClassVar[dict[str, str]] = {
        "load": (
            "loaded with what holds at the asked day, which favours it; SQLite after ANALYZE;"
            " HTTP over loopback with a connection kept alive (no gRPC); its caches off, as by"
            " default; result limits and deadlines taken off"
        ),
        "batch": f"BatchCheck, {_CHECKS_PER_BATCH} checks a call",
        "memory": "the server process; its operating system's file cache comes on top",
    }

    def version(self) -> str:
        """Return the version that is built."""
        find_server()
        return VERSION

    def load(self, folder: Path, day: date) -> None:
        """Write the day's relations as tuples, gather statistics, and connect."""
        self._server = OpenFgaServer(find_server())
        self._server.start()
        self._connect()
        start = time.perf_counter()
        held = read_relations(folder, day.isoformat())
        self.reading_seconds = time.perf_counter() - start
        self._store = self._post("/stores", {"name": "bench"})["id"]
        self._model = self._post(f"/stores/{self._store}/authorization-models", _MODEL)
        tuples = list(_tuples(held))
        for first in range(0, len(tuples), _TUPLES_PER_WRITE):
            keys = tuples[first : first + _TUPLES_PER_WRITE]
            self._ask("write", {"writes": {"tuple_keys": keys}})
        self._connection.close()
        self._server.analyse()
        self.stored_bytes = self._server.stored_bytes()
        self._connect()

    def check(self, employee: str, unit: str, role: str) -> bool:
        """Call Check."""
        answer = self._ask("check", {"tuple_key": _can_login(employee, unit, role)})
        return answer.get("allowed", False) is True

    def check_batch(self, questions: Sequence[Question]) -> list[bool]:
        """Call BatchCheck as often as it takes."""
        answers: list[bool] = []
        for first in range(0, len(questions), _CHECKS_PER_BATCH):
            part = questions[first : first + _CHECKS_PER_BATCH]
            checks = [
                {"tuple_key": _can_login(*question), "correlation_id": str(place)}
                for place, question in enumerate(part)
            ]
            result = self._ask("batch-check", {"checks": checks})["result"]
            answers.extend(result[str(place)].get("allowed", False) for place in range(len(part)))
        return answers

    def tickets(self, employee: str) -> list[str]:
        """Call ListObjects."""
        asked = {"type": "login", "relation": "can_login", "user": f"user:{employee}"}
        objects: list[str] = self._ask("list-objects", asked)["objects"]
        return objects

    def who(self, unit: str, role: str) -> list[dict[str, Any]]:
        """Call ListUsers."""
        login = {"type": "login", "id": f"{unit}|{role}"}
        asked = {"object": login, "relation": "can_login", "user_filters": [{"type": "user"}]}
        users: list[dict[str, Any]] = self._ask("list-users", asked)["users"]
        return users

    def pairs(self, tickets: Sequence[Any]) -> set[tuple[str, str]]:
        """Take units and roles out of the objects' names."""
        split = (one.removeprefix("login:").partition("|") for one in tickets)
        return {(unit, role) for unit, _, role in split}

    def people(self, who: Sequence[Any]) -> set[str]:
        """Take the ids out of the users."""
        return {one["object"]["id"] for one in who}

    def resident_bytes(self) -> int:
        """Return the server's resident memory."""
        return self._server.resident_bytes()

    def close(self) -> None:
        """Stop the server."""
        if hasattr(self, "_server"):
            self._server.stop()

    def _connect(self) -> None:
        self._connection = HTTPConnection("127.0.0.1", self._server.port, timeout=120)
        self._connection.connect()
        self._connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def _ask(self, call: str, body: dict[str, Any]) -> dict[str, Any]:
        model = self._model["authorization_model_id"]
        return self._post(
            f"/stores/{self._store}/{call}", {**body, "authorization_model_id": model}
        )

    def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        text = json.dumps(body)
        self._connection.request("POST", path, text, {"Content-Type": "application/json"})
        response = self._connection.getresponse()
        answer: dict[str, Any] = json.loads(response.read())
        if response.status >= 300:
            raise UnavailableError(
                f"`{path.rpartition('/')[2]}` answered {response.status}: {answer}"
            )
        return answer


def _tuples(held: DayRelations) -> Iterator[dict[str, str]]:
    for employee, vo in held.vo_members:
        yield _tuple(f"user:{employee}", "member", f"vo:{vo}")
    for employee, unit in held.unit_members:
        yield _tuple(f"user:{employee}", "member", f"unit:{unit}")
    for vo, unit in held.owned:
        yield _tuple(f"vo:{vo}", "vo", f"unit:{unit}")
    for employee, role in held.grants:
        yield _tuple(f"user:{employee}", "holder", f"role:{role}")
    for unit, role in held.offers:
        yield _tuple(f"unit:{unit}", "unit", f"login:{unit}|{role}")
        yield _tuple(f"role:{role}", "role", f"login:{unit}|{role}")


def _can_login(employee: str, unit: str, role: str) -> dict[str, str]:
    return _tuple(f"user:{employee}", "can_login", f"login:{unit}|{role}")


def _tuple(user: str, relation: str, target: str) -> dict[str, str]:
    return {"user": user, "relation": relation, "object": target}
