"""No personnummer and no protected name reaches an output, a message or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.region import DAY, PERSONNUMMER, PROTECTED_NAME, write_region

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

COMPACT = PERSONNUMMER.replace("-", "")


@pytest.mark.parametrize(
    "number", [PERSONNUMMER, COMPACT, COMPACT[2:], f"{COMPACT[2:8]}+{COMPACT[8:]}"]
)
@pytest.mark.parametrize(
    "question",
    [
        ("tickets", "{}"),
        ("who", "{}"),
        ("who", "KardMott", "{}"),
        ("check", "{}", "KardMott", "lak"),
        ("check", "anna", "KardMott", "lak", "{}"),
        ("why", "anna", "{}"),
        ("matrix", "--employee", "{}"),
        ("matrix", "--system", "{}"),
        ("matrix", "--at", "{}"),
        ("matrix", "--lang", "{}"),
        ("matrix", "-f", "{}"),
        ("matrix", "-d", "{}"),
        ("matrix", "-o", "/nowhere/{}/x.csv"),
        ("matrix", "--{}"),
        ("{}",),
        ("expiring", "--within", "{}"),
        ("check", "--batch", "{}"),
    ],
)
def test_a_question_that_names_one_is_not_echoed(
    ask: Run, question: tuple[str, ...], number: str
) -> None:
    ran = ask(*(word.format(number) for word in question))
    assert ran.status in {2, 3}
    assert number not in ran.out + ran.err


def test_a_batch_that_names_one_is_not_echoed(ask: Run, tmp_path: Path) -> None:
    file = tmp_path / "questions.csv"
    file.write_text(f"employee_id,unit_id,role_id\n{PERSONNUMMER},KardMott,lak\n")
    ran = ask("check", "--batch", file, "-f", "csv")
    assert ran.status == 3
    assert ran.out.splitlines()[1] == "[personnummer],KardMott,lak,"
    assert PERSONNUMMER not in ran.err


def _region_with(folder: Path, cell: str) -> Path:
    """Write the region with a cell of doubtful content in every column that may hold text."""
    return write_region(
        folder,
        {
            "units": f'unit_id,name,vo_id,extra {cell}\nKardMott,"Rum, {cell}",kard,x\n',
            "vos": f"vo_id,name,head_id\nkard,{cell} VO,{cell}\n",
            "employees": "employee_id,given_name,family_name,manager_id\n"
            f"anna,Anna {cell},Ek,{cell}\n{cell},Bo,Ek,\n",
            "role_grants": f"employee_id,role_id,granted_by,valid_to\nanna,lak,{cell},{cell}\n",
            f"other {cell}": "a\n1\n",
        },
    )


@pytest.mark.parametrize("number", [PERSONNUMMER, COMPACT])
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_one_in_the_data_reaches_neither_report_nor_answer(
    run: Run, tmp_path: Path, number: str, form: str
) -> None:
    folder = _region_with(tmp_path / "region", number)
    told = ""
    for question in (
        ("validate", "--rejected", tmp_path / "rejected"),
        ("matrix", "--skip-invalid"),
        ("matrix",),
        ("why", "anna", "KardMott", "--skip-invalid"),
        ("coverage", "--skip-invalid"),
        ("who", "KardMott", "--skip-invalid", "--system", "npo"),
    ):
        ran = run("-d", folder, "--at", DAY, "-f", form, *question)
        told += ran.out + ran.err
    run("-d", folder, "export", "-o", tmp_path / "export", "--skip-invalid")
    for path in [*(tmp_path / "rejected").iterdir(), *(tmp_path / "export").iterdir()]:
        told += path.read_text(encoding="utf-8-sig")
    assert "personnummer" in told
    assert number not in told


def test_validate_counts_what_was_dropped(run: Run, tmp_path: Path) -> None:
    changed = {"vos": f"vo_id,name,head_id\nkard,Kardiologi,{PERSONNUMMER}\n"}
    ran = run("-d", write_region(tmp_path / "region", changed), "validate")
    assert ran.status == 0
    assert "1 personnummer dropped from head_id" in ran.out


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_protected_name_is_never_shown(ask: Run, tmp_path: Path, form: str) -> None:
    told = ""
    for question in (
        ("who", "KardMott"),
        ("tickets", "bo"),
        ("why", "bo", "KardMott", "ssk"),
        ("matrix",),
        ("validate",),
        ("tickets", PROTECTED_NAME.lower()),
    ):
        ran = ask("-f", form, *question)
        told += ran.out + ran.err
    ask("export", "-o", tmp_path / "export")
    told += (tmp_path / "export" / "employees.csv").read_text()
    assert "bo" in told
    assert PROTECTED_NAME not in told
