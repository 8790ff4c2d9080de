"""Why, and why not: every support as a path, or every condition with what was found in its place.

The part of the data that a question rests on is read from the engine, whichever it is, and judged
by the definition itself (`graphauth.engines.reference`): proofs are the same everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.engines.reference.definition import (
    Support,
    assignment_row,
    run_from,
    supports_of,
    targets,
)
from graphauth.engines.reference.graph import build_graph
from graphauth.model.answer import Condition, Decision, Explanation, Node, Path
from graphauth.model.days import Period, open_date, period_at
from graphauth.model.schema import Label, Rel
from graphauth.questions.conditions import Attempt, Judge
from graphauth.questions.validate import (
    refuse_needless_role,
    require_declared,
    require_role,
    system_named,
)

if TYPE_CHECKING:
    from datetime import date

    from graphauth.engines.base import Engine
    from graphauth.engines.reference.graph import Graph
    from graphauth.model.entities import System


def explain(
    engine: Engine, system: str, employee: str, unit: str, role: str | None, day: date
) -> Explanation:
    """Return the proofs of a ticket, or what is missing.

    Parameters
    ----------
    role
        None asks about any role (a partial question), where the system has roles.

    Raises
    ------
    UnknownIdError
        When the system, employee, unit or role is not declared.
    UsageError
        When a role is given to a system that has none.
    """
    asked = system_named(engine, system)
    refuse_needless_role(asked, role)
    require_declared(engine, Label.EMPLOYEE, employee)
    require_declared(engine, Label.UNIT, unit)
    if role:
        require_declared(engine, Label.ROLE, role)
    graph = build_graph(engine.part([employee], [unit]))
    if not asked.requires_role:
        role = ""
    return _Explainer(graph, asked, employee, unit, role, day).explain()


def decide(
    engine: Engine, system: str, employee: str, unit: str, role: str | None, day: date
) -> Decision:
    """Answer whether the ticket holds, with the conditions that decide it.

    Raises
    ------
    UnknownIdError
        When the system, employee, unit or role is not declared.
    UsageError
        When a role is given to a system that has none, or is missing where one is needed.
    """
    role = require_role(system_named(engine, system), role)
    full = explain(engine, system, employee, unit, role or None, day)
    nearest = (full.paths or full.attempts)[0]
    return Decision(
        decision=full.decision,
        system_id=system,
        employee_id=employee,
        unit_id=unit,
        role_id=role,
        day=day,
        valid_until=full.valid_until,
        reasons=nearest.conditions,
    )


class _Explainer:
    def __init__(
        self, graph: Graph, system: System, employee: str, unit: str, role: str | None, day: date
    ) -> None:
        self._graph = graph
        self._system = system
        self._employee = employee
        self._unit = unit
        self._role = role
        self._date = day
        self._day = day.toordinal()
        self._judge = Judge(graph, self._day)

    def explain(self) -> Explanation:
        carrying = [one for one in self._supports() if period_at(one.periods, self._day)]
        answer = Explanation(
            system_id=self._system.system_id,
            employee_id=self._employee,
            unit_id=self._unit,
            role_id=self._role,
            day=self._date,
            decision=bool(carrying),
        )
        if not carrying:
            return answer.model_copy(update={"attempts": tuple(self._attempts())})
        return answer.model_copy(
            update={
                "valid_until": open_date(self._last_day()),
                "roles": tuple(sorted({one.role for one in carrying if one.role})),
                "paths": tuple(self._path(one) for one in carrying),
            }
        )

    def _supports(self) -> list[Support]:
        found = supports_of(self._graph, self._system, self._employee)
        wanted = (one for one in found if one.unit == self._unit)
        return sorted(
            (one for one in wanted if self._role is None or one.role == self._role),
            key=lambda one: (one.role, one.vo, one.assignment),
        )

    def _last_day(self) -> int:
        """Return the last day on which the ticket (of a partial question: any of them) holds on."""
        runs = [
            run_from([one for one in self._supports() if one.role == role], self._day)
            for role in {one.role for one in self._supports()}
        ]
        return max(run.last for run in runs if run is not None)

    def _path(self, support: Support) -> Path:
        attempt = self._attempt(support.assignment, support.vo, (support.role,))
        return self._judged(attempt, period_at(support.periods, self._day))

    def _attempts(self) -> list[Path]:
        employee = Node(Label.EMPLOYEE, self._employee)
        held = targets(self._graph, employee, Rel.HOLDS)
        roles = self._asked_roles()
        tries = [self._attempt(one.id, self._vo_of(one), roles) for one in held]
        tries = tries or [self._attempt("", "", roles)]
        judged = [self._judged(one, None) for one in tries]
        return sorted(judged, key=lambda one: (_missing(one.conditions), one.assignment_id))

    def _asked_roles(self) -> tuple[str, ...]:
        if self._role is not None:
            return (self._role,)
        employee = Node(Label.EMPLOYEE, self._employee)
        held = tuple(one.id for one in targets(self._graph, employee, Rel.HAS_ROLE))
        return held if len(held) != 1 else (*held, "")

    def _vo_of(self, assignment: Node) -> str:
        row = assignment_row(self._graph, assignment)
        return row.vo_id if row else ""

    def _attempt(self, assignment: str, vo: str, roles: tuple[str, ...]) -> Attempt:
        return Attempt(self._system, self._employee, self._unit, roles, assignment, vo)

    def _judged(self, attempt: Attempt, run: Period | None) -> Path:
        return Path(
            assignment_id=attempt.assignment,
            vo_id=attempt.vo,
            role_id=attempt.roles[0] if len(attempt.roles) == 1 else "",
            valid_from=open_date(run.first) if run else None,
            valid_until=open_date(run.last) if run else None,
            conditions=tuple(self._judge.conditions(attempt)),
        )


def _missing(conditions: tuple[Condition, ...]) -> int:
    return sum(not one.holds for one in conditions)
