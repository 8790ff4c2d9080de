"""Small regions for the Neo4j tests, and how they are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.importing import read_tables
from graphauth.model.schema import TABLES

if TYPE_CHECKING:
    from graphauth.model.dataset import DataSet

DAY = 739943
Tables = dict[str, list[dict[str, str]]]


def ward(people: int = 3) -> Tables:
    """Return one ward of one VO, and people who all can log in there as nurses."""
    names = [f"e{number}" for number in range(people)]
    return {
        "vos": [{"vo_id": "V1", "name": "Medicin"}],
        "units": [{"unit_id": "U1", "name": "Avdelning 1", "vo_id": "V1"}],
        "unit_registrations": [{"unit_id": "U1", "system_id": "clinic24"}],
        "roles": [
            {
                "role_id": "R1",
                "catalogue_id": "K1",
                "specialty_id": "S1",
                "profession_id": "Y1",
            }
        ],
        "unit_roles": [{"unit_id": "U1", "role_id": "R1"}],
        "employees": [{"employee_id": one, "given_name": f"Namn {one}"} for one in names],
        "assignments": [{"assignment_id": "A1", "vo_id": "V1"}],
        "assignment_members": [{"assignment_id": "A1", "employee_id": one} for one in names],
        "role_grants": [{"employee_id": one, "role_id": "R1"} for one in names],
    }


def data(tables: Tables) -> DataSet:
    """Return the data set of some tables."""
    return read_tables(tables)


def content(dataset: DataSet) -> dict[str, list[str]]:
    """Return every row of every table with its place, in order: equal for equal data sets."""
    return {table.name: [*map(repr, dataset.entities(table.name))] for table in TABLES}
