"""Data in: folders of CSV, single files, HSA test data; every source by the same rules.

Readers yield raw tables (`graphauth.importing.raw`); everything after them is shared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.errors import DataRefusedError
from graphauth.importing.readers.memory import Rows, read_memory
from graphauth.importing.reading import Progress, Reader, Reading
from graphauth.importing.rejected import write_rejected
from graphauth.importing.report import Report
from graphauth.importing.sources import find_tables
from graphauth.importing.writing import write_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from graphauth.model.dataset import DataSet

__all__ = [
    "Reading",
    "judge",
    "read",
    "read_tables",
    "write_folder",
    "write_rejected",
]


def read(
    sources: Sequence[Path],
    *,
    skip_invalid: bool = False,
    progress: Progress | None = None,
) -> DataSet:
    """Read sources, merged in their order, as one data set.

    Parameters
    ----------
    sources
        Folders or files.
    skip_invalid
        Leave out the rows that carry errors instead of refusing the set; an assignment or a system
        with such a row is left out whole. A file that can't be read at all is refused even so.
    progress
        Told the file being read, the bytes read so far, and the bytes of all files.

    Raises
    ------
    DataRefusedError
        With every error, in reading order.
    """
    return _accepted(judge(sources, progress=progress), skip_invalid=skip_invalid)


def judge(sources: Sequence[Path], *, progress: Progress | None = None) -> Reading:
    """Read sources and return what is sound, every error, and the rejected rows; raise nothing."""
    report = Report()
    found = [
        raw for number, path in enumerate(sources) for raw in find_tables(path, number, report)
    ]
    return Reader(report, several=len(sources) > 1).read(found, progress)


def read_tables(tables: Mapping[str, Rows], name: str = "memory") -> DataSet:
    """Read rows that are in memory, by the same rules; the first row of a table has line 2.

    Raises
    ------
    DataRefusedError
        With every error, in reading order; files are called ``NAME!TABLE``.

    Examples
    --------
    >>> rows = [{"enhet": "U1", "namn": "Alfta", "vo": "V1"}]
    >>> read_tables({"enheter": rows}).entity("units", 0).name
    'Alfta'
    """
    report = Report()
    found = list(read_memory(tables, name, report))
    reading = Reader(report, several=False).read(found, None)
    return _accepted(reading, skip_invalid=False)


def _accepted(reading: Reading, *, skip_invalid: bool) -> DataSet:
    if reading.dataset is None or (reading.errors and not skip_invalid):
        raise DataRefusedError(reading.errors, reading.rejected)
    return reading.dataset
