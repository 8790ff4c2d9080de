"""THE schema and the pydantic entities mirror one another, and the graph is domain.md's."""

from __future__ import annotations

from datetime import date
from types import NoneType
from typing import get_args

import pytest
from pydantic import ValidationError

from graphauth.model.entities import ENTITIES, Employee, Entity
from graphauth.model.schema import RELATIONSHIPS, TABLE, TABLES, Cell, Label, Rel, TableSchema

PYTHON = {
    Cell.ID: str,
    Cell.TEXT: str,
    Cell.CHOICE: str,
    Cell.LIST: tuple[str, ...],
    Cell.BOOLEAN: bool,
    Cell.FROM: date,
    Cell.TO: date,
}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_an_entity_mirrors_its_table(table: TableSchema) -> None:
    fields = ENTITIES[table.name].model_fields
    assert set(fields) - {"place"} == {column.name for column in table.columns}
    for column in table.columns:
        kinds = set(get_args(fields[column.name].annotation)) - {NoneType}
        expected = PYTHON[column.cell]
        assert fields[column.name].annotation == expected or kinds == {expected}
        assert fields[column.name].is_required() == column.required


def test_there_are_fifteen_tables_with_unique_names() -> None:
    names = [name for table in TABLES for name in {table.name, table.swedish}]
    assert len(TABLES) == 15
    assert len(names) == len(set(names))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_two_columns_share_a_header(table: TableSchema) -> None:
    headers = [one for column in table.columns for one in {column.name, *column.swedish}]
    assert len(headers) == len(set(headers))


def test_every_relationship_is_read_from_columns_that_name_its_ends() -> None:
    assert [one.rel for one in RELATIONSHIPS] == list(Rel)
    for one in RELATIONSHIPS:
        table = TABLE[one.table]
        assert table.column(one.start_column).refers_to is one.start
        assert table.column(one.end_column).refers_to is one.end


def test_every_label_is_declared_by_one_table() -> None:
    declared = [table.label for table in TABLES if table.label is not None]
    assert sorted(declared) == sorted(Label)


def test_entities_are_frozen_and_take_nothing_else() -> None:
    employee: Entity = Employee(employee_id="e")
    with pytest.raises(ValidationError):
        employee.employee_id = "f"  # type: ignore[attr-defined]
    with pytest.raises(ValidationError):
        Employee(employee_id="e", salary="1")  # type: ignore[call-arg]
