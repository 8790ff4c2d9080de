"""An engine after a change equals one that is compiled anew from the changed data."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphauth.engines.compiled import CompiledEngine
from graphauth.errors import ChangeRefusedError
from graphauth.importing import read_tables
from graphauth.model.change import ChangeSet, changed
from graphauth.model.dataset import empty_dataset
from graphauth.model.entities import (
    ENTITIES,
    Assignment,
    AssignmentMember,
    Dated,
    Employee,
    RoleGrant,
    System,
    Unit,
)
from graphauth.model.question import EVERYTHING
from graphauth.model.schema import TABLES
from tests.engines.engines import engine_from
from tests.strategies.regions import boundary_days, random_region

if TYPE_CHECKING:
    from graphauth.engines.base import Engine
    from graphauth.model.dataset import DataSet
    from graphauth.model.entities import Entity

SEEDS = st.integers(min_value=0, max_value=2**32)
DAY = date(2026, 11, 23)
BUILT_IN_SYSTEM = empty_dataset().entity("systems", 0)


def answers(engine: Engine, days: list[int]) -> dict[tuple[str, int], object]:
    """Return every answer, asked in every way: arrays, one by one, and backwards."""
    found: dict[tuple[str, int], object] = {}
    for system in engine.systems():
        for day in days:
            rows = list(engine.matrix(system, day, EVERYTHING))
            people = [engine.tickets(system, one, day) for one in {row.employee_id for row in rows}]
            logins = {row[1:3] for row in rows}
            who = [engine.who(system, unit, role, day) for unit, role in sorted(logins)]
            staffing = list(engine.coverage(system, day, EVERYTHING))
            assert sorted(row for one in people for row in one) == rows
            assert sorted(row for one in who for row in one) == rows
            found[system, day] = (rows, staffing)
    return found


def random_change(random: Random, dataset: DataSet) -> ChangeSet:
    """Return one to three changes of rows: gone, new, or with other days."""
    taken, added = [], []
    rows = [row for schema in TABLES for row in dataset.entities(schema.name)]
    rows = [row for row in rows if row.place.row]
    for row in random.sample(rows, min(len(rows), random.randint(1, 3))):
        kind = random.random()
        if kind < 0.6:
            taken.append(row)
        if kind > 0.3:
            other = altered(random, row, dataset)
            if isinstance(other, Dated) or kind < 0.6:
                added.append(other)
    return ChangeSet(tuple(taken), tuple(added))


def altered(random: Random, row: Entity, dataset: DataSet) -> Entity:
    values = row.model_dump(exclude={"place"})
    other = random.choice(list(dataset.entities(row.table))).model_dump()
    if isinstance(row, Dated):
        since = DAY + timedelta(days=random.randint(-20, 20))
        until = since + timedelta(days=random.randint(0, 30))
        values["valid_from"] = random.choice([None, since])
        values["valid_to"] = random.choice([None, until])
        key = random.choice([name for name in values if name.endswith("_id")])
        values[key] = random.choice([values[key], other[key], "new"])
    return ENTITIES[row.table](**values)


def differs(name: str, seed: int, steps: int) -> bool:
    random = Random(seed)
    tables = random_region(random)
    engine = engine_from(read_tables(tables), name)
    assert isinstance(engine, CompiledEngine)
    bounds = boundary_days(tables)
    days = [day.toordinal() for day in random.sample(bounds, min(3, len(bounds)))]
    for _ in range(steps):
        if random.random() < 0.7:
            answers(engine, days[:1])
        try:
            change = random_change(random, engine.dataset)
            engine = engine.changed(change)
        except ChangeRefusedError:
            continue
        if answers(engine, days) != answers(CompiledEngine(engine.dataset), days):
            return True
    return False


@pytest.mark.parametrize("name", ["compiled", "snapshot"])
@given(seed=SEEDS)
@settings(max_examples=150, deadline=None)
def test_a_changed_engine_equals_one_compiled_anew(name: str, seed: int) -> None:
    assert not differs(name, seed, 4)


@pytest.mark.soak
@pytest.mark.parametrize("block", range(10))
def test_many_more_changes(block: int) -> None:
    assert [
        seed for seed in range(block * 1000, block * 1000 + 1000) if differs("compiled", seed, 5)
    ] == []


@given(seed=SEEDS)
@settings(max_examples=100, deadline=None)
def test_a_changed_data_set_equals_one_that_is_read(seed: int) -> None:
    random = Random(seed)
    dataset = read_tables(random_region(random))
    try:
        after = changed(dataset, random_change(random, dataset))
    except ChangeRefusedError:
        return
    rows = {
        schema.name: [
            {
                column: "|".join(value)
                if isinstance(value, tuple)
                else ""
                if value is None
                else str(value)
                for column, value in row.model_dump(exclude={"place"}).items()
            }
            for row in after.entities(schema.name)
            if row != BUILT_IN_SYSTEM
        ]
        for schema in TABLES
    }
    again = read_tables(rows)
    for name in after.tables:
        assert [row.model_copy(update={"place": None}) for row in again.entities(name)] == [
            row.model_copy(update={"place": None}) for row in after.entities(name)
        ]


def test_the_old_engine_stays_as_it_was(region: CompiledEngine) -> None:
    before = list(region.matrix("clinic24", DAY.toordinal(), EVERYTHING))
    grant = RoleGrant(employee_id="e1", role_id="r1")
    after = region.changed(ChangeSet(removed=(grant,)))
    assert list(after.matrix("clinic24", DAY.toordinal(), EVERYTHING)) == []
    assert list(region.matrix("clinic24", DAY.toordinal(), EVERYTHING)) == before != []


def test_a_grant_leaves_the_doors_and_the_memberships_alone(region: CompiledEngine) -> None:
    region.check("clinic24", "e1", "u1", "r1", DAY.toordinal())
    after = region.changed(ChangeSet(added=(RoleGrant(employee_id="e1", role_id="r1"),)))
    assert after._relations.members is region._relations.members
    assert after._prepared["clinic24"].doors is region._prepared["clinic24"].doors


@pytest.fixture
def region() -> CompiledEngine:
    return CompiledEngine(
        read_tables(
            {
                "vos": [{"vo_id": "v1", "name": "V"}],
                "units": [{"unit_id": "u1", "name": "U", "vo_id": "v1"}],
                "unit_registrations": [{"unit_id": "u1", "system_id": "clinic24"}],
                "roles": [
                    {
                        "role_id": "r1",
                        "catalogue_id": "c",
                        "specialty_id": "s",
                        "profession_id": "p",
                    }
                ],
                "unit_roles": [{"unit_id": "u1", "role_id": "r1"}],
                "employees": [{"employee_id": "e1", "given_name": "Eva", "family_name": "Ek"}],
                "assignments": [{"assignment_id": "a1", "vo_id": "v1"}],
                "assignment_members": [{"assignment_id": "a1", "employee_id": "e1"}],
                "role_grants": [{"employee_id": "e1", "role_id": "r1"}],
            }
        )
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (ChangeSet(removed=(RoleGrant(employee_id="e1", role_id="r2"),)), "no such row"),
        (
            ChangeSet(added=(Assignment(assignment_id="a1", vo_id="v2"),)),
            "has a row for `a1` already",
        ),
        (ChangeSet(added=(Employee(employee_id="19121212-1212"),)), "holds a personnummer"),
        (
            ChangeSet(
                added=(
                    Unit(
                        unit_id="u2",
                        name="U",
                        vo_id="v1",
                        valid_from=DAY,
                        valid_to=date(2020, 1, 1),
                    ),
                )
            ),
            "ends before it begins: 2026-11-23 is after 2020-01-01",
        ),
    ],
)
def test_what_does_not_fit_is_refused(region: CompiledEngine, change: ChangeSet, said: str) -> None:
    with pytest.raises(ChangeRefusedError, match=said):
        region.changed(change)


def test_a_protected_employees_names_leave_every_row(region: CompiledEngine) -> None:
    secret = Employee(employee_id="e1", given_name="Eva", protected=True, valid_from=DAY)
    after = region.changed(ChangeSet(added=(secret,)))
    rows = [row for row in after.dataset.entities("employees") if isinstance(row, Employee)]
    assert [(row.given_name, row.family_name) for row in rows] == [("", ""), ("", "")]


def test_the_built_in_system_gives_way_and_comes_back(region: CompiledEngine) -> None:
    npo = System(system_id="npo", name="NPÖ")
    after = region.changed(ChangeSet(added=(npo,)))
    assert list(after.systems()) == ["npo"]
    assert [row.unit_id for row in after.tickets("npo", "e1", DAY.toordinal())] == ["u1"]
    back = after.changed(ChangeSet(removed=(npo,)))
    assert list(back.systems()) == ["clinic24"]


def test_a_new_member_is_found_from_every_side(region: CompiledEngine) -> None:
    after = region.changed(
        ChangeSet(
            added=(
                Employee(employee_id="e0"),
                AssignmentMember(assignment_id="a1", employee_id="e0"),
                RoleGrant(employee_id="e0", role_id="r1"),
            )
        )
    )
    here = after.who("clinic24", "u1", "r1", DAY.toordinal())
    assert [row.employee_id for row in here] == ["e0", "e1"]
