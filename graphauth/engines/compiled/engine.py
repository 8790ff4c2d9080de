"""The engine protocol over compiled relations: ids become numbers here, and numbers ids."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphauth.engines.compiled.changed import keeps_doors, relations_after
from graphauth.engines.compiled.filtering import PARTS, Filtering
from graphauth.engines.compiled.many import ManyQuestions
from graphauth.engines.compiled.numbers import coded, numbers_of
from graphauth.engines.compiled.relations import Relations
from graphauth.engines.compiled.single import SingleQuestions
from graphauth.engines.compiled.staffing import staffing
from graphauth.model.answer import Coded, CoverageRow, TicketRow
from graphauth.model.change import changed
from graphauth.model.columns import distinct
from graphauth.model.days import format_day
from graphauth.model.names import name_in
from graphauth.model.question import Filters
from graphauth.model.schema import DECLARED_IN, Label
from graphauth.model.selection import change_days, part_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graphauth.engines.base import Ask
    from graphauth.engines.compiled.doors import Doors
    from graphauth.engines.compiled.intervals import Ints
    from graphauth.engines.compiled.many import TicketArrays
    from graphauth.engines.compiled.staffing import StaffingArrays
    from graphauth.model.change import ChangeSet
    from graphauth.model.dataset import DataSet
    from graphauth.model.entities import System


class _Prepared(NamedTuple):
    """What answers about one system; `roles` has the number of each role that a ticket may name."""

    doors: Doors
    roles: Mapping[str, int]
    single: SingleQuestions
    many: ManyQuestions


class CompiledEngine:
    """Answers from sorted integer arrays with day intervals; no day is compiled in.

    Parameters
    ----------
    dataset
        The data; it is never changed.
    relations
        The same data compiled, where that has been done before.

    Examples
    --------
    >>> from graphauth.model.dataset import empty_dataset
    >>> CompiledEngine(empty_dataset()).check("clinic24", "anna", "ward", "nurse", 739943)
    False
    """

    name = "compiled"

    def __init__(self, dataset: DataSet, relations: Relations | None = None) -> None:
        self.dataset = dataset
        self._relations = relations or Relations(dataset)
        self._systems = dataset.systems()
        self._prepared: dict[str, _Prepared] = {}
        numbers = self._relations.numbers
        self._employees, self._units = numbers[Label.EMPLOYEE], numbers[Label.UNIT]
        self._roles = [*numbers[Label.ROLE].ids, ""]
        self._vos = [*numbers[Label.VO].ids, ""]
        parts = [[*self._relations.role_texts(column), ""] for column in PARTS.values()]
        self._parts: list[tuple[str, str, str]] = list(zip(*parts, strict=True))

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""

    def systems(self) -> Mapping[str, System]:
        """Return the declared systems by id."""
        return self._systems

    def declares(self, label: Label, node_id: str) -> bool:
        """Whether a table declares the id as that kind of node."""
        if label in self._relations.numbers:
            return node_id in self._relations.numbers[label].number
        table, code = DECLARED_IN[label], self.dataset.vocabulary.find(node_id)
        return bool(code) and bool(np.any(self.dataset[table.name][table.key[0]] == code))

    def declared(self, label: Label) -> Iterable[str]:
        """Return the ids that are declared as that kind of node."""
        if label in self._relations.numbers:
            return self._relations.numbers[label].ids
        table = DECLARED_IN[label]
        return self.dataset.texts(distinct(self.dataset[table.name][table.key[0]]))

    def name_of(self, label: Label, node_id: str, day: int) -> str:
        """Return a node's name, for people to read."""
        table, code = DECLARED_IN[label], self.dataset.vocabulary.find(node_id)
        rows = self.dataset[table.name]
        found = rows.where(table.key[0], np.array([-1 if code is None else code], np.int32))
        if not len(found):
            return ""
        valid = [row for row in found if self._row_holds(table.name, int(row), day)]
        return name_in(self.dataset.entity(table.name, int((valid or found)[0])))

    def role_parts(self, label: Label) -> frozenset[str]:
        """Return the specialties, professions or capabilities that declared roles name."""
        codes = distinct(self.dataset["roles"][DECLARED_IN[label].key[0]])
        return frozenset(text for text in self.dataset.texts(codes) if text)

    def check(self, system: str, employee: str, unit: str, role: str, day: int) -> bool:
        """Whether the ticket holds at the day."""
        asked = self._prepared.get(system) or self._prepare(system)
        try:
            numbers = self._employees.number[employee], self._units.number[unit], asked.roles[role]
        except KeyError:
            return False
        return asked.single.check(*numbers, day)

    def check_many(self, system: str, asks: Sequence[Ask], day: int) -> list[bool]:
        """Answer a batch: as long as `asks`, in its order."""
        asked = self._prepared.get(system) or self._prepare(system)
        wanted = (self._employees.number, self._units.number, asked.roles)
        employee, unit, role = (
            numbers_of(map(itemgetter(place), asks), number, len(asks))
            for place, number in enumerate(wanted)
        )
        known = np.flatnonzero((employee >= 0) & (unit >= 0) & (role >= 0))
        decisions = np.zeros(len(asks), np.bool_)
        decisions[known] = asked.many.check(employee[known], unit[known], role[known], day)
        return decisions.tolist()

    def tickets(self, system: str, employee: str, day: int) -> list[TicketRow]:
        """Return an employee's tickets, sorted by unit and role."""
        asked = self._prepared.get(system) or self._prepare(system)
        number = self._employees.number.get(employee)
        if number is None:
            return []
        units, roles, vos, parts = self._units.ids, self._roles, self._vos, self._parts
        found = asked.single.tickets(number, day)
        if not asked.doors.system.requires_role:
            found = [(unit, -1, vo, until) for unit, _, vo, until in found]
        return [
            TicketRow(employee, units[unit], roles[role], vos[vo], *parts[role], until)
            for unit, role, vo, until in found
        ]

    def who(self, system: str, unit: str, role: str | None, day: int) -> list[TicketRow]:
        """Return a unit's tickets, sorted by employee and role."""
        if role is None:
            return list(self.matrix(system, day, Filters(units=frozenset({unit}))))
        asked = self._prepared.get(system) or self._prepare(system)
        at, as_ = self._units.number.get(unit), asked.roles.get(role)
        if at is None or as_ is None:
            return []
        ids, vos, parts = self._employees.ids, self._vos, self._parts[as_ if role else -1]
        return [
            TicketRow(ids[employee], unit, role, vos[vo], *parts, until)
            for employee, _, vo, until in asked.single.who(at, as_, day)
        ]

    def matrix(self, system: str, day: int, filters: Filters) -> Iterator[TicketRow]:
        """Yield every ticket that passes, sorted by employee, unit and role."""
        roles, vos, parts = self._roles, self._vos, self._parts
        for found in self.matrix_arrays(system, day, filters):
            employees, units = self._employees.texts(found.employee), self._units.texts(found.unit)
            numbers = (column.tolist() for column in found[2:])
            for employee, unit, r, v, until in zip(employees, units, *numbers, strict=True):
                s, p, c = parts[r]
                yield TicketRow(employee, unit, roles[r], vos[v], s, p, c, until)

    def matrix_pages(self, system: str, day: int, filters: Filters) -> Iterator[list[Coded]]:
        """Yield the matrix by the column, some employees at a time."""
        parts = [list(texts) for texts in zip(*self._parts, strict=True)]
        for found in self.matrix_arrays(system, day, filters):
            days, until = np.unique(found.until, return_inverse=True)
            yield [
                coded(found.employee, self._employees.ids),
                coded(found.unit, self._units.ids),
                coded(found.role, self._roles),
                coded(found.vo, self._vos),
                *(coded(found.role, texts) for texts in parts),
                Coded(until, [format_day(day) for day in days.tolist()]),
            ]

    def matrix_arrays(self, system: str, day: int, filters: Filters) -> Iterator[TicketArrays]:
        """Yield the matrix as arrays of numbers, some employees at a time, in its order.

        A role is -1 where the system has none. The ids behind the numbers are those that are
        declared, in byte order.
        """
        asked = self._prepared.get(system) or self._prepare(system)
        filtering = Filtering(self._relations, filters, day)
        for found in asked.many.tickets(filtering.chosen(asked.doors), day):
            shown = found
            if not asked.doors.system.requires_role:
                shown = found._replace(role=np.full(len(found.role), -1, np.int32))
            if filtering.vos is not None or filtering.roles is not None:
                shown = shown.take(filtering.passes(shown.unit, shown.role, shown.vo))
            yield shown

    def codes(self, label: Label) -> Ints:
        """Return the vocabulary codes of the declared ids of a kind, in byte order of the ids."""
        return self._relations.numbers[label].codes

    def count(self, system: str, day: int, filters: Filters) -> int:
        """Count the tickets that pass; without filters on VOs none of them is laid out."""
        filtering = Filtering(self._relations, filters, day)
        if filtering.vos is not None:
            return sum(len(found.unit) for found in self.matrix_arrays(system, day, filters))
        asked = self._prepared.get(system) or self._prepare(system)
        return asked.many.count(filtering.chosen(asked.doors), day)

    def coverage(self, system: str | None, day: int, filters: Filters) -> Iterator[CoverageRow]:
        """Yield the staffing of every unit × role that passes, sorted by unit and role."""
        units, roles, vos = self._units.ids, self._roles, self._vos
        found = self.coverage_arrays(system, day, filters)
        for u, r, v, holders, able in zip(*(column.tolist() for column in found), strict=True):
            yield CoverageRow(units[u], roles[r], vos[v], holders, able)

    def coverage_arrays(self, system: str | None, day: int, filters: Filters) -> StaffingArrays:
        """Return the coverage as arrays of numbers, in its order; a VO is -1 where none is valid."""
        asked = None if system is None else self._prepared.get(system) or self._prepare(system)
        through = None if asked is None else (asked.doors, asked.many)
        return staffing(self._relations, through, day, filters)

    def changes(self, first: int, last: int) -> list[int]:
        """Return the days on which anything starts to hold, or ceases to."""
        return change_days(self.dataset, first, last)

    def part(self, employees: Iterable[str], units: Iterable[str]) -> DataSet:
        """Return the rows that a question about these can rest on."""
        return part_of(self.dataset, employees, units)

    def changed(self, change: ChangeSet) -> CompiledEngine:
        """Return an engine over the changed data; this one stays as it is.

        It answers as one that is compiled anew, but makes anew only what the change touches: a
        grant or a membership costs a copy of its arrays, not a compilation.

        Raises
        ------
        ChangeRefusedError
            When the change doesn't fit the data.
        """
        dataset = changed(self.dataset, change)
        after = CompiledEngine(dataset, relations_after(self._relations, dataset, change))
        if keeps_doors(change):
            for system, prepared in self._prepared.items():
                after._prepare(system, prepared.doors)
        return after

    def _prepare(self, system: str, doors: Doors | None = None) -> _Prepared:
        asked = self._systems[system]
        doors = doors or self._relations.doors(asked)
        roles = self._relations.numbers[Label.ROLE].number if asked.requires_role else {"": 0}
        single, many = (
            SingleQuestions(self._relations, doors),
            ManyQuestions(self._relations, doors),
        )
        self._prepared[system] = _Prepared(doors, roles, single, many)
        return self._prepared[system]

    def _row_holds(self, table: str, row: int, day: int) -> bool:
        rows = self.dataset[table]
        if not rows.schema.is_dated:
            return True
        return bool(rows["valid_from"][row] <= day <= rows["valid_to"][row])
