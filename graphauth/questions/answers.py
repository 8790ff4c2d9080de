"""Answers in numbers: tuples of frozen models, which turn into frames and graphs."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from graphauth.errors import UsageError
from graphauth.i18n import message
from graphauth.model.answer import Answer, Coverage, Ticket

if TYPE_CHECKING:
    from graphauth.engines.reference.tickets import TicketGraph

Row = TypeVar("Row", bound=Answer)


class Answers(tuple[Row, ...]):
    """Frozen answers in the order of the contract; each kind of answer has a class of its own."""

    __slots__ = ()
    model: ClassVar[type[Answer]] = Answer

    def to_polars(self) -> Any:
        """Return them as a polars DataFrame.

        Raises
        ------
        UsageError
            When polars is not installed.
        """
        return needed("polars").DataFrame(self._columns())

    def to_arrow(self) -> Any:
        """Return them as a pyarrow Table.

        Raises
        ------
        UsageError
            When pyarrow is not installed.
        """
        return needed("pyarrow").table(self._columns())

    def _columns(self) -> dict[str, list[object]]:
        return {name: [getattr(row, name) for row in self] for name in self.model.model_fields}


class Tickets(Answers[Ticket]):
    """Tickets, sorted as the question says.

    Examples
    --------
    >>> Tickets(()).to_networkx().number_of_nodes()
    0
    """

    __slots__ = ()
    model = Ticket

    def to_networkx(self) -> TicketGraph:
        """Return them as a graph: an edge from employee to unit for each ticket, keyed by role."""
        from graphauth.engines.reference.tickets import ticket_graph

        return ticket_graph(self)


class Staffing(Answers[Coverage]):
    """The staffing of unit-roles, sorted by unit and role."""

    __slots__ = ()
    model = Coverage


def needed(library: str) -> Any:
    """Import a library that graphauth does without.

    Raises
    ------
    UsageError
        When it is not installed.
    """
    try:
        return import_module(library)
    except ModuleNotFoundError as missing:
        raise UsageError(
            message("{library} is needed: pip install {library}", library=library)
        ) from missing
