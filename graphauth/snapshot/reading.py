"""Opening a snapshot: nothing is decoded before it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from graphauth.i18n import message
from graphauth.model.dataset import DataSet, Remark, RemarkKind, Table
from graphauth.model.entities import Place
from graphauth.model.schema import TABLES
from graphauth.snapshot.columns import Stored
from graphauth.snapshot.container import Container, source_of
from graphauth.snapshot.texts import MappedVocabulary, SortedTexts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]

    from graphauth.model.dataset import Codes
    from graphauth.model.schema import TableSchema
    from graphauth.snapshot.container import Source


class Snapshot:
    """An opened snapshot.

    Attributes
    ----------
    dataset
        Its data set, whose columns are decoded when they are touched.
    sources
        The files that the data came from, with their hashes.
    """

    def __init__(self, path: Path) -> None:
        self._container = Container(path)
        index = self._container.index
        self.sources: tuple[Source, ...] = index.sources
        texts = SortedTexts(self._container.section("texts"), self.stored("texts.ends").all())
        tables = {schema.name: MappedTable(schema, self._columns(schema)) for schema in TABLES}
        remarks = tuple(
            Remark(RemarkKind(kind), Place(file, row), table, column, subject, count)
            for kind, file, row, table, column, subject, count in index.remarks
        )
        self.dataset = DataSet(tables, MappedVocabulary(texts), index.files, remarks, index.skipped)

    def array(self, name: str, dtype: type[np.integer[Any]] = np.int32) -> Ints:
        """Return an array of the engine's, decoded anew."""
        return self.stored(f"engine.{name}").all(dtype)

    def has(self, name: str) -> bool:
        """Whether the engine stored an array of that name."""
        return f"engine.{name}" in self._container.sections

    def changed_sources(self) -> list[str]:
        """Return the sources that are there and are no longer what this was made from."""
        return [
            one.name
            for one in self.sources
            if Path(one.name).is_file() and source_of(Path(one.name)) != one
        ]

    def verify(self) -> None:
        """Read everything, and refuse the file where anything in it was altered."""
        self._container.verify()

    def stored(self, name: str) -> Stored:
        """Return a column, verified."""
        section = self._container.section(name)
        content = section.all()
        try:
            return Stored(section.shape, content)
        except (ValueError, KeyError, IndexError):
            self._container.refuse(message("part `{name}` is damaged", name=name))

    def _columns(self, schema: TableSchema) -> MappedColumns:
        parts = {column.name: f"{schema.name}.{column.name}" for column in schema.columns}
        places = {name: f"{schema.name}:{name}" for name in ("file", "line")}
        return MappedColumns(self, parts | places)


class MappedColumns(Mapping[str, "Codes"]):
    """Columns by name, int32, each decoded when it is first touched."""

    def __init__(self, snapshot: Snapshot, parts: Mapping[str, str]) -> None:
        self._snapshot = snapshot
        self._parts = parts
        self._decoded: dict[str, Codes] = {}
        self._stored: dict[str, Stored] = {}

    def __getitem__(self, name: str) -> Codes:
        """Return a column."""
        if name not in self._decoded:
            self._decoded[name] = self.stored(name).all(np.int32).astype(np.int32, copy=False)
        return self._decoded[name]

    def stored(self, name: str) -> Stored:
        """Return a column as it lies in the file."""
        if name not in self._stored:
            self._stored[name] = self._snapshot.stored(self._parts[name])
        return self._stored[name]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names."""
        return iter(self._parts)

    def __len__(self) -> int:
        """Return how many columns there are."""
        return len(self._parts)


class MappedTable(Table):
    """A table of a snapshot."""

    _mapped: MappedColumns

    def __init__(self, schema: TableSchema, columns: MappedColumns) -> None:
        object.__setattr__(self, "schema", schema)
        object.__setattr__(self, "columns", columns)
        object.__setattr__(self, "_mapped", columns)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self._mapped.stored("line"))

    def where(self, column: str, codes: Codes) -> NDArray[np.intp]:
        """Return the rows whose column holds one of these codes, without decoding the others."""
        return self._mapped.stored(column).where(codes)

    def take(self, rows: NDArray[np.intp]) -> Table:
        """Return the table of these rows, without decoding the others."""
        at = {name: self._mapped.stored(name).at(rows).astype(np.int32) for name in self._mapped}
        file, line = at.pop("file"), at.pop("line")
        return Table(self.schema, at, file.astype(np.int16), line)

    @property
    def file(self) -> NDArray[np.int16]:
        """Index of the file that each row was read from."""
        return self.columns["file"].astype(np.int16)

    @property
    def line(self) -> Codes:
        """The line where each row starts."""
        return self.columns["line"]


def open_snapshot(path: Path) -> Snapshot:
    """Map a snapshot.

    Raises
    ------
    SnapshotError
        When it is no snapshot, of another version, cut short or altered. What is not touched is not
        looked at: `Snapshot.verify` looks at everything.
    """
    return Snapshot(path)
