"""A whole run, small and quick, through processes of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("psutil")

from benchmarks.data import BenchData, draw_questions
from benchmarks.relations import count_relations, read_relations
from benchmarks.run import Limits, run
from tests.benchmarks.region import DAY, TICKETS, write_region

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.result import Result


def _run(folder: Path, names: list[str], **limits: float) -> Result:
    questions = draw_questions(read_relations(folder, DAY.isoformat()), seed=1, batch=40)
    data = BenchData("tiny", folder, DAY, 9, count_relations(folder), questions)
    quick = Limits(rounds=1, measure_seconds=0.05, **limits)  # type: ignore[arg-type]
    return run(data, names, quick, lambda _: None)


def test_a_run_measures_and_counts(tmp_path: Path) -> None:
    result = _run(write_region(tmp_path), ["networkx"])
    entry = result.entries[0]
    assert result.tickets == sum(map(len, TICKETS.values()))
    assert result.relations == 7 + 7 + 10 + 7 + 14 + 12
    assert entry.figures["check_p50"].value > 0
    assert result.asked.compared == {
        "networkx": 40 + 40 + 6 + 4
    }  # checks, batch, six with a grant, offers


def test_who_takes_too_long_is_said_not_hidden(tmp_path: Path) -> None:
    result = _run(write_region(tmp_path), ["networkx"], load_seconds=0.0)
    assert result.entries[0].figures == {}
    assert result.entries[0].unavailable == "`load` not done within 0 s"


def test_who_cannot_be_built_here_is_said_not_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_region(tmp_path / "region")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    result = _run(folder, ["openfga"])
    assert result.entries[0].unavailable == "no Go toolchain to build the server with"


def test_half_of_the_checks_are_drawn_as_tickets(tmp_path: Path) -> None:
    held = read_relations(write_region(tmp_path), DAY.isoformat())
    checks = draw_questions(held, seed=1, batch=400).checks
    share = sum((unit, role) in TICKETS.get(one, set()) for one, unit, role in checks) / len(checks)
    assert 0.3 < share < 0.7
