"""The rules find the same on every engine that answers from memory, days ahead too."""

from __future__ import annotations

from importlib import import_module
from random import Random
from typing import TYPE_CHECKING

import pytest

from graphauth.importing import read_tables
from graphauth.questions.lint import Asked, lint
from graphauth.rules.catalogue import catalogue
from graphauth.rules.run import foresee, run
from tests.engines.engines import NAMES, engine_from
from tests.strategies.regions import TODAY, boundary_days, declared_systems
from tests.strategies.rule_regions import random_rule_region

if TYPE_CHECKING:
    from graphauth.questions.lint import Report
    from graphauth.rules.base import Rule


@pytest.mark.parametrize("seed", range(10))
def test_reports_are_equal_to_the_last_place(seed: int) -> None:
    random = Random(seed)
    tables = random_rule_region(random)
    dataset = read_tables(tables)
    day = random.choice(boundary_days(tables)).toordinal()
    system = random.choice(declared_systems(tables))
    vos = frozenset(random.sample(sorted({row["vo_id"] for row in tables["vos"]}), 1))

    def report(name: str, asked: Asked) -> Report:
        return lint(engine_from(dataset, name), system, day, asked)

    for asked in (Asked(within=4), Asked(vos=vos)):
        first, *others = (report(name, asked) for name in NAMES)
        assert all(other == first for other in others)
    assert first.findings


@pytest.mark.parametrize("seed", range(12))
def test_days_ahead_are_all_days(seed: int) -> None:
    """Looking ahead finds what asking on every single day finds, from the first such day on."""
    random = Random(seed)
    tables = random_rule_region(random)
    engine = engine_from(read_tables(tables), "compiled")
    system = random.choice(declared_systems(tables))
    rules = [rule(settings_of(rule)) for rule in catalogue()]
    today = TODAY.toordinal()
    first: dict[str, int] = {}
    for day in range(today, today + 7):
        for result in run(engine, rules, day, system):
            for one in result.findings if day == today or result.rule.dated else ():
                first.setdefault(one.fingerprint, day)
    ahead = foresee(engine, run(engine, rules, today, system), today, 6, system)
    assert {
        one.fingerprint: one.starts.toordinal() if one.starts else today
        for result in ahead
        for one in result.findings
    } == first


def settings_of(rule: type[Rule]) -> dict[str, int]:
    """Return the settings that random regions can break a rule with."""
    module = import_module(f"tests.oracle.rules.{rule.code.lower()}")
    found: dict[str, int] = getattr(module, "SETTINGS", {})
    return found
