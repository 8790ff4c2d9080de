"""The rules find the same on every engine that answers from memory, days ahead too."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from graphauth.importing import read_tables
from graphauth.questions.lint import Asked, lint
from tests.engines.engines import NAMES, engine_from
from tests.strategies.regions import boundary_days, declared_systems
from tests.strategies.rule_regions import random_rule_region

if TYPE_CHECKING:
    from graphauth.questions.lint import Report


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
