"""A data set compiled: ids as small integers in byte order, relations as united facts.

Only what is declared is here: a row that names an undeclared node carries nothing, so it is left
out. A relation from a to b has the key ``a * (number of b) + b``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.engines.compiled.intervals import Facts, unite
from graphauth.model.days import FIRST_DAY, LAST_DAY
from graphauth.model.schema import DECLARED_IN, Label

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from graphauth.engines.compiled.intervals import Ints
    from graphauth.model.dataset import DataSet, Table

_NUMBERED: Final = (Label.EMPLOYEE, Label.ASSIGNMENT, Label.VO, Label.UNIT, Label.ROLE)


class Numbers:
    """The declared ids of one kind of node, numbered in byte order.

    Attributes
    ----------
    ids
        Number to id.
    of_code
        Vocabulary code to number; -1 for what is not declared.
    """

    def __init__(self, dataset: DataSet, label: Label) -> None:
        table = DECLARED_IN[label]
        texts = dataset.vocabulary.texts
        codes = np.unique(dataset[table.name][table.key[0]])
        order = sorted(range(len(codes)), key=lambda one: texts[codes[one]])
        ordered = codes[np.array(order, np.intp)]
        self.ids = [texts[code] for code in ordered]
        self.number = {node_id: number for number, node_id in enumerate(self.ids)}
        self.of_code = np.full(len(texts), -1, np.int64)
        self.of_code[ordered] = np.arange(len(ordered))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.ids)


class Relations:
    """Every relation that a ticket rests on; the comments name `domain.md`'s clauses."""

    def __init__(self, dataset: DataSet) -> None:
        self.numbers = {label: Numbers(dataset, label) for label in _NUMBERED}
        employee, assignment, vo, unit, role = (self.numbers[label] for label in _NUMBERED)
        self.employees = self._valid(dataset, employee, "employees", "employee_id")  # 1
        self.vos = self._valid(dataset, vo, "vos", "vo_id")  # 3
        self.units = self._valid(dataset, unit, "units", "unit_id")  # 4
        self.members = _related(
            dataset["assignment_members"], ("employee_id", employee), ("assignment_id", assignment)
        )  # 2
        self.owns = _related(dataset["units"], ("vo_id", vo), ("unit_id", unit))  # 3
        self.grants = _related(
            dataset["role_grants"], ("employee_id", employee), ("role_id", role)
        )  # 5
        self.offers = _related(dataset["unit_roles"], ("unit_id", unit), ("role_id", role))  # 5

    def _valid(self, dataset: DataSet, numbers: Numbers, table: str, key: str) -> Facts:
        rows = dataset[table]
        return unite(_dated(rows, numbers.of_code[rows[key]]))


def _related(table: Table, start: tuple[str, Numbers], end: tuple[str, Numbers]) -> Facts:
    one = start[1].of_code[table[start[0]]]
    other = end[1].of_code[table[end[0]]]
    declared = (one >= 0) & (other >= 0)
    return unite(_dated(table, one * len(end[1]) + other).take(declared))


def _dated(table: Table, keys: Ints) -> Facts:
    return Facts(keys, table["valid_from"].astype(np.int64), table["valid_to"].astype(np.int64))


def registrations(dataset: DataSet, units: Numbers, system: str) -> Facts:
    """Return the units that are registered at a system, keyed by unit (4)."""
    table = dataset["unit_registrations"]
    numbers = units.of_code[table["unit_id"]]
    here = (table["system_id"] == _code(dataset, system)) & (numbers >= 0)
    return unite(_dated(table, numbers).take(here))


def always(keys: NDArray[np.int64]) -> Facts:
    """Return facts that hold on every day."""
    return Facts(keys, np.full(len(keys), FIRST_DAY), np.full(len(keys), LAST_DAY))


def _code(dataset: DataSet, text: str) -> int:
    found = dataset.vocabulary.find(text)
    return -1 if found is None else found
