"""A data set compiled: ids as small integers in byte order, relations as united, dated links.

Only what is declared is here: a row that names an undeclared node carries nothing, so it is left
out. What a node's own validity says is worked in here, once: a membership counts while the employee
is valid, ownership while the VO is, an offer while the unit is.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.engines.compiled.intervals import Facts, meet, unite
from graphauth.engines.compiled.links import backwards, links_of
from graphauth.engines.compiled.numbers import Numbers
from graphauth.model.schema import Label

if TYPE_CHECKING:
    from graphauth.engines.compiled.intervals import Ints
    from graphauth.engines.compiled.links import Links, Pairs
    from graphauth.model.dataset import DataSet, Table

NUMBERED: Final = (Label.EMPLOYEE, Label.ASSIGNMENT, Label.VO, Label.UNIT, Label.ROLE)


class Relations:
    """Every relation that a ticket rests on; the comments name the clauses of the definition.

    Attributes
    ----------
    members
        Employee to assignment, while the employee is valid (clauses 1 and 2).
    grants
        Employee to role, while the employee is valid (1 and 5).
    owns
        VO to unit, while the VO is valid (3); a row of a unit is its validity too (4).
    offers
        Unit to role, while the unit is valid (4 and 5).
    vos, units
        When VOs and units are valid, keyed by their numbers.
    """

    def __init__(self, dataset: DataSet) -> None:
        self.dataset = dataset
        self.numbers = {label: Numbers(dataset, label) for label in NUMBERED}
        employee, assignment, vo, unit, role = (self.numbers[label] for label in NUMBERED)
        self._employees = self._valid(employee, "employees", "employee_id")
        self.vos = self._valid(vo, "vos", "vo_id")
        self.units = self._valid(unit, "units", "unit_id")
        self.members = self._links(
            "assignment_members", ("employee_id", employee), ("assignment_id", assignment)
        )
        self.grants = self._links("role_grants", ("employee_id", employee), ("role_id", role))
        self.owns = self._links("units", ("vo_id", vo), ("unit_id", unit))
        self.offers = self._links("unit_roles", ("unit_id", unit), ("role_id", role))

    @cached_property
    def members_of(self) -> Pairs:
        """Assignment to employees, whenever."""
        return backwards(self.members, len(self.numbers[Label.ASSIGNMENT]))

    @cached_property
    def holders_of(self) -> Pairs:
        """Role to employees, whenever."""
        return backwards(self.grants, len(self.numbers[Label.ROLE]))

    def role_texts(self, column: str) -> list[str]:
        """Return a column of the roles as texts, by number of the role."""
        rows = self.dataset["roles"]
        order = np.argsort(self.numbers[Label.ROLE].of_code[rows["role_id"]])
        return self.dataset.texts(rows[column][order])

    def registrations(self, system: str) -> Facts:
        """Return the units that are registered at a system, keyed by unit (4)."""
        table, units = self.dataset["unit_registrations"], self.numbers[Label.UNIT]
        code = self.dataset.vocabulary.find(system)
        numbers = units.of_code[table["unit_id"]]
        here = (table["system_id"] == (-1 if code is None else code)) & (numbers >= 0)
        return unite(_dated(table, numbers.astype(np.int64)).take(here))

    def _valid(self, numbers: Numbers, table: str, key: str) -> Facts:
        rows = self.dataset[table]
        return unite(_dated(rows, numbers.of_code[rows[key]].astype(np.int64)))

    def _links(self, name: str, start: tuple[str, Numbers], end: tuple[str, Numbers]) -> Links:
        table = self.dataset[name]
        one = start[1].of_code[table[start[0]]].astype(np.int64)
        other = end[1].of_code[table[end[0]]]
        declared = (one >= 0) & (other >= 0)
        width = max(len(end[1]), 1)
        facts = unite(_dated(table, one * width + other).take(declared))
        _, _, held = meet(facts, self._validity[start[0]], facts.key // width)
        return links_of(held, len(start[1]), len(end[1]))

    @property
    def _validity(self) -> dict[str, Facts]:
        return {"employee_id": self._employees, "vo_id": self.vos, "unit_id": self.units}


def _dated(table: Table, keys: Ints) -> Facts:
    return Facts(keys, table["valid_from"], table["valid_to"])
