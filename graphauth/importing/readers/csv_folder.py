"""A folder of CSV files, or one such file by itself."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from graphauth.importing.csv_text import open_csv
from graphauth.importing.headers import table_named
from graphauth.importing.raw import RawTable, UnreadableError
from graphauth.importing.row_errors import NO_TABLE, UNREADABLE
from graphauth.model.dataset import RemarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graphauth.importing.report import Report
    from graphauth.model.schema import TableSchema

SUFFIX: Final = ".csv"


def read_csv_folder(folder: Path, source: int, report: Report) -> Iterator[RawTable]:
    """Yield the tables of a folder, files in byte order of their names; remark on other files."""
    try:
        entries = sorted(folder.iterdir(), key=lambda path: os.fsencode(path.name))
    except OSError as error:
        failed = UnreadableError(UNREADABLE, reason=error.strerror or "")
        report.unreadable(report.file(str(folder), source), failed)
        return
    found = False
    for path in entries:
        schema = table_of(path)
        if schema is not None:
            found = True
            yield csv_table(path, schema, source, report)
        elif not path.is_dir():
            report.remark(RemarkKind.OTHER_FILE, report.file(str(path), source))
    if not found:
        report.unreadable(report.file(str(folder), source), UnreadableError(NO_TABLE))


def csv_table(path: Path, schema: TableSchema, source: int, report: Report) -> RawTable:
    """Return one CSV file as a table."""
    size = path.stat().st_size if path.is_file() else 0
    file = report.file(str(path), source)
    return RawTable(schema, file, size, lambda: open_csv(path))


def table_of(path: Path) -> TableSchema | None:
    """Return the table that a CSV file is named after, or None."""
    return table_named(path.stem) if path.suffix.lower() == SUFFIX else None
