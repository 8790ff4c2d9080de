"""``compile``, and every other command over what it wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.region import DAY, write_region

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture
def snapshot(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "region.gasnap"
    assert run("compile", write_region(tmp_path / "region"), "-o", path).status == 0
    return path


@pytest.mark.parametrize(
    "question",
    [
        "check anna KardMott lak",
        "check anna KardMott ssk",
        "tickets anna -f csv",
        "who KardMott -f json",
        "matrix -f csv",
        "matrix --vo KARD -f jsonl",
        "why anna KardMott ssk",
        "coverage -f csv",
        "expiring --within 40 -f csv",
        "tickets nobody",
        "tickets anna --engine reference",
    ],
)
def test_commands_answer_over_it_as_over_the_data(
    run: Run, snapshot: Path, tmp_path: Path, question: str
) -> None:
    over_data = run("-d", tmp_path / "region", "--at", DAY, *question.split())
    assert run("-d", snapshot, "--at", DAY, *question.split()) == over_data


def test_it_says_what_it_wrote(run: Run, tmp_path: Path) -> None:
    folder, path = write_region(tmp_path / "region"), tmp_path / "a.gasnap"
    ran = run("-d", folder, "compile", "-o", path)
    assert ran.err.startswith(f"wrote {path}: ")
    assert ran.err.endswith(f" rows, {path.stat().st_size} bytes\n")


def test_data_with_errors_is_refused_and_nothing_written(run: Run, tmp_path: Path) -> None:
    folder = write_region(
        tmp_path / "region", {"role_grants": "employee_id,role_id,valid_to\nanna,lak,someday\n"}
    )
    path = tmp_path / "a.gasnap"
    assert run("compile", folder, "-o", path).status == 3
    assert not path.exists()


def test_rows_left_out_make_every_answer_incomplete(run: Run, tmp_path: Path) -> None:
    folder = write_region(
        tmp_path / "region",
        {"role_grants": "employee_id,role_id,valid_to\nanna,lak,\nbo,ssk,someday\n"},
    )
    path = tmp_path / "a.gasnap"
    assert run("compile", folder, "--skip-invalid", "-o", path).status == 5
    ran = run("-d", path, "--at", DAY, "tickets", "anna", "-f", "csv")
    assert ran.status == 5
    assert "left out" in ran.err


def test_without_a_file_to_write_it_asks_for_one(run: Run, tmp_path: Path) -> None:
    folder = write_region(tmp_path / "region")
    assert run("compile", folder).status == 2
    assert run("compile", folder, "-o", tmp_path).status == 2
    assert run("compile", folder, "-o", tmp_path / "none" / "a.gasnap").status == 2


def test_a_damaged_one_is_refused_and_says_what_to_do(run: Run, snapshot: Path) -> None:
    snapshot.write_bytes(snapshot.read_bytes()[:-5])
    ran = run("-d", snapshot, "--at", DAY, "matrix")
    assert ran.status == 3
    assert f"`{snapshot}`: it is cut short; compile it anew" in ran.err


def test_validate_reads_all_of_it_and_looks_at_the_sources(
    run: Run, snapshot: Path, tmp_path: Path
) -> None:
    assert "the data set is sound" in run("-d", snapshot, "validate").out
    units = tmp_path / "region" / "units.csv"
    units.write_text(units.read_text() + "\n")
    ran = run("-d", snapshot, "validate")
    assert ran.status == 0
    assert f"`{units}` has changed since this was compiled" in ran.err


def test_it_is_exported_as_the_data_is(run: Run, snapshot: Path, tmp_path: Path) -> None:
    for source, name in ((snapshot, "one"), (tmp_path / "region", "two")):
        assert run("-d", source, "export", "-o", tmp_path / name).status == 0
    written = sorted(file.name for file in (tmp_path / "one").iterdir())
    assert written == sorted(file.name for file in (tmp_path / "two").iterdir())
    for name in written:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
