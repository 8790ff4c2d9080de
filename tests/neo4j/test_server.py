"""The harness itself: a real Neo4j, that comes back after it was killed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.neo4j_server import shared
from tests.neo4j_server.release import USUAL, java, release

if TYPE_CHECKING:
    from tests.neo4j_server.server import Server


def test_the_shared_server_is_a_neo4j_that_starts_empty(address: shared.Address) -> None:
    with address.driver() as driver:
        records, _, _ = driver.execute_query("MATCH (n) RETURN count(n) AS nodes")
        assert records[0]["nodes"] == 0
        assert driver.get_server_info().agent.startswith("Neo4j/")


def test_a_server_of_the_tests_is_the_version_that_was_asked_for(own_server: Server) -> None:
    with own_server.driver() as driver:
        assert driver.get_server_info().agent == f"Neo4j/{release().version}"


def test_the_environment_chooses_version_and_java(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRAPHAUTH_NEO4J_VERSION", raising=False)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    assert (release().version, release().main) == (USUAL, "org.neo4j.server.CommunityEntryPoint")
    assert java() == "java"
    monkeypatch.setenv("GRAPHAUTH_NEO4J_VERSION", "2026.08.1")
    monkeypatch.setenv("JAVA_HOME", "/opt/jdk")
    assert (release().version, release().main) == ("2026.08.1", "org.neo4j.server.Neo4jCommunity")
    assert java() == "/opt/jdk/bin/java"


def test_what_was_written_is_there_after_a_kill(own_server: Server) -> None:
    with own_server.driver() as driver:
        driver.execute_query("CREATE (:Thing {id: 'kept'})")
    own_server.kill()
    own_server.start()
    with own_server.driver() as driver:
        records, _, _ = driver.execute_query("MATCH (n:Thing) RETURN n.id AS id")
    assert [record["id"] for record in records] == ["kept"]


def test_without_java_the_tests_are_skipped_aloud_and_fail_in_ci(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shared, "missing_tools", lambda: ["java"])
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="needs java"):
        shared.require_tools()
    monkeypatch.setenv("CI", "1")
    with pytest.raises(pytest.fail.Exception, match="needs java"):
        shared.require_tools()
