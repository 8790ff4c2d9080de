"""The Cypher that ships: one statement in a file, under a comment line, with parameters only."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graphauth.engines.neo4j.statements import names_in, statement
from graphauth.importing import read
from graphauth.questions.queries import NATIVE, TITLES, Kind, kind_of
from tests.neo4j_server import shared
from tests.neo4j_server.loaded import engine_loaded_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    import neo4j

DEMO = Path(__file__).parents[2] / "fixtures" / "gavleborg"

FILES = [
    f"{folder}/{name}" for folder in ("schema", "load", "queries") for name in names_in(folder)
]
GUARD = "MATCH (:DataSet {state: 'published'})"
EVERYTHING_OF_A_KIND = ("list_ids", "list_reference", "list_roles", "list_vos")
"""Questions that are answered by all of a kind: they go through its index from end to end."""
VALUES = {
    Kind.TEXT: "x",
    Kind.DAY: "2026-11-23",
    Kind.NUMBER: 10,
    Kind.LIST: ["e0", "U1"],
    Kind.FILTER: None,
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_one_statement_under_one_comment_line(name: str) -> None:
    text = statement(name).text
    assert re.fullmatch(r"// [A-Z].+[.]\n(?!//)[\s\S]+[^\s;]\n", text), text
    assert text.count("//") == 1
    assert ";" not in text.partition("\n")[2]
    assert re.fullmatch(r"[a-z]+(_[a-z]+)+", name.partition("/")[2])


def test_every_question_has_a_title_that_is_its_comment_line() -> None:
    assert tuple(sorted(TITLES)) == names_in("queries")
    for name, title in TITLES.items():
        assert statement(f"queries/{name}").title == title
    assert set(NATIVE) < set(TITLES)


@pytest.mark.parametrize("name", [name for name in names_in("queries") if name != "read_state"])
def test_a_question_begins_where_a_data_set_is_published(name: str) -> None:
    body = statement(f"queries/{name}").text.partition("\n")[2]
    assert body.startswith((GUARD, GUARD.replace("(:", "(d:")))


@pytest.fixture(scope="module")
def session() -> Iterator[neo4j.Session]:
    """A session on the demo region, whose size is what the planner reckons with."""
    engine_loaded_with(read([DEMO]))
    with shared.shared().driver() as driver, driver.session() as session:
        session.run("CALL db.prepareForReplanning()").consume()
        session.run("CALL db.clearQueryCaches()").consume()
        yield session


def operators(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every operator of a plan, and what it says of itself."""
    yield plan["operatorType"].partition("@")[0], str(plan["args"].get("Details", ""))
    for child in plan.get("children", ()):
        yield from operators(child)


@pytest.mark.parametrize("name", names_in("queries"))
def test_a_question_starts_from_an_index(session: neo4j.Session, name: str) -> None:
    found = statement(f"queries/{name}")
    values = {one: VALUES[kind_of(name, one)] for one in found.parameters}
    plan = session.run("EXPLAIN " + found.text, values).consume().plan
    assert plan is not None
    scans = []
    for operator, details in operators(plan):
        assert operator not in ("AllNodesScan", "CartesianProduct"), details
        assert "RelationshipTypeScan" not in operator, details
        assert operator != "NodeByLabelScan" or ":DataSet" in details, details
        scans += [details] if operator == "NodeIndexScan" else []
    assert not scans or name in EVERYTHING_OF_A_KIND, scans


def deprecations(session: neo4j.Session, text: str, *parameters: str) -> list[str]:
    """Return what the server says of a statement's words that it will not know one day."""
    asked = session.run("EXPLAIN " + text, dict.fromkeys(parameters))
    told = asked.consume().gql_status_objects
    return [one.status_description for one in told if one.raw_classification == "DEPRECATION"]


@pytest.mark.parametrize("name", [*FILES, *(f"rules/{name}" for name in names_in("rules"))])
def test_a_statement_says_nothing_that_is_deprecated(session: neo4j.Session, name: str) -> None:
    found = statement(name)
    assert not deprecations(session, found.text, *found.parameters)


def test_the_judge_of_words_sees_a_deprecated_one(session: neo4j.Session) -> None:
    (said,) = deprecations(session, "MATCH (u:Unit) RETURN id(u)")
    assert "id is deprecated" in said


def test_the_judge_of_plans_sees_a_scan(session: neo4j.Session) -> None:
    plan = session.run("EXPLAIN MATCH (n), (m:Unit) RETURN n, m").consume().plan
    assert plan is not None
    assert {"AllNodesScan", "CartesianProduct"} <= {operator for operator, _ in operators(plan)}
