"""The data set: fifteen immutable tables of columns, and where each row was read.

Columns are numpy arrays of whole numbers: ids, texts and lists are codes of one `Vocabulary` that
all tables share (so equal ids are equal numbers in every table), days are ordinals
(`graphauth.model.days`), booleans are 0 or 1. Rows as models are made on demand, at the border.

Dated tables hold every row as read, repeats and all; undated tables hold one row for each id, the
one that counts. What else was seen while reading stands in `DataSet.remarks`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np

from graphauth.model.days import FIRST_DAY, LAST_DAY
from graphauth.model.entities import BUILT_IN, ENTITIES, Entity, Place
from graphauth.model.schema import TABLE, TABLES, Cell, Column, TableSchema
from graphauth.model.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from numpy.typing import NDArray

    from graphauth.model.entities import System

    Codes = NDArray[np.int32]


class RemarkKind(StrEnum):
    """What reading can remark on without refusing the data."""

    UNKNOWN_COLUMN = "unknown-column"
    OTHER_FILE = "other-file"
    DIFFERING_ROW = "differing-row"
    REPEATED_ROW = "repeated-row"
    UNKNOWN_CHOICE = "unknown-choice"
    PERSONNUMMER_DROPPED = "personnummer-dropped"
    PROTECTED_NAMES_DROPPED = "protected-names-dropped"
    ROW_SKIPPED = "row-skipped"
    TWO_PEOPLE = "two-people"
    TWO_OWNERS = "two-owners"
    SUB_UNIT = "sub-unit"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something seen while reading that is no error: a finding of its own, or a count.

    Attributes
    ----------
    table, column, subject
        The table, the canonical column and the id that it is about; blank where there is none.
    count
        How many cells, names or rows it stands for.
    """

    kind: RemarkKind
    place: Place
    table: str = ""
    column: str = ""
    subject: str = ""
    count: int = 1


@dataclass(frozen=True, eq=False)
class Table:
    """One table: equally long columns, and the place of each row.

    Attributes
    ----------
    schema
        Its entry in THE schema.
    columns
        Canonical column name to int32 array, shape ``(rows,)``; every column of the schema is here.
    file
        Index into `DataSet.files` of the file that each row was read from, int16.
    line
        The line where each row starts, int32; 0 for what is built in.
    """

    schema: TableSchema
    columns: Mapping[str, Codes]
    file: NDArray[np.int16]
    line: Codes

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.line)

    def __getitem__(self, column: str) -> Codes:
        """Return a column as int32 codes, days or booleans."""
        return self.columns[column]

    def where(self, column: str, codes: Codes) -> NDArray[np.intp]:
        """Return the rows whose column holds one of these codes, ascending."""
        return np.flatnonzero(np.isin(self[column], codes))

    def take(self, rows: NDArray[np.intp]) -> Table:
        """Return the table of these rows, in the order given."""
        columns = {column.name: self[column.name][rows] for column in self.schema.columns}
        return Table(self.schema, columns, self.file[rows], self.line[rows])


def empty_table(schema: TableSchema) -> Table:
    """Return the table without rows."""
    none = np.empty(0, np.int32)
    columns = {column.name: none for column in schema.columns}
    return Table(schema, columns, np.empty(0, np.int16), none)


@dataclass(frozen=True, eq=False)
class DataSet:
    """An immutable bundle of tables.

    Attributes
    ----------
    tables
        Table name to `Table`; all fifteen are here.
    vocabulary
        The texts behind the codes.
    files
        Display names of the files that were read; `Table.file` points into it.
    remarks
        What was seen while reading that is no error.
    skipped
        Rows left out because of errors (``--skip-invalid``): where it is not 0, every answer is
        incomplete and says so.
    """

    tables: Mapping[str, Table]
    vocabulary: Vocabulary
    files: tuple[str, ...] = (BUILT_IN.file,)
    remarks: tuple[Remark, ...] = ()
    skipped: int = 0

    def __getitem__(self, table: str) -> Table:
        """Return a table by its canonical name."""
        return self.tables[table]

    def text(self, code: int) -> str:
        """Return the text of a code."""
        return self.vocabulary.texts[code]

    def texts(self, codes: Iterable[int]) -> list[str]:
        """Return the texts of codes."""
        texts = self.vocabulary.texts
        return [texts[code] for code in codes]

    def place(self, table: Table, row: int) -> Place:
        """Return where a row was read."""
        return Place(self.files[table.file[row]], int(table.line[row]))

    def entity(self, table: str, row: int) -> Entity:
        """Return one row as its model.

        Examples
        --------
        >>> from graphauth.model.dataset import empty_dataset
        >>> empty_dataset().entity("systems", 0).name
        'Clinic24'
        """
        rows = self.tables[table]
        values: dict[str, Any] = {
            column.name: self._value(column, int(rows[column.name][row]))
            for column in rows.schema.columns
        }
        return ENTITIES[table](**values, place=self.place(rows, row))

    def entities(self, table: str) -> Iterator[Entity]:
        """Yield every row of a table as its model, in order."""
        return (self.entity(table, row) for row in range(len(self.tables[table])))

    def systems(self) -> dict[str, System]:
        """Return the declared systems by id, in byte order of the ids."""
        rows = cast("list[System]", list(self.entities("systems")))
        return {row.system_id: row for row in sorted(rows, key=lambda one: one.system_id)}

    def _value(self, column: Column, stored: int) -> object:
        match column.cell:
            case Cell.LIST:
                return self.vocabulary.words(stored)
            case Cell.BOOLEAN:
                return bool(stored)
            case Cell.FROM:
                return None if stored == FIRST_DAY else date.fromordinal(stored)
            case Cell.TO:
                return None if stored == LAST_DAY else date.fromordinal(stored)
            case _:
                return self.vocabulary.texts[stored]


CLINIC24: Final = {
    "system_id": "clinic24",
    "name": "Clinic24",
    "requires_registration": 1,
    "requires_role": 1,
    "purposes": "",
}
"""The one system that is built in; it stands alone where the systems table has no rows."""


def built_in_systems(vocabulary: Vocabulary) -> Table:
    """Return the systems table that holds Clinic24 alone."""
    columns = {
        name: np.array([vocabulary.add(cell) if isinstance(cell, str) else cell], np.int32)
        for name, cell in CLINIC24.items()
    }
    return Table(TABLE["systems"], columns, np.zeros(1, np.int16), np.zeros(1, np.int32))


def empty_dataset() -> DataSet:
    """Return the data set of no rows but the built-in system's."""
    vocabulary = Vocabulary()
    tables = {schema.name: empty_table(schema) for schema in TABLES}
    return DataSet({**tables, "systems": built_in_systems(vocabulary)}, vocabulary)
