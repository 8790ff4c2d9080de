"""Data sets in the shared Neo4j, loaded when they are asked for, and kept while they are the same."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING
from unittest.mock import patch

from graphauth.engines.neo4j.connection import Database
from graphauth.engines.neo4j.engine import Neo4jEngine
from graphauth.engines.neo4j.fingerprint import fingerprint
from graphauth.engines.neo4j.loading import load
from graphauth.engines.neo4j.state import read_state
from tests.neo4j_server import shared

if TYPE_CHECKING:
    from graphauth.model.dataset import DataSet


def engine_loaded_with(dataset: DataSet) -> Neo4jEngine:
    """Return the engine over a data set, which replaces what was loaded before it."""
    database = shared_database()
    if database.read(read_state).fingerprint != fingerprint(dataset):
        load(database, dataset, anew=True)
    return Neo4jEngine(database)


@cache
def shared_database() -> Database:
    """Return the shared Neo4j, connected to for the whole test run."""
    address = shared.shared()
    with patch.dict(os.environ, address.environment()):
        return Database(address.uri)
