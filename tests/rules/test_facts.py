"""What rules read of a data set: rows, nodes, lists, tickets and staffing, on a day."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphauth.access import engine_over
from graphauth.engines import ENGINES
from graphauth.importing import read_tables
from graphauth.model.days import parse_day
from graphauth.model.schema import Label
from graphauth.rules.facts import Facts
from tests.oracle.oracle import Oracle
from tests.strategies.regions import TODAY, declared_systems, random_region

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.strategies.regions import Row

TABLES: Mapping[str, list[Row]] = {
    "vos": [{"vo_id": "V1", "name": "VO"}],
    "units": [
        {"unit_id": "U1", "name": "old", "vo_id": "V1", "valid_to": "2026-11-22"},
        {"unit_id": "U1", "name": "new", "vo_id": "V2", "valid_from": "2026-11-23"},
        {"unit_id": "U2", "name": "over", "vo_id": "V1", "valid_to": "2026-11-22"},
        {"unit_id": "U3", "name": "to come", "vo_id": "V1", "valid_from": "2026-12-01"},
    ],
    "assignments": [
        {"assignment_id": "A1", "vo_id": "V1", "unit_ids": "U2|U1"},
        {"assignment_id": "A2", "vo_id": "V1"},
        {"assignment_id": "A3", "vo_id": "V1", "unit_ids": "U9"},
    ],
}


def facts_of(tables: Mapping[str, list[Row]], day: str = "2026-11-23") -> Facts:
    dataset = read_tables(tables)
    return Facts(engine_over(dataset, "compiled"), dataset, parse_day(day), "clinic24")


def named(facts: Facts, label: Label, method: str, *ids: str) -> list[bool]:
    codes = np.array([facts.code(one) for one in ids])
    found: list[bool] = getattr(facts, method)(label, codes).tolist()
    return found


def test_nodes_are_declared_valid_or_ended() -> None:
    facts = facts_of(TABLES)
    assert named(facts, Label.UNIT, "declares", "U1", "U2", "U3", "U9") == [True, True, True, False]
    assert named(facts, Label.UNIT, "valid", "U1", "U2", "U3", "U9") == [True, False, False, False]
    assert named(facts, Label.UNIT, "ended", "U1", "U2", "U3", "U9") == [False, True, False, False]
    assert named(facts, Label.ASSIGNMENT, "valid", "A1", "U1") == [True, False]
    codes = np.array([facts.code("A1")])
    assert (~facts.ended(Label.ASSIGNMENT, codes)).tolist() == [True]


def test_a_blank_is_nothing() -> None:
    facts = facts_of(TABLES)
    for method in ("declares", "valid", "ended"):
        assert named(facts, Label.UNIT, method, "") == [False]


def test_a_later_day_is_another_answer_over_the_same_rows() -> None:
    later = facts_of(TABLES).on(parse_day("2026-12-01"))
    assert named(later, Label.UNIT, "valid", "U1", "U2", "U3") == [True, False, True]


def test_the_row_of_a_node_is_the_first_valid_one() -> None:
    facts = facts_of(TABLES)
    row = facts.row_of(Label.UNIT, facts["units"]["unit_id"])
    assert row.tolist() == [1, 1, 2, 3]
    earlier = facts.on(parse_day("2026-11-22"))
    assert earlier.row_of(Label.UNIT, earlier["units"]["unit_id"]).tolist() == [0, 0, 2, 3]
    assert facts.row_of(Label.UNIT, facts["assignments"]["assignment_id"]).tolist() == [-1] * 3


def test_of_several_valid_rows_the_first_counts() -> None:
    units = [{"unit_id": "U1", "name": str(number), "vo_id": "V1"} for number in range(3)]
    facts = facts_of({"units": units})
    assert facts.row_of(Label.UNIT, facts["units"]["unit_id"]).tolist() == [0, 0, 0]
    assert facts.row_of(Label.UNIT, np.array([0])).tolist() == [-1]


def test_ids_have_their_texts_in_the_same_order() -> None:
    facts = facts_of(TABLES)
    assert facts.id_texts(Label.UNIT) == [facts.text(one) for one in facts.ids(Label.UNIT)]


def test_declared_ids_are_gathered_once_for_all_days() -> None:
    facts = facts_of(TABLES)
    later = facts.on(facts.day + 1)
    assert later.ids(Label.UNIT) is facts.ids(Label.UNIT)
    assert later.id_texts(Label.UNIT) is facts.id_texts(Label.UNIT)


def test_codes_are_counted() -> None:
    facts = facts_of(TABLES)
    count = facts.count(facts["units"]["unit_id"])
    assert [count[facts.code(one)] for one in ("U1", "U2", "A1")] == [2, 1, 0]


def test_a_day_is_a_date_for_messages() -> None:
    facts = facts_of(TABLES)
    assert facts.date(facts.day).isoformat() == "2026-11-23"


def test_what_is_kept_is_worked_out_once_for_the_day_or_for_all_days() -> None:
    facts = facts_of(TABLES)
    worked: list[str] = []

    def work() -> int:
        worked.append("once more")
        return len(worked)

    later = facts.on(facts.day + 1)
    assert [facts.keep("a", work), facts.keep("a", work), later.keep("a", work)] == [1, 1, 2]
    kept = [one.keep("b", work, dated=False) for one in (facts, later, facts)]
    assert kept == [3, 3, 3]


def test_lists_are_taken_apart_row_by_row() -> None:
    facts = facts_of(TABLES)
    items = facts.items("assignments", "unit_ids")
    named = [(int(row), facts.text(code)) for row, code in zip(*items, strict=True)]
    assert named == [(0, "U2"), (0, "U1"), (2, "U9")]


def test_a_code_that_the_data_never_says_is_in_no_column() -> None:
    assert facts_of(TABLES).code("never said") == -1


@pytest.mark.parametrize("engine", ENGINES)
def test_where_nobody_is_there_are_no_tickets_and_no_staffing(engine: str) -> None:
    dataset = read_tables({"vos": TABLES["vos"]})
    facts = Facts(engine_over(dataset, engine), dataset, parse_day("2026-11-23"), "clinic24")
    assert [(len(one), one.dtype.name) for one in facts.choices()] == [(0, "int32")] * 3
    assert [(len(one), one.dtype.kind) for one in facts.staffing()] == [(0, "i")] * 5


@pytest.mark.parametrize("engine", ENGINES)
@given(seed=st.integers(min_value=0, max_value=2**32))
@settings(max_examples=50, deadline=None)
def test_tickets_and_staffing_are_the_engines(engine: str, seed: int) -> None:
    tables = random_region(Random(seed))
    system = declared_systems(tables)[0]
    dataset = read_tables(tables)
    facts = Facts(engine_over(dataset, engine), dataset, TODAY.toordinal(), system)
    oracle = Oracle(tables)
    choices = facts.choices()
    rows = zip(*(dataset.texts(column.tolist()) for column in choices), strict=True)
    assert sorted(rows) == sorted(ticket[:3] for ticket in oracle.matrix(system, TODAY))
    staffing = facts.staffing()
    ids = [dataset.texts(column.tolist()) for column in staffing[:3]]
    counts = [column.tolist() for column in staffing[3:]]
    assert list(zip(*ids, *counts, strict=True)) == oracle.coverage(system, TODAY)
