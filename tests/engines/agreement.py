"""What every engine is held to, on the random region of a seed: the oracle, and its own answers.

Each function raises (or returns what differs); which seeds, and how many, is the tests' own choice.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from graphauth.engines import DEFAULT_ENGINE
from graphauth.engines.base import Ask
from graphauth.model.days import format_day
from graphauth.model.question import EVERYTHING, Filters
from graphauth.model.schema import Label
from tests.engines.engines import engine_from, engine_of
from tests.oracle.oracle import Oracle
from tests.strategies.regions import boundary_days, declared_systems, random_region

if TYPE_CHECKING:
    from graphauth.engines.base import Engine
    from graphauth.model.answer import TicketRow

SHOWN = {
    "employees": "employee_id",
    "units": "unit_id",
    "roles": "role_id",
    "vos": "vo_id",
    "specialties": "specialty_id",
    "professions": "profession_id",
    "capabilities": "capability_id",
}


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


def questions_agree(name: str, seed: int) -> None:
    """Hold every question to the matrix, on every id there is."""
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
    _agrees_with_coverage(engine, system, day, rows)


def _agrees_with_coverage(engine: Engine, system: str, day: int, rows: list[TicketRow]) -> None:
    able = {row[:2]: row.able for row in engine.coverage(system, day, EVERYTHING)}
    needs_role = engine.systems()[system].requires_role
    for (unit, role), count in able.items():
        with_it = [row for row in rows if row[1:3] == (unit, role)]
        assert count == (len(with_it) if needs_role else 0)
    assert all(row[1:3] in able for row in rows if row.role_id)


def filtered_is_filtered(name: str, seed: int) -> None:
    """Hold a filtered matrix to the matrix, filtered."""
    random, engine, system, day = drawn(name, seed)
    rows = list(engine.matrix(system, day, EVERYTHING))
    filters, expected = EVERYTHING, rows
    for field in random.sample(sorted(SHOWN), random.randint(1, 3)):
        shown = sorted({str(getattr(row, SHOWN[field])) for row in rows}) or ["x"]
        ids = frozenset(random.sample(shown, random.randint(1, len(shown))))
        filters = replace(filters, **{field: ids})
        expected = [row for row in expected if getattr(row, SHOWN[field]) in ids]
    assert list(engine.matrix(system, day, filters)) == expected


def filters_agree(name: str, seed: int) -> None:
    """Hold the engine to the reference under filters of every kind, and in what it knows of nodes."""
    random = Random(seed)
    tables = random_region(random)
    first, other = engine_of("reference", tables), engine_of(name, tables)
    day = random.choice(boundary_days(tables)).toordinal()
    system = random.choice(declared_systems(tables))
    words = ["P1", "P2", "", "S1", "Y1", "C1", "V0", "U0", "R0", "e0", "unknown"]
    chosen = {
        name: frozenset(random.sample(words, random.randint(1, 4)))
        for name in random.sample([*SHOWN, "providers"], 2)
    }
    filters = Filters(**chosen)
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


def part_is_enough(name: str, seed: int) -> None:
    """Hold every part to the whole."""
    over_parts = DEFAULT_ENGINE if name == "neo4j" else name
    _, engine, system, day = drawn(name, seed)
    for employee in engine.declared(Label.EMPLOYEE):
        for unit in engine.declared(Label.UNIT):
            part = engine_from(engine.part([employee], [unit]), over_parts)
            chosen = Filters(employees=frozenset({employee}), units=frozenset({unit}))
            whole = list(engine.matrix(system, day, chosen))
            assert list(part.matrix(system, day, chosen)) == whole


def changes_are_named(name: str, seed: int) -> None:
    """Hold the matrix still between the days that `changes` names."""
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
