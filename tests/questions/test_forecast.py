"""What ends soon, by hand."""

from __future__ import annotations

from graphauth.model.days import parse_day
from graphauth.model.question import EVERYTHING, Filters
from graphauth.questions.forecast import Forecast, expiring
from tests.questions.data import engine_of

DAY = parse_day("2026-11-23")


def ask(grants: str, within: int, filters: Filters = EVERYTHING, **changed: str) -> Forecast:
    rows = f"employee_id,role_id,valid_from,valid_to\n{grants}"
    engine = engine_of({**changed, "role_grants": rows})
    return expiring(engine, "clinic24", DAY, within, filters)


def emptied(forecast: Forecast) -> list[tuple[str, str, int]]:
    return [(row.unit_id, row.role_id, row.unstaffed_from) for row in forecast.vacancies]


def test_the_last_day_counts_in_and_the_day_after_does_not() -> None:
    ends = "anna,lak,,2026-12-03\n"
    assert [row.employee_id for row in ask(ends, 10).tickets] == ["anna"]
    assert ask(ends, 9).tickets == ()
    assert emptied(ask(ends, 10)) == [("KardMott", "lak", parse_day("2026-12-04"))]
    assert emptied(ask(ends, 9)) == []


def test_within_0_is_the_asked_day_alone() -> None:
    forecast = ask("anna,lak,,2026-11-23\n", 0)
    assert len(forecast.tickets) == 1
    assert emptied(forecast) == [("KardMott", "lak", DAY + 1)]


def test_a_role_is_empty_only_when_the_last_holder_has_gone() -> None:
    grants = "anna,lak,,2026-12-03\ncia,lak,,2026-12-10\n"
    assert emptied(ask(grants, 10)) == []
    assert emptied(ask(grants, 17)) == [("KardMott", "lak", parse_day("2026-12-11"))]


def test_a_successor_keeps_it_staffed() -> None:
    assert emptied(ask("anna,lak,,2026-12-03\ncia,lak,2026-12-04,\n", 30)) == []
    late = "anna,lak,,2026-12-03\ncia,lak,2026-12-05,\n"
    assert emptied(ask(late, 30)) == [("KardMott", "lak", parse_day("2026-12-04"))]


def test_a_holder_whose_employment_ends_no_longer_holds() -> None:
    employees = "employee_id,valid_to\nanna,2026-11-30\n"
    forecast = ask("anna,lak,,\n", 30, employees=employees)
    assert emptied(forecast) == [("KardMott", "lak", parse_day("2026-12-01"))]


def test_what_nobody_holds_now_does_not_become_unstaffed() -> None:
    assert emptied(ask("", 30)) == []


def test_filters_narrow_tickets_and_unit_roles() -> None:
    ends = "anna,lak,,2026-12-03\nbo,ssk,,2026-12-03\n"
    forecast = ask(ends, 30, Filters(roles=frozenset({"ssk"})))
    assert [row.employee_id for row in forecast.tickets] == ["bo"]
    assert [role for _, role, _ in emptied(forecast)] == ["ssk"]
