"""The formats: columns to the letter, files whole or not at all, nothing cut, nothing executed."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from graphauth.render import sheets
from tests.cli.region import DAY, TICKETS, write_region

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

ROWS = list(csv.DictReader(io.StringIO(TICKETS)))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (("matrix",), TICKETS),
        (("tickets", "bo"), TICKETS.splitlines()[0] + "\n" + TICKETS.splitlines()[2] + "\n"),
        (("who", "KardMott"), TICKETS),
        (
            ("coverage",),
            "unit_id,role_id,vo_id,holders,able\nKardMott,lak,kard,1,1\nKardMott,ssk,kard,1,1\n",
        ),
        (
            ("expiring", "--within", "30"),
            "kind,ends,employee_id,unit_id,role_id,vo_id,holders\n"
            "ticket,2026-12-10,anna,KardMott,lak,kard,\n"
            "unstaffed,2026-12-10,,KardMott,lak,kard,1\n",
        ),
        (
            ("check", "anna", "KardMott", "lak"),
            "employee_id,unit_id,role_id,decision\nanna,KardMott,lak,true\n",
        ),
    ],
)
def test_csv_is_the_contract_to_the_byte(
    ask: Run, question: tuple[str, ...], expected: str
) -> None:
    ran = ask(*question, "-f", "csv")
    assert (ran.out, ran.err) == (expected, "")


@pytest.mark.parametrize(("within", "rows"), [("16", 0), ("17", 2), ("38", 2)])
def test_expiring_counts_the_last_day_in(ask: Run, within: str, rows: int) -> None:
    assert len(ask("expiring", "--within", within, "-f", "csv").out.splitlines()) == 1 + rows


@pytest.mark.parametrize(
    "filters",
    [
        ("--employee", "anna"),
        ("--role", "lak"),
        ("--profession", "lakare"),
        ("--employee", "anna", "--employee", "cia"),
        ("--unit", "KardMott", "--vo", "kard", "--provider", "region", "--role", "lak"),
        ("--specialty", "kardiologi", "--profession", "lakare"),
    ],
)
def test_filters_repeat_and_combine(ask: Run, filters: tuple[str, ...]) -> None:
    assert ask("matrix", "-f", "csv", *filters).out == "".join(TICKETS.splitlines(True)[:2])


@pytest.mark.parametrize(
    "filters",
    [("--employee", "anna", "--role", "ssk"), ("--provider", "privat"), ("--unit", "OrtoMott")],
)
def test_filters_that_meet_nowhere_give_an_empty_answer(ask: Run, filters: tuple[str, ...]) -> None:
    assert ask("matrix", "-f", "csv", *filters).out == TICKETS.splitlines(True)[0]


def test_capability_filters(ask: Run) -> None:
    rows = ask("matrix", "-f", "csv", "--capability", "triage").out.splitlines()[1:]
    assert [row.split(",")[0] for row in rows] == ["bo"]


def test_json_says_version_question_and_day(ask: Run) -> None:
    answer = json.loads(ask("matrix", "-f", "json", "--vo", "kard").out)
    assert answer.pop("tickets") == ROWS
    assert answer == {
        "version": 1,
        "system": "clinic24",
        "day": DAY,
        "vo": ["kard"],
        "complete": True,
    }


def test_json_says_that_it_is_incomplete_and_why(run: Run, tmp_path: Path) -> None:
    broken = {"role_grants": "employee_id,role_id,valid_to\nanna,lak,\nbo,ssk,someday\n"}
    folder = write_region(tmp_path / "region", broken)
    for question in (
        ("matrix",),
        ("why", "anna", "KardMott"),
        ("check", "anna", "KardMott", "lak"),
    ):
        ran = run("-d", folder, "--at", DAY, *question, "--skip-invalid", "-f", "json")
        answer = json.loads(ran.out)
        assert ran.status == 5
        assert answer["complete"] is False
        assert answer["incomplete_because"] == "rows with errors were left out: 1"


def test_jsonl_is_an_object_a_line(ask: Run) -> None:
    assert [json.loads(line) for line in ask("matrix", "-f", "jsonl").out.splitlines()] == ROWS


def test_json_of_an_empty_answer_is_whole(ask: Run) -> None:
    assert json.loads(ask("tickets", "cia", "-f", "json").out)["tickets"] == []


def test_the_ending_of_a_file_says_the_format(ask: Run, tmp_path: Path) -> None:
    for ending in ("csv", "json", "jsonl", "xlsx", "parquet", "txt"):
        ran = ask("matrix", "-o", tmp_path / f"answer.{ending}")
        assert (ran.status, ran.out) == (0, "")
    assert (tmp_path / "answer.csv").read_text() == TICKETS
    assert json.loads((tmp_path / "answer.json").read_text())["tickets"] == ROWS
    assert len((tmp_path / "answer.jsonl").read_text().splitlines()) == 2
    assert (tmp_path / "answer.txt").read_text() == ask("matrix").out
    assert pq.read_table(tmp_path / "answer.parquet").to_pylist() == ROWS
    cells = _cells(tmp_path / "answer.xlsx")
    assert cells == [[cell or None for cell in row.split(",")] for row in TICKETS.splitlines()]


def _cells(path: Path) -> list[list[Any]]:
    book = openpyxl.load_workbook(path)
    rows: list[list[Any]] = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    book.close()
    return rows


def test_a_format_asked_for_goes_before_the_ending(ask: Run, tmp_path: Path) -> None:
    ask("matrix", "-o", tmp_path / "answer.txt", "-f", "csv")
    assert (tmp_path / "answer.txt").read_text() == TICKETS


def test_a_workbook_holds_text_that_begins_like_a_formula_as_text(run: Run, tmp_path: Path) -> None:
    changed = {
        "units": "unit_id,name,vo_id\n=1+1,Farlig,kard\n",
        "unit_registrations": "unit_id,system_id\n=1+1,clinic24\n",
        "unit_roles": "unit_id,role_id\n=1+1,lak\n",
    }
    folder = write_region(tmp_path / "region", changed)
    run("-d", folder, "--at", DAY, "matrix", "-o", tmp_path / "answer.xlsx")
    with zipfile.ZipFile(tmp_path / "answer.xlsx") as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
    assert _cells(tmp_path / "answer.xlsx")[1][1] == "=1+1"


def test_a_file_is_written_whole_or_not_at_all(
    ask: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "answer.csv").write_text("as it was")

    def fail(_: int) -> str:
        raise RuntimeError

    monkeypatch.setattr(sheets, "format_day", fail)
    assert ask("who", "KardMott", "-o", tmp_path / "answer.csv").status == 4
    assert (tmp_path / "answer.csv").read_text() == "as it was"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["answer.csv", "region"]


def test_a_table_shows_names_beside_ids(ask: Run) -> None:
    told = ask("tickets", "anna").out
    for word in ("anna", "Anna Ek", "KardMott", "Kardiologmottagningen", "lak", "Läkare"):
        assert word in told


def test_a_table_never_cuts_an_id(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "SE2321000198-" + "X" * 200
    changed = {
        name: text.replace("KardMott", long)
        for name, text in write_tables().items()
        if "KardMott" in text
    }
    folder = write_region(tmp_path / "region", changed)
    monkeypatch.setenv("COLUMNS", "40")
    assert run("-d", folder, "--at", DAY, "matrix").out.count(long) == 2


def write_tables() -> dict[str, str]:
    from tests.cli.region import TABLES

    return TABLES


def test_nothing_in_the_data_steers_the_terminal(run: Run, tmp_path: Path) -> None:
    changed = {"units": 'unit_id,name,vo_id\nKardMott,"a\x1b[31m\nb",kard\n'}
    folder = write_region(tmp_path / "region", changed)
    told = run("-d", folder, "--at", DAY, "who", "KardMott").out
    assert "\x1b" not in told
    assert len(told.splitlines()) == 4


def test_nothing_found_is_said(ask: Run) -> None:
    assert ask("tickets", "cia").out == "nothing found\n"


def test_parquet_without_pyarrow_says_what_to_install(
    ask: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ran = ask("matrix", "-f", "parquet")
    assert (ran.status, ran.out) == (2, "")
    assert "pip install graphauth[parquet]" in ran.err


def test_a_commas_and_quotes_survive_csv(run: Run, tmp_path: Path) -> None:
    changed = {
        "roles": 'role_id,catalogue_id,specialty_id,profession_id\nlak,kk,"a,b","c""d\ne"\n',
        "unit_roles": "unit_id,role_id\nKardMott,lak\n",
    }
    folder = write_region(tmp_path / "region", changed)
    told = run("-d", folder, "--at", DAY, "matrix", "-f", "csv").out
    (row,) = csv.DictReader(io.StringIO(told, newline=""))
    assert (row["specialty_id"], row["profession_id"]) == ("a,b", 'c"d\ne')
    assert "\r" not in told
