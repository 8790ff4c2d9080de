"""What ``graphauth query --show`` prints, read by cypher-shell as it stands, whatever ids hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from graphauth.cli.main import main
from graphauth.engines.neo4j.statements import statement
from graphauth.questions.queries import TITLES
from tests.neo4j.regions import Tables, data, ward
from tests.neo4j_server import shared
from tests.neo4j_server.loaded import engine_loaded_with
from tests.neo4j_server.shell import as_printed, cypher_shell

if TYPE_CHECKING:
    from pathlib import Path

AWKWARD = [
    "it's",
    'say "hi"',
    "back\\slash",
    "ends with \\",
    "\\'",
    "'}) DETACH DELETE n //",
    "*/ ' ; /* // :param clear",
    "$unit {unit} `unit`",
    "null",
    "\\u0027 \\n",
    "Åsa Öberg 漢 😀",
    "two\nlines",
    "\u2028 and \u0085 end lines too",
    "tab\tand\u200bnothing",
]
UNIT, ROLE = "Avd 'U\\1\"", "Roll 'R\"1\\"
ASKED: dict[str, list[dict[str, Any]]] = {
    "check_ticket": [{"employee": one, "unit": UNIT, "role": ROLE} for one in AWKWARD],
    "find_employees": [{"units": [UNIT]}],
    "find_holders": [{"roles": [ROLE]}],
    "find_nodes": [{"label": "Unit", "ids": [UNIT]}],
    "find_roles": [{"units": [UNIT]}],
    "find_units": [{"vos": ["V1"]}],
    "list_changes": [{"first": "2026-01-01", "last": "2027-12-31"}],
    "list_employees": [{"after": "", "limit": 100}],
    "list_ids": [{"label": "Employee"}],
    "list_people": [{"unit": UNIT, "roles": None}, {"unit": UNIT, "roles": [ROLE, "x"]}],
    "list_reference": [{}],
    "list_roles": [{}],
    "list_staffing": [
        {"system": "clinic24", "roles": [ROLE], "units": None},
        {"system": "clinic24", "roles": [ROLE], "units": [UNIT, UNIT]},
    ],
    "list_tickets": [
        {"employees": AWKWARD, "units": None, "roles": None, "vos": None},
        {"employees": AWKWARD, "units": [UNIT], "roles": [ROLE], "vos": ["V1"]},
    ],
    "list_vos": [{"providers": [""]}],
    "read_people": [{"employees": AWKWARD}],
    "read_places": [{"units": [UNIT]}],
    "read_state": [{}],
}
Case = tuple[str, int, bool]
CASES = [
    (name, at, inline)
    for name, many in ASKED.items()
    for at in range(len(many))
    for inline in (False, True)
]


def awkward() -> Tables:
    """Return a ward whose people, unit and role have ids that end texts, lines and statements."""
    ids = {f"e{number}": one for number, one in enumerate(AWKWARD)} | {"U1": UNIT, "R1": ROLE}
    tables = {
        table: [{column: ids.get(cell, cell) for column, cell in row.items()} for row in rows]
        for table, rows in ward(len(AWKWARD)).items()
    }
    tables["role_grants"][0]["valid_to"] = "2027-06-30"
    return tables


def shown(case: Case, file: Path) -> str:
    """Return what ``graphauth query --show`` prints for these values."""
    name, at, inline = case
    asked = ["--at", "2026-11-23", "query", "--show", name, "-o", str(file)]
    asked += ["--inline"] if inline else []
    for key, value in ASKED[name][at].items():
        text = "|".join(value) if isinstance(value, list) else value
        asked += ["--param", f"{key}={'null' if text is None else text}"]
    with pytest.raises(SystemExit) as left:
        main(asked)
    assert not left.value.code
    return file.read_text("utf-8")


def expected(name: str, values: dict[str, Any]) -> list[str]:
    """Return the lines that cypher-shell prints of what the driver gets by the same values."""
    found = statement(f"queries/{name}")
    usual = {"day": "2026-11-23", "system": "clinic24"}
    sent = {key: value for key, value in (usual | values).items() if key in found.parameters}
    with shared.shared().driver() as driver:
        records, _, columns = driver.execute_query(found.text, sent)
    rows = [", ".join(map(as_printed, record.values())) for record in records]
    return "\n".join([", ".join(columns), *rows]).split("\n")


def in_any_order(lines: list[str]) -> list[list[str]]:
    """Return lines as what stands between commas: programs differ in the order of a map's keys."""
    return [sorted(re.split("[{}]|, ", line)) for line in lines]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[Case, list[str]]:
    """What cypher-shell prints of every case, all of them piped into it at once."""
    engine_loaded_with(data(awkward()))
    file = tmp_path_factory.mktemp("shown") / "query.cypher"
    texts = [shown(case, file) for case in CASES]
    marks = [f":param clear;\n{text}RETURN '---' AS mark;\n" for text in texts]
    said = cypher_shell(shared.shared(), "".join(marks)).split('mark\n"---"\n')
    assert (len(said), said.pop()) == (len(CASES) + 1, "")
    return {case: one.rstrip("\n").split("\n") for case, one in zip(CASES, said, strict=True)}


def test_every_question_is_tried() -> None:
    assert set(ASKED) == set(TITLES)


@pytest.mark.parametrize("case", CASES)
def test_a_question_that_is_shown_is_answered_where_it_is_pasted(
    printed: dict[Case, list[str]], case: Case
) -> None:
    name, at, _ = case
    rows, same = printed[case], expected(name, ASKED[name][at])
    assert len(rows) > 1
    if "properties" in rows[0]:
        assert in_any_order(rows) == in_any_order(same)
    else:
        assert rows == same
