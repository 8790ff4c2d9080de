"""Every engine equals the oracle, and every question agrees with every other, on random regions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphauth.access import engine_over
from graphauth.engines.base import Ask, WritesPages
from graphauth.engines.compiled import CompiledEngine
from graphauth.importing import read
from graphauth.model.days import format_day
from graphauth.model.question import EVERYTHING, Filters
from graphauth.model.schema import Label
from tests.engines.engines import NAMES, engine_from, engine_of
from tests.oracle.oracle import Oracle
from tests.strategies.folders import write_sources
from tests.strategies.regions import boundary_days, declared_systems, random_region

if TYPE_CHECKING:
    from graphauth.engines.base import Engine
    from graphauth.model.answer import TicketRow

SEEDS = st.integers(min_value=0, max_value=2**32)


def written(row: TicketRow) -> tuple[str, ...]:
    return (*row[:-1], format_day(row.valid_until))


def drawn(name: str, seed: int) -> tuple[Random, Engine, str, int]:
    """Return a random region's engine, and a system and a boundary day to ask about."""
    random = Random(seed)
    tables = random_region(random)
    day = random.choice(boundary_days(tables)).toordinal()
    return random, engine_of(name, tables), random.choice(declared_systems(tables)), day


def differences(name: str, seed: int, days: int) -> list[str]:
    """Return what an engine says otherwise than the oracle, on so many of the boundary days."""
    random = Random(seed)
    tables = random_region(random)
    engine, oracle = engine_of(name, tables), Oracle(tables)
    found = []
    for system in declared_systems(tables):
        bounds = boundary_days(tables)
        for day in random.sample(bounds, min(days, len(bounds))):
            expected = oracle.matrix(system, day)
            got = [written(row) for row in engine.matrix(system, day.toordinal(), EVERYTHING)]
            if got != expected:
                found.append(f"matrix {system} {day}: {got} is not {expected}")
            staffing = list(map(tuple, engine.coverage(system, day.toordinal(), EVERYTHING)))
            if staffing != oracle.coverage(system, day):
                found.append(f"coverage {system} {day}: {staffing}")
    return found


@pytest.mark.parametrize("name", NAMES)
@given(seed=SEEDS)
@settings(max_examples=200, deadline=None)
def test_matrix_and_coverage_equal_the_oracle(name: str, seed: int) -> None:
    assert differences(name, seed, 2) == []


@pytest.mark.soak
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("block", range(20))
def test_many_more_regions(name: str, block: int) -> None:
    for seed in range(block * 1000, block * 1000 + 1000):
        assert differences(name, seed, 6) == []


@pytest.mark.parametrize("name", NAMES)
@given(seed=SEEDS)
@settings(max_examples=100, deadline=None)
def test_questions_agree_with_the_matrix(name: str, seed: int) -> None:
    _, engine, system, day = drawn(name, seed)
    rows = list(engine.matrix(system, day, EVERYTHING))
    people = sorted(engine.declared(Label.EMPLOYEE))
    units = sorted(engine.declared(Label.UNIT))
    roles = ["", *sorted(engine.declared(Label.ROLE))]
    held = {row[:3] for row in rows}
    asks = [Ask(e, u, r) for e in [*people, "nobody"] for u in units for r in roles]
    assert engine.check_many(system, asks, day) == [ask in held for ask in asks]
    assert all(engine.check(system, *ask, day) == (ask in held) for ask in asks)
    for employee in [*people, "nobody"]:
        mine = [row for row in rows if row.employee_id == employee]
        assert engine.tickets(system, employee, day) == mine
    for unit in units:
        here = [row for row in rows if row.unit_id == unit]
        assert engine.who(system, unit, None, day) == here
        for role in roles:
            as_role = [row for row in here if row.role_id == role]
            assert engine.who(system, unit, role, day) == as_role
    agrees_with_coverage(engine, system, day, rows)


def agrees_with_coverage(engine: Engine, system: str, day: int, rows: list[TicketRow]) -> None:
    able = {row[:2]: row.able for row in engine.coverage(system, day, EVERYTHING)}
    needs_role = engine.systems()[system].requires_role
    for (unit, role), count in able.items():
        with_it = [row for row in rows if row[1:3] == (unit, role)]
        assert count == (len(with_it) if needs_role else 0)
    assert all(row[1:3] in able for row in rows if row.role_id)


SHOWN = {
    "employees": "employee_id",
    "units": "unit_id",
    "roles": "role_id",
    "vos": "vo_id",
    "specialties": "specialty_id",
    "professions": "profession_id",
    "capabilities": "capability_id",
}


@pytest.mark.parametrize("name", NAMES)
@given(seed=SEEDS)
@settings(max_examples=200, deadline=None)
def test_a_filtered_matrix_is_the_matrix_filtered(name: str, seed: int) -> None:
    random, engine, system, day = drawn(name, seed)
    rows = list(engine.matrix(system, day, EVERYTHING))
    filters, expected = EVERYTHING, rows
    for field in random.sample(sorted(SHOWN), random.randint(1, 3)):
        shown = sorted({str(getattr(row, SHOWN[field])) for row in rows}) or ["x"]
        ids = frozenset(random.sample(shown, random.randint(1, len(shown))))
        filters = replace(filters, **{field: ids})
        expected = [row for row in expected if getattr(row, SHOWN[field]) in ids]
    assert list(engine.matrix(system, day, filters)) == expected


@given(seed=SEEDS)
@settings(max_examples=200, deadline=None)
def test_filters_of_every_kind_agree_between_engines(seed: int) -> None:
    random = Random(seed)
    tables = random_region(random)
    first, *others = (engine_of(name, tables) for name in NAMES)
    day = random.choice(boundary_days(tables)).toordinal()
    system = random.choice(declared_systems(tables))
    words = ["P1", "P2", "", "S1", "Y1", "C1", "V0", "U0", "R0", "e0", "unknown"]
    chosen = {
        name: frozenset(random.sample(words, random.randint(1, 4)))
        for name in random.sample([*SHOWN, "providers"], 2)
    }
    filters = Filters(**chosen)
    for other in others:
        rows = list(first.matrix(system, day, filters))
        assert list(other.matrix(system, day, filters)) == rows
        staffing = list(first.coverage(system, day, filters))
        assert list(other.coverage(system, day, filters)) == staffing
        assert sorted(other.declared(Label.SYSTEM)) == sorted(first.declared(Label.SYSTEM))
        for label in (Label.SPECIALTY, Label.PROFESSION, Label.CAPABILITY):
            assert other.role_parts(label) == first.role_parts(label)
        for label in (Label.EMPLOYEE, Label.UNIT, Label.VO):
            for node in first.declared(label):
                assert other.declares(label, node)
                assert other.name_of(label, node, day) == first.name_of(label, node, day)


@pytest.mark.parametrize("name", NAMES)
@given(seed=SEEDS)
@settings(max_examples=30, deadline=None)
def test_a_part_answers_as_the_whole(name: str, seed: int) -> None:
    _, engine, system, day = drawn(name, seed)
    for employee in engine.declared(Label.EMPLOYEE):
        for unit in engine.declared(Label.UNIT):
            part = engine_from(engine.part([employee], [unit]), name)
            chosen = Filters(employees=frozenset({employee}), units=frozenset({unit}))
            whole = list(engine.matrix(system, day, chosen))
            assert list(part.matrix(system, day, chosen)) == whole


@pytest.mark.parametrize("name", NAMES)
@given(seed=SEEDS)
@settings(max_examples=100, deadline=None)
def test_nothing_changes_but_on_the_days_that_changes_names(name: str, seed: int) -> None:
    tables = random_region(Random(seed))
    engine = engine_of(name, tables)
    system = declared_systems(tables)[0]
    days = [day.toordinal() for day in boundary_days(tables)]
    named = set(engine.changes(days[0], days[-1]))
    before = None
    for day in range(days[0], days[-1] + 1):
        now = [row[:4] for row in engine.matrix(system, day, EVERYTHING)]
        assert before is None or now == before or day in named
        before = now


def test_more_than_a_fifth_of_all_answers_are_yes() -> None:
    """Otherwise agreement would mean little."""
    yes = asked = 0
    for seed in range(200):
        tables = random_region(Random(seed))
        engine = engine_of("reference", tables)
        if "clinic24" not in engine.systems():
            continue
        sizes = [len(set(engine.declared(one))) for one in (Label.EMPLOYEE, Label.UNIT, Label.ROLE)]
        asked += sizes[0] * sizes[1] * sizes[2]
        yes += sum(1 for _ in engine.matrix("clinic24", 739943, EVERYTHING))
    assert yes / asked > 0.2


@given(seed=SEEDS)
@settings(max_examples=100, deadline=None)
def test_every_style_of_file_reads_as_the_same_region(seed: int) -> None:
    random = Random(seed)
    tables = random_region(random)
    with TemporaryDirectory() as home:
        dataset = read(write_sources(tables, Path(home), random))
    engine = engine_over(dataset, "reference")
    day = random.choice(boundary_days(tables))
    for system in declared_systems(tables):
        got = [written(row) for row in engine.matrix(system, day.toordinal(), EVERYTHING)]
        assert got == Oracle(tables).matrix(system, day)


@pytest.mark.parametrize("name", ["compiled", "snapshot"])
@given(seed=SEEDS)
@settings(max_examples=100, deadline=None)
def test_pages_are_the_rows_by_the_column(name: str, seed: int) -> None:
    random, engine, system, day = drawn(name, seed)
    assert isinstance(engine, WritesPages)
    units = frozenset(random.sample(sorted(engine.declared(Label.UNIT)), 1))
    for filters in (EVERYTHING, Filters(units=units)):
        rows = [
            row
            for page in engine.matrix_pages(system, day, filters)
            for row in zip(*(map(texts.__getitem__, codes) for codes, texts in page), strict=True)
        ]
        assert rows == [written(row) for row in engine.matrix(system, day, filters)]


@given(seed=SEEDS)
@settings(max_examples=50, deadline=None)
def test_the_count_is_that_of_the_rows(seed: int) -> None:
    random, engine, system, day = drawn("compiled", seed)
    assert isinstance(engine, CompiledEngine)
    vos = frozenset(random.sample(sorted(engine.declared(Label.VO)), 1))
    for filters in (EVERYTHING, Filters(vos=vos)):
        expected = len(list(engine.matrix(system, day, filters)))
        assert engine.count(system, day, filters) == expected
