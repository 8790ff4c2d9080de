"""Options before and after the command, in the environment, and several sources."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import pytest

from graphauth import access
from tests.cli.region import DAY, TICKETS, write_region

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run, Start


def test_options_stand_before_or_after_the_command(run: Run, region: Path) -> None:
    options = ("-d", region, "--at", DAY, "--system", "clinic24", "-f", "csv", "--lang", "en")
    before, after = run(*options, "matrix"), run("matrix", *options)
    assert before == after == (0, TICKETS, "")


def test_a_day_is_written_in_two_ways(run: Run, region: Path) -> None:
    one = run("-d", region, "matrix", "--at", "2026-12-11", "-f", "csv")
    other = run("-d", region, "matrix", "--at", "20261211", "-f", "csv")
    assert one == other
    assert len(one.out.splitlines()) == 2


def test_what_stands_after_the_command_goes_before_what_stands_ahead(
    run: Run, region: Path
) -> None:
    ran = run("-d", region, "--at", "2026-12-11", "-f", "json", "matrix", "-f", "csv", "--at", DAY)
    assert ran.out == TICKETS


def test_the_environment_asks_as_options_do(
    run: Run, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRAPHAUTH_DATA", str(region))
    monkeypatch.setenv("GRAPHAUTH_AT", DAY)
    monkeypatch.setenv("GRAPHAUTH_SYSTEM", "npo")
    monkeypatch.setenv("GRAPHAUTH_FORMAT", "csv")
    monkeypatch.setenv("GRAPHAUTH_ENGINE", "reference")
    assert run("tickets", "anna").out.splitlines()[1] == "anna,KardMott,,kard,,,,2026-12-31"


def test_an_option_goes_before_the_environment(
    run: Run, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRAPHAUTH_DATA", "/nowhere")
    monkeypatch.setenv("GRAPHAUTH_AT", "2026-12-11")
    monkeypatch.setenv("GRAPHAUTH_FORMAT", "json")
    assert run("-d", region, "--at", DAY, "-f", "csv", "matrix").out == TICKETS
    assert run("matrix", "-d", region, "--at", DAY, "-f", "csv").out == TICKETS


def _in_two(folder: Path) -> tuple[Path, Path]:
    whole = write_region(folder / "whole")
    other = folder / "other"
    other.mkdir()
    (whole / "role_grants.csv").rename(other / "role_grants.csv")
    return whole, other


def test_several_sources_are_merged(run: Run, tmp_path: Path) -> None:
    one, other = _in_two(tmp_path)
    expected = (0, TICKETS, "")
    assert run("-d", one, "-d", other, "--at", DAY, "matrix", "-f", "csv") == expected
    assert run("-d", one, "matrix", "-d", other, "--at", DAY, "-f", "csv") == expected


def test_several_sources_in_the_environment(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = _in_two(tmp_path)
    monkeypatch.setenv("GRAPHAUTH_DATA", f"{one}{os.pathsep}{other}")
    assert run("--at", DAY, "matrix", "-f", "csv").out == TICKETS


def test_the_day_is_today_in_stockholm(
    run: Run, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "today", lambda: date(2026, 12, 10))
    assert run("-d", region, "check", "anna", "KardMott", "lak").status == 0
    monkeypatch.setattr(access, "today", lambda: date(2026, 12, 11))
    assert run("-d", region, "check", "anna", "KardMott", "lak").status == 1


@pytest.mark.parametrize(
    ("environment", "swedish"),
    [
        ({}, False),
        ({"LANG": "sv_SE.UTF-8"}, True),
        ({"LANG": "de_DE.UTF-8"}, False),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "C.UTF-8"}, False),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "sv_SE.UTF-8"}, True),
        ({"LANG": "en_GB.UTF-8", "GRAPHAUTH_LANG": "sv"}, True),
        ({"LANG": "sv_SE.UTF-8", "GRAPHAUTH_LANG": "en"}, False),
    ],
)
def test_the_language_comes_from_the_environment(
    ask: Run, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], *, swedish: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    answer = ask("check", "anna", "KardMott", "lak").out.splitlines()[0]
    assert answer == ("ja" if swedish else "yes")
    other = "en" if swedish else "sv"
    answer = ask("check", "anna", "KardMott", "lak", "--lang", other).out.splitlines()[0]
    assert answer == ("yes" if swedish else "ja")


def test_help_is_light(start: Start) -> None:
    heavy = ("numpy", "networkx", "pydantic", "neo4j", "polars", "pyarrow", "rich", "xlsxwriter")
    with start("--help", environment={"PYTHONPROFILEIMPORTTIME": "1"}) as process:
        _, told = process.communicate()
    loaded = {line.split("|")[-1].strip().split(".")[0] for line in told.decode().splitlines()}
    assert "click" in loaded
    assert loaded.isdisjoint(heavy)


def test_import_graphauth_is_light() -> None:
    import subprocess
    import sys

    from tests.cli.conftest import ROOT

    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import graphauth"],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        check=True,
    ).stderr.decode()
    loaded = {line.split("|")[-1].strip().split(".")[0] for line in told.splitlines()}
    assert "graphauth" in loaded
    assert loaded.isdisjoint({"click", "numpy", "networkx", "pydantic", "neo4j", "polars"})


def test_completion_answers_the_shell(start: Start) -> None:
    asked = {
        "_GRAPHAUTH_COMPLETE": "bash_complete",
        "COMP_WORDS": "graphauth cov",
        "COMP_CWORD": "1",
    }
    with start(environment=asked) as process:
        out, _ = process.communicate()
    assert (process.returncode, out) == (0, b"plain,coverage\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_call_graphauth(run: Run, shell: str) -> None:
    ran = run("completion", shell)
    assert ran.status == 0
    assert "_GRAPHAUTH_COMPLETE" in ran.out
