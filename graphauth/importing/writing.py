"""Writing a data set as a folder of CSV, so that reading it again gives the same (`domain.md`, "Writing")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from graphauth.errors import DataError, UsageError
from graphauth.i18n import message
from graphauth.model.days import FIRST_DAY, LAST_DAY, format_day
from graphauth.model.schema import TABLES, Cell, Column, TableSchema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from graphauth.model.dataset import DataSet, Table

Language = Literal["en", "sv"]
_NEEDS_QUOTES: Final = re.compile(r'[,;\t"\r\n]')
_ROWS: Final = 50_000
_BOOLEANS: Final = {"en": ("false", "true"), "sv": ("nej", "ja")}


def write_folder(dataset: DataSet, path: Path, language: Language = "en") -> None:
    """Write every table that has rows as a CSV file.

    English: UTF-8 without a mark, ``,``, canonical headers. Swedish: with a mark, ``;``, Swedish
    names, as Swedish Excel wants it.

    Raises
    ------
    UsageError
        When the folder exists and is not empty: what lies there would be read as well.
    DataError
        When no system is left (all were skipped): reading it again would put Clinic24 in.
    """
    if not len(dataset["systems"]):
        raise DataError(message("no system is left in the data; mend the skipped rows first"))
    path.mkdir(parents=True, exist_ok=True)
    if any(path.iterdir()):
        raise UsageError(message("the folder `{path}` is not empty; name another", path=path))
    for schema in TABLES:
        if len(dataset[schema.name]):
            _write_table(dataset, schema, path, language)


def write_rows(path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write rows of text as a canonical CSV file: UTF-8 without a mark, ``,``, minimal quoting."""
    with path.open("w", encoding="utf-8", newline="") as file:
        for row in (headers, *rows):
            file.write(",".join(map(quoted, row)) + "\n")


def quoted(text: str) -> str:
    """Return a cell as CSV has it, in quotes only where it needs them.

    Examples
    --------
    >>> quoted('a"b'), quoted("=1+1")
    ('"a""b"', '=1+1')
    """
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def _write_table(dataset: DataSet, schema: TableSchema, path: Path, language: Language) -> None:
    swedish = language == "sv"
    name = schema.swedish if swedish else schema.name
    headers = [column.swedish[0] if swedish else column.name for column in schema.columns]
    separator = ";" if swedish else ","
    encoding = "utf-8-sig" if swedish else "utf-8"
    table = dataset[schema.name]
    with (path / f"{name}.csv").open("w", encoding=encoding, newline="") as file:
        file.write(separator.join(headers) + "\n")
        for start in range(0, len(table), _ROWS):
            columns = [
                _cells(dataset, table, column, slice(start, start + _ROWS), language)
                for column in schema.columns
            ]
            file.writelines(separator.join(row) + "\n" for row in zip(*columns, strict=True))


def _cells(
    dataset: DataSet, table: Table, column: Column, rows: slice, language: Language
) -> list[str]:
    stored = table[column.name][rows].tolist()
    written = _writer(dataset, column, language)
    texts = {code: written(code) for code in set(stored)}
    return [texts[code] for code in stored]


def _writer(dataset: DataSet, column: Column, language: Language) -> Callable[[int], str]:
    match column.cell:
        case Cell.BOOLEAN:
            return lambda code: _BOOLEANS[language][code]
        case Cell.FROM:
            return lambda day: "" if day == FIRST_DAY else _iso(day)
        case Cell.TO:
            return lambda day: "" if day == LAST_DAY else _iso(day)
        case Cell.CHOICE if language == "sv":
            swedish = dict(column.choices)
            return lambda code: quoted(swedish.get(dataset.text(code), dataset.text(code)))
        case _:
            return lambda code: quoted(dataset.text(code))


def _iso(day: int) -> str:
    return "9999-12-31" if day == LAST_DAY else format_day(day)
