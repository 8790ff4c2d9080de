"""The table says every figure once, as it was, with its ratio, and what a contestant can't do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("psutil")

from benchmarks.machine import Machine
from benchmarks.plot import draw
from benchmarks.report import BEGIN, END, replace_section
from benchmarks.result import Asked, Entry, Figure, Result, read_result
from benchmarks.table import render

if TYPE_CHECKING:
    from pathlib import Path


def _figures(**values: float) -> dict[str, Figure]:
    return {key: Figure(value, value, value, 1) for key, value in values.items()}


def _result(size: str = "region", employees: int = 8000) -> Result:
    entries = [
        Entry("networkx", "walk", "3", figures=_figures(check_p50=2.0, batch=1000.0, matrix=0.5)),
        Entry(
            "cedarpy",
            "cedar",
            "4",
            cannot={"matrix": "no call for it"},
            notes={"load": "knows no dates", "batch": "in one call"},
            figures=_figures(check_p50=3000.0, batch=250.0),
        ),
        Entry("openfga", "server", unavailable="no Go toolchain"),
    ]
    machine = Machine("a processor", 2, 24.0, "Linux", "3.11", 0.5, 40)
    asked = Asked(0.5, 17.0, 10.0, {"networkx": 10})
    return Result(size, "2026-11-23", 1, employees, 37309, 136188, 5, machine, asked, entries)


def _row(label: str) -> list[str]:
    line = next(line for line in render(_result()).splitlines() if line.startswith(f"| {label}"))
    return [cell.strip() for cell in line.strip("|").split("|")][1:]


def test_a_figure_stands_with_its_ratio_to_the_base() -> None:
    assert _row("one check, p50") == ["2.00 µs (×1.00)", "3.00 ms (×1 500)", "–[3]"]


def test_a_rate_counts_the_other_way_round() -> None:
    assert _row("batch") == ["1 000 (×1.00)", "250[2] (×4.00)", "–[3]"]


def test_what_a_contestant_cannot_do_is_said() -> None:
    assert _row("full matrix") == ["500 ms (×1.00)", "–[1]", "–[3]"]
    notes = [line for line in render(_result()).splitlines() if line.startswith("- ")]
    assert notes == [
        "- [1] cedar: no call for it.",
        "- [2] cedar: in one call.",
        "- [3] server: not measured: no Go toolchain.",
        "- *cedar*: knows no dates.",
    ]


def test_a_result_survives_its_file(tmp_path: Path) -> None:
    _result().write(tmp_path / "out" / "one.json")
    assert read_result(tmp_path / "out" / "one.json") == _result()


def test_the_plot_draws_a_line_for_whoever_has_figures() -> None:
    drawn = draw([_result("large", 200_000), _result()])
    assert drawn.count("<polyline") == 2
    assert "walk, 2.00 µs" in drawn
    assert "server" not in drawn


def test_the_page_keeps_what_is_outside_the_marks() -> None:
    page = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    assert replace_section(page, "new\n") == f"before\n{BEGIN}\n\nnew\n\n{END}\nafter\n"


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="needs the marks"):
        replace_section("a page", "new")
