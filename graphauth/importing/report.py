"""What a reading has to tell beside the rows: files, errors, remarks, and personnummer dropped."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from graphauth.errors import DataError
from graphauth.i18n import message
from graphauth.model.dataset import Remark, RemarkKind
from graphauth.model.entities import BUILT_IN, Place
from graphauth.privacy import mask_personnummer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphauth.importing.raw import UnreadableError
    from graphauth.importing.row_errors import RowErrorKind

MOST_FILES: Final = 32_767
"""`Table.file` holds 16 bits."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One error before it is told: whether its value may be shown is known only at the end.

    Attributes
    ----------
    row
        The row's number in its gathered table, or -1 where no row is meant.
    value
        The cell as written (trimmed), where it was the cell that couldn't be parsed.
    says
        Further gaps of the message.
    open
        Whether the value may be shown although the row is a protected employee's.
    """

    kind: RowErrorKind
    file: int
    line: int | None
    column: str | None = None
    table: str = ""
    row: int = -1
    value: str = ""
    says: Mapping[str, object] = field(default_factory=dict)
    open: bool = False


class Report:
    """Gathers, over one reading, everything that is not a row.

    Attributes
    ----------
    files
        Display names, personnummer masked; index 0 is what is built in.
    sources
        The source that each file belongs to, an index; -1 for what is built in.
    """

    def __init__(self) -> None:
        self.files: Final[list[str]] = [BUILT_IN.file]
        self.sources: Final[list[int]] = [-1]
        self.faults: list[Fault] = []
        self.remarks: Final[list[Remark]] = []
        self._dropped: Final[Counter[tuple[int, str, str]]] = Counter()

    def file(self, name: str, source: int) -> int:
        """Return the index of a new file.

        Raises
        ------
        DataError
            When there are more files than a data set can tell apart.
        """
        if len(self.files) > MOST_FILES:
            raise DataError(
                message("there are more than {count} files; join some", count=MOST_FILES)
            )
        self.files.append(mask_personnummer(name))
        self.sources.append(source)
        return len(self.files) - 1

    def unreadable(self, file: int, error: UnreadableError) -> None:
        """Note that a whole file can't be read; what was found wrong in it before is moot."""
        self.faults = [fault for fault in self.faults if fault.file != file]
        says = {"reason": error.reason}
        self.faults.append(Fault(error.kind, file, error.line, says=says))

    def remark(
        self,
        kind: RemarkKind,
        file: int,
        line: int = 0,
        *,
        table: str = "",
        column: str = "",
        subject: str = "",
        count: int = 1,
    ) -> None:
        """Note something that is no error."""
        place = Place(self.files[file], line)
        self.remarks.append(Remark(kind, place, table, mask_personnummer(column), subject, count))

    def dropped(self, file: int, table: str, column: str, count: int) -> None:
        """Count personnummer that were dropped."""
        if count:
            self._dropped[file, table, mask_personnummer(column)] += count

    def all_remarks(self) -> tuple[Remark, ...]:
        """Return every remark, the counts of dropped personnummer last."""
        kind = RemarkKind.PERSONNUMMER_DROPPED
        counts = (
            Remark(kind, Place(self.files[file], 0), table, column, "", count)
            for (file, table, column), count in self._dropped.items()
        )
        return (*self.remarks, *counts)
