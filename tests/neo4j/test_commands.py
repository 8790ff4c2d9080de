"""The command line over a real Neo4j: load, sync, status, query, and every command's answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import pytest

from graphauth.cli.main import main
from graphauth.importing import write_folder
from tests.neo4j.regions import data, ward

if TYPE_CHECKING:
    from pathlib import Path

    from tests.neo4j_server.shared import Address


class Ran(NamedTuple):
    """How a command went."""

    status: int
    out: str
    err: str


class Shell:
    """Runs commands on a day, in English, as somebody without a terminal does."""

    def __init__(self, capfd: pytest.CaptureFixture[str]) -> None:
        self._capfd = capfd

    def __call__(self, *arguments: object) -> Ran:
        with pytest.raises(SystemExit) as left:
            main(["--lang", "en", "--at", "2026-11-23", *map(str, arguments)])
        out, err = self._capfd.readouterr()
        return Ran(int(left.value.code or 0), out, err)


@pytest.fixture
def shell(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    for name in ("GRAPHAUTH_DATA", "GRAPHAUTH_LANG", "NEO4J_URI"):
        monkeypatch.delenv(name, raising=False)
    return Shell(capfd)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_folder(data(ward()), tmp_path / "ward")
    return tmp_path / "ward"


def test_load_then_ask_as_of_files(shell: Shell, address: Address, folder: Path) -> None:
    loaded = shell("-d", folder, "neo4j", "load", address.uri)
    assert (loaded.status, loaded.out) == (0, "")
    assert "loaded and published" in loaded.err
    for asked in (
        ["check", "e0", "U1", "R1"],
        ["check", "e0", "U1", "R1", "-f", "json"],
        ["tickets", "e1"],
        ["who", "U1", "-f", "csv"],
        ["matrix", "--vo", "V1", "-f", "csv"],
        ["why", "e0", "U1"],
        ["coverage", "-f", "json"],
        ["coverage", "--unit", "U1"],
        ["coverage", "--vo", "V1", "-f", "csv"],
        ["matrix", "--role", "R1"],
        ["expiring", "--within", "30"],
        ["expiring", "--within", "3660"],
        ["lint"],
        ["lint", "--within", "30", "-f", "csv"],
        ["lint", "--vo", "V1", "-f", "jsonl"],
        ["check", "e0", "U1", "nope"],
        ["check", "e0", "U1"],
        ["who", "U1", "--system", "npo"],
    ):
        assert shell("-d", address.uri, *asked) == shell("-d", folder, *asked), asked


@pytest.mark.parametrize(
    "kind",
    [
        ["overview"],
        ["hierarchy"],
        ["vo", "V1"],
        ["unit", "U1"],
        ["employee", "e1"],
        ["ticket", "e0", "U1", "R1"],
        ["lint"],
    ],
    ids=lambda kind: kind[0],
)
def test_a_picture_is_that_of_files_but_for_where_the_data_is(
    shell: Shell, address: Address, folder: Path, kind: list[str]
) -> None:
    shell("-d", folder, "neo4j", "load", address.uri)
    over_bolt, of_files = (shell("-d", data, "draw", *kind) for data in (address.uri, folder))
    assert of_files.status == 0
    assert address.uri in over_bolt.out
    assert over_bolt.out.replace(address.uri, folder.name) == of_files.out


def test_a_sync_is_shown_before_it_is_done(shell: Shell, address: Address, folder: Path) -> None:
    shell("-d", folder, "neo4j", "load", address.uri)
    grants = folder / "role_grants.csv"
    grants.write_text("".join(grants.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")
    shown = shell("-d", folder, "neo4j", "sync", address.uri, "--dry-run", "-f", "json")
    assert shown.status == 0
    differing = json.loads(shown.out)["differences"]
    assert differing == [{"kind": "HAS_ROLE", "added": 0, "changed": 0, "removed": 1, "moved": 0}]
    assert "1 would be written" in shown.err
    assert shell("-d", address.uri, "check", "e2", "U1", "R1").status == 0
    assert "1 written" in shell("neo4j", "sync", folder, address.uri).err
    assert shell("-d", address.uri, "check", "e2", "U1", "R1").status == 1
    assert "nothing differs" in shell("neo4j", "status", address.uri, folder).err


def test_status_says_what_is_published(
    shell: Shell, address: Address, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell("-d", folder, "neo4j", "load", address.uri)
    monkeypatch.setenv("NEO4J_URI", address.uri)
    shown = shell("neo4j", "status", "-f", "csv")
    assert shown.status == 0
    told = dict(line.split(",") for line in shown.out.splitlines()[1:])
    assert told["server"].startswith("Neo4j/")
    expected = {"state": "published", "version": "1", "Employee": "3", "HAS_ROLE": "3"}
    assert {name: told[name] for name in expected} == expected


@pytest.mark.parametrize(
    "arguments, status, said",
    [
        (["neo4j", "load", "bolt://127.0.0.1:1"], 2, "which data?"),
        (["neo4j", "status"], 2, "which database?"),
        (["neo4j", "status", "bolt://127.0.0.1:1"], 4, "can't be reached"),
        (["neo4j", "status", "bolt://neo4j:hemligt@127.0.0.1"], 2, "no user or password"),
        (["-d", "bolt://127.0.0.1:1", "tickets", "x"], 4, "can't be reached"),
        (["-d", "bolt://127.0.0.1:1", "--engine", "compiled", "tickets", "x"], 2, "own engine"),
        (["-d", "bolt://127.0.0.1:1", "validate"], 2, "reads files"),
        (["query", "nope"], 2, "no question `nope`"),
        (["query"], 2, "name one question"),
        (["query", "list_roles", "--inline"], 2, "goes with --show"),
        (["query", "check_ticket", "-p", "colour=blue"], 2, "is no parameter"),
        (["query", "check_ticket"], 2, "needs --param employee"),
        (["query", "list_changes", "-p", "first=nope"], 2, "does not fit `first`"),
        (["query", "list_employees", "-p", "limit=-1"], 2, "does not fit `limit`"),
        (["query", "list_employees", "-p", f"limit={2**63}"], 2, "does not fit `limit`"),
    ],
)
def test_what_is_wrong_is_said_and_exits_as_agreed(
    shell: Shell, arguments: list[str], status: int, said: str
) -> None:
    ran = shell(*arguments)
    assert ran.status == status
    assert said in ran.err
    assert "hemligt" not in ran.err


def test_an_empty_database_and_a_second_load_exit_4(
    shell: Shell, address: Address, folder: Path
) -> None:
    nothing = shell("-d", address.uri, "tickets", "e0")
    assert (nothing.status, nothing.out) == (4, "")
    assert "holds no data set" in nothing.err
    shell("-d", folder, "neo4j", "load", address.uri)
    again = shell("-d", folder, "neo4j", "load", address.uri)
    assert (again.status, "neo4j sync" in again.err) == (4, True)
    assert shell("-d", folder, "neo4j", "load", address.uri, "--anew").status == 0


ASKED = {
    "check_ticket": ["employee=e0", "unit=U1", "role=R1"],
    "list_tickets": ["employees=e0|e2"],
    "list_people": ["unit=U1"],
    "list_staffing": ["roles=R1"],
    "list_changes": ["first=2026-01-01", "last=2026-12-31"],
    "list_ids": ["label=Employee"],
    "list_employees": ["after=", "limit=2"],
}


def test_a_question_by_name_has_the_same_answer_on_files(
    shell: Shell, address: Address, folder: Path
) -> None:
    shell("-d", folder, "neo4j", "load", address.uri)
    for name, given in ASKED.items():
        asked = ["query", name, *(word for one in given for word in ("-p", one)), "-f", "csv"]
        from_files = shell("-d", folder, *asked)
        assert from_files.status == 0
        assert shell("-d", address.uri, *asked) == from_files, name
    assert (
        '"U1"'
        in shell("-d", address.uri, "query", "find_nodes", "-p", "label=Unit", "-p", "ids=U1").out
    )


def test_a_question_that_is_shown_can_be_pasted(shell: Shell, address: Address) -> None:
    shown = shell("query", "--show", "check_ticket", "-p", "employee=it's", "-p", "unit=U1")
    assert shown.out.startswith(":param day => '2026-11-23';\n")
    assert ":param employee => 'it\\'s';\n" in shown.out
    settings = [line for line in shown.out.splitlines() if line.startswith(":param")]
    statement = shown.out.partition("//")[2].partition("\n")[2].rstrip(";\n")
    literals = ", ".join(
        line.removeprefix(":param ").replace(" =>", ":", 1)[:-1] for line in settings
    )
    with address.driver() as driver:
        records, _, _ = driver.execute_query(f"RETURN {{{literals}}} AS values")
        values = records[0]["values"]
        assert values["employee"] == "it's"
        assert driver.execute_query(statement, values)[0] == []


def test_the_list_says_what_each_answers(shell: Shell) -> None:
    shown = shell("query", "--list", "-f", "json")
    listed = {one["name"]: one for one in json.loads(shown.out)["queries"]}
    assert set(ASKED) < set(listed)
    assert listed["list_people"]["answers"].startswith("Who can log in")
