"""The conditions of a ticket, one by one: what each rests on, or what was found in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphauth.engines.reference.definition import (
    assignment_row,
    edge_evidence,
    node_evidence,
    sources,
    targets,
)
from graphauth.i18n import N_, Message, message
from graphauth.model.answer import Clause, Condition, Fact, Node
from graphauth.model.days import format_day, open_date, period_at, unite
from graphauth.model.schema import Label, Rel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graphauth.engines.reference.graph import Evidence, Graph
    from graphauth.model.days import Periods
    from graphauth.model.entities import Assignment, System


class Attempt(NamedTuple):
    """One way to try: over this assignment and VO (blank: none), as one of these roles."""

    system: System
    employee: str
    unit: str
    roles: tuple[str, ...]
    assignment: str
    vo: str


class Judge:
    """Judges the conditions of attempts in one graph at one day."""

    def __init__(self, graph: Graph, day: int) -> None:
        self._graph = graph
        self._day = day

    def conditions(self, attempt: Attempt) -> Iterator[Condition]:
        """Yield every condition that applies to the attempt, in the definition's order."""
        yield self._valid(Clause.EMPLOYEE_VALID, Node(Label.EMPLOYEE, attempt.employee))
        yield from self._assignment(attempt)
        yield self._valid(Clause.UNIT_VALID, Node(Label.UNIT, attempt.unit))
        if attempt.system.requires_registration:
            yield self._registered(attempt)
        if attempt.system.requires_role:
            yield from self._roles(attempt)

    def _assignment(self, attempt: Attempt) -> Iterator[Condition]:
        if not attempt.assignment:
            said = message("`{employee}` has an assignment", employee=attempt.employee)
            found = message("no membership of any assignment")
            yield Condition(clause=Clause.MEMBER, holds=False, said=said, found=found)
            return
        employee = Node(Label.EMPLOYEE, attempt.employee)
        assignment = Node(Label.ASSIGNMENT, attempt.assignment)
        yield self._edge(Clause.MEMBER, employee, Rel.HOLDS, assignment)
        row = assignment_row(self._graph, assignment)
        if row is None:
            yield self._valid(Clause.OPENS, assignment)
            return
        yield self._opens(attempt.system, row)
        if attempt.system.purposes:
            yield self._purpose(attempt.system, row)
        yield self._valid(Clause.VO_VALID, Node(Label.VO, attempt.vo))
        yield self._owns(Node(Label.VO, attempt.vo), Node(Label.UNIT, attempt.unit))
        if row.unit_ids:
            yield self._limited_to(attempt.unit, row)

    def _opens(self, system: System, row: Assignment) -> Condition:
        known = ", ".join(f"`{one}`" for one in row.systems)
        holds = not row.systems or system.system_id in row.systems
        return Condition(
            clause=Clause.OPENS,
            holds=holds,
            said=message("the assignment opens `{system}`", system=system.system_id),
            facts=(self._of_assignment(row, Rel.OPENS, Node(Label.SYSTEM, system.system_id)),),
            found=None if holds else message("it opens {systems} only", systems=known),
        )

    def _purpose(self, system: System, row: Assignment) -> Condition:
        wanted = ", ".join(f"`{one}`" for one in system.purposes)
        holds = row.purpose in system.purposes
        has = message("its purpose is `{purpose}`", purpose=row.purpose)
        found = has if row.purpose else message("it has no purpose")
        return Condition(
            clause=Clause.PURPOSE,
            holds=holds,
            said=message("the assignment's purpose is one of {purposes}", purposes=wanted),
            facts=(self._of_assignment(row),),
            found=None if holds else found,
        )

    def _limited_to(self, unit: str, row: Assignment) -> Condition:
        known = ", ".join(f"`{one}`" for one in row.unit_ids)
        holds = unit in row.unit_ids
        return Condition(
            clause=Clause.LIMITED_TO,
            holds=holds,
            said=message("the assignment's limit to units names `{unit}`", unit=unit),
            facts=(self._of_assignment(row, Rel.LIMITED_TO, Node(Label.UNIT, unit)),),
            found=None if holds else message("it is limited to {units}", units=known),
        )

    def _of_assignment(
        self, row: Assignment, rel: Rel | None = None, end: Node | None = None
    ) -> Fact:
        start = Node(Label.ASSIGNMENT, row.assignment_id)
        return Fact(start=start, rel=rel, end=end, places=(row.place,))

    def _owns(self, vo: Node, unit: Node) -> Condition:
        owners = [one.id for one in sources(self._graph, unit, Rel.OWNS)]
        others = ", ".join(f"`{one}`" for one in owners if one != vo.id)
        found = message("the unit is owned by {vos}", vos=others) if others else None
        return self._edge(Clause.OWNS, vo, Rel.OWNS, unit, otherwise=found)

    def _registered(self, attempt: Attempt) -> Condition:
        unit, system = (
            Node(Label.UNIT, attempt.unit),
            Node(Label.SYSTEM, attempt.system.system_id),
        )
        others = ", ".join(
            f"`{one.id}`" for one in targets(self._graph, unit, Rel.REGISTERED_AT) if one != system
        )
        found = message("it is registered at {systems}", systems=others) if others else None
        return self._edge(Clause.REGISTERED, unit, Rel.REGISTERED_AT, system, otherwise=found)

    def _roles(self, attempt: Attempt) -> Iterator[Condition]:
        employee, unit = Node(Label.EMPLOYEE, attempt.employee), Node(Label.UNIT, attempt.unit)
        if len(attempt.roles) == 1:
            role = Node(Label.ROLE, attempt.roles[0])
            yield self._edge(
                Clause.GRANT, employee, Rel.HAS_ROLE, role, otherwise=self._instead(employee)
            )
            yield self._edge(Clause.OFFER, unit, Rel.OFFERS, role, otherwise=self._instead(unit))
            return
        yield self._any_of(Clause.GRANT, employee, Rel.HAS_ROLE, attempt.roles)
        held = self._valid_roles(employee, Rel.HAS_ROLE)
        yield self._any_of(Clause.OFFER, unit, Rel.OFFERS, tuple(held))

    def _any_of(self, clause: Clause, start: Node, rel: Rel, roles: Sequence[str]) -> Condition:
        valid = self._valid_roles(start, rel)
        facts = [self._fact(start, rel, Node(Label.ROLE, role)) for role in valid if role in roles]
        said = (
            message("`{employee}` has a role", employee=start.id)
            if rel is Rel.HAS_ROLE
            else message("`{unit}` offers one of the employee's roles", unit=start.id)
        )
        found = self._instead(start) or message("none")
        return Condition(
            clause=clause,
            holds=bool(facts),
            said=said,
            facts=tuple(facts),
            found=None if facts else found,
        )

    def _valid_roles(self, start: Node, rel: Rel) -> list[str]:
        return [
            role.id
            for role in targets(self._graph, start, rel)
            if node_evidence(self._graph, role)
            and period_at(_united(edge_evidence(self._graph, start, role, rel)), self._day)
        ]

    def _instead(self, start: Node) -> Message | None:
        rel = Rel.HAS_ROLE if start.label is Label.EMPLOYEE else Rel.OFFERS
        listed = ", ".join(f"`{one}`" for one in self._valid_roles(start, rel))
        if not listed:
            return None
        if rel is Rel.HAS_ROLE:
            return message("the employee has {roles}", roles=listed)
        return message("the unit offers {roles}", roles=listed)

    def _valid(self, clause: Clause, node: Node) -> Condition:
        evidence = node_evidence(self._graph, node)
        said = message("{label} `{id}` is valid", label=LABELS[node.label], id=node.id)
        if not evidence:
            found = message("it is not declared")
            return Condition(clause=clause, holds=False, said=said, found=found)
        return self._judged(clause, said, evidence, Fact(start=node))

    def _edge(
        self, clause: Clause, start: Node, rel: Rel, end: Node, *, otherwise: Message | None = None
    ) -> Condition:
        said = message(_PHRASES[rel], start=start.id, end=end.id)
        evidence = edge_evidence(self._graph, start, end, rel)
        if not evidence:
            found = otherwise or message("there is no such row")
            return Condition(clause=clause, holds=False, said=said, found=found)
        return self._judged(clause, said, evidence, Fact(start=start, rel=rel, end=end))

    def _fact(self, start: Node, rel: Rel, end: Node) -> Fact:
        evidence = edge_evidence(self._graph, start, end, rel)
        return self._dated(Fact(start=start, rel=rel, end=end), evidence)[0]

    def _judged(
        self, clause: Clause, said: Message, evidence: list[Evidence], fact: Fact
    ) -> Condition:
        facts = self._dated(fact, evidence)
        if period_at(_united(evidence), self._day):
            return Condition(clause=clause, holds=True, said=said, facts=facts)
        found = describe_instead(_united(evidence), self._day)
        return Condition(clause=clause, holds=False, said=said, facts=facts, found=found)

    def _dated(self, fact: Fact, evidence: list[Evidence]) -> tuple[Fact, ...]:
        """Return the fact in its united period, with the rows of that period, the day's own first.

        Where the day lies in no period there is one fact for each.
        """
        united = _united(evidence)
        now = period_at(united, self._day)
        return tuple(
            fact.model_copy(
                update={
                    "valid_from": open_date(period.first),
                    "valid_to": open_date(period.last),
                    "places": tuple(
                        one.row.place
                        for one in sorted(evidence, key=self._is_elsewhere)
                        if period.first <= one.period.first and one.period.last <= period.last
                    ),
                }
            )
            for period in ([now] if now else united)
        )

    def _is_elsewhere(self, evidence: Evidence) -> bool:
        return not evidence.period.first <= self._day <= evidence.period.last


def describe_instead(periods: Periods, day: int) -> Message:
    """Say when what doesn't hold at the day did so last, and when it will again."""
    past = [period.last for period in periods if period.last < day]
    coming = [period.first for period in periods if period.first > day]
    if past and coming:
        return message(
            "it ended {ended} and begins again {begins}",
            ended=format_day(past[-1]),
            begins=format_day(coming[0]),
        )
    if past:
        return message("it ended {ended}", ended=format_day(past[-1]))
    return message("it begins {begins}", begins=format_day(coming[0]))


def _united(evidence: Iterable[Evidence]) -> Periods:
    return unite(one.period for one in evidence)


LABELS = {
    Label.EMPLOYEE: message("employee"),
    Label.ASSIGNMENT: message("assignment"),
    Label.VO: message("VO"),
    Label.UNIT: message("unit"),
    Label.ROLE: message("role"),
    Label.SPECIALTY: message("specialty"),
    Label.PROFESSION: message("profession"),
    Label.CAPABILITY: message("capability"),
    Label.CATALOGUE: message("catalogue"),
    Label.SYSTEM: message("system"),
    Label.PROVIDER: message("provider"),
}
"""The kinds of node, as a person reads them."""

_PHRASES = {
    Rel.HOLDS: N_("`{start}` is a member of assignment `{end}`"),
    Rel.OWNS: N_("VO `{start}` owns unit `{end}`"),
    Rel.REGISTERED_AT: N_("unit `{start}` is registered at `{end}`"),
    Rel.HAS_ROLE: N_("`{start}` has role `{end}`"),
    Rel.OFFERS: N_("unit `{start}` offers role `{end}`"),
}
