"""Proofs and refusals, by hand: yes, no, and partial questions."""

from __future__ import annotations

from datetime import date

from graphauth.model.answer import Clause, Explanation
from graphauth.questions.explain import decide, explain
from tests.questions.data import engine_of

DAY = date(2026, 11, 23)
ALL = (
    Clause.EMPLOYEE_VALID,
    Clause.MEMBER,
    Clause.OPENS,
    Clause.VO_VALID,
    Clause.OWNS,
    Clause.UNIT_VALID,
    Clause.REGISTERED,
    Clause.GRANT,
    Clause.OFFER,
)


def why(employee: str, unit: str, role: str | None, **changed: str) -> Explanation:
    return explain(engine_of(changed), "clinic24", employee, unit, role, DAY)


def failing(answer: Explanation) -> list[tuple[Clause, str]]:
    return [(one.clause, str(one.found)) for one in answer.attempts[0].conditions if not one.holds]


def test_a_yes_is_proved_condition_by_condition_with_dates_and_rows() -> None:
    answer = why("anna", "KardMott", "lak")
    assert (answer.decision, answer.valid_until, answer.roles) == (
        True,
        date(2026, 12, 10),
        ("lak",),
    )
    (path,) = answer.paths
    assert (path.assignment_id, path.vo_id, path.role_id) == ("A1", "kard", "lak")
    assert (path.valid_from, path.valid_until) == (date(2026, 1, 1), date(2026, 12, 10))
    assert tuple(one.clause for one in path.conditions) == ALL
    assert all(one.holds and one.found is None for one in path.conditions)
    rows = [str(one.facts[0].places[0]) for one in path.conditions]
    assert rows[1] == "memory!assignment_members:2"
    assert rows[7] == "memory!role_grants:2"
    assert answer.attempts == ()


def test_every_support_is_a_path() -> None:
    answer = why(
        "anna",
        "KardMott",
        "lak",
        assignments="assignment_id,vo_id\nA1,kard\nA2,kard\n",
        assignment_members="assignment_id,employee_id,valid_to\nA1,anna,2026-11-30\nA2,anna,\n",
    )
    assert [path.assignment_id for path in answer.paths] == ["A1", "A2"]
    assert answer.valid_until == date(2026, 12, 10)


def test_a_no_says_what_was_found_in_its_place() -> None:
    answer = why("gun", "KardMott", "lak")
    assert answer.decision is False
    assert failing(answer) == [
        (Clause.EMPLOYEE_VALID, "it ended 2026-01-31"),
        (Clause.GRANT, "there is no such row"),
    ]


def test_a_no_names_another_owner_and_another_system() -> None:
    answer = why(
        "anna",
        "OrtoMott",
        "lak",
        unit_registrations="unit_id,system_id\nOrtoMott,npo\n",
        unit_roles="unit_id,role_id\nOrtoMott,lak\n",
    )
    assert failing(answer) == [
        (Clause.OWNS, "the unit is owned by `orto`"),
        (Clause.REGISTERED, "it is registered at `npo`"),
    ]


def test_without_an_assignment_that_is_what_is_missing() -> None:
    answer = why("cia", "KardMott", "lak")
    assert failing(answer)[0] == (Clause.MEMBER, "no membership of any assignment")


def test_a_limit_that_names_another_unit_is_said() -> None:
    limited = "assignment_id,vo_id,unit_ids\nA1,kard,OrtoMott\n"
    answer = why("anna", "KardMott", "lak", assignments=limited)
    assert failing(answer) == [(Clause.LIMITED_TO, "it is limited to `OrtoMott`")]


def test_a_partial_question_tells_every_role() -> None:
    grants = "employee_id,role_id\nanna,lak\nanna,ssk\n"
    answer = why("anna", "KardMott", None, role_grants=grants)
    assert (answer.decision, answer.roles) == (True, ("lak", "ssk"))


def test_a_partial_question_without_any_role_is_a_no() -> None:
    answer = why("gun", "KardMott", None)
    assert answer.decision is False
    assert (Clause.OFFER, "the unit offers `lak`, `ssk`") in failing(answer)


def test_a_system_without_roles_asks_neither_role_nor_registration() -> None:
    answer = explain(engine_of(), "npo", "anna", "KardMott", None, DAY)
    clauses = {one.clause for one in answer.paths[0].conditions}
    assert answer.decision is True
    assert clauses.isdisjoint({Clause.REGISTERED, Clause.GRANT, Clause.OFFER})


def test_a_decision_carries_the_conditions_that_decide_it() -> None:
    yes = decide(engine_of(), "clinic24", "anna", "KardMott", "lak", DAY)
    no = decide(engine_of(), "clinic24", "anna", "KardMott", "ssk", DAY)
    assert (bool(yes), bool(no)) == (True, False)
    assert all(one.holds for one in yes.reasons)
    assert [one.clause for one in no.reasons if not one.holds] == [Clause.GRANT]
