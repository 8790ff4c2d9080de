"""Reads generated tables with nothing but the standard library, so that tests judge from outside."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DAY = "2026-11-23"

Row = dict[str, str]


class Tables:
    """The tables of a folder as lists of mappings."""

    def __init__(self, folder: Path) -> None:
        self._rows = {path.stem: _read(path) for path in sorted(folder.iterdir())}

    def __getitem__(self, table: str) -> list[Row]:
        return self._rows[table]

    def valid(self, table: str) -> list[Row]:
        """Return the rows that hold on `DAY`."""
        return [row for row in self[table] if holds(row, DAY)]


def holds(row: Row, day: str) -> bool:
    """Whether a dated row holds on a day; ISO days compare as text."""
    first, last = row["valid_from"], row["valid_to"]
    return (not first or first <= day) and (not last or day <= last)


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))
