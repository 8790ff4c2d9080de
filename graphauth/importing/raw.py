"""What a reader hands over: tables of text, not yet understood.

A reader finds the tables of one source and opens them lazily. All rules of reading (headers, cells,
personnummer, merging) stand after this seam, so that every form of source shares them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from graphauth.importing.row_errors import RowErrorKind
    from graphauth.model.dataset import Codes
    from graphauth.model.schema import TableSchema


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some consecutive rows of a table.

    Attributes
    ----------
    rows
        Cells as they stand in the source, not trimmed; rows may be ragged.
    lines
        The line where each row starts, int32, shape ``(rows,)``.
    done
        How much of the file has been read by now, in the unit of `RawTable.size`.
    """

    rows: Sequence[Sequence[str]]
    lines: Codes
    done: int = 0


@dataclass(frozen=True, slots=True)
class Content:
    """The headers of a table as written, and its rows."""

    headers: Sequence[str]
    chunks: Iterator[Chunk]


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table that a reader found; `load` opens it, and may raise `UnreadableError`.

    Attributes
    ----------
    file
        The index of its file in the report of this reading.
    size
        Bytes, for progress.
    """

    schema: TableSchema
    file: int
    size: int
    load: Callable[[], Content]


class UnreadableError(Exception):
    """A whole file can't be read. Caught while gathering; it becomes one of the errors.

    Parameters
    ----------
    kind
        What is wrong.
    line
        The line of the record that is broken, or None where the whole file is meant.
    reason
        What fills the gap of the kind's template, if it has one.
    """

    def __init__(self, kind: RowErrorKind, line: int | None = None, reason: object = "") -> None:
        super().__init__(kind.code)
        self.kind = kind
        self.line = line
        self.reason = reason


def content_of(
    headers: Sequence[str], rows: Sequence[Sequence[str]], lines: Sequence[int]
) -> Content:
    """Return rows that are in memory as content, one chunk."""
    chunk = Chunk(rows, np.array(lines, np.int32))
    return Content(headers, iter((chunk,)))
