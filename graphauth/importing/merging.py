"""One row for each id of an undated table: the first of a source counts, and sources merge cell by cell.

The rules are `domain.md`'s ("Dates", "Several sources"): blank gives way, two different values (as
parsed, lists as sets) are an error at the later one; in one source a differing row is a remark, but
an error where a limit could be lost.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.importing import row_errors
from graphauth.importing.cells import NOT_SAID, UNKNOWN
from graphauth.importing.gathered import FILE, LINE, Gathered
from graphauth.importing.report import Fault, Report
from graphauth.model.dataset import RemarkKind
from graphauth.model.entities import Place
from graphauth.model.schema import Cell, Column
from graphauth.model.vocabulary import BLANK, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from graphauth.model.dataset import Codes

STRICT: Final = frozenset({"assignments", "systems"})
"""Tables whose differing rows in one source are an error, since a limit could be lost."""


@dataclass(frozen=True, eq=False)
class Merged:
    """What merging comes to.

    Attributes
    ----------
    rows
        The row that stands for each id: the first one.
    columns
        The merged cells, equally long.
    faults
        What contradicts, and what is blank although required.
    remarks
        (kind, row) of repeated and differing rows within one source.
    """

    rows: NDArray[np.intp]
    columns: Mapping[str, Codes]
    faults: Sequence[Fault] = ()
    remarks: Sequence[tuple[RemarkKind, int]] = ()


@dataclass
class _OneId:
    """The cells of one id so far: value and the row it came from, column by column."""

    first: int
    cells: dict[str, tuple[int, int]] = field(default_factory=dict)


class Merger:
    """Merges the rows of one undated table.

    Parameters
    ----------
    rows
        The numbers of the rows that take part.
    """

    def __init__(
        self,
        gathered: Gathered,
        rows: NDArray[np.intp],
        vocabulary: Vocabulary,
        report: Report,
        *,
        several: bool,
    ) -> None:
        self._schema = gathered.schema
        self._key = gathered.schema.key[0]
        names = (FILE, LINE, *(column.name for column in gathered.schema.columns))
        self._cells = {name: gathered[name][rows].tolist() for name in names}
        self._numbers = rows
        self._vocabulary = vocabulary
        self._report = report
        self._several = several
        self._faults: list[Fault] = []
        self._remarks: list[tuple[RemarkKind, int]] = []

    def merge(self) -> Merged:
        """Return one row for each id, in order of first sight."""
        within: dict[tuple[int, int], int] = {}
        ids: dict[int, _OneId] = {}
        for row, code in enumerate(self._cells[self._key]):
            if code in (BLANK, UNKNOWN):
                continue
            source = self._report.sources[self._cells[FILE][row]]
            first = within.setdefault((source, code), row)
            if first != row:
                self._compare(first, row)
            else:
                self._lay_over(ids.setdefault(code, _OneId(row)), row)
        if self._several:
            self._judge_required(ids)
        return self._merged(ids)

    def _merged(self, ids: Mapping[int, _OneId]) -> Merged:
        rows = self._numbers[[one.first for one in ids.values()]] if ids else _NO_ROWS
        columns = {
            column.name: np.array([one.cells[column.name][0] for one in ids.values()], np.int32)
            for column in self._schema.columns
        }
        return Merged(rows, columns, self._faults, self._remarks)

    def _compare(self, first: int, row: int) -> None:
        differing = [
            column.name for column in self._schema.columns if self._differ(column, first, row)
        ]
        if not differing:
            self._remarks.append((RemarkKind.REPEATED_ROW, int(self._numbers[row])))
        elif self._schema.name not in STRICT:
            self._remarks.append((RemarkKind.DIFFERING_ROW, int(self._numbers[row])))
        else:
            columns = ", ".join(differing)
            self._fault(row_errors.DIFFERING_ROWS, row, None, first, columns=f"`{columns}`")

    def _differ(self, column: Column, first: int, row: int) -> bool:
        cells = self._cells[column.name]
        one, other = cells[first], cells[row]
        if one == other or UNKNOWN in (one, other):
            return False
        if column.cell is Cell.BOOLEAN:
            return bool(one % NOT_SAID) != bool(other % NOT_SAID)
        return not self._same(column, one, other)

    def _same(self, column: Column, one: int, other: int) -> bool:
        if column.cell is Cell.LIST:
            words = self._vocabulary.words
            return set(words(one)) == set(words(other))
        return one == other

    def _lay_over(self, one: _OneId, row: int) -> None:
        for column in self._schema.columns:
            code = self._cells[column.name][row]
            blank = NOT_SAID if column.cell is Cell.BOOLEAN else BLANK
            known, origin = one.cells.setdefault(column.name, (code, row))
            if known == blank:
                one.cells[column.name] = (code, row)
            elif code not in (blank, known) and not self._agree(column, known, code):
                self._conflict(column, row, origin)

    def _agree(self, column: Column, one: int, other: int) -> bool:
        return UNKNOWN in (one, other) or self._same(column, one, other)

    def _conflict(self, column: Column, row: int, origin: int) -> None:
        cells = self._cells[column.name]
        self._fault(
            row_errors.CONFLICTING_VALUES,
            row,
            column.name,
            origin,
            value=self._shown(column, cells[row]),
            earlier=self._shown(column, cells[origin]),
        )

    def _judge_required(self, ids: Mapping[int, _OneId]) -> None:
        for column in self._schema.columns:
            if column.required and not column.key:
                for one in ids.values():
                    if one.cells[column.name][0] == BLANK:
                        self._fault(row_errors.MISSING_CELL, one.first, column.name)

    def _fault(
        self,
        kind: row_errors.RowErrorKind,
        row: int,
        column: str | None,
        other: int | None = None,
        **says: str,
    ) -> None:
        said: dict[str, object] = {
            "id": self._text(self._cells[self._key][row]),
            **says,
        }
        if other is not None:
            file = self._report.files[self._cells[FILE][other]]
            said["other"] = Place(file, self._cells[LINE][other])
        self._faults.append(
            Fault(
                kind,
                self._cells[FILE][row],
                self._cells[LINE][row],
                column,
                self._schema.name,
                int(self._numbers[row]),
                says=said,
            )
        )

    def _shown(self, column: Column, code: int) -> str:
        return str(bool(code)).lower() if column.cell is Cell.BOOLEAN else self._text(code)

    def _text(self, code: int) -> str:
        return self._vocabulary.texts[code]


_NO_ROWS: Final = np.empty(0, np.intp)
