"""The catalogue of what can be wrong with data: each kind with a code, a title, and what to do.

A kind is a value, not a class to raise: faults are gathered while everything is read, and refused
together (`graphauth.errors.DataRefusedError`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from graphauth.i18n import N_, Message, message


@dataclass(frozen=True, slots=True)
class RowErrorKind:
    """One kind of error: its code, its title, what it says (with gaps), and what to do."""

    code: str
    title: str
    template: str
    advice: str

    def say(self, **values: object) -> Message:
        """Return the message of one such error."""
        return message(
            "{what}; {advice}",
            what=Message(self.template, values),
            advice=Message(self.advice),
        )


SOURCE_MISSING: Final = RowErrorKind(
    "source-missing",
    N_("Source is not there"),
    N_("there is no such file or folder"),
    N_("check the path"),
)
NO_TABLE: Final = RowErrorKind(
    "no-table",
    N_("No table found"),
    N_("no table is found here"),
    N_("name a folder with tables such as `units.csv`, or one such file"),
)
UNREADABLE: Final = RowErrorKind(
    "unreadable-file",
    N_("File cannot be opened"),
    N_("the file can't be opened: {reason}"),
    N_("check that it is a file, and that you may read it"),
)
NO_HEADER: Final = RowErrorKind(
    "no-header",
    N_("No header"),
    N_("the first line holds no column names"),
    N_("put the names of the columns on the first line"),
)
NUL_CHARACTER: Final = RowErrorKind(
    "nul-character",
    N_("NUL character"),
    N_("the file holds a NUL character, so it is no text in UTF-8 or Windows-1252"),
    N_("save it as CSV in UTF-8"),
)
UNKNOWN_ENCODING: Final = RowErrorKind(
    "unknown-encoding",
    N_("Unknown encoding"),
    N_("the file is neither UTF-8 nor Windows-1252"),
    N_("save it as CSV in UTF-8"),
)
BROKEN_QUOTING: Final = RowErrorKind(
    "broken-quoting",
    N_("Broken quoting"),
    N_("the quotation marks of this record don't match"),
    N_("close every quoted cell, and double each quotation mark inside it"),
)
BROKEN_DOCUMENT: Final = RowErrorKind(
    "broken-document",
    N_("Broken document"),
    N_("the document can't be understood: {reason}"),
    N_("mend it, or fetch it anew"),
)
TWO_COLUMNS: Final = RowErrorKind(
    "two-columns",
    N_("Two columns of one meaning"),
    N_("the columns `{first}` and `{second}` mean the same"),
    N_("leave one of them out"),
)
MISSING_COLUMN: Final = RowErrorKind(
    "missing-column",
    N_("Required column missing"),
    N_("the table `{table}` lacks the column `{column}`"),
    N_("add it"),
)
MISSING_CELL: Final = RowErrorKind(
    "missing-cell",
    N_("Required cell missing"),
    N_("the cell is blank"),
    N_("fill it in: every row needs it"),
)
PERSONNUMMER: Final = RowErrorKind(
    "personnummer",
    N_("Personnummer where a value is needed"),
    N_("the cell held a personnummer, which was dropped"),
    N_("give an id or a value that is no personnummer"),
)
UNPARSABLE_DAY: Final = RowErrorKind(
    "unparsable-day",
    N_("Not a day"),
    N_("`{value}` is not a day"),
    N_("write it as `2026-11-23` or `20261123`, or leave it blank"),
)
UNPARSABLE_BOOLEAN: Final = RowErrorKind(
    "unparsable-boolean",
    N_("Neither yes nor no"),
    N_("`{value}` is neither yes nor no"),
    N_("write true or false, or leave it blank"),
)
PERIOD_REVERSED: Final = RowErrorKind(
    "period-reversed",
    N_("Period ends before it starts"),
    N_("valid_from {first} is after valid_to {last}"),
    N_("swap or mend the days; both are inclusive"),
)
TOO_MANY_CELLS: Final = RowErrorKind(
    "too-many-cells",
    N_("More cells than headers"),
    N_("the row has {cells} cells, the header {headers}"),
    N_("quote cells that hold the separator, or remove what is too much"),
)
DIFFERING_ROWS: Final = RowErrorKind(
    "differing-rows",
    N_("Differing rows of one id"),
    N_("`{id}` stands at {other} too, with another {columns}"),
    N_("keep the row that is right: a limit could be lost otherwise"),
)
CONFLICTING_VALUES: Final = RowErrorKind(
    "conflicting-values",
    N_("Sources contradict each other"),
    N_("`{id}` has `{value}` here, but `{earlier}` at {other}"),
    N_("mend one of the sources, or leave its cell blank"),
)

ROW_ERRORS: Final = tuple(
    kind for kind in tuple(globals().values()) if isinstance(kind, RowErrorKind)
)
"""Every kind, in the order above."""
