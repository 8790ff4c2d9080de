"""Names of tables and columns: English or Swedish, mixed, in any case, with space, ``-`` or ``_``."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graphauth.model.schema import TABLES, TableSchema

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ALIKE: Final = str.maketrans({" ": "_", "-": "_"})


def fold(name: str) -> str:
    """Return what two spellings of one name have in common.

    Examples
    --------
    >>> fold(" Från-och med ") == fold("FRÅN_OCH_MED")
    True
    """
    composed = unicodedata.normalize("NFC", name.strip())
    return unicodedata.normalize("NFC", composed.casefold()).translate(_ALIKE)


_TABLE_NAMES: Final = {
    fold(name): table for table in TABLES for name in (table.name, table.swedish)
}
_COLUMN_NAMES: Final = {
    table.name: {
        fold(name): column.name
        for column in table.columns
        for name in (*column.swedish, column.name)
    }
    for table in TABLES
}


@dataclass(frozen=True, slots=True)
class Headers:
    """What the headers of one table mean.

    Attributes
    ----------
    positions
        Canonical column to its position; the first where two mean the same.
    unknown
        Position to header as written, for what no column of the table is called.
    repeated
        (canonical column, first header, second header) where two mean the same.
    """

    positions: Mapping[str, int]
    unknown: Mapping[int, str]
    repeated: Sequence[tuple[str, str, str]]


def table_named(name: str) -> TableSchema | None:
    """Return the table that a file stem or sheet name means, or None.

    Examples
    --------
    >>> table_named("Verksamhetsområden").name
    'vos'
    """
    return _TABLE_NAMES.get(fold(name))


def understand(schema: TableSchema, headers: Sequence[str]) -> Headers:
    """Return what the headers of a table mean."""
    names = _COLUMN_NAMES[schema.name]
    positions: dict[str, int] = {}
    unknown: dict[int, str] = {}
    repeated: list[tuple[str, str, str]] = []
    for position, header in enumerate(headers):
        column = names.get(fold(header))
        if column is None:
            unknown[position] = header.strip()
        elif column in positions:
            repeated.append((column, headers[positions[column]].strip(), header.strip()))
        else:
            positions[column] = position
    return Headers(positions, unknown, repeated)
