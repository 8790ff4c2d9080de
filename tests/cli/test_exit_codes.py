"""Exit codes, as `design.md` names them; nothing uncaught ever exits 1, which means "no"."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphauth.access import Access
from graphauth.errors import EngineError
from graphauth.i18n import message
from tests.cli.region import DAY, write_region

if TYPE_CHECKING:
    from tests.cli.conftest import Run, Start

BROKEN = {"role_grants": "employee_id,role_id,valid_to\nanna,lak,\nbo,ssk,someday\n"}


@pytest.mark.parametrize(
    "question",
    [
        ("check", "anna", "KardMott", "lak"),
        ("check", "anna", "KardMott", "--system", "npo"),
        ("why", "anna", "KardMott", "lak"),
        ("why", "anna", "KardMott"),
        ("tickets", "anna"),
        ("tickets", "cia"),
        ("who", "KardMott"),
        ("who", "OrtoMott"),
        ("who", "KardMott", "ssk"),
        ("matrix",),
        ("matrix", "--vo", "orto"),
        ("coverage",),
        ("expiring", "--within", "30"),
        ("validate",),
        ("completion", "bash"),
    ],
)
def test_a_yes_or_an_answer_even_an_empty_one_is_0(ask: Run, question: tuple[str, ...]) -> None:
    assert ask(*question).status == 0


@pytest.mark.parametrize(
    "question",
    [
        ("check", "anna", "KardMott", "ssk"),
        ("check", "cia", "KardMott", "lak"),
        ("check", "anna", "OrtoMott", "--system", "npo"),
        ("why", "anna", "OrtoMott", "lak"),
        ("why", "gun", "KardMott"),
        ("check", "anna", "KardMott", "lak", "--at", "2026-12-11"),
    ],
)
def test_a_no_is_1(ask: Run, question: tuple[str, ...]) -> None:
    assert ask(*question).status == 1


@pytest.mark.parametrize(
    "question",
    [
        (),
        ("nonsense",),
        ("tickets",),
        ("tickets", "anna", "bo"),
        ("tickets", "anna", "--nonsense"),
        ("tickets", "anna", "--lang", "fi"),
        ("tickets", "anna", "-f", "pdf"),
        ("tickets", "anna", "-o", "answer.pdf"),
        ("tickets", "anna", "-o", "no/such/folder/answer.csv"),
        ("tickets", "anna", "--at", "2026-1-1"),
        ("tickets", "anna", "--at", "2026-02-30"),
        ("tickets", "anna", "--at", "today"),
        ("tickets", "anna", "--at", ""),
        ("tickets", "anna", "--engine", "guess"),
        ("check", "anna"),
        ("check", "anna", "KardMott"),
        ("check", "anna", "KardMott", "lak", "--system", "npo"),
        ("check", "anna", "--batch", "no-such-file.csv"),
        ("why", "anna", "KardMott", "lak", "--system", "npo"),
        ("who", "KardMott", "lak", "--system", "npo"),
        ("expiring",),
        ("expiring", "--within", "-1"),
        ("expiring", "--within", "soon"),
        ("export",),
        ("completion", "tcsh"),
    ],
)
def test_a_wrong_question_is_2(ask: Run, question: tuple[str, ...]) -> None:
    ran = ask(*question)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err


def test_no_data_named_is_2_and_says_how_to_name_it(run: Run) -> None:
    ran = run("matrix")
    assert ran.status == 2
    assert "-d FOLDER" in ran.err
    assert "GRAPHAUTH_DATA" in ran.err


@pytest.mark.parametrize(
    "question",
    [
        ("check", "nobody", "KardMott", "lak"),
        ("check", "anna", "Nowhere", "lak"),
        ("check", "anna", "KardMott", "nothing"),
        ("check", "anna", "kardmott", "lak"),
        ("why", "nobody", "KardMott"),
        ("tickets", "nobody"),
        ("who", "Nowhere"),
        ("who", "KardMott", "nothing"),
        ("matrix", "--system", "pascal"),
        ("matrix", "--employee", "nobody"),
        ("matrix", "--unit", "Nowhere"),
        ("matrix", "--role", "nothing"),
        ("matrix", "--vo", "nowhere"),
        ("matrix", "--specialty", "nothing"),
        ("matrix", "--profession", "nothing"),
        ("matrix", "--capability", "nothing"),
        ("matrix", "--provider", "nobody"),
        ("coverage", "--vo", "nowhere"),
        ("expiring", "--within", "3", "--vo", "nowhere"),
    ],
)
def test_an_id_that_is_not_declared_is_3_never_a_no(ask: Run, question: tuple[str, ...]) -> None:
    ran = ask(*question)
    assert (ran.status, ran.out) == (3, "")
    assert "is not declared in the data" in ran.err


@pytest.mark.parametrize("command", ["matrix", "validate"])
def test_data_with_errors_is_3_and_every_error_is_told(
    run: Run, tmp_path: Path, command: str
) -> None:
    broken = {**BROKEN, "assignments": "assignment_id,vo_id\nA1,\n"}
    folder = write_region(tmp_path / "broken", broken)
    ran = run("-d", folder, command)
    assert ran.status == 3
    told = ran.out + ran.err
    assert f"{folder}/role_grants.csv:3:valid_to unparsable-day " in told
    assert f"{folder}/assignments.csv:2:vo_id missing-cell " in told


def test_data_that_is_not_there_is_3(run: Run, tmp_path: Path) -> None:
    assert run("-d", tmp_path / "nowhere", "matrix").status == 3


def test_skipped_rows_make_an_answer_incomplete_5(run: Run, tmp_path: Path) -> None:
    folder = write_region(tmp_path / "broken", BROKEN)
    ran = run("-d", folder, "--at", DAY, "matrix", "--skip-invalid", "-f", "csv")
    assert ran.status == 5
    assert ran.out.splitlines()[1:] == ["anna,KardMott,lak,kard,kardiologi,lakare,,2026-12-31"]
    assert "rows with errors were left out: 1" in ran.err


@pytest.mark.parametrize(
    ("question", "status"),
    [
        (("check", "anna", "KardMott", "ssk"), 0),
        (("why", "anna", "KardMott", "ssk"), 0),
        (("matrix", "--skip-invalid"), 0),
        (("matrix", "--nonsense"), 2),
        (("tickets", "nobody"), 3),
        (("validate",), 3),
    ],
)
def test_exit_zero_is_for_a_no_and_for_incomplete_answers_only(
    run: Run, tmp_path: Path, question: tuple[str, ...], status: int
) -> None:
    skipped = BROKEN if {"--skip-invalid", "validate"} & set(question) else None
    folder = write_region(tmp_path / "region", skipped)
    assert run("-d", folder, "--at", DAY, *question, "--exit-zero").status == status


@pytest.mark.parametrize(
    ("raised", "status"),
    [
        (EngineError(message("the backend is gone")), 4),
        (RuntimeError("a fault of ours"), 4),
        (MemoryError(), 4),
        (PermissionError(13, "Permission denied", "secret.csv"), 4),
        (KeyboardInterrupt(), 130),
        (SystemExit(1), 4),
    ],
)
def test_what_goes_wrong_inside_is_never_1(
    ask: Run, monkeypatch: pytest.MonkeyPatch, raised: BaseException, status: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr(Access, "check", fail)
    ran = ask("check", "anna", "KardMott", "lak")
    assert (ran.status, ran.out) == (status, "")
    assert ran.err
    assert "Traceback" not in ran.err


def test_debug_shows_where_it_went_wrong(ask: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(Access, "check", fail)
    monkeypatch.setenv("GRAPHAUTH_DEBUG", "1")
    assert "a fault of ours" in ask("check", "anna", "KardMott", "lak").err


@pytest.mark.parametrize("form", ["table", "csv", "json", "jsonl", "xlsx", "parquet"])
def test_a_closed_pipe_is_0_and_silent(region: Path, start: Start, form: str) -> None:
    with start("-d", region, "--at", DAY, "matrix", "-f", form) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert (process.stderr.read(), process.wait()) == (b"", 0)


def test_a_pipe_that_closes_in_mid_stream_is_0(tmp_path: Path, start: Start) -> None:
    people = range(20_000)
    changed = {
        "employees": "employee_id\n" + "".join(f"e{one:05}\n" for one in people),
        "assignment_members": "assignment_id,employee_id\n"
        + "".join(f"A1,e{one:05}\n" for one in people),
    }
    folder = write_region(tmp_path / "region", changed)
    question = ("matrix", "--system", "npo", "-f", "csv")
    with start("-d", folder, "--at", DAY, *question) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(9) == b"employee_"
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_an_interrupted_command_is_130(tmp_path: Path, start: Start) -> None:
    with start("generate", "--employees", "1000000", "-o", tmp_path / "country") as process:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert (process.returncode, told) == (130, b"\ninterrupted\n")
    assert list(tmp_path.iterdir()) == []


def test_help_and_version_are_0(run: Run) -> None:
    from graphauth import __version__

    assert run("--help").status == 0
    assert run("matrix", "-h").status == 0
    assert run("--version") == (0, f"graphauth {__version__}\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("form", ["table", "csv", "json", "xlsx"])
def test_a_full_disk_is_4_and_says_so(region: Path, start: Start, form: str) -> None:
    with (
        Path("/dev/full").open("wb") as full,
        start("-d", region, "--at", DAY, "matrix", "-f", form, stdout=full) as process,
    ):
        _, told = process.communicate()
    assert (process.returncode, told) == (4, b"`stdout`: No space left on device\n")


@pytest.mark.parametrize("ending", ["answer.pdf", "no/folder/answer.csv"])
def test_an_output_that_cannot_be_is_refused(run: Run, tmp_path: Path, ending: str) -> None:
    ran = run("-d", write_region(tmp_path / "region"), "matrix", "-o", tmp_path / ending)
    assert ran.status == 2
    assert run("-d", tmp_path / "nowhere", "matrix", "-o", "answer.pdf").status == 2


def test_an_output_that_is_a_folder_is_refused(ask: Run, tmp_path: Path) -> None:
    ran = ask("matrix", "-o", tmp_path)
    assert (ran.status, ran.err) == (2, f"`{tmp_path}` is a folder: name a file\n")


@pytest.mark.parametrize("question", [("tickets", ""), ("who", ""), ("matrix", "--vo", "")])
def test_a_blank_id_is_not_declared(ask: Run, question: tuple[str, ...]) -> None:
    assert ask(*question).status == 3
