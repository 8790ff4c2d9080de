"""Writing a snapshot: the texts sorted, every column in its narrowest shape, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from graphauth.files import replacing
from graphauth.model.schema import TABLES, Cell
from graphauth.snapshot.columns import encode
from graphauth.snapshot.container import FORMAT, Index, Writer, source_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from graphauth.model.dataset import DataSet, Table
    from graphauth.model.schema import Column

    Ints = NDArray[np.integer[Any]]
    Arrays = Mapping[str, Ints]

SUFFIX: Final = ".gasnap"
_TEXTS: Final = frozenset({Cell.ID, Cell.TEXT, Cell.CHOICE, Cell.LIST})
"""Cells that hold codes of the vocabulary."""


def write_snapshot(
    path: Path,
    dataset: DataSet,
    sources: Sequence[Path],
    arrays: Callable[[DataSet], Arrays],
    written_by: str,
) -> None:
    """Write a data set, and what an engine made of it, as one file.

    Parameters
    ----------
    path
        Where to; a file that is there is replaced when the new one is whole.
    sources
        The files that the data came from; their names, sizes and hashes are noted.
    arrays
        Given the data set with its texts sorted, returns the engine's arrays by name.
    written_by
        Who writes it: name and version.

    Raises
    ------
    OSError
        When a source can't be read or the file can't be written.
    """
    named = tuple(source_of(one) for one in sources)
    ordered = in_byte_order(dataset)
    with replacing(path) as out:
        writer = Writer(out)
        _write_texts(writer, ordered.vocabulary.texts)
        for schema in TABLES:
            _write_table(writer, ordered[schema.name])
        for name, numbers in arrays(ordered).items():
            writer.add(f"engine.{name}", *encode(numbers))
        writer.finish(
            Index(
                format=FORMAT,
                written_by=written_by,
                sources=named,
                files=dataset.files,
                remarks=tuple(
                    (one.kind.value, *one.place, one.table, one.column, one.subject, one.count)
                    for one in dataset.remarks
                ),
                skipped=dataset.skipped,
                parts=writer.parts,
            )
        )


def in_byte_order(dataset: DataSet) -> DataSet:
    """Return the same data with codes in byte order of their texts; unused texts are left out."""
    from graphauth.model.dataset import DataSet, Table
    from graphauth.model.vocabulary import Vocabulary

    texts = dataset.vocabulary.texts
    used = np.zeros(len(texts), np.bool_)
    used[0] = True
    for table in dataset.tables.values():
        for column in table.schema.columns:
            if column.cell in _TEXTS:
                used[table[column.name]] = True
    named = sorted((texts[code], code) for code in np.flatnonzero(used).tolist())
    moved = np.zeros(len(texts), np.int32)
    moved[[code for _, code in named]] = np.arange(len(named), dtype=np.int32)
    tables = {
        name: Table(
            table.schema,
            {column.name: _moved(table, column, moved) for column in table.schema.columns},
            table.file,
            table.line,
        )
        for name, table in dataset.tables.items()
    }
    vocabulary = Vocabulary(text for text, _ in named[1:])
    return DataSet(tables, vocabulary, dataset.files, dataset.remarks, dataset.skipped)


def _moved(table: Table, column: Column, moved: NDArray[np.int32]) -> NDArray[np.int32]:
    numbers = table[column.name]
    return moved[numbers] if column.cell in _TEXTS else numbers


def _write_texts(writer: Writer, texts: Sequence[str]) -> None:
    encoded = [text.encode() for text in texts]
    lengths = np.array([len(text) for text in encoded], np.int64)
    ends = np.concatenate([[0], np.cumsum(lengths)])
    writer.add("texts.ends", *encode(ends))
    writer.add("texts", {"as": "texts", "count": len(texts)}, b"".join(encoded))


def _write_table(writer: Writer, table: Table) -> None:
    name = table.schema.name
    for column in table.schema.columns:
        writer.add(f"{name}.{column.name}", *encode(table[column.name]))
    writer.add(f"{name}:file", *encode(table.file))
    writer.add(f"{name}:line", *encode(table.line))
