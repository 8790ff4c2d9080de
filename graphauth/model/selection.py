"""Parts of a data set, and the days on which it changes: plain column work, engine by engine alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.model.columns import distinct
from graphauth.model.dataset import DataSet
from graphauth.model.schema import Cell
from graphauth.model.vocabulary import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphauth.model.dataset import Codes, Table

_WHOLE: Final = (
    "systems",
    "providers",
    "catalogues",
    "specialties",
    "professions",
    "capabilities",
)


def part_of(dataset: DataSet, employees: Iterable[str], units: Iterable[str]) -> DataSet:
    """Return the rows that a question about these employees and units can rest on.

    See Also
    --------
    graphauth.engines.base.Engine.part : what is promised of it.
    """
    people = {"employee_id": _known(dataset, employees)}
    places = {"unit_id": _known(dataset, units)}
    members = _taken(dataset, "assignment_members", people)
    grants, offers = _taken(dataset, "role_grants", people), _taken(dataset, "unit_roles", places)
    assignments = _taken(dataset, "assignments", {"assignment_id": members["assignment_id"]})
    owned = _taken(dataset, "units", places)
    taken = (
        _taken(dataset, "employees", people),
        members,
        grants,
        assignments,
        _taken(dataset, "vos", {"vo_id": np.union1d(assignments["vo_id"], owned["vo_id"])}),
        owned,
        _taken(dataset, "unit_registrations", places),
        offers,
        _taken(dataset, "roles", {"role_id": np.union1d(grants["role_id"], offers["role_id"])}),
    )
    tables = {name: dataset[name] for name in _WHOLE}
    tables |= {table.schema.name: table for table in taken}
    return DataSet(tables, dataset.vocabulary, dataset.files, skipped=dataset.skipped)


def change_days(dataset: DataSet, first: int, last: int) -> list[int]:
    """Return the days in ``first..last`` on which a row starts to hold, or no longer holds.

    See Also
    --------
    graphauth.engines.base.Engine.changes : what is promised of it.
    """
    days = [
        table[column.name] + (column.cell is Cell.TO)
        for table in dataset.tables.values()
        for column in table.schema.columns
        if column.cell in (Cell.FROM, Cell.TO)
    ]
    found = distinct(np.concatenate(days))
    return [int(day) for day in found if first <= day <= last]


def _known(dataset: DataSet, ids: Iterable[str]) -> Codes:
    codes = [dataset.vocabulary.find(one) for one in ids]
    return np.array([code for code in codes if code is not None and code != BLANK], np.int32)


def _taken(dataset: DataSet, table: str, wanted: Mapping[str, Codes]) -> Table:
    ((column, codes),) = wanted.items()
    rows = dataset[table]
    return rows.take(rows.where(column, codes))
