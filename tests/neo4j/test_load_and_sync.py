"""What is loaded comes back equal; a sync writes what differs and nothing else."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from graphauth.engines.neo4j.connection import Database
from graphauth.engines.neo4j.engine import Neo4jEngine
from graphauth.engines.neo4j.loading import load
from graphauth.engines.neo4j.state import read_state
from graphauth.engines.neo4j.syncing import compare, sync
from graphauth.errors import EngineError, ForeignDatabaseError
from graphauth.importing import read
from graphauth.model.question import EVERYTHING
from tests.neo4j.regions import DAY, content, data, ward
from tests.strategies.regions import random_region

if TYPE_CHECKING:
    from collections.abc import Iterator

    import neo4j

    from tests.neo4j_server.shared import Address

DEMO = Path(__file__).parents[2] / "fixtures" / "gavleborg"


@pytest.fixture
def database(address: Address) -> Iterator[Database]:
    found = Database(address.uri)
    yield found
    found.close()


def whole(database: Database) -> dict[str, list[str]]:
    return content(Neo4jEngine(database).whole())


def constraints(driver: neo4j.Driver) -> set[str]:
    return {row["name"] for row in driver.execute_query("SHOW CONSTRAINTS YIELD name")[0]}


def test_the_demo_region_comes_back_equal(database: Database) -> None:
    dataset = read([DEMO])
    load(database, dataset)
    back = Neo4jEngine(database).whole()
    assert content(back) == content(dataset)
    assert (back.files, back.remarks, back.skipped) == (
        dataset.files,
        dataset.remarks,
        dataset.skipped,
    )
    assert compare(database, dataset)[1].counts() == []


@pytest.mark.parametrize("seed", range(12))
def test_a_sync_makes_one_random_region_of_another(database: Database, seed: int) -> None:
    random = Random(seed)
    before, after = data(random_region(random)), data(random_region(random))
    load(database, before)
    assert whole(database) == content(before)
    sync(database, after)
    assert whole(database) == content(after)
    assert compare(database, after)[1].total() == 0
    assert database.read(read_state).version == 2


def test_only_what_differs_is_written_and_a_dry_run_writes_nothing(database: Database) -> None:
    tables = ward()
    load(database, data(tables))
    tables["employees"][0]["given_name"] = "Nytt"
    tables["role_grants"].pop()
    expected = [("Employee", 0, 1, 0, 0), ("HAS_ROLE", 0, 0, 1, 0)]
    found = sync(database, data(tables), dry_run=True)
    assert found.counts() == expected
    assert whole(database) == content(data(ward()))
    assert sync(database, data(tables)).counts() == expected
    assert whole(database) == content(data(tables))


def test_a_row_that_stands_on_another_line_is_moved_not_changed(database: Database) -> None:
    load(database, data(ward()))
    tables = ward()
    tables["role_grants"].reverse()
    assert sync(database, data(tables)).counts() == [("HAS_ROLE", 0, 0, 0, 2)]
    assert whole(database) == content(data(tables))


def test_repeated_rows_are_repeated_relationships(database: Database) -> None:
    tables = ward()
    tables["role_grants"] *= 2
    load(database, data(tables))
    assert whole(database) == content(data(tables))
    assert len(Neo4jEngine(database).tickets("clinic24", "e0", DAY)) == 1
    assert sync(database, data(ward())).counts() == [("HAS_ROLE", 0, 0, 3, 0)]


def test_a_second_load_is_refused_and_anew_replaces(database: Database) -> None:
    load(database, data(ward()))
    with pytest.raises(EngineError, match="published data set"):
        load(database, data(ward(4)))
    assert whole(database) == content(data(ward()))
    load(database, data(ward(4)), anew=True)
    assert whole(database) == content(data(ward(4)))
    assert database.read(read_state).version == 2


def test_an_engine_notices_that_the_data_were_replaced(database: Database) -> None:
    load(database, data(ward()))
    engine = Neo4jEngine(database)
    assert len(engine.who("clinic24", "U1", None, DAY)) == 3
    tables = ward()
    tables["systems"] = [{"system_id": "npo", "name": "NPÖ"}]
    load(database, data(tables), anew=True)
    assert engine.who("npo", "U1", None, DAY)[0].role_id == ""
    assert list(engine.systems()) == ["npo"]


def test_an_answer_that_streams_ends_with_an_error_when_the_data_change(
    database: Database,
) -> None:
    load(database, data(ward(501)))
    engine = Neo4jEngine(database)
    rows = engine.matrix("clinic24", DAY, EVERYTHING)
    assert next(rows).employee_id == "e0"
    sync(database, data(ward(502)))
    with pytest.raises(EngineError, match="changed in mid-answer"):
        list(rows)


def test_names_that_look_like_cypher_change_nothing(database: Database) -> None:
    nasty = "'}) DETACH DELETE n //"
    tables = ward()
    for rows in tables.values():
        for row in rows:
            for column in row:
                if not column.startswith("valid"):
                    row[column] += nasty
    tables["unit_registrations"][0]["system_id"] = "clinic24"
    load(database, data(tables))
    engine = Neo4jEngine(database)
    asked = f"U1{nasty}", f"R1{nasty}"
    assert engine.check("clinic24", f"e0{nasty}", *asked, DAY)
    assert len(engine.who("clinic24", *asked, DAY)) == 3
    tables["employees"][0]["family_name"] = nasty
    sync(database, data(tables))
    assert whole(database) == content(data(tables))


def test_a_database_with_somebody_elses_data_is_left_alone(
    database: Database, address: Address
) -> None:
    with address.driver() as driver:
        before = constraints(driver)
        driver.execute_query("CREATE (:Person {name: 'Åsa'})-[:LIKES]->(:Film {title: 'X'})")
        for attempt in (
            lambda: load(database, data(ward())),
            lambda: load(database, data(ward()), anew=True),
            lambda: sync(database, data(ward())),
        ):
            with pytest.raises(ForeignDatabaseError, match="nothing was changed"):
                attempt()
        records, _, _ = driver.execute_query("MATCH (a)-[r]->(b) RETURN a.name, type(r), b.title")
        assert [record.values() for record in records] == [["Åsa", "LIKES", "X"]]
        assert constraints(driver) == before


def test_somebody_elses_nodes_beside_ours_stop_every_write(
    database: Database, address: Address
) -> None:
    load(database, data(ward()))
    with address.driver() as driver:
        driver.execute_query("CREATE (:Person {name: 'Åsa'})")
    with pytest.raises(ForeignDatabaseError):
        sync(database, data(ward(4)))
    with pytest.raises(ForeignDatabaseError):
        load(database, data(ward(4)), anew=True)
    assert len(Neo4jEngine(database).who("clinic24", "U1", None, DAY)) == 3


def test_a_graph_of_another_version_is_refused(database: Database, address: Address) -> None:
    load(database, data(ward()))
    with address.driver() as driver:
        driver.execute_query("MATCH (d:DataSet) SET d.schema = 99")
    with pytest.raises(ForeignDatabaseError, match="version 99"):
        Neo4jEngine.at(address.uri)
    with pytest.raises(ForeignDatabaseError, match="version 99"):
        sync(database, data(ward()))
