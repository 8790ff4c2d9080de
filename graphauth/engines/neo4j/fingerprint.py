"""A data set's fingerprint: equal for equal data, whatever the numbers behind its texts."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

from graphauth.model.schema import Cell

if TYPE_CHECKING:
    from graphauth.model.dataset import Codes, DataSet

_NUMBERS = (Cell.BOOLEAN, Cell.FROM, Cell.TO)


def fingerprint(dataset: DataSet) -> str:
    """Return a digest of every cell and place of a data set.

    Examples
    --------
    >>> from graphauth.model.dataset import empty_dataset
    >>> fingerprint(empty_dataset()) == fingerprint(empty_dataset())
    True
    """
    digest = hashlib.sha256()
    _tell(digest, *dataset.files, str(dataset.skipped), *map(repr, dataset.remarks))
    for name, table in sorted(dataset.tables.items()):
        _tell(digest, name, str(len(table)))
        digest.update(table.file.tobytes())
        digest.update(table.line.tobytes())
        for column in table.schema.columns:
            _tell(digest, column.name)
            digest.update(_canonical(dataset, digest, table[column.name], column.cell))
    return digest.hexdigest()


def _canonical(dataset: DataSet, digest: hashlib._Hash, stored: Codes, cell: Cell) -> bytes:
    """Return numbers that don't depend on the order in which texts were first seen."""
    if cell in _NUMBERS:
        return stored.astype(np.int64).tobytes()
    codes, numbers = np.unique(stored, return_inverse=True)
    _tell(digest, *dataset.texts(codes))
    return numbers.astype(np.int64).tobytes()


def _tell(digest: hashlib._Hash, *texts: str) -> None:
    for text in texts:
        digest.update(text.encode() + b"\0")
