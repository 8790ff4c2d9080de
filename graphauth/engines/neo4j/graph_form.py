"""A data set as the nodes and relationships of ``cypher/README.md``, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from graphauth.model.days import FIRST_DAY
from graphauth.model.schema import (
    DECLARED_IN,
    RELATIONSHIPS,
    TABLE,
    Cell,
    Column,
    Label,
    Relationship,
)
from graphauth.model.vocabulary import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from graphauth.model.dataset import DataSet, Table

Properties = dict[str, Any]

PERIOD: Final = ("valid_from", "valid_to")
PLACE: Final = ("file", "line")
CARRIED: Final = {"role_grants": ("granted_by",)}
"""What a relationship carries of its row, besides the period and the place."""


class Edge(NamedTuple):
    """One relationship: the ids of its ends, and its properties."""

    start: str
    end: str
    properties: Properties


def nodes(dataset: DataSet, label: Label) -> Iterator[Properties]:
    """Yield the properties of every node of a label, declared ones first, in order of first sight."""
    table = dataset[DECLARED_IN[label].name]
    declared = _dated(dataset, table) if table.schema.is_dated else _undated(dataset, table)
    yield from declared.values()
    bare: Properties = {"declared": False}
    if table.schema.is_dated:
        bare |= {"valid_from": [], "valid_to": []}
    for node_id in sorted(_named(dataset, label) - declared.keys()):
        yield {"id": node_id, **bare}


def edges(dataset: DataSet, relationship: Relationship) -> Iterator[Edge]:
    """Yield every relationship of a kind: one for each row, and each different item of a list."""
    table = dataset[relationship.table]
    carried = [*CARRIED.get(relationship.table, ()), *PLACE]
    if table.schema.is_dated:
        carried = [*PERIOD, *carried]
    cells = _decoded(dataset, table, carried)
    starts = _ends(dataset, table, relationship.start_column)
    ends = _ends(dataset, table, relationship.end_column)
    for row, values in enumerate(zip(*(cells[name] for name in carried), strict=True)):
        for start in starts[row]:
            for end in ends[row]:
                yield Edge(start, end, dict(zip(carried, values, strict=True)))


def change_dates(days: Iterable[int]) -> list[date]:
    """Return days as dates; what lies outside the calendar is left out."""
    return [date.fromordinal(day) for day in days if FIRST_DAY < day <= date.max.toordinal()]


def _undated(dataset: DataSet, table: Table) -> dict[str, Properties]:
    key, names = table.schema.key[0], _names(table)
    cells = _decoded(dataset, table, [key, *names])
    found = {}
    for node_id, *values in zip(*cells.values(), strict=True):
        found[node_id] = {"id": node_id, "declared": True, **dict(zip(names, values, strict=True))}
    return found


def _dated(dataset: DataSet, table: Table) -> dict[str, Properties]:
    """Return nodes whose properties are parallel lists, a place for each row."""
    key, names = table.schema.key[0], _names(table)
    cells = _decoded(dataset, table, [key, *names])
    rows: dict[str, list[Sequence[Any]]] = defaultdict(list)
    for node_id, *values in zip(*cells.values(), strict=True):
        rows[node_id].append(values)
    return {
        node_id: {
            "id": node_id,
            "declared": True,
            **{
                name: list(column)
                for name, column in zip(names, zip(*own, strict=True), strict=True)
            },
        }
        for node_id, own in rows.items()
    }


def _names(table: Table) -> list[str]:
    others = [one.name for one in table.schema.columns if not one.key]
    return [*others, *PLACE]


def _named(dataset: DataSet, label: Label) -> set[str]:
    """Return the ids of a label that relationships name."""
    columns = {(one.table, one.start_column) for one in RELATIONSHIPS if one.start is label}
    columns |= {(one.table, one.end_column) for one in RELATIONSHIPS if one.end is label}
    return {
        node_id
        for table, column in columns
        for cell in _ends(dataset, dataset[table], column)
        for node_id in cell
    }


def _ends(dataset: DataSet, table: Table, column: str) -> list[tuple[str, ...]]:
    """Return the ids that each row's cell names: none, one, or the different items of a list."""
    codes = table[column].tolist()
    if table.schema.column(column).cell is Cell.LIST:
        read = {code: tuple(dict.fromkeys(dataset.vocabulary.words(code))) for code in set(codes)}
    else:
        read = {code: (dataset.text(code),) if code else () for code in set(codes)}
    return [read[code] for code in codes]


def _decoded(dataset: DataSet, table: Table, names: Sequence[str]) -> Mapping[str, list[Any]]:
    return {name: _column(dataset, table, name) for name in names}


def _column(dataset: DataSet, table: Table, name: str) -> list[Any]:
    if name == "file":
        return [dataset.files[number] for number in table.file.tolist()]
    if name == "line":
        return list(table.line.tolist())
    stored = table[name].tolist()
    decode = _decoder(
        dataset, TABLE[table.schema.name].column(name), is_dated=table.schema.is_dated
    )
    read = {code: decode(code) for code in set(stored)}
    return [read[code] for code in stored]


def _decoder(dataset: DataSet, column: Column, *, is_dated: bool) -> Callable[[int], Any]:
    match column.cell:
        case Cell.BOOLEAN:
            return bool
        case Cell.FROM | Cell.TO:
            return lambda day: date.fromordinal(max(day, 1))
        case Cell.LIST if not is_dated:
            return lambda code: list(dataset.vocabulary.words(code))
        case Cell.LIST:
            return lambda code: SEPARATOR.join(dataset.vocabulary.words(code))
        case _:
            return dataset.text
