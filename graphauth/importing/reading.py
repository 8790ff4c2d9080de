"""Reading, from sources to a data set: find the tables, gather their rows, assemble what counts."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.importing.cells import NOT_SAID, CellParser
from graphauth.importing.gathered import FILE, LINE, Gathered
from graphauth.importing.intake import Intake
from graphauth.importing.merging import STRICT, Merged, Merger
from graphauth.importing.protection import drop_names
from graphauth.importing.raw import RawTable, UnreadableError
from graphauth.importing.refusal import Refusal, whole_ids
from graphauth.model.dataset import (
    DataSet,
    RemarkKind,
    Table,
    built_in_systems,
)
from graphauth.model.schema import TABLES, Cell

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from graphauth.errors import RejectedRow, RowError
    from graphauth.importing.report import Report

Progress = Callable[[str, int, int], None]
"""Told the file being read, how much of all files has been read, and how much there is."""


@dataclass(frozen=True, eq=False)
class Reading:
    """What was read, and what is wrong with it.

    Attributes
    ----------
    dataset
        Everything but the rows that carry errors; None where a whole file couldn't be read.
    errors, rejected
        Every error in reading order, and the rows that they are about.
    """

    dataset: DataSet | None
    errors: tuple[RowError, ...]
    rejected: tuple[RejectedRow, ...]


class Reader:
    """One reading of one source, or of several."""

    def __init__(self, report: Report, *, several: bool) -> None:
        self._report: Final = report
        self._several: Final = several
        self._parser: Final = CellParser()
        self._tables: Final = {schema.name: Gathered(schema) for schema in TABLES}

    def read(self, found: Iterable[RawTable], progress: Progress | None) -> Reading:
        """Gather every table found, then assemble."""
        with _without_collecting():
            self._gather(list(found), progress)
        unreadable = any(fault.row < 0 and not fault.table for fault in self._report.faults)
        drop_names(self._tables["employees"], self._parser, self._report)
        merged = self._merge_all()
        for one in merged.values():
            self._report.faults.extend(one.faults)
        refusal = Refusal(self._tables, self._parser.vocabulary, self._report)
        errors, rejected = refusal.errors(), refusal.rejected()
        if unreadable:
            return Reading(None, errors, rejected)
        return Reading(self._assemble(merged), errors, rejected)

    def _gather(self, found: list[RawTable], progress: Progress | None) -> None:
        total, before = sum(raw.size for raw in found), 0
        for raw in found:
            name = self._report.files[raw.file]

            def step(done: int, name: str = name, before: int = before) -> None:
                if progress is not None:
                    progress(name, before + done, total)

            per_row = raw.schema.is_dated or not self._several
            try:
                intake = Intake(
                    raw,
                    self._tables[raw.schema.name],
                    self._parser,
                    self._report,
                    per_row=per_row,
                )
                intake.take(step)
            except UnreadableError as error:
                self._report.unreadable(raw.file, error)
            before += raw.size

    def _merge_all(self) -> dict[str, Merged]:
        return {
            schema.name: self._merge(schema.name, set()) for schema in TABLES if not schema.is_dated
        }

    def _merge(self, table: str, without: set[int]) -> Merged:
        gathered = self._tables[table]
        rows = gathered.all_but(without)
        merger = Merger(
            gathered, rows, self._parser.vocabulary, self._report, several=self._several
        )
        return merger.merge()

    def _assemble(self, merged: dict[str, Merged]) -> DataSet:
        left_out = {name: set(one.wrong) for name, one in self._tables.items()}
        tables = {}
        for schema in TABLES:
            name = schema.name
            if schema.is_dated:
                tables[name] = self._dated(name, left_out[name])
            else:
                final = self._without_errors(name, merged[name], left_out)
                self._remark_on_repeats(name, final)
                tables[name] = self._table(name, final.rows, final.columns)
        if not len(self._tables["systems"]):
            tables["systems"] = built_in_systems(self._parser.vocabulary)
        self._remark_on_skipped(left_out)
        return DataSet(
            tables,
            self._parser.vocabulary,
            tuple(self._report.files),
            self._report.all_remarks(),
            sum(map(len, left_out.values())),
        )

    def _without_errors(self, table: str, merged: Merged, left_out: dict[str, set[int]]) -> Merged:
        out, strict = left_out[table], table in STRICT
        if strict:
            out |= whole_ids(self._tables[table], out)
        if out:
            merged = self._merge(table, out)
        while merged.faults:
            contradicting = {fault.row for fault in merged.faults}
            if strict:
                contradicting = whole_ids(self._tables[table], contradicting)
            out |= contradicting
            merged = self._merge(table, out)
        return merged

    def _dated(self, name: str, without: set[int]) -> Table:
        gathered = self._tables[name]
        rows = gathered.all_but(without)
        whole = len(rows) == len(gathered)
        columns = {
            column.name: gathered[column.name] if whole else gathered[column.name][rows]
            for column in gathered.schema.columns
        }
        return self._table(name, rows, columns)

    def _table(
        self,
        name: str,
        rows: NDArray[np.intp],
        columns: Mapping[str, NDArray[np.int32]],
    ) -> Table:
        gathered = self._tables[name]
        for column in gathered.schema.columns:
            if column.cell is Cell.BOOLEAN:
                columns[column.name][columns[column.name] == NOT_SAID] = 0
        return Table(
            gathered.schema,
            columns,
            gathered[FILE][rows].astype(np.int16),
            gathered[LINE][rows],
        )

    def _remark_on_repeats(self, table: str, merged: Merged) -> None:
        gathered = self._tables[table]
        ids = gathered[gathered.schema.key[0]]
        for kind, row in merged.remarks:
            self._report.remark(
                kind,
                int(gathered[FILE][row]),
                int(gathered[LINE][row]),
                table=table,
                subject=self._parser.vocabulary.texts[ids[row]],
            )

    def _remark_on_skipped(self, left_out: dict[str, set[int]]) -> None:
        for table, rows in left_out.items():
            gathered = self._tables[table]
            for row in sorted(rows):
                self._report.remark(
                    RemarkKind.ROW_SKIPPED,
                    int(gathered[FILE][row]),
                    int(gathered[LINE][row]),
                    table=table,
                )


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Pause the cycle collector: rows of text hold no cycles, and looking for some costs a third."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
