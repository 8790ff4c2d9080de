"""Every rule agrees with its oracle on random regions, on both engines that hold columns."""

from __future__ import annotations

from importlib import import_module
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphauth.access import engine_over
from graphauth.importing import read_tables
from graphauth.rules.asking import check
from graphauth.rules.catalogue import catalogue
from graphauth.rules.facts import Facts
from tests.rules.cases import key_of
from tests.strategies.regions import boundary_days, declared_systems
from tests.strategies.rule_regions import random_rule_region

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphauth.rules.base import Rule
    from tests.rules.cases import Key

RULES = pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
SEEDS = st.integers(min_value=0, max_value=2**32)


def oracle_of(rule: type[Rule]) -> Callable[..., set[Key]]:
    found: Callable[..., set[Key]] = import_module(f"tests.oracle.rules.{rule.code.lower()}").found
    return found


def answers(rule: type[Rule], seed: int) -> tuple[set[Key], set[Key]]:
    """Return what the rule finds and what the oracle finds, on a boundary day of a random region."""
    random = Random(seed)
    tables = random_rule_region(random)
    day = random.choice(boundary_days(tables))
    system = random.choice(declared_systems(tables))
    dataset = read_tables(tables)
    engine = engine_over(dataset, random.choice(["compiled", "reference"]))
    given = getattr(import_module(oracle_of(rule).__module__), "SETTINGS", {})
    result = check(rule(given), Facts(engine, dataset, day.toordinal(), system))
    assert result.population is not None
    assert result.population >= 0
    return {key_of(one) for one in result.findings}, oracle_of(rule)(tables, day, system)


@RULES
@given(seed=SEEDS)
@settings(max_examples=60, deadline=None)
def test_a_rule_agrees_with_its_oracle(rule: type[Rule], seed: int) -> None:
    found, expected = answers(rule, seed)
    assert found == expected


@pytest.mark.soak
@RULES
def test_many_more_regions(rule: type[Rule]) -> None:
    for seed in range(2000):
        found, expected = answers(rule, seed)
        assert found == expected, f"seed {seed}"


@RULES
def test_random_regions_break_the_rule_and_keep_it(rule: type[Rule]) -> None:
    """Otherwise agreement would mean little."""
    if not getattr(import_module(f"tests.oracle.rules.{rule.code.lower()}"), "IN_TABLES", True):
        assert all(answers(rule, seed) == (set(), set()) for seed in range(5))
        return
    broken = sum(bool(answers(rule, seed)[1]) for seed in range(60))
    assert broken > 0
