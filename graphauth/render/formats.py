"""The output formats: each writes a sheet to a binary stream."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import tempfile
from functools import partial
from itertools import chain, islice
from typing import IO, TYPE_CHECKING, Final

from graphauth.errors import UsageError
from graphauth.i18n import message
from graphauth.render.plain import on_one_line
from graphauth.render.sheet import (
    BOOLEANS,
    JSON_VERSION,
    WHOLE_NUMBERS,
    Cell,
    Sheet,
    completeness,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from graphauth.i18n import Translator
    from graphauth.model.answer import Coded

_PAGE: Final = 1000
"""Rows are written by the page, and a table's widths come from its first: a long one streams."""
_MAY_NEED_QUOTES: Final = re.compile(r'[,"\r\n]')
_PARQUET_ROWS: Final = 100_000


def write_csv(sheet: Sheet, out: IO[bytes], _: Translator) -> None:
    r"""Write UTF-8 without a mark, ``\\n``, minimal quoting."""
    if sheet.pages is not None:
        out.write((",".join(sheet.columns) + "\n").encode())
        for page in sheet.pages:
            columns = [_spread(column, csv_cell) for column in page]
            out.write(_lines(map(",".join, zip(*columns, strict=True))))
        return
    rows = chain([sheet.columns], map(_plain, sheet.rows))
    while some := list(islice(rows, _PAGE)):
        out.write(_csv(some).encode())


def _csv(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def csv_cell(text: str) -> str:
    """Return a cell as it is written between commas, quoted where it must be.

    Examples
    --------
    >>> csv_cell("Åsa"), csv_cell('say "hi", twice')
    ('Åsa', '"say ""hi"", twice"')
    """
    return _csv([(text, "")])[:-2] if _MAY_NEED_QUOTES.search(text) else text


def write_jsonl(sheet: Sheet, out: IO[bytes], _: Translator) -> None:
    """Write an object a line."""
    if sheet.pages is not None:
        for page in sheet.pages:
            columns = [
                _spread(column, partial(_member, name))
                for name, column in zip(sheet.columns, page, strict=True)
            ]
            rows = map(", ".join, zip(*columns, strict=True))
            out.write(_lines(f"{{{row}}}" for row in rows))
        return
    for row in sheet.rows:
        out.write(_json(dict(zip(sheet.columns, row, strict=True))) + b"\n")


def _spread(column: Coded, written: Callable[[str], str]) -> Iterator[str]:
    """Yield the cells of a column, each distinct text formed once."""
    return map(list(map(written, column.texts)).__getitem__, column.codes.tolist())


def _lines(rows: Iterable[str]) -> bytes:
    text = "\n".join(rows)
    return (text + "\n").encode() if text else b""


def write_json(sheet: Sheet, out: IO[bytes], translate: Translator) -> None:
    """Write one object: version, question, whether the answer is complete, and the rows."""
    head = {
        "version": JSON_VERSION,
        **sheet.question,
        **completeness(sheet.skipped, translate),
    }
    out.write(_json(head)[:-1] + b', "' + sheet.key.encode() + b'": [')
    for number, row in enumerate(sheet.rows):
        out.write((b",\n" if number else b"\n") + _json(dict(zip(sheet.columns, row, strict=True))))
    out.write(b"\n]}\n")


def write_table(sheet: Sheet, out: IO[bytes], translate: Translator) -> None:
    """Write aligned text for a person; ids are never cut."""
    columns, shown = sheet.people or (sheet.columns, _same)
    rows = ([on_one_line(cell) for cell in _plain(shown(row))] for row in sheet.rows)
    first = list(islice(rows, _PAGE))
    if not first:
        nothing = translate(message("nothing found"))
        out.write(f"{nothing}\n".encode())
        return
    headings = [translate(column) for column in columns]
    widths = [max(map(len, cells)) for cells in zip(headings, *first, strict=True)]
    ruler = ["─" * width for width in widths]
    for row in chain([headings, ruler], first, rows):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        out.write("  ".join(cells).rstrip().encode() + b"\n")


def write_xlsx(sheet: Sheet, out: IO[bytes], _: Translator) -> None:
    """Write a workbook of one sheet; text that begins like a formula stays text."""
    with tempfile.TemporaryFile() as whole:
        _write_workbook(sheet, whole)
        whole.seek(0)
        shutil.copyfileobj(whole, out)


def _write_workbook(sheet: Sheet, out: IO[bytes]) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    page = book.add_worksheet(sheet.key[:31])
    page.freeze_panes(1, 0)
    for number, row in enumerate(chain([sheet.columns], sheet.rows)):
        if number >= 1_048_576:
            raise UsageError(message("a worksheet holds 1,048,576 rows: write csv or parquet"))
        for place, cell in enumerate(row):
            if isinstance(cell, int):
                page.write(number, place, cell)
            elif cell:
                page.write_string(number, place, cell)
    book.close()


def write_parquet(sheet: Sheet, out: IO[bytes], _: Translator) -> None:
    """Write parquet, in row groups, so that a long answer streams."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError as missing:
        raise UsageError(
            message("parquet needs pyarrow: pip install graphauth[parquet]")
        ) from missing
    schema = pa.schema([(name, pa.type_for_alias(_arrow_type(name))) for name in sheet.columns])
    with pq.ParquetWriter(out, schema) as writer:
        if sheet.pages is not None:
            for page in sheet.pages:
                spread = [
                    pa.array(one.texts, pa.string()).take(pa.array(one.codes)) for one in page
                ]
                writer.write_table(pa.Table.from_arrays(spread, schema=schema))
            return
        rows = iter(sheet.rows)
        while batch := list(islice(rows, _PARQUET_ROWS)):
            arrays = [
                pa.array(cells, field.type)
                for cells, field in zip(zip(*batch, strict=True), schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))


def _arrow_type(column: str) -> str:
    if column in WHOLE_NUMBERS:
        return "int64"
    return "bool" if column in BOOLEANS else "string"


def _member(name: str, text: str) -> str:
    """Return a member of a JSON object."""
    return f"{json.dumps(name)}: {json.dumps(text, ensure_ascii=False)}"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _plain(row: Sequence[Cell]) -> list[str]:
    return ["" if cell is None else _word(cell) for cell in row]


def _word(cell: Cell) -> str:
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def _same(row: Sequence[Cell]) -> Sequence[Cell]:
    return row


FORMATS: Final[dict[str, Callable[[Sheet, IO[bytes], Translator], None]]] = {
    "table": write_table,
    "json": write_json,
    "jsonl": write_jsonl,
    "csv": write_csv,
    "xlsx": write_xlsx,
    "parquet": write_parquet,
}
BINARY: Final = frozenset({"xlsx", "parquet"})
FINDING_FORMATS: Final = ("sarif", "junit", "markdown")
"""What findings can be written as, too (`graphauth.render.findings`)."""
PICTURE_FORMATS: Final = ("svg", "html", "png", "pdf", "mmd", "dot", "graphml")
"""What pictures can be written as (`graphauth.render.drawing`)."""
