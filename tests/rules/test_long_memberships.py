"""GA206 looks ahead: a membership is told of on the first day on which it has gone on for too long."""

from __future__ import annotations

from datetime import date

from graphauth.access import engine_over
from graphauth.importing import read_tables
from graphauth.model.days import parse_day
from graphauth.rules.assignments.ga206_membership_without_an_end_longer_than_a_setting import (
    MembershipWithoutAnEndLongerThanASetting,
)
from graphauth.rules.facts import Facts
from graphauth.rules.run import foresee, run


def test_it_starts_the_day_after_the_last_that_it_may_go_on() -> None:
    members = [{"assignment_id": "vard", "employee_id": "anna", "valid_from": "2026-11-20"}]
    engine = engine_over(read_tables({"assignment_members": members}), "compiled")
    rule, day = MembershipWithoutAnEndLongerThanASetting({"days": 10}), parse_day("2026-11-23")
    today = run(engine, [rule], day, "clinic24")
    assert today[0].findings == ()
    assert foresee(engine, today, day, 7, "clinic24")[0].findings == ()
    (ahead,) = foresee(engine, today, day, 8, "clinic24")
    assert [one.starts for one in ahead.findings] == [date(2026, 12, 1)]


def test_it_names_days_after_the_asked_one_alone() -> None:
    rows = [{"assignment_id": "vard", "employee_id": "anna", "valid_from": "2026-11-20"}]
    dataset = read_tables({"assignment_members": rows})
    rule, turn = MembershipWithoutAnEndLongerThanASetting({"days": 10}), parse_day("2026-12-01")
    engine = engine_over(dataset, "compiled")
    eve, same = (Facts(engine, dataset, day, "clinic24") for day in (turn - 1, turn))
    assert list(rule.turning_days(eve, turn)) == [turn]
    assert list(rule.turning_days(same, turn + 7)) == []
