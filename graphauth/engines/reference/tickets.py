"""Tickets as a graph, for those who go on in networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from graphauth.model.answer import Node
from graphauth.model.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphauth.model.answer import Ticket

    TicketGraph = nx.MultiDiGraph[Node]


def ticket_graph(tickets: Iterable[Ticket]) -> TicketGraph:
    """Return one edge from employee to unit for each ticket.

    The key of an edge is its role (blank where the system has none); `vo_id` and `valid_until` are
    its attributes.
    """
    graph: TicketGraph = nx.MultiDiGraph()
    for one in tickets:
        start, end = Node(Label.EMPLOYEE, one.employee_id), Node(Label.UNIT, one.unit_id)
        attributes = {"vo_id": one.vo_id, "valid_until": one.valid_until}
        graph.add_edge(start, end, key=one.role_id, **attributes)
    return graph
