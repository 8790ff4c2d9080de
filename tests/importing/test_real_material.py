"""Real material that nobody here wrote, read with our overlays; `GRAPHAUTH_REAL` names its folder."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graphauth.engines.reference.engine import ReferenceEngine
from graphauth.importing import read
from graphauth.model.dataset import DataSet, RemarkKind

OVERLAYS = Path(__file__).parents[2] / "fixtures" / "overlays"
DAY = date(2026, 11, 23).toordinal()


@pytest.fixture(scope="module")
def real() -> Path:
    named = os.environ.get("GRAPHAUTH_REAL")
    if not named:
        pytest.skip("GRAPHAUTH_REAL is not set: real material is not read")
    if not (Path(named) / "fakehsa").is_dir():
        pytest.fail(f"GRAPHAUTH_REAL is set, but `{named}` holds no fakehsa")
    return Path(named)


@pytest.fixture(scope="module")
def fakehsa(real: Path) -> DataSet:
    return read([real / "fakehsa", OVERLAYS / "fakehsa"])


def rows(dataset: DataSet, table: str) -> list[Any]:
    return list(dataset.entities(table))


def tickets(dataset: DataSet, employee: str) -> list[tuple[str, str, str, int]]:
    found = ReferenceEngine(dataset).tickets("clinic24", employee, DAY)
    return [(one.unit_id, one.role_id, one.vo_id, one.valid_until) for one in found]


def test_dangling_commissions_survive_with_their_place(fakehsa: DataSet) -> None:
    vos = {vo.vo_id for vo in rows(fakehsa, "vos")}
    dangling = {
        one.assignment_id: one.place for one in rows(fakehsa, "assignments") if one.vo_id not in vos
    }
    assert len(dangling) == 4
    assert all(Path(place.file).parent.name == "persons" for place in dangling.values())
    assert all(place.row > 1 for place in dangling.values())


def test_commissions_without_a_purpose(fakehsa: DataSet) -> None:
    members = [
        one for one in rows(fakehsa, "assignment_members") if one.assignment_id.endswith("/")
    ]
    assert len(members) == 29


def test_one_commission_to_a_sub_unit_is_limited_to_it(fakehsa: DataSet) -> None:
    (limited,) = (one for one in rows(fakehsa, "assignments") if one.unit_ids)
    assert limited.assignment_id.split("/")[0] == limited.unit_ids[0] != limited.vo_id


def test_two_people_and_two_owners_are_rows_and_remarks(fakehsa: DataSet) -> None:
    subjects = {one.kind: one.subject for one in fakehsa.remarks}
    person, unit = subjects[RemarkKind.TWO_PEOPLE], subjects[RemarkKind.TWO_OWNERS]
    ids = [one.employee_id for one in rows(fakehsa, "employees")]
    owners = [one.vo_id for one in rows(fakehsa, "units") if one.unit_id == unit]
    assert ids.count(person) == 2
    assert len(set(owners)) == 2


def test_the_protected_have_no_names(fakehsa: DataSet) -> None:
    protected = [one for one in rows(fakehsa, "employees") if one.protected]
    assert len(protected) == 3
    assert not any(one.given_name or one.family_name for one in protected)


@pytest.mark.parametrize(
    ("employee", "expected"),
    [
        # a doctor's commission at the care unit carries to its sub-unit
        ("DRAA", [("ALLM", "allmanmedicin-lakare", "ALVC", date.max)]),
        # a protected doctor is an employee like others; the grant ends
        ("DRAF", [("ALLM", "allmanmedicin-lakare", "ALVC", date(2027, 6, 30))]),
        # a midwife: the other unit that offers her role is not registered
        ("BMBL", [("BEMC", "allmanmedicin-barnmorska", "BEMC", date.max)]),
    ],
)
def test_tickets_at_fakehsa_checked_by_hand(
    fakehsa: DataSet, employee: str, expected: list[tuple[str, str, str, date]]
) -> None:
    prefix = "TSTNMT2321000156-"
    assert tickets(fakehsa, prefix + employee) == [
        (prefix + unit, role, prefix + vo, last.toordinal()) for unit, role, vo, last in expected
    ]


def test_a_ticket_through_a_commission_to_a_sub_unit(fakehsa: DataSet) -> None:
    prefix = "IFV1239877878-"
    last = date(2026, 12, 31).toordinal()
    assert tickets(fakehsa, prefix + "104B") == [
        (prefix + "1046", "allmanmedicin-lakare", prefix + "1045", last)
    ]


def test_the_unit_move(real: Path) -> None:
    dataset = read([real / "gavleborg_units.csv", OVERLAYS / "gavleborg_units"])
    units = rows(dataset, "units")
    assert (len(dataset["vos"]), len(units)) == (25, 54)
    assert sum(not one.replaces for one in units) == 1
    prefix = "SE2321000198-"
    assert tickets(dataset, prefix + "OVERLAY1") == [
        (prefix + "054443", "am-lakare", prefix + "054394", date.max.toordinal())
    ]
    assert tickets(dataset, prefix + "OVERLAY2") == [
        (prefix + "054411", "am-sjukskoterska", prefix + "054377", date.max.toordinal())
    ]
