"""The engines that the shared suite runs on: a new one joins by a line here.

``snapshot`` is the compiled engine over a file that was written and mapped.
`NAMES` are those that answer from memory, on as many regions as one likes. Neo4j answers to the name
``neo4j``, on fewer (`tests/neo4j/test_shared_suite.py`), for each must be loaded.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from graphauth.access import engine_over, open_access
from graphauth.engines import ENGINES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graphauth.engines.base import Engine
    from graphauth.model.dataset import DataSet

NAMES: Final = (*ENGINES, "snapshot")


def engine_of(name: str, tables: Mapping[str, Sequence[Mapping[str, str]]]) -> Engine:
    """Return the engine of that name over rows in memory."""
    from graphauth.importing import read_tables

    return engine_from(read_tables(tables), name)


def engine_from(dataset: DataSet, name: str) -> Engine:
    """Return the engine of that name over a data set."""
    if name == "neo4j":
        from tests.neo4j_server.loaded import engine_loaded_with

        return engine_loaded_with(dataset)
    if name != "snapshot":
        return engine_over(dataset, name)
    from graphauth.engines.compiled.stored import stored_arrays
    from graphauth.snapshot import write_snapshot

    with TemporaryDirectory() as home:
        path = Path(home) / "region.gasnap"
        write_snapshot(path, dataset, (), stored_arrays, "the tests")
        return open_access(path).engine
