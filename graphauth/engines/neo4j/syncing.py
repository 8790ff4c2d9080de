"""A sync: only what differs, in one transaction that is applied whole or not at all (decision 0006)."""

from __future__ import annotations

import uuid
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from graphauth.engines.neo4j.contents import require_ours
from graphauth.engines.neo4j.differences import Differences, differences
from graphauth.engines.neo4j.fingerprint import fingerprint
from graphauth.engines.neo4j.reading import Reader, recover
from graphauth.engines.neo4j.rows import cut, dataset_properties, require_all_written
from graphauth.engines.neo4j.state import State, read_state
from graphauth.engines.neo4j.whole import read_elements
from graphauth.errors import EngineError
from graphauth.i18n import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.engines.neo4j.connection import Database, Transaction
    from graphauth.engines.neo4j.rows import Progress
    from graphauth.model.dataset import DataSet

_STEPS: Final = (
    ("relationships", "removed", "delete_relationships"),
    ("nodes", "removed", "delete_nodes"),
    ("nodes", "changed", "set_nodes"),
    ("nodes", "moved", "set_nodes"),
    ("nodes", "added", "create_{kind}"),
    ("relationships", "added", "create_{kind}"),
    ("relationships", "moved", "move_relationships"),
)
"""What is written in which order: an end is there before what joins it, and gone after it."""


def compare(database: Database, dataset: DataSet) -> tuple[State, Differences]:
    """Return what is published, and what differs from a data set.

    Raises
    ------
    ForeignDatabaseError
        When the database holds what isn't graphauth's.
    EngineError
        When nothing is published, or a sync is applied meanwhile.
    """
    state = database.read(read_state)
    database.read(lambda one: require_ours(one, state))
    state, nodes, relationships = read_elements(Reader(database))
    return state, differences(dataset, nodes, relationships)


def sync(
    database: Database,
    dataset: DataSet,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Differences:
    """Write what differs, so that the database holds a data set; nothing else is touched.

    Parameters
    ----------
    dry_run
        Write nothing, and return what would be written.
    progress
        Told what is written so far, and all that is to be written.

    Raises
    ------
    ForeignDatabaseError
        When the database holds what isn't graphauth's; it is left untouched.
    EngineError
        When nothing is published, or another sync got in between; nothing was changed then.
    """
    state, found = compare(database, dataset)
    if not dry_run and (found.total() or state.fingerprint != fingerprint(dataset)):
        _Sync(database, dataset, state, found, progress).apply()
    return found


class _Sync:
    def __init__(
        self,
        database: Database,
        dataset: DataSet,
        base: State,
        found: Differences,
        progress: Progress | None,
    ) -> None:
        self._database = database
        self._dataset = dataset
        self._base = base
        self._found = found
        self._progress = progress
        self._writer = uuid.uuid4().hex

    def apply(self) -> None:
        try:
            self._database.write(self._write)
        except BaseException:
            with suppress(EngineError):
                self._database.write(lambda one: recover(one, self._writer))
            raise
        self._database.write(lambda one: recover(one, self._writer))

    def _write(self, transaction: Transaction) -> None:
        """Write everything, announce it, and let it stand: the driver may do this again."""
        if self._stands(transaction):
            return
        done = 0
        for name, rows in self._batches():
            (written,) = transaction.run(name, {"rows": rows})
            require_all_written(written["written"], len(rows))
            done += len(rows)
            if self._progress is not None:
                self._progress(done, self._found.total())
        self._database.write(self._announce)
        said = {**self._mine(), **dataset_properties(self._dataset)}
        said["fingerprint"] = fingerprint(self._dataset)
        if not transaction.run("load/publish_sync", said):
            raise EngineError(_overtaken())

    def _stands(self, transaction: Transaction) -> bool:
        """Whether an earlier try was applied, and only its answer was lost."""
        state = read_state(transaction)
        return state.version == self._base.version + 1 and state.writer == self._writer

    def _announce(self, transaction: Transaction) -> None:
        """Say that differences are about to be applied, so that readers look twice."""
        if not transaction.run("load/announce_sync", self._mine()):
            raise EngineError(_overtaken())

    def _mine(self) -> dict[str, Any]:
        return {"writer": self._writer, "version": self._base.version}

    def _batches(self) -> Iterator[tuple[str, list[Any]]]:
        for group, how, name in _STEPS:
            for kind, differing in getattr(self._found, group).items():
                for rows in cut(getattr(differing, how)):
                    yield f"load/{name.format(kind=kind.lower())}", rows


def _overtaken() -> Any:
    return message(
        "another sync got in between, or is under way; nothing was changed. Run this one again"
    )
