"""In Neo4j the rules find what they find elsewhere, by their twins or over the rows read back."""

from __future__ import annotations

from importlib import import_module
from random import Random
from typing import TYPE_CHECKING

import pytest

from graphauth.importing import read, read_tables
from graphauth.rules.catalogue import catalogue
from graphauth.rules.run import foresee, run
from scripts.docs import ROOT
from tests.engines.engines import engine_from
from tests.rules.cases import case_of
from tests.strategies.regions import TODAY, boundary_days, declared_systems
from tests.strategies.rule_regions import random_rule_region

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphauth.model.dataset import DataSet
    from graphauth.rules.asking import Result
    from graphauth.rules.base import Rule
    from graphauth.rules.finding import Finding

Said = tuple[str, str, str, frozenset[str]]


def given(rule: type[Rule]) -> dict[str, int]:
    """Return the settings that random regions can break a rule with."""
    module = import_module(f"tests.oracle.rules.{rule.code.lower()}")
    settings: dict[str, int] = getattr(module, "SETTINGS", {})
    return settings


def said(findings: Iterable[Finding]) -> list[Said]:
    """Return what a person and a baseline see of findings, in their order."""
    return [
        (
            one.rule,
            one.fingerprint,
            str(one.message),
            frozenset(str(place) for place in one.places),
        )
        for one in findings
    ]


def both(dataset: DataSet, rules: list[Rule], day: int, system: str) -> list[tuple[Result, Result]]:
    """Return what each rule finds in memory and in Neo4j."""
    engines = (engine_from(dataset, "compiled"), engine_from(dataset, "neo4j"))
    ours, theirs = (run(engine, rules, day, system) for engine in engines)
    return list(zip(ours, theirs, strict=True))


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
@pytest.mark.parametrize("variant", ["broken", "clean"])
def test_a_fixture(rule: type[Rule], variant: str) -> None:
    case = case_of(rule)
    dataset = case.dataset(variant)
    ((ours, theirs),) = both(dataset, [rule(case.settings)], case.day.toordinal(), case.system)
    assert said(theirs.findings) == said(ours.findings)
    assert bool(ours.findings) == (variant == "broken")


@pytest.mark.parametrize("seed", range(12))
def test_a_random_region(seed: int) -> None:
    random = Random(seed)
    tables = random_rule_region(random)
    day = random.choice(boundary_days(tables)).toordinal()
    system = random.choice(declared_systems(tables))
    rules = [rule(given(rule)) for rule in catalogue()]
    for ours, theirs in both(read_tables(tables), rules, day, system):
        assert said(theirs.findings) == said(ours.findings)


@pytest.mark.soak
def test_the_demo_region_whole() -> None:
    dataset = read([ROOT / "fixtures" / "gavleborg"])
    rules = [rule() for rule in catalogue()]
    for ours, theirs in both(dataset, rules, TODAY.toordinal(), "clinic24"):
        assert said(theirs.findings) == said(ours.findings)


def test_days_ahead_are_the_same_in_a_graph() -> None:
    tables = random_rule_region(Random(3))
    rules = [rule(given(rule)) for rule in catalogue()]
    found = []
    for name in ("compiled", "neo4j"):
        engine = engine_from(read_tables(tables), name)
        now = run(engine, rules, TODAY.toordinal(), "clinic24")
        later = foresee(engine, now, TODAY.toordinal(), 5, "clinic24")
        found.append(
            [
                (*one[:2], each.starts)
                for result in later
                for each, one in zip(result.findings, said(result.findings), strict=True)
            ]
        )
    assert found[0] == found[1]
