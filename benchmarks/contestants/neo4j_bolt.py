"""graphauth's Neo4j engine, over Bolt to a Neo4j of the benchmark's own on this machine."""

from __future__ import annotations

import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, ClassVar

import psutil

from benchmarks.contestant import LOAD, UnavailableError
from benchmarks.contestants.own_engines import OwnEngine
from graphauth.engines.neo4j.connection import Database
from graphauth.engines.neo4j.engine import Neo4jEngine
from graphauth.engines.neo4j.loading import load
from graphauth.importing import read
from tests.neo4j_server.library import missing_tools
from tests.neo4j_server.server import Server

if TYPE_CHECKING:
    from datetime import date


class Neo4jBolt(OwnEngine):
    """The same questions as Cypher, on Neo4j Community with a heap of half a gigabyte."""

    title: ClassVar[str] = "graphauth on Neo4j, over Bolt"
    notes: ClassVar[dict[str, str]] = {
        LOAD: "a Neo4j Community 5.26 on the same two cores, 512 MB of heap; load "
        "starts it and writes to its disk",
    }

    def version(self) -> str:
        """Return graphauth's version, and see that a Neo4j can be started."""
        missing = missing_tools()
        if missing:
            raise UnavailableError(f"needs {' and '.join(missing)}")
        return super().version()

    def load(self, folder: Path, day: date) -> None:
        """Start a Neo4j and load the data set into it."""
        self._day = day.toordinal()
        self._home = TemporaryDirectory()
        self._server = Server(Path(self._home.name))
        self._server.start()
        os.environ.update(NEO4J_USERNAME=self._server.user, NEO4J_PASSWORD=self._server.password)
        began = time.perf_counter()
        dataset = read([folder])
        self.reading_seconds = time.perf_counter() - began
        database = Database(self._server.uri)
        load(database, dataset)
        self._engine = Neo4jEngine(database)

    def resident_bytes(self) -> int:
        """Return the memory of the server, which is where the data are."""
        return int(psutil.Process(self._server.pid).memory_info().rss)

    def close(self) -> None:
        """Stop the server."""
        self._engine.close()
        self._server.stop()
        self._home.cleanup()
