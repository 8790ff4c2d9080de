"""The first load: in batches, each in a transaction that counts itself, published by the last one.

A load that dies leaves the database in the state ``loading``; the same data goes on where it was.
"""

from __future__ import annotations

import uuid
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from graphauth.engines.neo4j.contents import require_ours
from graphauth.engines.neo4j.fingerprint import fingerprint
from graphauth.engines.neo4j.graph_form import edges, nodes
from graphauth.engines.neo4j.rows import (
    BATCH,
    cut,
    dataset_properties,
    remark_rows,
    require_all_written,
)
from graphauth.engines.neo4j.state import SCHEMA_VERSION, Stage, State, read_state
from graphauth.engines.neo4j.statements import names_in
from graphauth.errors import EngineError
from graphauth.i18n import message
from graphauth.model.schema import RELATIONSHIPS, TABLES, Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphauth.engines.neo4j.connection import Database, Transaction
    from graphauth.engines.neo4j.rows import Progress
    from graphauth.model.dataset import DataSet


class Batch(NamedTuple):
    """Rows for one transaction, by the statement that writes them; and their place in the load."""

    parts: list[tuple[str, list[Any]]]
    begin: int

    @property
    def end(self) -> int:
        """The number of rows that are loaded after it."""
        return self.begin + sum(len(rows) for _, rows in self.parts)


def load(
    database: Database,
    dataset: DataSet,
    *,
    anew: bool = False,
    progress: Progress | None = None,
) -> int:
    """Load a data set into an empty database, or go on with a load of it that died.

    Parameters
    ----------
    anew
        Empty the database first; only what is graphauth's own is ever deleted.
    progress
        Told the rows loaded so far, and an estimate of all of them.

    Returns
    -------
    int
        The number of nodes and relationships.

    Raises
    ------
    ForeignDatabaseError
        When the database holds what isn't graphauth's; it is left untouched.
    EngineError
        When a data set is published there already, or the load of another one died there.
    """
    mark = fingerprint(dataset)
    state = _opened(database, anew=anew)
    if not state.fingerprint:
        _begin(database, dataset, mark)
    state = database.read(read_state)
    _require_same(state, mark)
    loaded = 0
    for batch in batches(dataset):
        if batch.end > state.loaded:
            _write(database, batch, mark)
        loaded = batch.end
        if progress is not None:
            progress(loaded, max(loaded, expected(dataset)))
    if loaded > BATCH:
        _refresh_statistics(database)
    database.write(lambda one: _publish(one, mark, loaded))
    return loaded


def prepare(database: Database, dataset: DataSet, *, anew: bool) -> int:
    """Return how many rows a load would write; raise what it would raise, and change nothing."""
    _judged(database, anew=anew)
    return sum(batch.end - batch.begin for batch in batches(dataset))


def batches(dataset: DataSet) -> Iterator[Batch]:
    """Yield all that a load writes, nodes first; equal data sets give equal batches."""
    batch = Batch([], 0)
    for name, rows in _cut(dataset):
        batch.parts.append((f"load/{name}", rows))
        if batch.end - batch.begin >= BATCH:
            yield batch
            batch = Batch([], batch.end)
    if batch.parts:
        yield batch


def expected(dataset: DataSet) -> int:
    """Return about how many rows a load writes: one for each cell that names a node."""
    cells = sum(
        int((dataset[one.table][one.end_column] != 0).sum())
        if one.end_column not in dataset[one.table].schema.key
        else len(dataset[one.table])
        for one in RELATIONSHIPS
    )
    return cells + sum(len(dataset[table.name]) for table in TABLES if table.label)


def _rows(dataset: DataSet) -> Iterator[tuple[str, Iterable[Any]]]:
    for label in Label:
        yield f"create_{label.lower()}", nodes(dataset, label)
    yield "create_remark", remark_rows(dataset)
    for relationship in RELATIONSHIPS:
        found = edges(dataset, relationship)
        yield f"create_{relationship.rel.lower()}", (edge._asdict() for edge in found)


def _cut(dataset: DataSet) -> Iterator[tuple[str, list[Any]]]:
    """Yield statements with at most `BATCH` rows each."""
    for name, rows in _rows(dataset):
        for some in cut(rows):
            yield name, some


def _opened(database: Database, *, anew: bool) -> State:
    """Return the state of a database that may be loaded into, emptied where that is asked for."""
    state = _judged(database, anew=anew)
    if anew and state.stage is not Stage.EMPTY:
        _empty(database)
        return database.read(read_state)
    return state


def _judged(database: Database, *, anew: bool) -> State:
    """Return the state of a database; raise where it may not be loaded into."""
    state = database.read(read_state)
    database.read(lambda one: require_ours(one, state))
    if not anew and state.stage in (Stage.PUBLISHED, Stage.SYNCING):
        raise EngineError(
            message(
                "the database holds a published data set: write what differs with `graphauth neo4j "
                "sync`, or empty it and load with --anew"
            )
        )
    return state


def _empty(database: Database) -> None:
    database.write(lambda one: one.run("load/begin_anew", {}))
    while database.write(lambda one: one.run("load/delete_some", {"limit": BATCH})[0]["deleted"]):
        pass


def _begin(database: Database, dataset: DataSet, mark: str) -> None:
    known = database.read(lambda one: one.run("load/list_constraints", {}))
    for name in sorted(set(names_in("schema")) - {row["name"] for row in known}):
        database.alter_schema(f"schema/{name}")
    said = {"schema": SCHEMA_VERSION, "fingerprint": mark, **dataset_properties(dataset)}
    database.write(lambda one: one.run("load/begin_load", said))


def _require_same(state: State, mark: str) -> None:
    if state.stage is not Stage.LOADING or state.fingerprint != mark:
        raise EngineError(
            message(
                "a load of other data died in this database, or is under way; load that data, or "
                "empty the database and load with --anew"
            )
        )


def _write(database: Database, batch: Batch, mark: str) -> None:
    writer = uuid.uuid4().hex
    counted = {"writer": writer, "fingerprint": mark, "from": batch.begin, "to": batch.end}

    def work(transaction: Transaction) -> None:
        if not transaction.run("load/advance_load", counted):
            _require_written(transaction, batch, mark)
            return
        for name, rows in batch.parts:
            (done,) = transaction.run(name, {"rows": rows})
            require_all_written(done["written"], len(rows))

    database.write(work)


def _refresh_statistics(database: Database) -> None:
    """Let plans fit the data from the first question on; without the right to, they will in time."""
    with suppress(EngineError):
        database.read(lambda one: one.run("load/refresh_statistics", {}))


def _require_written(transaction: Transaction, batch: Batch, mark: str) -> None:
    """Raise unless the batch was written already, by this load (whose answer was lost) or a twin."""
    state = read_state(transaction)
    if state.stage is Stage.LOADING and state.fingerprint == mark and state.loaded < batch.end:
        raise EngineError(message("the load lost its place; run it again, and it goes on"))
    if state.fingerprint != mark:
        raise EngineError(message("somebody else has begun to load other data into the database"))


def _publish(transaction: Transaction, mark: str, loaded: int) -> None:
    counted = {"writer": uuid.uuid4().hex, "fingerprint": mark, "loaded": loaded}
    if not transaction.run("load/publish_load", counted):
        state = read_state(transaction)
        if state.stage is not Stage.PUBLISHED or state.fingerprint != mark:
            raise EngineError(message("the load lost its place; run it again, and it goes on"))
