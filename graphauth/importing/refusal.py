"""From faults to errors that can be told, and to rejected rows that can be mended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.errors import RejectedRow, RowError
from graphauth.i18n import Message, message
from graphauth.importing.cells import NOT_SAID, UNKNOWN
from graphauth.importing.gathered import FILE, LINE, Gathered
from graphauth.importing.protection import protected_rows
from graphauth.importing.row_errors import TOO_MANY_CELLS
from graphauth.model.days import FIRST_DAY, LAST_DAY, format_day
from graphauth.model.schema import TABLE, Cell, Column

if TYPE_CHECKING:
    from graphauth.importing.report import Fault, Report
    from graphauth.model.vocabulary import Vocabulary

Tables = Mapping[str, Gathered]
_LONGEST: Final = 80


class Refusal:
    """Tells the faults of a reading; the values of protected employees' rows are withheld."""

    def __init__(self, tables: Tables, vocabulary: Vocabulary, report: Report) -> None:
        self._tables = tables
        self._vocabulary = vocabulary
        self._report = report
        self._faults = sorted(report.faults, key=_reading_order)
        self._protected = protected_rows(tables["employees"])

    def errors(self) -> tuple[RowError, ...]:
        """Return every error in reading order: by file, line and column."""
        return tuple(
            RowError(
                self._report.files[fault.file],
                fault.line,
                fault.column,
                fault.kind.code,
                fault.kind.say(**fault.says, value=self._value(fault))
                if fault.value
                else fault.kind.say(**fault.says),
            )
            for fault in self._faults
        )

    def rejected(self) -> tuple[RejectedRow, ...]:
        """Return the rows that carry errors, without personnummer and protected names."""
        by_row: dict[tuple[str, int], list[Fault]] = {}
        for fault in self._faults:
            if fault.row >= 0:
                by_row.setdefault((fault.table, fault.row), []).append(fault)
        return tuple(self._rejected(table, row, faults) for (table, row), faults in by_row.items())

    def _rejected(self, table: str, row: int, faults: Sequence[Fault]) -> RejectedRow:
        gathered = self._tables[table]
        withheld = table == "employees" and bool(self._protected[row])
        cells = {
            column.name: self._written(column, int(gathered[column.name][row]))
            for column in TABLE[table].columns
        }
        if withheld and any(fault.kind is TOO_MANY_CELLS for fault in faults):
            cells = {name: cells[name] if name == "employee_id" else "" for name in cells}
        for fault in faults:
            if fault.column and fault.value:
                cells[fault.column] = "" if self._is_withheld(fault) else fault.value
        file = self._report.files[int(gathered[FILE][row])]
        return RejectedRow(file, int(gathered[LINE][row]), table, cells)

    def _value(self, fault: Fault) -> str | Message:
        if self._is_withheld(fault):
            return message("(withheld: protected)")
        flat = " ".join(fault.value.split())
        return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"

    def _is_withheld(self, fault: Fault) -> bool:
        is_employee = fault.table == "employees" and fault.row >= 0
        return is_employee and not fault.open and bool(self._protected[fault.row])

    def _written(self, column: Column, code: int) -> str:
        if code == UNKNOWN:
            return ""
        match column.cell:
            case Cell.BOOLEAN:
                return "" if code == NOT_SAID else str(bool(code)).lower()
            case Cell.FROM:
                return "" if code == FIRST_DAY else _iso(code)
            case Cell.TO:
                return "" if code == LAST_DAY else _iso(code)
            case _:
                return self._vocabulary.texts[code]


def _iso(day: int) -> str:
    return "9999-12-31" if day == LAST_DAY else format_day(day)


def _reading_order(fault: Fault) -> tuple[int, int, int, str]:
    names = [column.name for column in TABLE[fault.table].columns] if fault.table else []
    column = names.index(fault.column) if fault.column in names else -1
    return fault.file, fault.line or 0, column, fault.kind.code


def whole_ids(gathered: Gathered, rows: set[int]) -> set[int]:
    """Return `rows` and every other row of the ids that they are about."""
    if not rows:
        return rows
    ids = gathered[gathered.schema.key[0]]
    about = np.unique(ids[list(rows)])
    return rows | set(np.flatnonzero(np.isin(ids, about[about > 0])).tolist())
