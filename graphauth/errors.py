"""The errors that graphauth raises, each with a code and the exit status of a command that meets it.

::

    GraphauthError
    ├── UsageError             2   the question itself is wrong
    ├── DataError              3   the data, or an id in the question, is
    │   ├── DataRefusedError       rows that can't be read, all of them at once
    │   ├── UnknownIdError         an id that is not declared, with "did you mean"
    │   ├── ChangeRefusedError     a change that doesn't fit the data
    │   └── SnapshotError          a snapshot that is torn, altered, foreign or too new
    └── EngineError            4   an engine or its backend failed
        ├── BackendUnavailableError
        └── ForeignDatabaseError
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from graphauth.i18n import Message, message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class GraphauthError(Exception):
    """The root of the tree: everything graphauth raises on purpose.

    Parameters
    ----------
    said
        What went wrong and what to do, as a message that can be said in either language.
    """

    code: ClassVar[str] = "error"
    exit_status: ClassVar[int] = 4

    def __init__(self, said: Message) -> None:
        super().__init__(said)
        self.said = said

    def __str__(self) -> str:
        """Return the message in English, personnummer masked."""
        return str(self.said)


class UsageError(GraphauthError):
    """The question itself is wrong: a role where the system has none, say."""

    code = "usage"
    exit_status = 2


class DataError(GraphauthError):
    """The data is not what the file contract asks for."""

    code = "data"
    exit_status = 3


@dataclass(frozen=True, slots=True)
class RowError:
    """One thing wrong with what was read, at the place where it stands.

    Attributes
    ----------
    file
        The file, or ``FILE!SHEET``.
    row
        The line where the record starts; the header is 1. None where the whole file is meant.
    column
        The canonical name of the column, or None where the whole row is meant.
    code
        The code of the error's type (`graphauth.importing.row_errors`).
    said
        What is wrong, the value, and what to do.
    """

    file: str
    row: int | None
    column: str | None
    code: str
    said: Message

    @property
    def place(self) -> str:
        """``FILE:ROW:COLUMN``; what is not known is left empty."""
        return f"{self.file}:{self.row or ''}:{self.column or ''}"

    def __str__(self) -> str:
        """Return ``FILE:ROW:COLUMN CODE message`` in English."""
        return str(self.line())

    def line(self) -> Message:
        """Return the whole line as a message."""
        return message("{place} {code} {said}", place=self.place, code=self.code, said=self.said)


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that carries errors, as it can be mended: personnummer and protected names are gone.

    Attributes
    ----------
    file, row
        Where it stands.
    table
        The canonical name of its table.
    cells
        Canonical column to cell; every column of the table is here.
    """

    file: str
    row: int
    table: str
    cells: Mapping[str, str]


class DataRefusedError(DataError):
    """A data set was refused whole.

    Attributes
    ----------
    errors
        All that is wrong with it, in reading order.
    rejected
        The rows that the errors are about, each once.
    """

    code = "refused"

    def __init__(self, errors: Sequence[RowError], rejected: Sequence[RejectedRow] = ()) -> None:
        super().__init__(message("the data set is refused; errors: {count}", count=len(errors)))
        self.errors = tuple(errors)
        self.rejected = tuple(rejected)

    def __str__(self) -> str:
        """Return the summary and every error, a line each, in English."""
        return "\n".join([super().__str__(), *map(str, self.errors)])


class UnknownIdError(DataError):
    """An id in a question is not declared in the data.

    Parameters
    ----------
    label
        The kind of node asked for: ``Employee``, ``Unit``, …
    given
        The id as it was given.
    suggestions
        Declared ids that look like it, best first.
    """

    code = "unknown-id"

    def __init__(self, label: str, given: str, suggestions: Sequence[str] = ()) -> None:
        said = message(
            "{label} `{given}` is not declared in the data", label=Message(label), given=given
        )
        if suggestions:
            known = ", ".join(f"`{one}`" for one in suggestions)
            said = message("{said}; did you mean {known}?", said=said, known=known)
        super().__init__(said)
        self.label = label
        self.given = given
        self.suggestions = tuple(suggestions)


class ChangeRefusedError(DataError):
    """A change doesn't fit the data set; nothing was changed."""

    code = "change-refused"


class SnapshotError(DataError):
    """A snapshot file is torn, truncated, altered, foreign, or of a version that isn't known."""

    code = "snapshot"


class EngineError(GraphauthError):
    """An engine failed; nothing was changed by halves."""

    code = "engine"
    exit_status = 4


class BackendUnavailableError(EngineError):
    """A database can't be reached, refuses the credentials, or went away in mid-answer."""

    code = "backend-unavailable"


class ForeignDatabaseError(EngineError):
    """A database holds data that graphauth did not put there, or a schema of another version."""

    code = "foreign-database"
