"""The one Neo4j of a test run: started when a test first asks for it, ended with the run.

``NEO4J_TEST_URI`` (with ``NEO4J_TEST_USER`` and ``NEO4J_TEST_PASSWORD``) names a server of one's own
instead. **The tests empty its database**, so it must be empty, or hold what the tests left there.
Where neither that nor Java and Maven are at hand the tests are skipped, aloud; where ``CI`` is set
they fail.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import neo4j
import pytest

from tests.neo4j_server.library import missing_tools
from tests.neo4j_server.server import Server

GROUP: Final = pytest.mark.xdist_group("neo4j")
"""All tests that use the shared database: they run one after another, on one worker."""
_OWN: Final = "NEO4J_TEST_URI"
_started: list[tuple[Server, Path]] = []


class Address(NamedTuple):
    """Where a Neo4j is, and how to be let in."""

    uri: str
    user: str
    password: str

    def driver(self) -> neo4j.Driver:
        """Return a driver; close it."""
        return neo4j.GraphDatabase.driver(self.uri, auth=(self.user, self.password))

    def environment(self) -> dict[str, str]:
        """Return the variables that let graphauth in."""
        return {"NEO4J_USERNAME": self.user, "NEO4J_PASSWORD": self.password}


def require_tools() -> None:
    """Skip the test where no Neo4j can be started here; fail it in CI."""
    missing = missing_tools()
    if missing:
        why = f"needs {' and '.join(missing)} to start Neo4j, or a server named by {_OWN}"
        if os.environ.get("CI"):
            pytest.fail(why)
        pytest.skip(why)


def shared() -> Address:
    """Return the test run's Neo4j, started at the first call."""
    own = os.environ.get(_OWN)
    if not own:
        require_tools()
        return _start()
    address = Address(
        own,
        os.environ.get("NEO4J_TEST_USER", "neo4j"),
        os.environ.get("NEO4J_TEST_PASSWORD", ""),
    )
    _require_ours(address)
    return address


def new_server() -> Server:
    """Return a server of the test's own, started, that it may stop, kill and start again."""
    require_tools()
    home = Path(tempfile.mkdtemp(prefix="graphauth-neo4j-"))
    server = Server(home)
    server.start()
    _started.append((server, home))
    return server


def stop_all() -> None:
    """Stop every server that was started, and remove what it wrote."""
    while _started:
        server, home = _started.pop()
        server.stop()
        shutil.rmtree(home, ignore_errors=True)
    _start.cache_clear()


def empty(address: Address) -> None:
    """Remove all nodes and relationships."""
    with address.driver() as driver, driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


@cache
def _start() -> Address:
    server = new_server()
    return Address(server.uri, server.user, server.password)


def _require_ours(address: Address) -> None:
    with address.driver() as driver, driver.session() as session:
        row = session.run(
            "MATCH (n) RETURN count(n) AS nodes, count(CASE WHEN n:DataSet THEN 1 END) AS ours"
        ).single(strict=True)
    if row["nodes"] and not row["ours"]:
        pytest.exit(f"the database at {_OWN} holds somebody's data; the tests would empty it")
