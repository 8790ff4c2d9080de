"""Rows that are already in memory: tests, scenarios, change sets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graphauth.importing.headers import table_named
from graphauth.importing.raw import RawTable, content_of
from graphauth.model.dataset import RemarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.importing.report import Report

Rows = Sequence[Mapping[str, str]]


def read_memory(tables: Mapping[str, Rows], name: str, report: Report) -> Iterator[RawTable]:
    """Yield tables that are in memory; the first row of each has line 2, as below a header."""
    for table, rows in tables.items():
        schema = table_named(table)
        file = report.file(f"{name}!{table}", 0)
        if schema is None:
            report.remark(RemarkKind.OTHER_FILE, file)
        elif rows:
            headers = list(dict.fromkeys(header for row in rows for header in row))
            cells = [[row.get(header, "") for header in headers] for row in rows]
            content = content_of(headers, cells, range(2, 2 + len(rows)))
            yield RawTable(schema, file, 0, lambda content=content: content)  # type: ignore[misc]
