"""What differs between a database and a data set, node by node and relationship by relationship.

A row that merely stands on another line of its file is a *moved* one: the same fact at another place.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from graphauth.engines.neo4j.graph_form import PLACE, edges, nodes
from graphauth.engines.neo4j.rows import remark_rows
from graphauth.model.schema import RELATIONSHIPS, Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphauth.engines.neo4j.connection import Row
    from graphauth.engines.neo4j.graph_form import Edge, Properties
    from graphauth.model.dataset import DataSet

Frozen = tuple[Any, ...]


class Count(NamedTuple):
    """How many nodes or relationships of a kind differ, and how."""

    kind: str
    added: int
    changed: int
    removed: int
    moved: int


@dataclass
class Kind:
    """What is to be written of one label or type, so that the database holds the data set."""

    added: list[Any] = field(default_factory=list)
    changed: list[Row] = field(default_factory=list)
    moved: list[Row] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)


@dataclass
class Differences:
    """What is to be written, by label and by type."""

    nodes: dict[str, Kind] = field(default_factory=dict)
    relationships: dict[str, Kind] = field(default_factory=dict)

    def counts(self) -> list[Count]:
        """Return the kinds that differ, nodes first."""
        every = {**self.nodes, **self.relationships}
        found = (
            Count(name, len(kind.added), len(kind.changed), len(kind.removed), len(kind.moved))
            for name, kind in every.items()
        )
        return [one for one in found if any(one[1:])]

    def total(self) -> int:
        """Return how many nodes and relationships differ."""
        return sum(sum(one[1:]) for one in self.counts())


def differences(
    dataset: DataSet, nodes_there: Mapping[str, list[Row]], edges_there: Mapping[str, list[Row]]
) -> Differences:
    """Return what must be written so that a database holds a data set.

    Parameters
    ----------
    nodes_there, edges_there
        By label and by type (`graphauth.engines.neo4j.whole.read_elements`).
    """
    found = Differences()
    for label in Label:
        there = nodes_there.get(label.value, [])
        found.nodes[label.value] = _nodes(nodes(dataset, label), there)
    found.nodes["Remark"] = _remarks(remark_rows(dataset), nodes_there.get("Remark", []))
    for one in RELATIONSHIPS:
        joined = edges_there.get(one.rel.value, [])
        found.relationships[one.rel.value] = _edges(edges(dataset, one), joined)
    return found


def _nodes(wanted: Iterable[Properties], there: list[Row]) -> Kind:
    kind, known = Kind(), {row["properties"]["id"]: row for row in there}
    for properties in wanted:
        row = known.pop(properties["id"], None)
        if row is None:
            kind.added.append(properties)
        elif _frozen(row["properties"]) != _frozen(properties):
            same = _frozen(_fact(row["properties"])) == _frozen(_fact(properties))
            change = {"element": row["element"], "properties": properties}
            (kind.moved if same else kind.changed).append(change)
    kind.removed.extend(row["element"] for row in known.values())
    return kind


def _remarks(wanted: list[Properties], there: list[Row]) -> Kind:
    """Return all remarks as new where any of them differs: they are few, and in an order."""
    held = sorted((row["properties"] for row in there), key=lambda one: one["position"])
    if [*map(_frozen, held)] == [*map(_frozen, wanted)]:
        return Kind()
    return Kind(added=wanted, removed=[row["element"] for row in there])


def _edges(wanted: Iterable[Edge], there: list[Row]) -> Kind:
    """Match relationships by their ends and facts, those at the same place first."""
    known: dict[Frozen, dict[Frozen, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in there:
        fact = (row["start"], row["end"], _frozen(_fact(row["properties"])))
        known[fact][_place(row["properties"])].append(row["element"])
    kind, homeless = Kind(), []
    for edge in wanted:
        fact = (edge.start, edge.end, _frozen(_fact(edge.properties)))
        same = known[fact].get(_place(edge.properties)) if fact in known else None
        if same:
            same.pop()
        else:
            homeless.append((fact, edge))
    left = {
        fact: [one for same in places.values() for one in same] for fact, places in known.items()
    }
    for fact, edge in homeless:
        if left.get(fact):
            place = {name: edge.properties[name] for name in PLACE}
            kind.moved.append({"element": left[fact].pop(), "properties": place})
        else:
            kind.added.append(edge._asdict())
    kind.removed.extend(one for same in left.values() for one in same)
    return kind


def _fact(properties: Mapping[str, Any]) -> Properties:
    return {name: value for name, value in properties.items() if name not in PLACE}


def _place(properties: Mapping[str, Any]) -> Frozen:
    return tuple(properties[name] for name in PLACE)


def _frozen(properties: Mapping[str, Any]) -> Frozen:
    return tuple(sorted((name, _comparable(value)) for name, value in properties.items()))


def _comparable(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_comparable, value))
    return value.to_native() if hasattr(value, "to_native") else value
