"""The Neo4j tests: one shared server, one database, tests one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.neo4j_server import shared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.neo4j_server.server import Server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of this folder into the group of those that share the database."""
    for item in items:
        if "tests/neo4j/" in item.path.as_posix():
            item.add_marker(shared.GROUP)


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[shared.Address]:
    """The shared Neo4j, empty, and emptied afterwards; the environment lets graphauth in."""
    found = shared.shared()
    shared.empty(found)
    for name, value in found.environment().items():
        monkeypatch.setenv(name, value)
    yield found
    shared.empty(found)


@pytest.fixture
def own_server() -> Iterator[Server]:
    """A Neo4j that the test may stop, kill and start again."""
    server = shared.new_server()
    yield server
    server.stop()
