"""What opens a system, and what holds of it: the second and fifth condition of a ticket, in columns."""

from __future__ import annotations

import pytest

from graphauth.access import engine_over
from graphauth.importing import read_tables
from graphauth.model.days import parse_day
from graphauth.rules.facts import Facts
from graphauth.rules.opening import live_memberships, opening

CARE = "Vård och behandling"
TABLES = {
    "systems": [
        {"system_id": "npo", "name": "NPÖ", "purposes": f"{CARE}|Kvalitetssäkring"},
        {"system_id": "pascal", "name": "Pascal"},
    ],
    "employees": [{"employee_id": "anna"}, {"employee_id": "bo", "valid_to": "2026-11-22"}],
    "assignments": [
        {"assignment_id": "any", "vo_id": "V1", "purpose": CARE},
        {"assignment_id": "both", "vo_id": "V1", "purpose": CARE, "systems": "pascal|npo"},
        {"assignment_id": "other", "vo_id": "V1", "purpose": CARE, "systems": "pascal"},
        {"assignment_id": "lost", "vo_id": "V1", "purpose": CARE, "systems": "gone"},
        {"assignment_id": "quality", "vo_id": "V1", "purpose": "Kvalitetssäkring"},
        {"assignment_id": "letter", "vo_id": "V1", "purpose": CARE.lower()},
        {"assignment_id": "none", "vo_id": "V1"},
    ],
    "assignment_members": [
        {"assignment_id": "any", "employee_id": "anna"},
        {"assignment_id": "any", "employee_id": "bo"},
        {"assignment_id": "any", "employee_id": "nobody"},
        {"assignment_id": "none", "employee_id": "anna"},
        {"assignment_id": "both", "employee_id": "anna", "valid_to": "2026-11-22"},
    ],
}


def facts_at(system: str) -> Facts:
    dataset = read_tables(TABLES)
    return Facts(engine_over(dataset, "compiled"), dataset, parse_day("2026-11-23"), system)


@pytest.mark.parametrize(
    ("system", "opened"),
    [
        ("npo", {"any", "both", "quality"}),
        ("pascal", {"any", "both", "other", "quality", "letter", "none"}),
    ],
)
def test_an_assignment_opens_what_it_names_with_a_purpose_that_is_taken(
    system: str, opened: set[str]
) -> None:
    facts = facts_at(system)
    codes = facts["assignments"]["assignment_id"][opening(facts)]
    assert {facts.text(code) for code in codes} == opened


@pytest.mark.parametrize(("system", "rows"), [("npo", [0]), ("pascal", [0, 3])])
def test_memberships_that_hold_are_of_valid_employees_in_such_assignments(
    system: str, rows: list[int]
) -> None:
    assert live_memberships(facts_at(system)).nonzero()[0].tolist() == rows
