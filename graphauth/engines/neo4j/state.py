"""The data set's own node: what the database holds, and whether it may be read (decision 0006)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from graphauth.engines.neo4j.statements import question
from graphauth.errors import EngineError, ForeignDatabaseError
from graphauth.i18n import message

if TYPE_CHECKING:
    from graphauth.engines.neo4j.connection import Transaction

SCHEMA_VERSION: Final = 1
"""The version of what ``cypher/README.md`` says."""


class Stage(StrEnum):
    """The states of the data set's node; `EMPTY` where there is none."""

    EMPTY = "empty"
    LOADING = "loading"
    PUBLISHED = "published"
    SYNCING = "syncing"


class State(NamedTuple):
    """What the data set's node says."""

    stage: Stage
    version: int = 0
    skipped: int = 0
    files: tuple[str, ...] = ()
    fingerprint: str = ""
    loaded: int = 0
    writer: str = ""


EMPTY: Final = State(Stage.EMPTY)


def read_state(transaction: Transaction) -> State:
    """Return what the data set's node says.

    Raises
    ------
    ForeignDatabaseError
        When the graph is of another version than this graphauth reads.
    """
    (row,) = transaction.ask(question("read_state"))
    if row["state"] is None:
        return EMPTY
    if row["schema"] != SCHEMA_VERSION:
        raise ForeignDatabaseError(
            message(
                "the database holds a graph of version {found}, and this graphauth reads {known}; "
                "use the graphauth that wrote it, or load the data anew",
                found=row["schema"],
                known=SCHEMA_VERSION,
            )
        )
    return State(
        Stage(row["state"]),
        row["version"],
        row["skipped"],
        tuple(row["files"]),
        row["fingerprint"],
        row["loaded"],
        row["writer"],
    )


def require_published(state: State) -> None:
    """Raise `EngineError` where nothing has been published yet."""
    if state.stage is Stage.EMPTY:
        raise EngineError(
            message("the database holds no data set; load one with `graphauth neo4j load`")
        )
    if state.stage is Stage.LOADING:
        raise EngineError(
            message("a data set is being loaded, or its load died; nothing is published yet")
        )
