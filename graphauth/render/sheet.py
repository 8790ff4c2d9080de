"""A sheet: rows under headings, with what was asked; what every output format is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from graphauth.i18n import Message, message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from graphauth.i18n import Translator
    from graphauth.model.answer import Coded

Cell = str | int | bool | None
JSON_VERSION: Final = 1
WHOLE_NUMBERS: Final = frozenset(
    {"holders", "able", "row", "path", "clause", "added", "changed", "removed", "moved"}
)
BOOLEANS: Final = frozenset({"decision", "holds"})
"""What a column holds where it holds no text, whatever its rows: an empty answer has types too."""


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
    skipped
        Rows of the data that were left out because of errors: the answer is then incomplete.
    pages
        The same rows by the column, where they come so: read instead of `rows`, by who can.
    people
        The headings and the row as a person reads them, where that differs (names beside ids).
    """

    key: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    question: Mapping[str, object] = field(default_factory=dict)
    skipped: int = 0
    pages: Iterable[Sequence[Coded]] | None = None
    people: tuple[Sequence[str], Callable[[Sequence[Cell]], Sequence[Cell]]] | None = None


def left_out(skipped: int) -> Message:
    """Say how many rows of the data an answer lacks."""
    return message("rows with errors were left out: {count}", count=skipped)


def completeness(skipped: int, say: Translator) -> dict[str, object]:
    """Return whether an answer is complete and, where it isn't, why, for JSON.

    Examples
    --------
    >>> from graphauth.i18n import translator_for
    >>> completeness(2, translator_for("en"))
    {'complete': False, 'incomplete_because': 'rows with errors were left out: 2'}
    """
    if not skipped:
        return {"complete": True}
    return {"complete": False, "incomplete_because": say(left_out(skipped))}
