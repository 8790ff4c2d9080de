"""Fingerprints survive unrelated changes: the order of rows, names, what else is in the files."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from graphauth.access import engine_over
from graphauth.importing import read_tables
from graphauth.model.schema import TABLE
from graphauth.rules.catalogue import catalogue
from graphauth.rules.run import run
from tests.strategies.regions import TODAY
from tests.strategies.rule_regions import random_rule_region

if TYPE_CHECKING:
    from tests.strategies.regions import Tables


def fingerprints(tables: Tables) -> dict[str, set[str]]:
    engine = engine_over(read_tables(tables), "compiled")
    system = next(iter(engine.systems()))
    results = run(engine, [rule() for rule in catalogue()], TODAY.toordinal(), system)
    return {one.rule.code: {each.fingerprint for each in one.findings} for one in results}


@pytest.mark.parametrize("seed", range(25))
def test_the_order_of_rows_and_the_names_of_units_make_no_difference(seed: int) -> None:
    random = Random(seed)
    tables = random_rule_region(random)
    before = fingerprints(tables)
    changed = {name: [dict(row) for row in rows] for name, rows in tables.items()}
    for name, rows in changed.items():
        if TABLE[name].is_dated:
            random.shuffle(rows)
    for row in changed["units"]:
        row["name"] = f"renamed {row['name']}"
    assert fingerprints(changed) == before


@pytest.mark.parametrize("seed", range(25))
def test_what_has_nothing_to_do_with_it_makes_no_difference(seed: int) -> None:
    tables = random_rule_region(Random(seed))
    before = fingerprints(tables)
    vo = {"vo_id": "SE2321000198-Z1", "name": "apart", "head_id": "", "contact_id": ""}
    tables["vos"] = [vo, *tables["vos"]]
    after = fingerprints(tables)
    assert {code: before[code] - after[code] for code in before} == {code: set() for code in before}


def test_no_two_findings_have_the_same() -> None:
    for seed in range(25):
        found = fingerprints(random_rule_region(Random(seed)))
        every = [one for of_rule in found.values() for one in of_rule]
        assert len(set(every)) == len(every)
