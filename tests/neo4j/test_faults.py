"""Whatever happens to the server, the wire or the other side: nothing by halves, nothing hanging."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path
from threading import Barrier, Event, Thread
from typing import TYPE_CHECKING

import pytest

from graphauth.engines.neo4j.connection import Database, Patience
from graphauth.engines.neo4j.engine import Neo4jEngine
from graphauth.engines.neo4j.loading import load
from graphauth.engines.neo4j.state import Stage, read_state
from graphauth.engines.neo4j.syncing import sync
from graphauth.errors import BackendUnavailableError, EngineError
from graphauth.importing import read
from graphauth.model.question import EVERYTHING
from tests.neo4j.regions import DAY, content, data, ward
from tests.neo4j_server import shared
from tests.neo4j_server.proxy import Proxy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.neo4j_server.server import Server

DEMO = Path(__file__).parents[2] / "fixtures" / "gavleborg"
pytestmark = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"  # sockets that a fault has left half closed
)
PATIENT = Patience(question=60.0, writing=60.0, retrying=1.0, margin=3.0)
HASTY = Patience(question=2.0, writing=60.0, retrying=1.0, margin=3.0)


@pytest.fixture(scope="module")
def module_server() -> Iterator[Server]:
    server = shared.new_server()
    yield server
    server.stop()


@pytest.fixture
def server(module_server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """A server that may be killed, empty and running; the environment lets graphauth in."""
    if not module_server.is_running:
        module_server.start()
    address = shared.Address(module_server.uri, module_server.user, module_server.password)
    shared.empty(address)
    for name, value in address.environment().items():
        monkeypatch.setenv(name, value)
    return module_server


def opened(uri: str, patience: Patience = PATIENT) -> closing[Database]:
    return closing(Database(uri, patience))


def whole(uri: str) -> dict[str, list[str]]:
    with opened(uri) as database:
        return content(Neo4jEngine(database).whole())


def killing(server: Server, after: int) -> Callable[[int, int], None]:
    """Return a progress that kills the server once so many rows are written."""

    def progress(done: int, total: int) -> None:
        if done >= after:
            server.kill()

    return progress


def test_a_server_that_is_absent_is_said_to_be(server: Server) -> None:
    server.stop()
    began = time.monotonic()
    with pytest.raises(BackendUnavailableError, match="can't be reached"):
        Neo4jEngine.at(server.uri)
    assert time.monotonic() - began < 20


def test_a_wrong_password_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "fel")
    with pytest.raises(BackendUnavailableError, match="refuses the credentials") as refused:
        Neo4jEngine.at(server.uri)
    assert "fel" not in str(refused.value).split()


def test_no_credentials_at_all_are_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD")
    with pytest.raises(BackendUnavailableError, match="set NEO4J_USERNAME"):
        Neo4jEngine.at(server.uri)


def test_an_empty_database_says_that_nothing_is_loaded(server: Server) -> None:
    with pytest.raises(EngineError, match="holds no data set"):
        Neo4jEngine.at(server.uri)


def test_a_load_that_died_with_its_server_goes_on_where_it_was(server: Server) -> None:
    dataset = read([DEMO])
    with opened(server.uri) as database, pytest.raises(BackendUnavailableError):
        load(database, dataset, progress=killing(server, 20_000))
    server.start()
    with pytest.raises(EngineError, match="nothing is published yet"):
        Neo4jEngine.at(server.uri)
    with opened(server.uri) as database:
        state = database.read(read_state)
        assert (state.stage, state.version) == (Stage.LOADING, 0)
        assert state.loaded >= 20_000
        with pytest.raises(EngineError, match="load of other data died"):
            load(database, data(ward()))
        told: list[int] = []
        load(database, dataset, progress=lambda done, _: told.append(done))
    assert whole(server.uri) == content(dataset)


def test_a_sync_that_died_with_its_server_has_changed_nothing(server: Server) -> None:
    before, after = ward(500), ward(3000)
    with opened(server.uri) as database:
        load(database, data(before))
        with pytest.raises(BackendUnavailableError):
            sync(database, data(after), progress=killing(server, 5000))
    server.start()
    assert whole(server.uri) == content(data(before))
    with opened(server.uri) as database:
        sync(database, data(after))
    assert whole(server.uri) == content(data(after))


def test_a_sync_that_died_after_it_was_announced_leaves_readers_an_answer(server: Server) -> None:
    with opened(server.uri) as database:
        load(database, data(ward()))
        engine = Neo4jEngine(database)
        assert len(engine.tickets("clinic24", "e0", DAY)) == 1
        announced = {"writer": "somebody who died", "version": 1}
        database.write(lambda one: one.run("load/announce_sync", announced))
        assert len(engine.tickets("clinic24", "e0", DAY)) == 1
        assert database.read(read_state).stage is Stage.PUBLISHED


def test_a_server_that_was_restarted_is_asked_again(server: Server) -> None:
    with opened(server.uri) as database:
        load(database, data(ward()))
        engine = Neo4jEngine(database)
        assert engine.check("clinic24", "e0", "U1", "R1", DAY)
        server.stop()
        with pytest.raises(BackendUnavailableError):
            engine.check("clinic24", "e0", "U1", "R1", DAY)
        server.start()
        assert engine.check("clinic24", "e0", "U1", "R1", DAY)


def test_a_connection_reset_in_mid_answer_is_made_up_for(server: Server) -> None:
    proxy = Proxy(server.port)
    with opened(proxy.uri) as database:
        load(database, data(ward(1200)))
        rows = Neo4jEngine(database).matrix("clinic24", DAY, EVERYTHING)
        first = next(rows)
        proxy.reset()
        assert [first.employee_id, *(row.employee_id for row in rows)] == sorted(
            f"e{number}" for number in range(1200)
        )
    proxy.cut()


def test_a_connection_cut_in_mid_answer_ends_it(server: Server) -> None:
    proxy = Proxy(server.port)
    with opened(proxy.uri) as database:
        load(database, data(ward(1200)))
        rows = Neo4jEngine(database).matrix("clinic24", DAY, EVERYTHING)
        next(rows)
        proxy.cut()
        with pytest.raises(BackendUnavailableError):
            list(rows)


def test_a_server_that_falls_silent_is_not_waited_for_without_end(server: Server) -> None:
    proxy = Proxy(server.port)
    with opened(proxy.uri, HASTY) as database:
        load(database, data(ward()))
        engine = Neo4jEngine(database)
        assert engine.check("clinic24", "e0", "U1", "R1", DAY)
        proxy.fall_silent()
        began = time.monotonic()
        with pytest.raises(BackendUnavailableError, match="no answer within"):
            engine.check("clinic24", "e0", "U1", "R1", DAY)
        assert time.monotonic() - began < 15
        proxy.cut()


def test_of_two_syncs_at_once_one_is_told_to_try_again(server: Server) -> None:
    with opened(server.uri) as database:
        load(database, data(ward()))
    both_have_written = Barrier(2, timeout=30)
    outcomes: dict[int, str] = {}

    def one_of_two(number: int) -> None:
        tables = ward()
        tables["employees"][number]["given_name"] = "Nytt"
        try:
            with opened(server.uri) as database:
                sync(database, data(tables), progress=lambda *_: none(both_have_written.wait()))
                outcomes[number] = "done"
        except EngineError as error:
            outcomes[number] = str(error)

    threads = [Thread(target=one_of_two, args=(number,)) for number in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    won, lost = sorted(outcomes, key=lambda number: outcomes[number] != "done")
    assert outcomes[won] == "done"
    assert "another sync got in between" in outcomes[lost]
    expected = ward()
    expected["employees"][won]["given_name"] = "Nytt"
    assert whole(server.uri) == content(data(expected))


def none(_: object) -> None:
    """Swallow a value."""


def test_readers_see_one_data_set_or_the_other_while_syncs_go_on(server: Server) -> None:
    few, many = data(ward(100)), data(ward(400))
    seen: set[int] = set()
    over = Event()
    failed: list[BaseException] = []

    def look() -> None:
        try:
            with opened(server.uri) as database:
                engine = Neo4jEngine(database)
                while not over.is_set():
                    seen.add(len(engine.who("clinic24", "U1", None, DAY)))
        except BaseException as error:
            failed.append(error)

    with opened(server.uri) as database:
        load(database, few)
        readers = [Thread(target=look) for _ in range(2)]
        for reader in readers:
            reader.start()
        for _ in range(4):
            sync(database, many)
            sync(database, few)
        over.set()
        for reader in readers:
            reader.join(60)
    assert failed == []
    assert seen == {100, 400}
