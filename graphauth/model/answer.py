"""Answers: plain rows inside, frozen models at the border, each with its reasons."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel, ConfigDict

from graphauth.i18n import Message
from graphauth.model.entities import Place
from graphauth.model.schema import Label, Rel

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray


class TicketRow(NamedTuple):
    """A ticket as engines hand it out; the four role columns are blank where a system has no roles.

    `valid_until` is the ordinal of the last day of the unbroken run of days, from the asked day on,
    on which the ticket holds; `graphauth.model.days.LAST_DAY` where it has no end.
    """

    employee_id: str
    unit_id: str
    role_id: str
    vo_id: str
    specialty_id: str
    profession_id: str
    capability_id: str
    valid_until: int


class CoverageRow(NamedTuple):
    """The staffing of one role at one unit (`domain.md`, "Staffing")."""

    unit_id: str
    role_id: str
    vo_id: str
    holders: int
    able: int


class Coded(NamedTuple):
    """A column of many texts, each distinct one written out once.

    Attributes
    ----------
    codes
        The place in `texts` of each row's text, whole numbers, shape ``(rows,)``.
    """

    codes: NDArray[np.integer[Any]]
    texts: Sequence[str]


class Answer(BaseModel):
    """The base of what the Python face and the JSON output hand out."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Ticket(Answer):
    """A ticket: `employee_id` can log in at `unit_id` as `role_id`, until `valid_until` (None: on)."""

    employee_id: str
    unit_id: str
    role_id: str
    vo_id: str
    specialty_id: str
    profession_id: str
    capability_id: str
    valid_until: date | None


class Coverage(Answer):
    """How one role at one unit is staffed: how many hold it, how many can log in as it."""

    unit_id: str
    role_id: str
    vo_id: str
    holders: int
    able: int


class Clause(StrEnum):
    """The conditions of a ticket, named; their numbers are the definition's in `domain.md`."""

    EMPLOYEE_VALID = "employee_valid"
    MEMBER = "member"
    OPENS = "opens"
    PURPOSE = "purpose"
    VO_VALID = "vo_valid"
    OWNS = "owns"
    LIMITED_TO = "limited_to"
    UNIT_VALID = "unit_valid"
    REGISTERED = "registered"
    GRANT = "grant"
    OFFER = "offer"

    @property
    def number(self) -> int:
        """The number of the clause in the definition, 1 to 5."""
        return _NUMBERS[self]


_NUMBERS = {
    Clause.EMPLOYEE_VALID: 1,
    Clause.MEMBER: 2,
    Clause.OPENS: 2,
    Clause.PURPOSE: 2,
    Clause.VO_VALID: 3,
    Clause.OWNS: 3,
    Clause.LIMITED_TO: 3,
    Clause.UNIT_VALID: 4,
    Clause.REGISTERED: 4,
    Clause.GRANT: 5,
    Clause.OFFER: 5,
}


class Node(NamedTuple):
    """A node of the graph."""

    label: Label
    id: str


class Fact(Answer):
    """A fact of the graph, in the period that it holds: a node's validity or a relationship.

    Attributes
    ----------
    rel
        The relationship; None for a node on its own.
    valid_from, valid_to
        The united period around the asked day, or the row's own where the fact doesn't hold then.
    places
        The rows that say so.
    """

    start: Node
    rel: Rel | None = None
    end: Node | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    places: tuple[Place, ...] = ()


class Condition(Answer):
    """One condition of a ticket: whether it holds, what shows it, and what was found in its place.

    Attributes
    ----------
    said
        The condition in words, with the ids it is about.
    facts
        What it rests on where it holds; where it doesn't, the facts that come nearest (an ended
        membership, another unit's registration).
    found
        In words, what was found in its place; None where it holds.
    """

    clause: Clause
    holds: bool
    said: Message
    facts: tuple[Fact, ...] = ()
    found: Message | None = None


class Path(Answer):
    """One support of a ticket, or one attempt at one: every condition with its dates and rows.

    For a support, `valid_from` and `valid_until` bound the days in which all conditions hold.
    """

    assignment_id: str
    vo_id: str
    role_id: str
    valid_from: date | None
    valid_until: date | None
    conditions: tuple[Condition, ...]


class Explanation(Answer):
    """Why, or why not: every support, or every condition with what was found in its place.

    Attributes
    ----------
    role_id
        Blank where the system has no roles; None in a partial question (any role).
    roles
        The roles that the employee can log in as at the unit: one, or for a partial question all.
    paths
        Every support; empty for a "no".
    attempts
        For a "no": the path over each of the employee's assignments, the one that comes nearest
        first, each condition with whether it holds and what was found in its place. An employee
        without assignments has one attempt, over none.
    """

    system_id: str
    employee_id: str
    unit_id: str
    role_id: str | None
    day: date
    decision: bool
    valid_until: date | None = None
    roles: tuple[str, ...] = ()
    paths: tuple[Path, ...] = ()
    attempts: tuple[Path, ...] = ()


class Decision(Answer):
    """The answer of `check`, with the conditions that decided it."""

    decision: bool
    system_id: str
    employee_id: str
    unit_id: str
    role_id: str
    day: date
    valid_until: date | None = None
    reasons: tuple[Condition, ...] = ()

    def __bool__(self) -> bool:
        """Return the decision."""
        return self.decision
