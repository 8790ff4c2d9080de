"""Parts of a data set, and the days on which it changes: plain column work, engine by engine alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.model.dataset import DataSet
from graphauth.model.schema import Cell
from graphauth.model.vocabulary import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from graphauth.model.dataset import Codes

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
    people = _known(dataset, employees)
    places = _known(dataset, units)
    members = _rows(dataset, "assignment_members", employee_id=people)
    grants = _rows(dataset, "role_grants", employee_id=people)
    offers = _rows(dataset, "unit_roles", unit_id=places)
    held = dataset["assignment_members"]["assignment_id"][members]
    assignments = _rows(dataset, "assignments", assignment_id=held)
    owned = _rows(dataset, "units", unit_id=places)
    vos = np.union1d(dataset["assignments"]["vo_id"][assignments], dataset["units"]["vo_id"][owned])
    roles = np.union1d(
        dataset["role_grants"]["role_id"][grants],
        dataset["unit_roles"]["role_id"][offers],
    )
    rows = {
        "employees": _rows(dataset, "employees", employee_id=people),
        "assignment_members": members,
        "role_grants": grants,
        "assignments": assignments,
        "vos": _rows(dataset, "vos", vo_id=vos),
        "units": owned,
        "unit_registrations": _rows(dataset, "unit_registrations", unit_id=places),
        "unit_roles": offers,
        "roles": _rows(dataset, "roles", role_id=roles),
    }
    tables = {name: dataset[name] for name in _WHOLE}
    tables |= {name: dataset[name].take(chosen) for name, chosen in rows.items()}
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
    found = np.unique(np.concatenate(days))
    return [int(day) for day in found if first <= day <= last]


def _known(dataset: DataSet, ids: Iterable[str]) -> Codes:
    codes = [dataset.vocabulary.find(one) for one in ids]
    return np.array([code for code in codes if code is not None and code != BLANK], np.int32)


def _rows(dataset: DataSet, table: str, **wanted: Codes) -> NDArray[np.intp]:
    ((column, codes),) = wanted.items()
    return np.flatnonzero(np.isin(dataset[table][column], codes))
