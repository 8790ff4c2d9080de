"""The Python face: the public names, the answers, and what they turn into."""

from __future__ import annotations

import importlib
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

import graphauth as ga
from tests.cli.region import DAY, write_region


@pytest.fixture
def access(tmp_path: Path) -> ga.Access:
    return ga.open(write_region(tmp_path / "region"))


def test_the_public_names_are_these_and_each_is_there() -> None:
    assert ga.__all__ == [
        "Access",
        "Coverage",
        "DataRefusedError",
        "Decision",
        "Expiring",
        "Explanation",
        "Finding",
        "GraphauthError",
        "Report",
        "Staffing",
        "Ticket",
        "Tickets",
        "UnknownIdError",
        "UsageError",
        "__version__",
        "compile",
        "open",
    ]
    assert [name for name in ga.__all__ if getattr(ga, name) is None] == []
    assert set(ga.__all__) <= set(dir(ga))
    with pytest.raises(AttributeError, match="nonsense"):
        importlib.import_module("graphauth").nonsense  # noqa: B018


def test_it_is_typed() -> None:
    assert (Path(ga.__file__).parent / "py.typed").exists()


@pytest.mark.parametrize("day", [DAY, DAY.replace("-", ""), date(2026, 11, 23)])
def test_a_day_is_a_date_or_a_text(access: ga.Access, day: str | date) -> None:
    assert access.check("anna", "KardMott", "lak", at=day)
    assert not access.check("anna", "KardMott", "ssk", at=day)


def test_a_text_that_is_no_day_is_a_usage_error(access: ga.Access) -> None:
    with pytest.raises(ga.UsageError, match="`igår` is no day"):
        access.tickets("anna", at="igår")


def test_answers_are_frozen_models_in_order(access: ga.Access) -> None:
    tickets = access.who("KardMott", at=DAY)
    assert [one.employee_id for one in tickets] == ["anna", "bo"]
    assert [one.valid_until for one in tickets] == [date(2026, 12, 10), None]
    with pytest.raises(ValidationError):
        setattr(tickets[0], "employee_id", "cia")  # noqa: B010 - the type checker knows it too


def test_matrix_is_lazy_and_filters(access: ga.Access) -> None:
    rows = access.matrix(at=DAY, roles=["ssk"], vos="kard")
    assert iter(rows) is rows
    assert [one.employee_id for one in rows] == ["bo"]
    with pytest.raises(ga.UsageError, match="no filter `role`"):
        access.matrix(at=DAY, role="ssk")
    with pytest.raises(ga.UnknownIdError):
        access.matrix(at=DAY, roles="ssq")


def test_coverage_expiring_and_systems(access: ga.Access) -> None:
    assert [(one.role_id, one.holders, one.able) for one in access.coverage(at=DAY)] == [
        ("lak", 1, 1),
        ("ssk", 1, 1),
    ]
    ends = access.expiring(30, at=DAY)
    assert [one.employee_id for one in ends.tickets] == ["anna"]
    assert [one.unstaffed_from for one in ends.vacancies] == [date(2026, 12, 11)]
    assert access.expiring(30, at=DAY, roles="ssk").tickets == ()
    assert list(access.systems) == ["clinic24", "npo"]


def test_answers_turn_into_frames_and_graphs(access: ga.Access) -> None:
    tickets = access.who("KardMott", at=DAY)
    frame = tickets.to_polars()
    assert frame["valid_until"].to_list() == [date(2026, 12, 10), None]
    assert tickets.to_arrow().column("employee_id").to_pylist() == ["anna", "bo"]
    edges = list(tickets.to_networkx().edges(keys=True))
    assert [(start.id, end.id, role) for start, end, role in edges] == [
        ("anna", "KardMott", "lak"),
        ("bo", "KardMott", "ssk"),
    ]


def test_an_empty_answer_keeps_its_columns(access: ga.Access) -> None:
    assert access.tickets("cia", at=DAY).to_polars().columns == list(ga.Ticket.model_fields)
    assert access.coverage(at=DAY, units="OrtoMott").to_arrow().num_rows == 0


def test_a_missing_library_is_named(access: ga.Access, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "polars", None)
    with pytest.raises(ga.UsageError, match="polars is needed: pip install polars"):
        access.tickets("anna", at=DAY).to_polars()


def test_several_sources_and_skipped_rows(tmp_path: Path) -> None:
    broken = write_region(tmp_path / "one", {"role_grants": "employee_id,role_id\nanna,\nbo,ssk\n"})
    with pytest.raises(ga.DataRefusedError):
        ga.open(broken)
    with ga.open([broken, tmp_path / "one"], skip_invalid=True, engine="reference") as access:
        assert access.skipped == 2
    with pytest.raises(ga.UsageError, match="no engine `guess`"):
        ga.open(write_region(tmp_path / "two"), engine="guess")


def test_lint_finds_what_the_command_finds(access: ga.Access) -> None:
    report = access.lint(at=DAY, select=["GA604"])
    assert [(one.rule, one.nodes[0].id) for one in report.findings] == [
        ("GA604", "KardMott"),
        ("GA604", "OrtoMott"),
    ]
    assert access.lint(at=DAY, select=["GA604"], vos="orto").findings == report.findings[1:]
    assert access.lint(at=DAY, select=["GA604"], ignore=["governance"]).findings == ()
    with pytest.raises(ga.UsageError, match="no rule `GA999`"):
        access.lint(select=["GA999"])
    with pytest.raises(ga.UsageError, match="not narrowed by `roles`: use vos, units"):
        access.lint(roles="lak")
