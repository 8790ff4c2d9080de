"""Tables while they are gathered: columns that grow chunk by chunk, and rows known to be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from graphauth.model.dataset import Codes
    from graphauth.model.schema import TableSchema

FILE: Final = "*file"
LINE: Final = "*line"


class Gathered:
    """The rows of one table from every source, in reading order.

    Attributes
    ----------
    wrong
        Numbers of the rows that carry an error.
    """

    def __init__(self, schema: TableSchema) -> None:
        self.schema: Final = schema
        self.wrong: Final[set[int]] = set()
        self._rows = 0
        names = [FILE, LINE, *(column.name for column in schema.columns)]
        self._parts: Final[dict[str, list[Codes]]] = {name: [] for name in names}

    def __len__(self) -> int:
        """Return the number of rows."""
        return self._rows

    def __getitem__(self, name: str) -> Codes:
        """Return a column (or `FILE`, `LINE`); its parts are joined once, and may be written to."""
        parts = self._parts[name]
        if len(parts) != 1:
            joined = np.concatenate(parts) if parts else np.empty(0, np.int32)
            parts[:] = [joined]
        return parts[0]

    def extend(self, file: int, lines: Codes, columns: Mapping[str, Codes]) -> None:
        """Add rows of one file."""
        self._rows += len(lines)
        self._parts[FILE].append(np.full(len(lines), file, np.int32))
        self._parts[LINE].append(lines)
        for name, codes in columns.items():
            self._parts[name].append(codes)

    def all_but(self, rows: set[int]) -> NDArray[np.intp]:
        """Return the numbers of every row but these."""
        kept = np.ones(len(self), bool)
        kept[list(rows)] = False
        return np.flatnonzero(kept)
