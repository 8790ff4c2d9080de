"""From a raw table to gathered rows: headers understood, rows made even, cells parsed, faults noted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.importing import row_errors
from graphauth.importing.cells import (
    NAMES,
    NOT_SAID,
    PERSONNUMMER,
    UNKNOWN,
    CellParser,
    Parsed,
)
from graphauth.importing.headers import understand
from graphauth.importing.report import Fault, Report
from graphauth.model.dataset import RemarkKind
from graphauth.model.days import FIRST_DAY, LAST_DAY, format_day
from graphauth.model.ids import holds_personnummer
from graphauth.model.schema import Cell, Column
from graphauth.model.vocabulary import BLANK
from graphauth.privacy import contains_personnummer

if TYPE_CHECKING:
    from graphauth.importing.gathered import Gathered
    from graphauth.importing.raw import Chunk, RawTable
    from graphauth.model.dataset import Codes

_BLANKS: Final = {
    Cell.FROM: FIRST_DAY,
    Cell.TO: LAST_DAY,
    Cell.BOOLEAN: NOT_SAID,
}
Cells = Sequence[Sequence[str]]


class Intake:
    """Takes in one raw table.

    Parameters
    ----------
    per_row
        Whether required cells other than keys are judged row by row (a single source, or a dated
        table) rather than after merging.
    """

    def __init__(
        self,
        raw: RawTable,
        gathered: Gathered,
        parser: CellParser,
        report: Report,
        *,
        per_row: bool,
    ) -> None:
        self._raw = raw
        self._schema = raw.schema
        self._gathered = gathered
        self._parser = parser
        self._report = report
        self._per_row = per_row
        content = raw.load()
        self._width = len(content.headers)
        self._headers = understand(raw.schema, content.headers)
        self._content = content
        self._lacking: set[str] = set()

    def take(self, step: Callable[[int], None]) -> None:
        """Take in every row; `step` is told how far the file has been read.

        Raises
        ------
        UnreadableError
            When the file turns out to be broken.
        """
        self._judge_headers()
        broken_header = bool(self._lacking or self._headers.repeated)
        for chunk in self._content.chunks:
            before = len(self._gathered)
            self._take_chunk(chunk)
            if broken_header:
                self._gathered.wrong.update(range(before, len(self._gathered)))
            step(chunk.done)

    def _judge_headers(self) -> None:
        file, table = self._raw.file, self._schema.name
        for column, first, second in self._headers.repeated:
            says = {"first": first, "second": second}
            self._report.faults.append(
                Fault(row_errors.TWO_COLUMNS, file, 1, column, table, says=says)
            )
        for one in self._schema.columns:
            if one.name not in self._headers.positions and self._is_judged(one):
                self._lacking.add(one.name)
                says = {"table": table, "column": one.name}
                self._report.faults.append(
                    Fault(row_errors.MISSING_COLUMN, file, 1, one.name, table, says=says)
                )
        for header in self._headers.unknown.values():
            self._report.remark(RemarkKind.UNKNOWN_COLUMN, file, 1, table=table, column=header)

    def _is_judged(self, column: Column) -> bool:
        return column.key or (column.required and self._per_row)

    def _take_chunk(self, chunk: Chunk) -> None:
        rows, lines = self._even(chunk)
        if not len(lines):
            return
        cells: Cells = list(zip(*rows, strict=True))
        columns = {
            column.name: self._column(column, cells, lines) for column in self._schema.columns
        }
        self._judge_periods(columns, lines)
        self._count_in_unknown_columns(cells)
        self._gathered.extend(self._raw.file, lines, columns)

    def _even(self, chunk: Chunk) -> tuple[Cells, Codes]:
        """Return the rows, equally long, without those of blank cells only; and their lines."""
        rows, lines = chunk.rows, chunk.lines
        width = self._width
        if all(len(row) == width for row in rows) and not self._may_be_blank(rows):
            return rows, lines
        kept: list[Sequence[str]] = []
        numbers: list[int] = []
        for number, row in enumerate(rows):
            if not any(cell.strip() for cell in row):
                continue
            if any(cell.strip() for cell in row[width:]):
                self._too_many(len(kept), int(lines[number]), row)
            kept.append([*row[:width], *[""] * (width - len(row))])
            numbers.append(number)
        return kept, lines[numbers]

    def _may_be_blank(self, rows: Cells) -> bool:
        position = self._headers.positions.get(self._schema.key[0])
        if position is None:
            return True
        return any(not row[position] or row[position].isspace() for row in rows)

    def _too_many(self, number: int, line: int, row: Sequence[str]) -> None:
        says = {"cells": len(row), "headers": self._width}
        self._fault(row_errors.TOO_MANY_CELLS, number, line, None, says=says)

    def _column(self, column: Column, cells: Cells, lines: Codes) -> Codes:
        position = self._headers.positions.get(column.name)
        if position is None:
            lacking = column.name in self._lacking
            blank = UNKNOWN if lacking else _BLANKS.get(column.cell, BLANK)
            return np.full(len(lines), blank, np.int32)
        parsed = self._parser.parse(column, cells[position])
        self._report.dropped(self._raw.file, self._schema.name, column.name, parsed.dropped)
        self._judge(column, parsed, cells, lines)
        return parsed.codes

    def _judge(self, column: Column, parsed: Parsed, cells: Cells, lines: Codes) -> None:
        codes = parsed.codes
        if column.cell is Cell.CHOICE:
            self._judge_choices(column, codes, cells, lines)
        if self._is_judged(column):
            for number in np.flatnonzero(codes == BLANK):
                self._fault(row_errors.MISSING_CELL, number, lines[number], column.name)
        if codes.min() < 0:
            self._judge_unparsed(column, codes, cells, lines)

    def _judge_unparsed(self, column: Column, codes: Codes, cells: Cells, lines: Codes) -> None:
        needed = column.required or column.cell in _BLANKS
        held = np.flatnonzero(codes == PERSONNUMMER)
        if needed:
            for number in held:
                self._fault(row_errors.PERSONNUMMER, number, lines[number], column.name)
        for number in np.flatnonzero(codes == UNKNOWN):
            self._unparsable(column, cells, int(number), int(lines[number]))
        codes[held] = UNKNOWN if needed else BLANK

    def _unparsable(self, column: Column, cells: Cells, number: int, line: int) -> None:
        is_boolean = column.cell is Cell.BOOLEAN
        kind = row_errors.UNPARSABLE_BOOLEAN if is_boolean else row_errors.UNPARSABLE_DAY
        value = cells[self._headers.positions[column.name]][number].strip()
        is_open = column.name == "protected" and not self._is_name(value, cells, number)
        self._fault(kind, number, line, column.name, value=value, is_open=is_open)

    def _is_name(self, value: str, cells: Cells, number: int) -> bool:
        positions = self._headers.positions
        names = {
            cells[positions[name]][number].strip().casefold() for name in NAMES if name in positions
        }
        return value.casefold() in names

    def _judge_choices(self, column: Column, codes: Codes, cells: Cells, lines: Codes) -> None:
        known = {*self._parser.choice_codes(column), PERSONNUMMER}
        key = cells[self._headers.positions.get(self._schema.key[0], 0)]
        for number in np.flatnonzero(~np.isin(codes, list(known))):
            subject = key[int(number)].strip()
            self._report.remark(
                RemarkKind.UNKNOWN_CHOICE,
                self._raw.file,
                int(lines[number]),
                table=self._schema.name,
                column=column.name,
                subject="" if holds_personnummer(subject) else subject,
            )

    def _judge_periods(self, columns: dict[str, Codes], lines: Codes) -> None:
        if not self._schema.is_dated:
            return
        first, last = columns["valid_from"], columns["valid_to"]
        reversed_ = (first > last) & (first >= 0) & (last >= 0)
        for number in np.flatnonzero(reversed_):
            days = int(first[number]), int(last[number])
            says = {"first": _shown(days[0]), "last": format_day(days[1])}
            self._fault(
                row_errors.PERIOD_REVERSED,
                number,
                lines[number],
                "valid_from",
                says=says,
            )

    def _count_in_unknown_columns(self, cells: Cells) -> None:
        for position, header in self._headers.unknown.items():
            if contains_personnummer("\n".join(cells[position])):
                held = sum(holds_personnummer(cell.strip()) for cell in cells[position])
                self._report.dropped(self._raw.file, self._schema.name, header, held)

    def _fault(
        self,
        kind: row_errors.RowErrorKind,
        number: int | np.intp,
        line: int | np.int32,
        column: str | None,
        *,
        value: str = "",
        says: Mapping[str, object] | None = None,
        is_open: bool = False,
    ) -> None:
        row = len(self._gathered) + int(number)
        self._gathered.wrong.add(row)
        self._report.faults.append(
            Fault(
                kind,
                self._raw.file,
                int(line),
                column,
                self._schema.name,
                row,
                value,
                says or {},
                is_open,
            )
        )


def _shown(first: int) -> str:
    return "9999-12-31" if first == LAST_DAY else format_day(first)
