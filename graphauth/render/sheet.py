"""A sheet: rows under headings, with what was asked; what every output format is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Cell = str | int | bool | None
JSON_VERSION: Final = 1


@dataclass(frozen=True)
class Sheet:
    """Rows to be shown or written.

    Attributes
    ----------
    key
        What the rows are called in JSON: ``tickets``, ``coverage``, …
    columns
        The headings of the contract.
    rows
        Read once, as they come; each as long as `columns`.
    question
        What was asked, for JSON.
    complete
        False where rows were skipped or the answer was cut.
    people
        The headings and the row as a person reads them, where that differs (names beside ids).
    """

    key: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    question: Mapping[str, object] = field(default_factory=dict)
    complete: bool = True
    people: tuple[Sequence[str], Callable[[Sequence[Cell]], Sequence[Cell]]] | None = None
