"""``validate``, ``export`` and ``generate``: data judged, data out, data invented."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from tests.cli.region import DAY, TABLES, TICKETS, write_region

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

BROKEN = {
    "role_grants": "employee_id,role_id,valid_to\nanna,lak,2026-12-10\nbo,ssk,someday\n",
    "assignment_members": "assignment_id,employee_id,valid_from,valid_to\n"
    "A1,anna,2026-01-01,2026-12-31\nA1,bo,2026-02-01,2026-01-01\nA1,gun,,\n",
}


def test_sound_data_is_said_to_be_sound(ask: Run) -> None:
    rows = sum(len(text.splitlines()) - 1 for text in TABLES.values())
    ran = ask("validate")
    assert ran.status == 0
    assert ran.out.splitlines()[-1] == f"the data set is sound: {rows} rows"


def test_every_error_is_a_row_of_json_and_csv(run: Run, tmp_path: Path) -> None:
    folder = write_region(tmp_path / "region", BROKEN)
    ran = run("-d", folder, "validate", "-f", "json")
    answer = json.loads(ran.out)
    assert (ran.status, answer["valid"]) == (3, False)
    errors = [one for one in answer["problems"] if one["severity"] == "error"]
    assert [(one["file"], one["row"], one["column"], one["code"]) for one in errors] == [
        (f"{folder}/assignment_members.csv", 3, "valid_from", "period-reversed"),
        (f"{folder}/role_grants.csv", 3, "valid_to", "unparsable-day"),
    ]
    rows = list(csv.DictReader(io.StringIO(run("-d", folder, "validate", "-f", "csv").out)))
    assert [row["code"] for row in rows if row["severity"] == "error"] == [
        "period-reversed",
        "unparsable-day",
    ]


def test_rejected_rows_are_mended_and_read_again(run: Run, tmp_path: Path) -> None:
    folder = write_region(tmp_path / "region", BROKEN)
    rejected = tmp_path / "rejected"
    assert run("-d", folder, "validate", "--rejected", rejected).status == 3
    grants = rejected / "role_grants.csv"
    assert "bo,ssk," in grants.read_text()
    grants.write_text(grants.read_text().replace("someday", ""))
    members = rejected / "assignment_members.csv"
    members.write_text(members.read_text().replace("2026-01-01", "").replace("2026-02-01", ""))
    for name, text in BROKEN.items():
        kept = [line for line in text.splitlines(keepends=True) if "bo," not in line]
        (folder / f"{name}.csv").write_text("".join(kept))
    ran = run("-d", folder, "-d", rejected, "--at", DAY, "matrix", "-f", "csv")
    assert (ran.status, ran.out) == (0, TICKETS)


def test_remarks_are_no_errors(run: Run, tmp_path: Path) -> None:
    folder = write_region(tmp_path / "region", {"vos": "vo_id,name,colour\nkard,Kardiologi,red\n"})
    (folder / "notes.txt").write_text("x")
    ran = run("-d", folder, "validate")
    assert ran.status == 0
    assert "column `colour` is not known" in ran.out
    assert "notes.txt: the file is no table" in ran.out


def test_what_is_exported_answers_the_same(ask: Run, run: Run, tmp_path: Path) -> None:
    for language in ("en", "sv"):
        out = tmp_path / language
        assert ask("export", "-o", out, "--lang", language).status == 0
        assert run("-d", out, "--at", DAY, "matrix", "-f", "csv").out == TICKETS
    assert (
        (tmp_path / "sv" / "medarbetare.csv").read_bytes().startswith(b"\xef\xbb\xbfmedarbetare;")
    )


def test_export_does_not_write_into_a_full_folder(ask: Run, region: Path) -> None:
    ran = ask("export", "-o", region)
    assert ran.status == 2
    assert "is not empty" in ran.err


def test_generated_data_is_sound_and_the_same_for_the_same_seed(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        ran = run("generate", "--employees", "300", "--seed", "7", "-o", tmp_path / name)
        assert (ran.status, ran.out) == (0, "")
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert len(files) == 15
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    assert run("-d", tmp_path / "one", "validate").status == 0


def test_generate_refuses_what_it_cannot_do(run: Run, tmp_path: Path) -> None:
    assert run("generate", "--employees", "0", "-o", tmp_path / "none").status == 2
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("x")
    assert run("generate", "--employees", "300", "-o", tmp_path / "full").status == 2
    assert run("generate", "--employees", "300").status == 2
