"""What is asked, apart from the day and the system: which tickets, of whom, where."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

Ids = frozenset[str]

DEFAULT_SYSTEM: Final = "clinic24"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which rows of the matrix (or of the coverage) are asked for.

    Each field holds the ids that its column may have; None lets every id through, and no id at all
    lets nothing through. Fields combine: a row must pass every one of them. A row is judged by what
    it shows: `vos` by the row's ``vo_id`` (the first supporting VO in byte order), `providers` by
    the provider that a valid row of that VO names.
    """

    employees: Ids | None = None
    units: Ids | None = None
    roles: Ids | None = None
    vos: Ids | None = None
    specialties: Ids | None = None
    professions: Ids | None = None
    capabilities: Ids | None = None
    providers: Ids | None = None

    def given(self) -> Iterator[tuple[str, Ids]]:
        """Yield the name and the ids of every field that filters."""
        for field in fields(self):
            ids = getattr(self, field.name)
            if ids is not None:
                yield field.name, ids


EVERYTHING: Final = Filters()
