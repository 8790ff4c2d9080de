"""The facts that rows witness: a node with its period, a row's own relationship, or one of several."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graphauth.importing import read_tables
from graphauth.model.answer import Fact, Node
from graphauth.model.schema import Label, Rel
from graphauth.rules.hits import At, witness

if TYPE_CHECKING:
    from graphauth.model.entities import Place

DATASET = read_tables(
    {
        "vos": [{"vo_id": "V1", "name": "VO"}],
        "units": [
            {
                "unit_id": "U1",
                "name": "a",
                "vo_id": "V1",
                "manager_id": "chef",
                "valid_from": "2026-01-01",
                "valid_to": "2026-12-31",
            }
        ],
        "catalogues": [{"catalogue_id": "K1", "name": "k", "owner_vo_id": "V1"}],
        "assignments": [{"assignment_id": "A1", "vo_id": "V1", "unit_ids": "U2|U1"}],
        "role_grants": [{"employee_id": "anna", "role_id": "ssk", "valid_to": "2026-06-30"}],
    }
)
UNIT = Node(Label.UNIT, "U1")
YEAR = {"valid_from": date(2026, 1, 1), "valid_to": date(2026, 12, 31)}


def place(table: str) -> tuple[Place]:
    return (DATASET.place(DATASET[table], 0),)


def test_a_row_that_declares_a_node_witnesses_the_node_in_its_period() -> None:
    assert witness(DATASET, At("units", 0)) == Fact(start=UNIT, places=place("units"), **YEAR)


def test_a_node_without_dates_has_none() -> None:
    catalogue = Node(Label.CATALOGUE, "K1")
    expected = Fact(start=catalogue, places=place("catalogues"))
    assert witness(DATASET, At("catalogues", 0)) == expected


def test_a_row_that_relates_witnesses_its_relationship() -> None:
    assert witness(DATASET, At("role_grants", 0)) == Fact(
        start=Node(Label.EMPLOYEE, "anna"),
        rel=Rel.HAS_ROLE,
        end=Node(Label.ROLE, "ssk"),
        valid_to=date(2026, 6, 30),
        places=place("role_grants"),
    )


def test_a_row_says_several_things_and_one_is_meant() -> None:
    manager = Fact(
        start=UNIT,
        rel=Rel.MANAGED_BY,
        end=Node(Label.EMPLOYEE, "chef"),
        places=place("units"),
        **YEAR,
    )
    assert witness(DATASET, At("units", 0, Rel.MANAGED_BY)) == manager
    assert witness(DATASET, At("units", 0, Rel.OWNS)).start == Node(Label.VO, "V1")


def test_of_a_list_the_item_that_is_meant_is_named() -> None:
    second = DATASET.vocabulary.find("U1")
    fact = witness(DATASET, At("assignments", 0, Rel.LIMITED_TO, second))
    assert (fact.start, fact.end) == (Node(Label.ASSIGNMENT, "A1"), UNIT)
    with pytest.raises(LookupError, match="name the item of `unit_ids`"):
        witness(DATASET, At("assignments", 0, Rel.LIMITED_TO))
