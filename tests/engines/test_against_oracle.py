"""Every engine equals the oracle, and every question agrees with every other, on random regions."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphauth.access import engine_over
from graphauth.engines.base import WritesPages
from graphauth.engines.compiled import CompiledEngine
from graphauth.importing import read
from graphauth.model.question import EVERYTHING, Filters
from graphauth.model.schema import Label
from tests.engines.agreement import (
    changes_are_named,
    differences,
    drawn,
    filtered_is_filtered,
    filters_agree,
    part_is_enough,
    questions_agree,
    written,
)
from tests.engines.engines import NAMES, engine_of
from tests.oracle.oracle import Oracle
from tests.strategies.folders import write_sources
from tests.strategies.regions import boundary_days, declared_systems, random_region

SEEDS = st.integers(min_value=0, max_value=2**32)


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
    questions_agree(name, seed)


@pytest.mark.parametrize("name", NAMES)
@given(seed=SEEDS)
@settings(max_examples=200, deadline=None)
def test_a_filtered_matrix_is_the_matrix_filtered(name: str, seed: int) -> None:
    filtered_is_filtered(name, seed)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "reference"])
@given(seed=SEEDS)
@settings(max_examples=200, deadline=None)
def test_filters_of_every_kind_agree_between_engines(name: str, seed: int) -> None:
    filters_agree(name, seed)


@pytest.mark.parametrize("name", NAMES)
@given(seed=SEEDS)
@settings(max_examples=30, deadline=None)
def test_a_part_answers_as_the_whole(name: str, seed: int) -> None:
    part_is_enough(name, seed)


@pytest.mark.parametrize("name", NAMES)
@given(seed=SEEDS)
@settings(max_examples=100, deadline=None)
def test_nothing_changes_but_on_the_days_that_changes_names(name: str, seed: int) -> None:
    changes_are_named(name, seed)


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
