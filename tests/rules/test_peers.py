"""GA408 compares with peers: whoever has none is compared with nobody."""

from __future__ import annotations

from graphauth.access import engine_over
from graphauth.importing import read_tables
from graphauth.model.days import parse_day
from graphauth.rules.asking import check
from graphauth.rules.facts import Facts
from graphauth.rules.tickets.ga408_unusually_many_login_choices import UnusuallyManyLoginChoices


def test_without_a_role_there_is_no_profession_and_so_no_peer() -> None:
    """A system that asks for no role opens to Anna; what she works as, nothing says."""
    dataset = read_tables(
        {
            "employees": [{"employee_id": "anna"}],
            "systems": [{"system_id": "npo", "name": "NPÖ"}],
            "vos": [{"vo_id": "V1", "name": "VO"}],
            "units": [{"unit_id": one, "name": one, "vo_id": "V1"} for one in ("U1", "U2", "U3")],
            "assignments": [{"assignment_id": "A1", "vo_id": "V1"}],
            "assignment_members": [{"assignment_id": "A1", "employee_id": "anna"}],
        }
    )
    rule = UnusuallyManyLoginChoices({"times": 1, "least": 1})
    facts = Facts(engine_over(dataset, "compiled"), dataset, parse_day("2026-11-23"), "npo")
    result = check(rule, facts)
    assert (result.findings, result.population) == ((), 1)
    assert facts.choices().role.tolist() == [0, 0, 0]
