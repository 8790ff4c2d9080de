"""``check --batch``: a file of questions, each answered as ``check`` would answer it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

ANSWERED = """\
employee_id,unit_id,role_id,decision
anna,KardMott,lak,true
anna,KardMott,ssk,false
bo,KardMott,ssk,true
anna,KardMott,lak,true
"""


@pytest.mark.parametrize(
    "text",
    [
        "employee_id,unit_id,role_id\nanna,KardMott,lak\nanna,KardMott,ssk\nbo,KardMott,ssk\nanna,KardMott,lak\n",
        "medarbetare;enhet;roll\nanna;KardMott;lak\nanna;KardMott;ssk\n;;\nbo;KardMott;ssk\nanna; KardMott ;lak\n",
        "\ufeffrole_id,why,unit_id,employee_id\r\nlak,x,KardMott,anna\r\nssk,,KardMott,anna\r\nssk,,KardMott,bo\r\nlak,,KardMott,anna\r\n",
    ],
)
def test_lines_are_answered_in_their_order_and_exit_is_0(
    ask: Run, tmp_path: Path, text: str
) -> None:
    file = tmp_path / "questions.csv"
    file.write_text(text, encoding="utf-8", newline="")
    assert ask("check", "--batch", file, "-f", "csv") == (0, ANSWERED, "")


def test_an_unknown_id_has_no_decision_and_exits_3(ask: Run, tmp_path: Path) -> None:
    file = tmp_path / "questions.csv"
    file.write_text("employee_id,unit_id,role_id\nanna,KardMott,lak\nanna,Nowhere,lak\n")
    ran = ask("check", "--batch", file, "-f", "json")
    assert ran.status == 3
    assert [row["decision"] for row in json.loads(ran.out)["checks"]] == [True, None]
    assert ran.err == f"{file}:3: Unit `Nowhere` is not declared in the data\n"


@pytest.mark.parametrize(
    ("system", "text", "said"),
    [
        (
            "clinic24",
            "employee_id,unit_id\nanna,KardMott\n",
            ":2:role_id: `clinic24` asks for a role",
        ),
        (
            "npo",
            "employee_id,unit_id,role_id\n\nanna,KardMott,lak\n",
            ":3:role_id: `npo` has no roles",
        ),
        ("clinic24", "employee_id,role_id\nanna,lak\n", "has no column `unit_id`"),
    ],
)
def test_a_file_that_asks_wrongly_is_2(
    ask: Run, tmp_path: Path, system: str, text: str, said: str
) -> None:
    file = tmp_path / "questions.csv"
    file.write_text(text)
    ran = ask("check", "--batch", file, "--system", system)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_a_system_without_roles_needs_no_role_column(ask: Run, tmp_path: Path) -> None:
    file = tmp_path / "questions.csv"
    file.write_text("employee_id,unit_id\nanna,KardMott\nanna,OrtoMott\n")
    ran = ask("check", "--batch", file, "--system", "npo", "-f", "csv")
    assert ran.out.splitlines()[1:] == ["anna,KardMott,,true", "anna,OrtoMott,,false"]


def test_a_file_that_cannot_be_read_is_3(ask: Run, tmp_path: Path) -> None:
    file = tmp_path / "questions.csv"
    file.write_bytes(b'employee_id,unit_id,role_id\n"anna,KardMott,lak\n')
    ran = ask("check", "--batch", file)
    assert ran.status == 3
    assert f"{file}:2: broken-quoting" in ran.err
