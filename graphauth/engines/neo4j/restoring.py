"""Nodes and relationships back as a data set: the inverse of `graphauth.engines.neo4j.graph_form`."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from graphauth.engines.neo4j.graph_form import PLACE
from graphauth.model.dataset import DataSet, Remark, RemarkKind, Table
from graphauth.model.days import FIRST_DAY
from graphauth.model.entities import Place
from graphauth.model.schema import DECLARED_IN, TABLES, Cell, Column, Label, Rel, TableSchema
from graphauth.model.vocabulary import SEPARATOR, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from graphauth.engines.neo4j.connection import Row

PAIRS: Final = {
    Rel.HOLDS: ("assignment_members", "employee_id", "assignment_id"),
    Rel.HAS_ROLE: ("role_grants", "employee_id", "role_id"),
    Rel.OFFERS: ("unit_roles", "unit_id", "role_id"),
    Rel.REGISTERED_AT: ("unit_registrations", "unit_id", "system_id"),
}
"""The relationships that are rows of a table of their own, and the columns of their two ends."""


class Restoring:
    """Gathers what was read, and makes a data set of it.

    Parameters
    ----------
    files
        The files of the data set, in order; rows come back in the order of files and lines.
    """

    def __init__(self, files: Sequence[str]) -> None:
        self._files = {name: number for number, name in enumerate(files)}
        self._rows: dict[str, list[Mapping[str, Any]]] = {table.name: [] for table in TABLES}
        self._seen: set[tuple[str, str]] = set()

    def add(self, row: Row) -> None:
        """Take in a row with `kind`, `properties`, and for a relationship `start` and `end`."""
        if row["kind"] in PAIRS:
            table, start, end = PAIRS[Rel(row["kind"])]
            ends = {start: row["start"], end: row["end"]}
            self._rows[table].append({**row["properties"], **ends})
        elif row["kind"] in DECLARED_IN:
            self.add_node(Label(row["kind"]), row["properties"])

    def add_node(self, label: Label, properties: Mapping[str, Any]) -> None:
        """Take in a node; one that is seen again, or isn't declared, makes no row."""
        if not properties["declared"] or (label, properties["id"]) in self._seen:
            return
        self._seen.add((label, properties["id"]))
        table = DECLARED_IN[label]
        rows = _rows_of(properties) if table.is_dated else [properties]
        self._rows[table.name].extend({**row, table.key[0]: properties["id"]} for row in rows)

    def add_rows(self, start_id: str, rows: Iterable[Sequence[Any]]) -> None:
        """Take in relationships that begin at a node, as ``load/read_rows`` lists them."""
        for kind, end_id, begins, ends, granted_by, file, line in rows:
            table, start, end = PAIRS[kind]
            self._rows[table].append(
                {
                    start: start_id,
                    end: end_id,
                    "valid_from": begins,
                    "valid_to": ends,
                    "granted_by": granted_by,
                    "file": file,
                    "line": line,
                }
            )

    def dataset(self, skipped: int, remarks: Iterable[Row] = ()) -> DataSet:
        """Return what was gathered, every node once, rows in the order they were read."""
        vocabulary = Vocabulary()
        tables = {schema.name: self._table(schema, vocabulary) for schema in TABLES}
        told = tuple(_remark(one) for one in remarks)
        return DataSet(tables, vocabulary, tuple(self._files), told, skipped)

    def _table(self, schema: TableSchema, vocabulary: Vocabulary) -> Table:
        rows = sorted(self._rows[schema.name], key=self._place)
        columns = {
            column.name: np.array(
                [*map(_storing(column, vocabulary), (row[column.name] for row in rows))], np.int32
            )
            for column in schema.columns
        }
        file, line = ([self._place(row)[part] for row in rows] for part in (0, 1))
        return Table(schema, columns, np.array(file, np.int16), np.array(line, np.int32))

    def _place(self, row: Mapping[str, Any]) -> tuple[int, int]:
        return self._files[row["file"]], row["line"]


def _rows_of(properties: Mapping[str, Any]) -> list[dict[str, Any]]:
    names = [name for name in properties if name not in ("id", "declared")]
    columns = (properties[name] for name in names)
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def _storing(column: Column, vocabulary: Vocabulary) -> Callable[[Any], int]:
    """Return what makes a stored number of a value of the column."""
    match column.cell:
        case Cell.BOOLEAN:
            return int
        case Cell.FROM:
            return lambda day: FIRST_DAY if _ordinal(day) == 1 else _ordinal(day)
        case Cell.TO:
            return _ordinal
        case Cell.LIST:
            return lambda items: vocabulary.add(
                items if isinstance(items, str) else SEPARATOR.join(items)
            )
        case _:
            return vocabulary.add


@lru_cache(1 << 16)
def _ordinal(day: Any) -> int:
    """Return a day, a Neo4j date or the text of one, as an ordinal."""
    return (date.fromisoformat(day) if isinstance(day, str) else day).toordinal()


def _remark(row: Row) -> Remark:
    place = Place(*(row[name] for name in PLACE))
    return Remark(
        RemarkKind(row["kind"]), place, row["table"], row["column"], row["subject"], row["count"]
    )
