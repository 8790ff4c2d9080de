"""Change sets: rows to take away and rows to add, and the data set that comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from graphauth.errors import ChangeRefusedError
from graphauth.i18n import message
from graphauth.model.dataset import DataSet, Table, built_in_systems
from graphauth.model.days import FIRST_DAY, LAST_DAY
from graphauth.model.entities import Dated
from graphauth.model.ids import holds_personnummer
from graphauth.model.schema import TABLE, Cell
from graphauth.model.vocabulary import BLANK, SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from graphauth.model.dataset import Codes
    from graphauth.model.entities import Entity
    from graphauth.model.schema import Column, TableSchema
    from graphauth.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Rows to take away, then rows to add.

    A row is taken away wherever it stands: its place plays no part. To alter a row, take it away
    and add the new one.

    Examples
    --------
    >>> from graphauth.model.entities import RoleGrant
    >>> grant = RoleGrant(employee_id="anna", role_id="nurse")
    >>> sorted(ChangeSet(added=(grant,)).tables())
    ['role_grants']
    """

    removed: tuple[Entity, ...] = ()
    added: tuple[Entity, ...] = ()

    def tables(self) -> frozenset[str]:
        """Return the names of the tables that it touches."""
        return frozenset(row.table for row in (*self.removed, *self.added))


def changed(dataset: DataSet, change: ChangeSet) -> DataSet:
    """Return the data set with a change; the old one stays as it is, and they share what they can.

    Raises
    ------
    ChangeRefusedError
        When a row to take away isn't there, a row to add ends before it begins, an undated id would
        have two rows, or a text holds a personnummer. Then nothing is changed.
    """
    for row in change.added:
        _refuse_personnummer(row)
        _refuse_reversed_period(row)
    files = dict.fromkeys(dataset.files)
    files.update(dict.fromkeys(row.place.file for row in change.added))
    places = {name: number for number, name in enumerate(files)}
    tables = dict(dataset.tables)
    for name in change.tables():
        tables[name] = _changed_table(dataset, change, TABLE[name], places)
    return DataSet(tables, dataset.vocabulary, tuple(files), dataset.remarks, dataset.skipped)


def _changed_table(
    dataset: DataSet, change: ChangeSet, schema: TableSchema, places: dict[str, int]
) -> Table:
    table, words = dataset[schema.name], dataset.vocabulary
    removed = [_rows_of(table, row, words) for row in change.removed if row.table == schema.name]
    added = [row for row in change.added if row.table == schema.name]
    if schema.name == "systems" and added:
        removed.append(np.flatnonzero(table.line == 0))
    taken = table
    if removed:
        taken = table.take(np.delete(np.arange(len(table)), np.concatenate(removed)))
    columns = {
        column.name: np.append(taken[column.name], _stored(added, column, words)).astype(np.int32)
        for column in schema.columns
    }
    file = np.append(taken.file, [places[row.place.file] for row in added]).astype(np.int16)
    line = np.append(taken.line, [row.place.row for row in added]).astype(np.int32)
    whole = Table(schema, columns, file, line)
    if schema.name == "systems" and not len(whole):
        return built_in_systems(words)
    if schema.name == "employees":
        _drop_protected_names(whole)
    _refuse_second_rows(whole, added, words)
    return whole


def _rows_of(table: Table, row: Entity, words: Vocabulary) -> NDArray[np.intp]:
    """Return the rows of a table that say what an entity says."""
    values = {column.name: _one(row, column, words) for column in table.schema.columns}
    key = table.schema.key[0]
    found = table.where(key, np.array([values[key]], np.int32))
    some = table.take(found)
    same = np.ones(len(found), np.bool_)
    for name, value in values.items():
        same &= some[name] == value
    if not same.any():
        raise ChangeRefusedError(
            message(
                "`{table}` has no such row to take away: `{id}`",
                table=row.table,
                id=words.texts[values[key]],
            )
        )
    return found[same]


def _stored(rows: Sequence[Entity], column: Column, words: Vocabulary) -> Codes:
    return np.array([_one(row, column, words) for row in rows], np.int32)


def _one(row: Entity, column: Column, words: Vocabulary) -> int:
    value = getattr(row, column.name)
    if column.cell in (Cell.FROM, Cell.TO):
        bound = FIRST_DAY if column.cell is Cell.FROM else LAST_DAY
        return value.toordinal() if isinstance(value, date) else bound
    if column.cell is Cell.BOOLEAN:
        return int(value)
    return words.add(SEPARATOR.join(value) if column.cell is Cell.LIST else value)


def _drop_protected_names(employees: Table) -> None:
    """Blank the names of everybody whom any row protects."""
    ids = employees["employee_id"]
    protected = np.isin(ids, ids[employees["protected"] > 0])
    for name in ("given_name", "family_name"):
        employees[name][protected] = BLANK


def _refuse_personnummer(row: Entity) -> None:
    for column in TABLE[row.table].columns:
        value = getattr(row, column.name)
        texts = value if isinstance(value, tuple) else (value,)
        if any(isinstance(text, str) and holds_personnummer(text) for text in texts):
            raise ChangeRefusedError(
                message(
                    "`{table}`: `{column}` holds a personnummer, which never gets in",
                    table=row.table,
                    column=column.name,
                )
            )


def _refuse_reversed_period(row: Entity) -> None:
    if not isinstance(row, Dated) or row.valid_from is None or row.valid_to is None:
        return
    if row.valid_from > row.valid_to:
        raise ChangeRefusedError(
            message(
                "`{table}`: a row ends before it begins: {first} is after {last}",
                table=row.table,
                first=row.valid_from,
                last=row.valid_to,
            )
        )


def _refuse_second_rows(table: Table, added: Sequence[Entity], words: Vocabulary) -> None:
    if table.schema.is_dated:
        return
    key = table.schema.key[0]
    for row in added:
        code = words.add(getattr(row, key))
        if len(table.where(key, np.array([code], np.int32))) > 1:
            raise ChangeRefusedError(
                message(
                    "`{table}` has a row for `{id}` already: take it away first",
                    table=row.table,
                    id=getattr(row, key),
                )
            )
