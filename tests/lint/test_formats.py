"""Findings written: to the letter where programs read them, judged by the formats' own schemas."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import jsonschema
import openpyxl
import pytest
from sarif_pydantic import Sarif

from graphauth import __version__
from scripts.docs import ROOT
from tests.lint.region import TABLES, write_region

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lint.conftest import Lint

NASTY = "K1`|<b>&\x1b[31m"


def test_csv_has_the_columns_of_the_contract(lint: Lint) -> None:
    rows = list(csv.DictReader(io.StringIO(lint("-f", "csv").out)))
    assert [(row["rule"], row["nodes"], row["file"], row["row"]) for row in rows] == [
        ("GA203", "Assignment:A2", "region/assignments.csv", "3"),
        ("GA402", "Employee:anna", "region/role_grants.csv", "2"),
        ("GA501", "Unit:K1|Role:lak", "region/unit_roles.csv", "2"),
        ("GA604", "Unit:K1", "region/units.csv", "2"),
    ]
    assert rows[2]["severity"] == "error"
    assert rows[2]["fixer"] == "nearest-manager"
    assert rows[2]["message"] == "nobody holds role `lak`, which unit `K1` offers"


def test_json_keeps_to_its_schema_and_holds_the_witnesses(lint: Lint) -> None:
    held = json.loads(lint("--within", "30", "-f", "json", rules=None).out)
    schema = json.loads((ROOT / "docs/schemas/lint.json").read_text(encoding="utf-8"))
    jsonschema.validate(held, schema)
    unstaffed = next(one for one in held["findings"] if one["rule"] == "GA501")
    assert held["version"] == 1
    assert unstaffed["nodes"] == [{"label": "Unit", "id": "K1"}, {"label": "Role", "id": "lak"}]
    assert unstaffed["path"][0]["rel"] == "OFFERS"
    assert unstaffed["path"][0]["end"] == {"label": "Role", "id": "lak"}


def test_the_summary_counts_what_was_looked_at(lint: Lint) -> None:
    held = json.loads(lint("-f", "json").out)
    counts = {one["rule"]: (one["found"], one["population"]) for one in held["rules"]}
    assert counts == {"GA203": (1, 2), "GA402": (1, 1), "GA501": (1, 3), "GA604": (1, 2)}
    table = lint(rules="GA501").out
    assert "GA501 Unit-role unstaffed (error; 1 of 3 unit-roles)\n  Whatever patients and" in table
    assert table.endswith("rules: 1; findings: 1 (errors: 1, warnings: 0, info: 0)\n")


@pytest.mark.parametrize(
    "data", [TABLES, {**TABLES, "units": f"unit_id,name,vo_id\n{NASTY},M,V\n"}]
)
def test_sarif_is_sarif(lint: Lint, tmp_path: Path, data: dict[str, str]) -> None:
    write_region(tmp_path / "region", data)
    ran = lint("-o", "out.sarif", "--within", "30", rules=None)
    text = (tmp_path / "out.sarif").read_text(encoding="utf-8")
    Sarif.model_validate_json(text)
    held = json.loads(text)
    run = held["runs"][0]
    assert ran.out == ""
    assert held["version"] == "2.1.0"
    assert run["tool"]["driver"]["semanticVersion"] == __version__
    assert [run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] for one in run["results"]] == [
        one["ruleId"] for one in run["results"]
    ]


def test_sarif_says_where_and_what(lint: Lint, tmp_path: Path) -> None:
    lint("-o", "out.sarif", rules="GA501")
    result = json.loads((tmp_path / "out.sarif").read_text())["runs"][0]["results"][0]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "region/unit_roles.csv"
    assert place["region"]["startLine"] == 2
    assert result["level"] == "error"
    assert result["message"]["text"].startswith("nobody holds role `lak`, which unit `K1` offers. ")
    assert len(result["partialFingerprints"]["graphauth/v1"]) == 16
    names = [one["fullyQualifiedName"] for one in result["locations"][0]["logicalLocations"]]
    assert names == ["Unit:K1", "Role:lak"]


def test_junit_has_a_case_for_a_rule_and_fails_from_the_severity_asked(
    lint: Lint, tmp_path: Path
) -> None:
    lint("-o", "out.xml", "--fail-on", "warning", rules="GA203,GA309,GA501")
    root = ET.parse(tmp_path / "out.xml").getroot()  # noqa: S314
    assert (root.tag, root.get("tests"), root.get("failures")) == ("testsuites", "3", "1")
    cases = {one.get("name", "")[:5]: one for one in root.iter("testcase")}
    failure = cases["GA501"].find("failure")
    assert failure is not None
    assert (failure.get("type"), failure.get("message")) == ("error", "findings: 1")
    assert "region/unit_roles.csv:2: nobody holds role `lak`" in (failure.text or "")
    assert [child.tag for child in cases["GA203"]] == ["system-out"]
    assert list(cases["GA309"]) == []


def test_markup_and_control_characters_in_ids_do_no_harm(lint: Lint, tmp_path: Path) -> None:
    units = f"unit_id,name,vo_id,manager_id\n{NASTY},M,kard,\n"
    write_region(tmp_path / "region", {"units": units})
    lint("-o", "out.xml", rules="GA604")
    assert "<b>&" in "".join(ET.parse(tmp_path / "out.xml").getroot().itertext())  # noqa: S314
    lint("-o", "out.md", rules="GA604")
    text = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert "- unit `K1'|<b>&\N{REPLACEMENT CHARACTER}[31m` has no manager" in text
    assert "\x1b" not in lint(rules="GA604").out


def test_markdown_counts_first_and_then_tells(lint: Lint) -> None:
    text = lint("-f", "markdown", rules="GA604").out
    assert text.startswith("# Consistency of clinic24 on 2026-11-23\n\nrules: 1; findings: 1 ")
    assert "| GA604 Unit without a manager | warning | 1 of 2 units |" in text
    assert "- unit `K1` has no manager (`region/units.csv:2`)\n" in text
    assert "> **head of the VO**: The head of the VO appoints a manager" in text


def test_a_workbook_has_a_sheet_for_each_who_puts_right(lint: Lint, tmp_path: Path) -> None:
    lint("-o", "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["summary", "nearest manager", "IT support", "head of the VO"]
    row = [cell.value for cell in book["head of the VO"][2]]
    assert row[:4] == ["GA604", "Unit without a manager", "warning", "unit `K1` has no manager"]
    assert [cell.value for cell in book["summary"][4]][:4] == ["GA501", "Unit-role unstaffed", 1, 3]


def test_a_formula_in_an_id_stays_text(lint: Lint, tmp_path: Path) -> None:
    write_region(tmp_path / "region", {"units": "unit_id,name,vo_id,manager_id\n=1+1,M,kard,\n"})
    lint("-o", "out.xlsx", rules="GA604")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["head of the VO"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


@pytest.mark.parametrize("form", ["sarif", "junit", "markdown"])
def test_other_answers_have_no_such_form(
    lint: Lint, run: object, form: str, capfd: pytest.CaptureFixture[str]
) -> None:
    from graphauth.cli.main import main

    for arguments in (
        ["-f", form, "-d", "region", "matrix"],
        ["-d", "region", "matrix", "-f", form],
    ):
        with pytest.raises(SystemExit) as leaving:
            main(arguments)
        assert leaving.value.code == 2
        assert form in capfd.readouterr().err


def test_swedish_findings_are_swedish(lint: Lint) -> None:
    for form in ("table", "markdown", "junit", "sarif"):
        told = lint("--lang", "sv", "-f", form, rules="GA604").out
        assert "enheten `K1` saknar vårdenhetschef" in told
        assert "has no manager" not in told
