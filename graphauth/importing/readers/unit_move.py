"""The move of units to new HSA-ids: a list of old and new ids, as public migration scripts have it.

A new care unit is a VO, a new unit is one of its units and replaces the old one. Providers are only
named by id there, so they are not declared; an overlay may do that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.importing.csv_text import open_csv
from graphauth.importing.headers import fold
from graphauth.importing.raw import Chunk, Content, RawTable, UnreadableError
from graphauth.model.schema import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from graphauth.importing.report import Report

_UNITS: Final = {
    "new_unit_hsaid": "unit_id",
    "new_unit_name": "name",
    "new_careunit_hsaid": "vo_id",
    "old_unit_hsaid": "replaces",
}
_VOS: Final = {
    "new_careunit_hsaid": "vo_id",
    "new_careunit_name": "name",
    "new_provider_hsaid": "provider_id",
}


def is_unit_move(path: Path) -> bool:
    """Whether a CSV file's header is that of a unit move."""
    try:
        headers = {fold(header) for header in open_csv(path).headers}
    except UnreadableError:
        return False
    return headers >= {*_UNITS, *_VOS}


def read_unit_move(path: Path, source: int, report: Report) -> Iterator[RawTable]:
    """Yield the VOs and units of a unit move."""
    file = report.file(str(path), source)
    size = path.stat().st_size
    yield RawTable(TABLE["vos"], file, 0, lambda: _vos(open_csv(path)))
    yield RawTable(TABLE["units"], file, size, lambda: _units(open_csv(path)))


def _units(content: Content) -> Content:
    """Return the units; what is no cell of theirs stays as extra cells, so that it is judged."""
    chosen = _positions(content, _UNITS)
    width = len(content.headers)

    def chunks() -> Iterator[Chunk]:
        for chunk in content.chunks:
            rows = [[*(_cell(row, at) for at in chosen), *row[width:]] for row in chunk.rows]
            yield Chunk(rows, chunk.lines, chunk.done)

    return Content(list(_UNITS.values()), chunks())


def _vos(content: Content) -> Content:
    chosen = _positions(content, _VOS)

    def chunks() -> Iterator[Chunk]:
        seen: set[tuple[str, ...]] = set()
        for chunk in content.chunks:
            first: dict[tuple[str, ...], int] = {}
            for row, line in zip(chunk.rows, chunk.lines.tolist(), strict=True):
                cells = tuple(_cell(row, at) for at in chosen)
                if cells not in seen:
                    seen.add(cells)
                    first[cells] = line
            yield Chunk(list(first), np.array([*first.values()], np.int32), chunk.done)

    return Content(list(_VOS.values()), chunks())


def _positions(content: Content, names: dict[str, str]) -> list[int]:
    headers = [fold(header) for header in content.headers]
    return [headers.index(name) for name in names]


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""
