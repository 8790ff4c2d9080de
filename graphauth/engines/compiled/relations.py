"""A data set compiled: ids as small integers in byte order, relations as united, dated links.

Only what is declared is here: a row that names an undeclared node carries nothing, so it is left
out. What a node's own validity says is worked in here, once: a membership counts while the employee
is valid, ownership while the VO is, an offer while the unit is.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.engines.compiled.doors import Doors
from graphauth.engines.compiled.intervals import Facts, meet, unite
from graphauth.engines.compiled.links import always, backwards, links_of
from graphauth.engines.compiled.numbers import Numbers
from graphauth.model.schema import DECLARED_IN, Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphauth.engines.compiled.intervals import Ints
    from graphauth.engines.compiled.links import Links, Pairs
    from graphauth.model.dataset import DataSet, Table
    from graphauth.model.entities import System

NUMBERED: Final = (Label.EMPLOYEE, Label.ASSIGNMENT, Label.VO, Label.UNIT, Label.ROLE)
RELATED: Final[Mapping[str, tuple[Label, Label]]] = {
    "assignment_members": (Label.EMPLOYEE, Label.ASSIGNMENT),
    "role_grants": (Label.EMPLOYEE, Label.ROLE),
    "units": (Label.VO, Label.UNIT),
    "unit_roles": (Label.UNIT, Label.ROLE),
}
"""The dated relations: the table, and what it relates to what."""


class Relations:
    """Every relation that a ticket rests on; the numbers are those of the definition's clauses."""

    def __init__(self, dataset: DataSet) -> None:
        self.dataset = dataset

    @cached_property
    def numbers(self) -> Mapping[Label, Numbers]:
        """The declared nodes of each kind."""
        return {label: Numbers(self.dataset, label) for label in NUMBERED}

    @cached_property
    def members(self) -> Links:
        """Employee to assignment, while the employee is valid (1 and 2)."""
        return self._links("assignment_members")

    @cached_property
    def grants(self) -> Links:
        """Employee to role, while the employee is valid (1 and 5)."""
        return self._links("role_grants")

    @cached_property
    def owns(self) -> Links:
        """VO to unit, while the VO is valid (3); a row of a unit is its validity too (4)."""
        return self._links("units")

    @cached_property
    def offers(self) -> Links:
        """Unit to role, while the unit is valid (4 and 5)."""
        return self._links("unit_roles")

    @cached_property
    def members_of(self) -> Pairs:
        """Assignment to employees, whenever."""
        return backwards(self.members, len(self.numbers[Label.ASSIGNMENT]))

    @cached_property
    def holders_of(self) -> Pairs:
        """Role to employees, whenever."""
        return backwards(self.grants, len(self.numbers[Label.ROLE]))

    def doors(self, system: System) -> Doors:
        """Return the doors of a system."""
        return Doors(self, system)

    def registrations(self, system: str) -> Facts:
        """Return the units that are registered at a system, keyed by unit (4)."""
        table, code = self.dataset["unit_registrations"], self.dataset.vocabulary.find(system)
        numbers = self.numbers[Label.UNIT].of(table["unit_id"])
        here = (table["system_id"] == (-1 if code is None else code)) & (numbers >= 0)
        return unite(_dated(table, numbers).take(here))

    def role_texts(self, column: str) -> list[str]:
        """Return a column of the roles as texts, by number of the role."""
        rows = self.dataset["roles"]
        order = np.argsort(self.numbers[Label.ROLE].of(rows["role_id"]))
        return self.dataset.texts(rows[column][order].tolist())

    def granted(self, system: System) -> Links:
        """Return who has which role; where a system has no roles, everybody has role 0, always."""
        if system.requires_role:
            return self.grants
        return always(len(self.numbers[Label.EMPLOYEE]))

    def facts(self, name: str, starts: Ints | None = None) -> Facts:
        """Return a table's relation while its start is valid, keyed by ``start * ends + end``.

        Parameters
        ----------
        starts
            Only these starts, by number; None for all.
        """
        start, end = RELATED[name]
        table = self._rows(name, start, starts)
        one, other = (
            self.numbers[label].of(table[DECLARED_IN[label].key[0]]) for label in (start, end)
        )
        declared = (one >= 0) & (other >= 0)
        width = max(len(self.numbers[end]), 1)
        facts = unite(_dated(table, one.astype(np.int64) * width + other).take(declared))
        return meet(facts, self._valid(start, starts), facts.key // width)[2]

    def _links(self, name: str) -> Links:
        start, end = RELATED[name]
        return links_of(self.facts(name), len(self.numbers[start]), len(self.numbers[end]))

    def _valid(self, label: Label, starts: Ints | None) -> Facts:
        """Return when nodes of a kind are valid, keyed by their numbers."""
        declaring = DECLARED_IN[label]
        rows = self._rows(declaring.name, label, starts)
        return unite(_dated(rows, self.numbers[label].of(rows[declaring.key[0]])))

    def _rows(self, name: str, label: Label, starts: Ints | None) -> Table:
        table = self.dataset[name]
        if starts is None:
            return table
        codes = self.numbers[label].codes[starts]
        return table.take(table.where(DECLARED_IN[label].key[0], codes.astype(np.int32)))


def _dated(table: Table, keys: Ints) -> Facts:
    return Facts(keys.astype(np.int64), table["valid_from"], table["valid_to"])
