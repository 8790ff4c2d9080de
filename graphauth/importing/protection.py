"""Names of protected employees: found out who they are, and left behind.

A person is protected who is so in any row of any source, also in one that is refused or whose
``protected`` cell can't be read. The names of all others move into the data set's vocabulary.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from graphauth.importing.cells import NAMES, UNKNOWN, CellParser
from graphauth.importing.gathered import FILE, Gathered
from graphauth.model.dataset import RemarkKind
from graphauth.model.vocabulary import BLANK

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from graphauth.importing.report import Report


def protected_rows(employees: Gathered) -> NDArray[np.bool_]:
    """Return which rows of the employees table are a protected employee's, shape ``(rows,)``."""
    marks = employees["protected"]
    ids = employees["employee_id"]
    marked = (marks == 1) | (marks == UNKNOWN)
    known = ids[marked & (ids != BLANK) & (ids != UNKNOWN)]
    protected: NDArray[np.bool_] = marked | np.isin(ids, known)
    return protected


def drop_names(employees: Gathered, parser: CellParser, report: Report) -> None:
    """Blank the names of protected employees, count their rows, and keep the other names."""
    protected = protected_rows(employees)
    named = np.zeros(len(employees), bool)
    for name in NAMES:
        codes = employees[name]
        named |= protected & (codes > BLANK)
        codes[protected] = BLANK
        _move(codes, parser)
    for file, count in sorted(Counter(employees[FILE][named].tolist()).items()):
        report.remark(RemarkKind.PROTECTED_NAMES_DROPPED, file, table="employees", count=count)


def _move(codes: NDArray[np.int32], parser: CellParser) -> None:
    used = np.unique(codes[codes > BLANK])
    moved = np.arange(len(parser.names), dtype=np.int32)
    for code in used:
        moved[code] = parser.vocabulary.add(parser.names.texts[code])
    there = codes > BLANK
    codes[there] = moved[codes[there]]
