"""Every scenario holds on every engine: what must hold, what must not, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from graphauth.model.answer import CoverageRow, TicketRow
from graphauth.model.days import format_day, parse_day
from graphauth.model.question import EVERYTHING
from tests.engines.engines import NAMES, engine_of

FOLDER = Path(__file__).parents[2] / "fixtures" / "scenarios"
FILES = sorted(FOLDER.glob("*.yaml"))


def cases(file: Path) -> list[dict[str, Any]]:
    """Return the scenario's days: its own, and those under ``at``."""
    document = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    shared = {"data": document["data"], "system": document.get("system", "clinic24")}
    return [{**day, **shared} for day in (document, *document.get("at", []))]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_scenario(file: Path, name: str) -> None:
    for case in cases(file):
        engine = engine_of(name, case["data"])
        day, system = parse_day(case["day"]), case["system"]
        found = list(engine.matrix(system, day, EVERYTHING))
        assert sorted(row[:3] for row in found) == sorted(map(ids, case["holds"]))
        assert [row[:3] for row in found] == sorted(row[:3] for row in found)
        for expected in case["holds"]:
            judge(next(row for row in found if row[:3] == ids(expected)), expected)
            assert engine.check(system, *ids(expected), day)
        for refused in case.get("not", []):
            assert not engine.check(system, *ids(refused), day)
        if "coverage" in case:
            staffing = engine.coverage(system, day, EVERYTHING)
            assert list(staffing) == sorted(map(coverage, case["coverage"]))


def ids(line: dict[str, str]) -> tuple[str, str, str]:
    return line["employee"], line["unit"], line.get("role", "")


def judge(row: TicketRow, expected: dict[str, str]) -> None:
    assert format_day(row.valid_until) == expected.get("valid_until", "")
    assert row.vo_id == expected.get("vo", row.vo_id)


def coverage(line: dict[str, str]) -> CoverageRow:
    counts = int(line["holders"]), int(line["able"])
    return CoverageRow(line["unit"], line["role"], line["vo"], *counts)
