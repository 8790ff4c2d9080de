"""The scenarios keep to the form that their README describes, and cover the definition."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from graphauth.model.schema import TABLE
from tests.scenarios.scenario import FILES, FOLDER, answers, load

KEYS = {"title", "about", "system", "day", "data", "holds", "not", "coverage", "at"}
REQUIRED = {"title", "about", "day", "data", "holds"}
LOGIN = {"employee", "unit", "role"}
STAFFING = {"unit", "role", "vo", "holders", "able"}


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def scenario(request: pytest.FixtureRequest) -> dict[str, Any]:
    return load(request.param)


def test_keys_are_known(scenario: dict[str, Any]) -> None:
    assert REQUIRED <= scenario.keys() <= KEYS
    assert scenario["title"].keys() == {"en", "sv"}
    for answer in scenario.get("at", []):
        assert {"day", "holds"} <= answer.keys() <= {"day", "holds", "not", "coverage"}


def test_texts_are_filled(scenario: dict[str, Any]) -> None:
    assert all(scenario["title"].values())
    assert scenario["about"].strip().endswith(".")


def test_tables_and_columns_are_the_contracts(scenario: dict[str, Any]) -> None:
    for table, rows in scenario["data"].items():
        schema = TABLE[table]
        columns = {column.name for column in schema.columns}
        for row in rows:
            assert row.keys() <= columns, (table, row)
            assert all(isinstance(cell, str) and cell == cell.strip() for cell in row.values())
            assert all(row.get(column.name) for column in schema.columns if column.required)


def test_days_are_days(scenario: dict[str, Any]) -> None:
    for answer in answers(scenario):
        asked = date.fromisoformat(answer["day"])
        for ticket in answer["holds"]:
            if "valid_until" in ticket:
                assert asked <= date.fromisoformat(ticket["valid_until"])


def test_answers_have_their_keys(scenario: dict[str, Any]) -> None:
    for answer in answers(scenario):
        for ticket in answer["holds"]:
            assert LOGIN <= ticket.keys() <= LOGIN | {"valid_until", "vo"}
        for ticket in answer.get("not", []):
            assert ticket.keys() == LOGIN | {"because"}
            assert ticket["because"] in {"1", "2", "3", "4", "5"}
        for row in answer.get("coverage", []):
            assert row.keys() == STAFFING
            assert int(row["able"]) <= int(row["holders"])


def test_nothing_both_holds_and_does_not(scenario: dict[str, Any]) -> None:
    for answer in answers(scenario):
        asked = [
            (ticket["employee"], ticket["unit"], ticket["role"])
            for ticket in [*answer["holds"], *answer.get("not", [])]
        ]
        assert asked
        assert len(set(asked)) == len(asked)


def test_files_are_named_by_what_they_show() -> None:
    assert len(FILES) >= 30
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", path.stem) for path in FILES)
    assert {path.suffix for path in FOLDER.iterdir()} == {".yaml", ".md"}


def test_every_clause_fails_somewhere() -> None:
    failing = {
        ticket["because"]
        for path in FILES
        for answer in answers(load(path))
        for ticket in answer.get("not", [])
    }
    assert failing == {"1", "2", "3", "4", "5"}


@pytest.mark.parametrize("language", ["en", "sv"])
def test_titles_are_told_apart(language: str) -> None:
    titles = [load(path)["title"][language] for path in FILES]
    assert len(titles) == len(set(titles))
