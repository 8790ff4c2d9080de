"""What a load and a sync write alike: the rows that are no nodes or relationships of the schema."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeVar

from graphauth.engines.neo4j.graph_form import change_dates
from graphauth.errors import EngineError
from graphauth.i18n import message
from graphauth.model.days import LAST_DAY
from graphauth.model.selection import change_days

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from graphauth.model.dataset import DataSet

    Progress = Callable[[int, int], None]

Row = TypeVar("Row")

BATCH: Final = 5000
"""So many rows are one statement: few round trips, and a transaction that fits a small server."""


def remark_rows(dataset: DataSet) -> list[dict[str, Any]]:
    """Return what reading remarked on, as properties of nodes."""
    return [
        {
            "position": position,
            "kind": one.kind.value,
            "file": one.place.file,
            "line": one.place.row,
            "table": one.table,
            "column": one.column,
            "subject": one.subject,
            "count": one.count,
        }
        for position, one in enumerate(dataset.remarks)
    ]


def dataset_properties(dataset: DataSet) -> dict[str, Any]:
    """Return what the data set's own node says of the data."""
    return {
        "files": list(dataset.files),
        "skipped": dataset.skipped,
        "days": change_dates(change_days(dataset, 0, LAST_DAY)),
    }


def cut(rows: Iterable[Row], size: int = BATCH) -> Iterator[list[Row]]:
    """Yield rows in their order, at most `size` at a time.

    Examples
    --------
    >>> list(cut("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    rest = iter(rows)
    while some := list(islice(rest, size)):
        yield some


def require_all_written(done: int, asked: int) -> None:
    """Raise `EngineError` where Neo4j wrote fewer rows than it was given: an end was not there."""
    if done != asked:
        raise EngineError(message("Neo4j wrote {done} of {asked} rows", done=done, asked=asked))
