"""Rejected rows as CSV files that can be mended and read again."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graphauth.importing.writing import write_rows
from graphauth.model.schema import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from graphauth.errors import RejectedRow


def write_rejected(rejected: Iterable[RejectedRow], folder: Path) -> list[Path]:
    """Write rejected rows (`DataRefusedError.rejected`), one file for each table.

    The headers are the canonical ones. What was dropped (a personnummer, a protected employee's
    names and unreadable cells) is blank.

    Returns
    -------
    list of Path
        The files written.
    """
    by_table = defaultdict(list)
    for row in rejected:
        by_table[row.table].append(row.cells)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for table, rows in by_table.items():
        headers = [column.name for column in TABLE[table].columns]
        path = folder / f"{table}.csv"
        write_rows(path, headers, ([row[name] for name in headers] for row in rows))
        written.append(path)
    return written
