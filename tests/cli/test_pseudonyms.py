"""``--pseudonymise``: the same answers, and nothing in them that tells who or where."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphauth.access import engine_over
from graphauth.importing import read_tables
from graphauth.model.pseudonyms import HIDDEN, Pseudonyms, pseudonymised
from graphauth.model.question import EVERYTHING
from graphauth.model.schema import DECLARED_IN
from graphauth.snapshot import open_snapshot
from tests.cli.region import DAY, write_region
from tests.strategies.regions import TODAY, declared_systems
from tests.strategies.rule_regions import random_rule_region

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

SECRET = b"a secret of thirty bytes or so"
UNDER = Pseudonyms(SECRET)
REAL = ("anna", "Anna", "Ek", "KardMott", "Kardiologmottagningen")
QUESTIONS = [
    "tickets anna",
    "tickets anna -f json",
    "who KardMott",
    "check anna KardMott lak",
    "check anna KardMott lak -f json",
    "why anna KardMott ssk",
    "why anna KardMott ssk -f json",
    "matrix -f csv",
    "matrix --vo kard --employee anna -f jsonl",
    "coverage",
    "expiring --within 400",
    "lint",
    "lint -f sarif",
    "lint -f json",
    "draw unit KardMott -f json",
    "draw employee anna -f mmd",
    "draw overview -f dot",
    "draw hierarchy -f json",
]


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "key"
    path.write_bytes(SECRET)
    return path


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_answer_tells_who_or_where(run: Run, key: Path, tmp_path: Path, question: str) -> None:
    folder = write_region(tmp_path / "folder")
    asked = ("-d", folder, "--at", DAY, *question.split())
    plain, hidden = run(*asked), run(*asked, "--pseudonymise", key)
    assert hidden.status == plain.status
    assert any(word in plain.out for word in REAL) or "hierarchy" in question
    said = hidden.out + hidden.err
    assert [word for word in REAL if word in said] == []
    assert UNDER.id("anna") in said or UNDER.id("KardMott") in said or "draw" in question


def test_an_id_is_asked_by_its_pseudonym_too(run: Run, key: Path, tmp_path: Path) -> None:
    asked = ("-d", write_region(tmp_path / "folder"), "--at", DAY, "--pseudonymise", key)
    by_name = run(*asked, "tickets", "anna", "-f", "csv")
    assert run(*asked, "tickets", UNDER.id("anna"), "-f", "csv") == by_name
    assert by_name.out.count("\n") > 1


def test_a_batch_is_answered_under_pseudonyms(run: Run, key: Path, tmp_path: Path) -> None:
    batch = tmp_path / "batch.csv"
    batch.write_text("employee_id,unit_id,role_id\nanna,KardMott,lak\n")
    folder = write_region(tmp_path / "folder")
    ran = run(
        "-d", folder, "--at", DAY, "check", "--batch", batch, "-f", "csv", "--pseudonymise", key
    )
    assert ran.out.splitlines()[1] == f"{UNDER.id('anna')},{UNDER.id('KardMott')},lak,true"


@pytest.mark.parametrize("command", ["export", "compile"])
def test_what_is_written_holds_pseudonyms_alone(
    run: Run, key: Path, tmp_path: Path, command: str
) -> None:
    folder, out = write_region(tmp_path / "folder"), tmp_path / "out"
    assert run("-d", folder, command, "-o", out, "--pseudonymise", key).status == 0
    files = [out] if out.is_file() else list(out.iterdir())
    content = b"".join(file.read_bytes() for file in files)
    assert [word for word in REAL if word.encode() in content] == []
    answer = run("-d", out, "--at", DAY, "tickets", UNDER.id("anna"), "-f", "json").out
    assert json.loads(answer)["tickets"]


def test_a_snapshot_under_pseudonyms_names_no_source(
    run: Run, key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_region(tmp_path / "folder"))
    out = tmp_path / "out.gasnap"
    assert run("compile", ".", "-o", out, "--pseudonymise", key).status == 0
    assert open_snapshot(out).sources == ()


@pytest.mark.parametrize(
    "command", ["validate", "generate --employees 10", "demo", "completion bash"]
)
def test_commands_without_such_answers_refuse(
    run: Run, key: Path, tmp_path: Path, command: str
) -> None:
    ran = run("-d", write_region(tmp_path / "folder"), *command.split(), "--pseudonymise", key)
    assert ran.status == 2
    assert "knows no --pseudonymise" in ran.err


@pytest.mark.parametrize("content", [None, b"", b"short", b"   padded with    \n"[:15]])
def test_a_key_that_can_be_guessed_is_refused(
    run: Run, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "key"
    if content is not None:
        path.write_bytes(content)
    ran = run("-d", write_region(tmp_path / "folder"), "matrix", "--pseudonymise", path)
    assert ran.status == 2


@given(st.integers(min_value=0, max_value=2**32))
@settings(max_examples=100, deadline=None)
def test_answers_are_those_of_the_data_under_other_names(seed: int) -> None:
    tables = random_rule_region(Random(seed))
    dataset = read_tables(tables)
    plain = engine_over(dataset, "compiled")
    hidden = engine_over(pseudonymised(dataset, UNDER), "compiled")
    day = TODAY.toordinal()
    for system in declared_systems(tables):
        expected = sorted(
            (UNDER.id(row.employee_id), UNDER.id(row.unit_id), *row[2:3], *row[4:])
            for row in plain.matrix(system, day, EVERYTHING)
        )
        got = [(*row[:3], *row[4:]) for row in hidden.matrix(system, day, EVERYTHING)]
        assert got == expected
    for label in HIDDEN:
        table = DECLARED_IN[label].name
        for row in hidden.dataset.entities(table):  # type: ignore[attr-defined]
            for name in ("name", "given_name", "family_name"):
                assert getattr(row, name, "") == "" or getattr(row, name).startswith("N")
