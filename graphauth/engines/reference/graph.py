"""The graph of a data set: nodes and relationships as `domain.md` names them, with their rows.

Nodes are `(label, id)` pairs (`graphauth.model.answer.Node`). A node's ``evidence`` lists the rows
that declare it; a node that is only referred to has none. An edge's key is its relationship, its
``evidence`` the rows that say so. Evidence carries the period of its row, and ``periods`` unites
them: never, for a node that nothing declares. A node's ``targets`` and ``sources`` list its
neighbours by relationship, in byte order of their ids.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import networkx as nx

from graphauth.model.answer import Node
from graphauth.model.days import FIRST_DAY, LAST_DAY, Period, unite
from graphauth.model.entities import Dated, Entity
from graphauth.model.schema import (
    RELATIONSHIPS,
    TABLES,
    Cell,
    Relationship,
    TableSchema,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from graphauth.model.dataset import DataSet

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[Node]
else:
    Graph = nx.MultiDiGraph


class Evidence(NamedTuple):
    """One row, and the period in which it holds."""

    period: Period
    row: Entity


def build_graph(dataset: DataSet) -> Graph:
    """Return the graph of a data set; equal data sets make equal graphs."""
    nodes: dict[Node, list[Evidence]] = {}
    edges: dict[tuple[Node, Node, str], list[Evidence]] = defaultdict(list)
    for table in TABLES:
        sources = [one for one in RELATIONSHIPS if one.table == table.name]
        for row in dataset.entities(table.name):
            evidence = Evidence(period_of(row), row)
            if table.label is not None:
                nodes.setdefault(Node(table.label, getattr(row, table.key[0])), []).append(evidence)
            for relationship in sources:
                for start, end in _ends(relationship, row, table):
                    edges[start, end, relationship.rel].append(evidence)
    return _assemble(nodes, edges)


def period_of(row: Entity) -> Period:
    """Return the period of a row; always, for a row of a table without dates."""
    if not isinstance(row, Dated):
        return Period(FIRST_DAY, LAST_DAY)
    return Period(_ordinal(row.valid_from, FIRST_DAY), _ordinal(row.valid_to, LAST_DAY))


def _ordinal(day: date | None, otherwise: int) -> int:
    return otherwise if day is None else day.toordinal()


def _ends(
    relationship: Relationship, row: Entity, table: TableSchema
) -> Iterator[tuple[Node, Node]]:
    for start in _cell(table, row, relationship.start_column):
        for end in _cell(table, row, relationship.end_column):
            yield Node(relationship.start, start), Node(relationship.end, end)


def _cell(table: TableSchema, row: Entity, column: str) -> tuple[str, ...]:
    value = getattr(row, column)
    if table.column(column).cell is Cell.LIST:
        return tuple(dict.fromkeys(value))
    return (value,) if value else ()


def _assemble(
    nodes: dict[Node, list[Evidence]],
    edges: dict[tuple[Node, Node, str], list[Evidence]],
) -> Graph:
    graph: Graph = nx.MultiDiGraph()
    for node, evidence in nodes.items():
        graph.add_node(node, evidence=evidence, periods=unite(one.period for one in evidence))
    for (start, end, rel), evidence in edges.items():
        for node in (start, end):
            if node not in graph:
                graph.add_node(node, evidence=[], periods=())
        periods = unite(one.period for one in evidence)
        graph.add_edge(start, end, key=rel, evidence=evidence, periods=periods)
    for node, ends in graph.adj.items():
        graph.nodes[node]["targets"] = _by_relationship(ends)
    for node, starts in graph.pred.items():
        graph.nodes[node]["sources"] = _by_relationship(starts)
    return graph


def _by_relationship(neighbours: Mapping[Node, Iterable[str]]) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = defaultdict(list)
    for node in sorted(neighbours):
        for rel in neighbours[node]:
            found[rel].append(node)
    return dict(found)
