"""What form a source has, and the reader for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.importing.raw import RawTable, UnreadableError
from graphauth.importing.readers.csv_folder import (
    SUFFIX,
    csv_table,
    read_csv_folder,
    table_of,
)
from graphauth.importing.readers.hsa_test_data import is_hsa_test_data, read_hsa
from graphauth.importing.readers.unit_move import is_unit_move, read_unit_move
from graphauth.importing.row_errors import NO_TABLE, SOURCE_MISSING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graphauth.importing.report import Report


def find_tables(path: Path, source: int, report: Report) -> Iterator[RawTable]:
    """Yield the tables of one source; what is wrong with the source itself goes to the report."""
    if is_hsa_test_data(path):
        yield from read_hsa(path, source, report)
    elif path.is_dir():
        yield from read_csv_folder(path, source, report)
    elif not path.exists():
        _refuse(path, source, report, UnreadableError(SOURCE_MISSING))
    elif (schema := table_of(path)) is not None:
        yield csv_table(path, schema, source, report)
    elif path.suffix.lower() == SUFFIX and is_unit_move(path):
        yield from read_unit_move(path, source, report)
    else:
        _refuse(path, source, report, UnreadableError(NO_TABLE))


def _refuse(path: Path, source: int, report: Report, error: UnreadableError) -> None:
    report.unreadable(report.file(str(path), source), error)
