"""A data set's fingerprint: equal for equal data, whatever the numbers behind its texts."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

from graphauth.model.schema import Cell

if TYPE_CHECKING:
    from graphauth.model.dataset import DataSet

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
            values = table[column.name]
            if column.cell not in _NUMBERS:
                codes, values = np.unique(values, return_inverse=True)
                _tell(digest, *dataset.texts(codes))
            digest.update(values.astype(np.int64).tobytes())
    return digest.hexdigest()


def _tell(digest: hashlib._Hash, *texts: str) -> None:
    for text in texts:
        digest.update(text.encode() + b"\0")
