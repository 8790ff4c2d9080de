"""What a question may ask of an engine. The docstrings here are the law; one suite tests it.

Every engine answers from the same definition (`domain.md`, "The definition of a ticket") and must
give the same rows in the same order as every other. An engine holds one data set and never reads a
clock: the day is always given, as an ordinal (`graphauth.model.days`).

Byte order means the order of the UTF-8 bytes of the ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graphauth.model.answer import Coded, CoverageRow, TicketRow
    from graphauth.model.dataset import DataSet
    from graphauth.model.entities import System
    from graphauth.model.question import Filters
    from graphauth.model.schema import Label


class Ask(NamedTuple):
    """One check of a batch; `role` is blank where the system has no roles."""

    employee: str
    unit: str
    role: str


class Engine(Protocol):
    """One data set, and the questions that are natively asked of it.

    Ids that are not declared are no errors here: they have no tickets. Questions
    (`graphauth.questions`) refuse them first, by `declares`. A `system` that is not declared is a
    `KeyError`. Every method may raise `graphauth.errors.EngineError` where a backend fails.
    """

    name: str

    def close(self) -> None:
        """Let go of files and connections; closing twice is no error."""
        ...

    def systems(self) -> Mapping[str, System]:
        """Return the declared systems by id, in byte order of the ids."""
        ...

    def declares(self, label: Label, node_id: str) -> bool:
        """Whether a table declares the id as that kind of node, on any day."""
        ...

    def declared(self, label: Label) -> Iterable[str]:
        """Return the ids that are declared as that kind of node, each once, in any order."""
        ...

    def name_of(self, label: Label, node_id: str, day: int) -> str:
        """Return a node's name, for people to read; blank where it has none.

        An employee's is given name and family name. Of several rows the first that is valid at the
        day counts, else the first.
        """
        ...

    def role_parts(self, label: Label) -> frozenset[str]:
        """Return the specialties, professions or capabilities that declared roles name."""
        ...

    def check(self, system: str, employee: str, unit: str, role: str, day: int) -> bool:
        """Whether ``ticket(system, employee, unit, role)`` holds at `day`.

        `role` is blank where the system has no roles; a role given to such a system, or a blank one
        where a role is needed, has no ticket.
        """
        ...

    def check_many(self, system: str, asks: Sequence[Ask], day: int) -> list[bool]:
        """Answer a batch: as long as `asks`, in its order, each as `check` would answer it."""
        ...

    def tickets(self, system: str, employee: str, day: int) -> list[TicketRow]:
        """Return an employee's tickets in byte order of (unit, role), without duplicates."""
        ...

    def who(self, system: str, unit: str, role: str | None, day: int) -> list[TicketRow]:
        """Return a unit's tickets in byte order of (employee, role); None asks for every role."""
        ...

    def matrix(self, system: str, day: int, filters: Filters) -> Iterator[TicketRow]:
        """Yield every ticket that passes, once, in byte order of (employee, unit, role).

        Rows stream: memory is bounded by the data, not by the answer.
        """
        ...

    def coverage(self, system: str | None, day: int, filters: Filters) -> Iterator[CoverageRow]:
        """Yield the staffing of every unit × role that passes, in byte order of (unit, role).

        There is a row for each declared, valid unit and each declared role that it validly offers,
        registered or not. `vo_id` is the first valid owner in byte order (blank: none is valid).
        `holders` and `able` count employees as `domain.md`, "Staffing", says, whoever the filters
        name: `Filters.employees` does not narrow the counts, nor the rows.
        """
        ...

    def changes(self, first: int, last: int) -> list[int]:
        """Return the days in ``first..last`` on which anything starts to hold, or ceases to.

        A fact that holds through day D ceases on D + 1. Ascending, without duplicates; every day on
        which an answer differs from the day before is among them (others may be).
        """
        ...

    def part(self, employees: Iterable[str], units: Iterable[str]) -> DataSet:
        """Return the rows that a question about these employees and units can rest on.

        All rows of: the systems; the employees; their memberships, the assignments of those and
        the VOs they are granted at; their grants; the units, their registrations and offers, and
        the VOs that own them; the roles that are granted or offered; with places. Any question
        about only these employees and units is answered by the part as by the whole.
        """
        ...


@runtime_checkable
class WritesPages(Protocol):
    """An engine that can also hand out the matrix by the column, for those who write it all down."""

    def matrix_pages(self, system: str, day: int, filters: Filters) -> Iterator[list[Coded]]:
        """Yield what `Engine.matrix` yields, some rows at a time.

        A page has a column for each field of `TicketRow`, in its order; days are written
        (`graphauth.model.days.format_day`).
        """
        ...


@runtime_checkable
class ReadsBack(Protocol):
    """An engine that holds its data elsewhere, and can return the rows that were loaded there."""

    def whole(self) -> DataSet:
        """Return the whole data set, equal to the one that was loaded."""
        ...
