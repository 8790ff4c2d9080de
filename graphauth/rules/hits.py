"""Hits: what a check or a Cypher twin hands over, before it is a finding."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, cast

from graphauth.model.answer import Fact, Node
from graphauth.model.days import open_date
from graphauth.model.schema import RELATIONSHIPS, Cell, Rel, Relationship

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np

    from graphauth.model.dataset import DataSet
    from graphauth.model.entities import Place
    from graphauth.model.schema import Label


class At(NamedTuple):
    """A row that witnesses a hit, and what of it does.

    Without `rel`, it is the row's own relationship, or for a table that declares nodes the node. With
    it, that relationship of the row (``At("units", row, Rel.MANAGED_BY)``); `end` is the code of the
    item that is meant, where the relationship is read from a list.
    """

    table: str
    row: int | np.integer
    rel: Rel | None = None
    end: int | np.integer | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that is wrong, engine by engine alike.

    Attributes
    ----------
    nodes
        Slot name to node or, where the rule names the label, to the id alone.
    values
        What fills the gaps of the message that are no slots.
    about
        What it is about where that is no node, a column or a file; it belongs to its identity.
    """

    nodes: Mapping[str, Node | str]
    kind: str = ""
    places: tuple[Place, ...] = ()
    path: tuple[Fact, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    about: str = ""


def witness(dataset: DataSet, at: At) -> Fact:
    """Return the fact that a row witnesses."""
    table = dataset[at.table]
    row = int(at.row)
    first, last = (
        (open_date(int(table[c][row])) for c in ("valid_from", "valid_to"))
        if (table.schema.is_dated)
        else (None, None)
    )
    places = (dataset.place(table, row),)
    relationship = _relationship(at)
    if relationship is None:
        label = cast("Label", table.schema.label)
        own = Node(label, dataset.text(int(table[table.schema.key[0]][row])))
        return Fact(start=own, valid_from=first, valid_to=last, places=places)
    start, end = (
        Node(label, dataset.text(_code(dataset, at, column)))
        for label, column in (
            (relationship.start, relationship.start_column),
            (relationship.end, relationship.end_column),
        )
    )
    return Fact(
        start=start,
        rel=relationship.rel,
        end=end,
        valid_from=first,
        valid_to=last,
        places=places,
    )


def _relationship(at: At) -> Relationship | None:
    from graphauth.model.schema import TABLE

    if at.rel is None and TABLE[at.table].label is not None:
        return None
    return next(one for one in RELATIONSHIPS if one.table == at.table and at.rel in (None, one.rel))


def _code(dataset: DataSet, at: At, column: str) -> int:
    table = dataset[at.table]
    if table.schema.column(column).cell is Cell.LIST:
        if at.end is None:
            raise LookupError(f"name the item of `{column}`")
        return int(at.end)
    return int(table[column][at.row])
