"""Swedish help and answers: nothing that a person reads is left in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphauth.cli.main import COMMANDS

if TYPE_CHECKING:
    from tests.cli.conftest import Run

ENGLISH = ("Usage", "Options:", "Show", "Only", "The ", "Exit", "this message", "Commands:")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_swedish(run: Run, command: str) -> None:
    told = run(*command.split(), "--help", "--lang", "sv").out
    assert told.startswith("Användning: graphauth")
    assert "Flaggor:" in told
    assert [word for word in ENGLISH if word in told] == []


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_english_where_asked(run: Run, command: str) -> None:
    told = run("--lang", "en", *command.split(), "--help").out
    assert told.startswith("Usage: graphauth")
    assert "Options:" in told


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (("nonsens",), "Det finns inget kommando 'nonsens'."),
        (("matrix", "--nonsens"), "Det finns ingen flagga '--nonsens'."),
        (("tickets",), "Argument saknas 'EMPLOYEE'"),
        (("tickets", "anna", "--at", "igår"), "`igår` är ingen dag"),
        (("tickets", "anna", "-f", "pdf"), "'pdf' är inte något av"),
        (("tickets", "Anna"), "Medarbetare `Anna` finns inte i underlaget; menade du `anna`?"),
        (("check", "anna", "KardMott"), "`clinic24` kräver en roll"),
    ],
)
def test_errors_are_swedish(ask: Run, question: tuple[str, ...], said: str) -> None:
    assert said in ask("--lang", "sv", *question).err


def test_a_proof_is_swedish(ask: Run) -> None:
    assert ask("--lang", "sv", "why", "anna", "KardMott").out.splitlines()[:4] == [
        "JA: `anna` kan logga in i `clinic24` på `KardMott` som `lak` den 2026-11-23,"
        " till och med 2026-12-10",
        "",
        "väg 1 av 1: uppdrag `A1` på VO `kard`, 2026-01-01 till och med 2026-12-10",
        "  ✓ 1  medarbetare `anna` gäller   [tills vidare, "
        + ask("why", "anna", "KardMott").out.splitlines()[3].split(", ")[1],
    ]


def test_a_table_has_swedish_headings_and_csv_the_contracts(ask: Run) -> None:
    table = ask("--lang", "sv", "coverage").out.splitlines()[0]
    for word in ("enhet", "roll", "har rollen", "kan logga in"):
        assert word in table
    assert ask("--lang", "sv", "coverage", "-f", "csv").out == ask("coverage", "-f", "csv").out
    assert ask("--lang", "sv", "matrix", "-f", "json").out == ask("matrix", "-f", "json").out
