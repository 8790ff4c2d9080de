"""Days and periods: inclusive ends, touching periods united."""

from __future__ import annotations

import pytest

from graphauth.model.days import ALWAYS, LAST_DAY, Period, intersect, parse_day, period_at, unite


@pytest.mark.parametrize(
    "text", ["2026-1-1", "2026-02-30", "26-01-01", "2026/01/01", "2026-W01-1", "", "٢٠٢٦0101"]
)
def test_anything_else_is_no_day(text: str) -> None:
    with pytest.raises(ValueError):
        parse_day(text)


def test_touching_periods_unite_and_a_gap_of_one_day_does_not() -> None:
    assert unite([Period(1, 4), Period(5, 9)]) == (Period(1, 9),)
    assert unite([Period(1, 4), Period(6, 9)]) == (Period(1, 4), Period(6, 9))
    assert unite([Period(1, LAST_DAY), Period(3, 5)]) == (Period(1, LAST_DAY),)


def test_intersecting_with_always_and_never() -> None:
    some = (Period(1, 4), Period(6, 9))
    assert intersect(ALWAYS, some) == intersect(some, ALWAYS) == some
    assert intersect(some, ()) == ()
    assert intersect(some, (Period(4, 6),)) == (Period(4, 4), Period(6, 6))


def test_both_ends_hold() -> None:
    assert period_at((Period(3, 5),), 3) == period_at((Period(3, 5),), 5) == Period(3, 5)
    assert period_at((Period(3, 5),), 2) is None is period_at((Period(3, 5),), 6)
