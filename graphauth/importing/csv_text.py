"""CSV files as chunks of rows, in bounded memory: encoding, separator, strict quoting, line numbers.

The rules are `domain.md`'s ("Reading"): UTF-8 with or without a mark, else Windows-1252; the
separator is decided on the header record alone; a row's line is the one where its record starts.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from itertools import islice
from typing import TYPE_CHECKING, Final, TextIO

import numpy as np

from graphauth.importing.raw import Chunk, Content, UnreadableError
from graphauth.importing.row_errors import (
    BROKEN_QUOTING,
    NO_HEADER,
    NUL_CHARACTER,
    UNKNOWN_ENCODING,
    UNREADABLE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from graphauth.model.dataset import Codes

CHUNK_ROWS: Final = 50_000
_BLOCK: Final = 1 << 20
_LARGEST_CELL: Final = 2**31 - 1
_SEPARATORS: Final = ",;\t"
_LINE_BREAK: Final = re.compile(r"\r\n|\r|\n")


def open_csv(path: Path) -> Content:
    """Return the headers and rows of a CSV file.

    Raises
    ------
    UnreadableError
        Here, or later while the chunks are drawn: no header, NUL, bytes that no encoding explains,
        broken quoting, or a file that can't be opened.
    """
    try:
        encoding = _encoding(path)
        file = path.open(encoding=encoding, newline="")
    except OSError as error:
        raise UnreadableError(UNREADABLE, reason=error.strerror or "") from error
    with file:
        separator = separator_of(_header_record(file))
        file.seek(0)
        headers = _headers(file, separator)
    return Content(headers, _chunks(path, encoding, separator))


def _encoding(path: Path) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        decoder = codecs.getincrementaldecoder(encoding)()
        with path.open("rb") as file:
            try:
                while block := file.read(_BLOCK):
                    if b"\0" in block:
                        raise UnreadableError(NUL_CHARACTER)
                    decoder.decode(block)
                decoder.decode(b"", final=True)
            except UnicodeDecodeError:
                continue
        return encoding
    raise UnreadableError(UNKNOWN_ENCODING)


def _header_record(file: TextIO) -> str:
    first = record = file.readline()
    while record.count('"') % 2:
        line = file.readline()
        if not line or len(record) > _BLOCK:
            return first
        record += line
    return record


def separator_of(header_record: str) -> str:
    r"""Return the separator of a header record: the most frequent outside quotes.

    Ties, and a record without any, are decided in the order ``,`` ``;`` tab.

    Examples
    --------
    >>> separator_of('"a,b,c";d')
    ';'
    """
    outside = "".join(header_record.split('"')[::2])
    return max(_SEPARATORS, key=outside.count)


def _headers(file: TextIO, separator: str) -> list[str]:
    csv.field_size_limit(_LARGEST_CELL)
    try:
        headers = next(csv.reader(file, delimiter=separator, strict=True), [])
    except csv.Error as error:
        raise UnreadableError(BROKEN_QUOTING, 1) from error
    if not any(header.strip() for header in headers):
        raise UnreadableError(NO_HEADER)
    return headers


def _chunks(path: Path, encoding: str, separator: str) -> Iterator[Chunk]:
    try:
        with path.open("rb") as raw:
            file = io.TextIOWrapper(raw, encoding=encoding, newline="")
            csv.field_size_limit(_LARGEST_CELL)
            reader = csv.reader(file, delimiter=separator, strict=True)
            next(reader)
            while rows := _next_rows(reader, start := reader.line_num + 1):
                yield Chunk(rows, _starts(rows, start, reader.line_num), raw.tell())
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(UNREADABLE, reason=type(error).__name__) from error


def _next_rows(reader: Iterator[list[str]], start: int) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        rows.extend(islice(reader, CHUNK_ROWS))
    except csv.Error as error:
        line = start + sum(map(_lines_of, rows))
        raise UnreadableError(BROKEN_QUOTING, line) from error
    return rows


def _starts(rows: Sequence[Sequence[str]], start: int, last: int) -> Codes:
    if last - start + 1 == len(rows):
        return np.arange(start, last + 1, dtype=np.int32)
    spans = np.fromiter(map(_lines_of, rows), np.int32, len(rows))
    return (start + np.cumsum(spans) - spans).astype(np.int32)


def _lines_of(row: Sequence[str]) -> int:
    return 1 + sum(len(_LINE_BREAK.findall(cell)) for cell in row)
