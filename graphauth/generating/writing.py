"""The fifteen tables as CSV files, written line by line in bounded memory."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

# As the public file contract names them; a test holds this to the schema.
HEADERS: Final = {
    "systems": "system_id,name,requires_registration,requires_role,purposes",
    "providers": "provider_id,name,sector",
    "vos": "vo_id,name,provider_id,catalogue_id,care_level,head_id,contact_id,valid_from,valid_to",
    "units": "unit_id,name,vo_id,manager_id,replaces,valid_from,valid_to",
    "unit_registrations": "unit_id,system_id,valid_from,valid_to",
    "catalogues": "catalogue_id,name,owner_vo_id,managed_by",
    "specialties": "specialty_id,name,vo_id",
    "professions": "profession_id,name,licence",
    "capabilities": "capability_id,name",
    "roles": "role_id,catalogue_id,specialty_id,profession_id,capability_id,name",
    "unit_roles": "unit_id,role_id,valid_from,valid_to",
    "employees": "employee_id,given_name,family_name,manager_id,licences,protected,valid_from,valid_to",
    "assignments": "assignment_id,vo_id,name,purpose,systems,unit_ids",
    "assignment_members": "assignment_id,employee_id,valid_from,valid_to",
    "role_grants": "employee_id,role_id,granted_by,valid_from,valid_to",
}
_LINES_HELD: Final = 20_000


def line(*cells: str) -> str:
    r"""Return one CSV line with minimal quoting.

    Examples
    --------
    >>> line("a", "b, c", "")
    'a,"b, c",\n'
    """
    return ",".join(_quoted(cell) for cell in cells) + "\n"


def _quoted(cell: str) -> str:
    if any(mark in cell for mark in ',"\r\n'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


class TableFiles:
    """The open files of a data set; a context manager.

    Callers append finished lines (each with its line end) to the list of a table in `lines` and
    call `flush` now and then; `counts` holds the data rows written so far.
    """

    def __init__(self, folder: Path) -> None:
        self.lines: Final[dict[str, list[str]]] = {table: [] for table in HEADERS}
        self.counts: Final = dict.fromkeys(HEADERS, 0)
        self._stack = ExitStack()
        self._files = {
            table: self._stack.enter_context(
                (folder / f"{table}.csv").open("w", encoding="utf-8", newline="\n")
            )
            for table in HEADERS
        }
        for table, header in HEADERS.items():
            self._files[table].write(f"{header}\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.flush(held=0)
        self._stack.close()

    def flush(self, held: int = _LINES_HELD) -> None:
        """Write out the tables of which more than `held` lines are waiting."""
        for table, waiting in self.lines.items():
            if len(waiting) > held:
                self._files[table].write("".join(waiting))
                self.counts[table] += len(waiting)
                waiting.clear()
