"""The engine protocol over compiled relations: a question is a few joins of whole arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.engines.compiled.reach import Reach
from graphauth.engines.compiled.relations import Relations
from graphauth.engines.compiled.tickets import TicketArrays, TicketFinder
from graphauth.model.answer import CoverageRow, TicketRow
from graphauth.model.names import name_in
from graphauth.model.question import EVERYTHING, Filters
from graphauth.model.schema import DECLARED_IN, Label
from graphauth.model.selection import change_days, part_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from graphauth.engines.base import Ask
    from graphauth.engines.compiled.intervals import Ints
    from graphauth.model.dataset import DataSet
    from graphauth.model.entities import System

_CHUNK: Final = 20_000
"""So many employees are joined at a time: it bounds memory, and a chunk's arrays fit the caches."""
_PARTS: Final = {
    Label.SPECIALTY: "specialty_id",
    Label.PROFESSION: "profession_id",
    Label.CAPABILITY: "capability_id",
}


class CompiledEngine:
    """Answers from sorted integer arrays with day intervals; no day is compiled in.

    Parameters
    ----------
    dataset
        The data; it is never changed.

    Examples
    --------
    >>> from graphauth.model.dataset import empty_dataset
    >>> CompiledEngine(empty_dataset()).check("clinic24", "anna", "ward", "nurse", 739943)
    False
    """

    name = "compiled"

    def __init__(self, dataset: DataSet) -> None:
        self.dataset = dataset
        self._relations = Relations(dataset)
        self._numbers = self._relations.numbers
        self._systems = dataset.systems()
        self._finders: dict[str, TicketFinder] = {}
        self._role_parts = self._parts_of_roles()

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""

    def systems(self) -> Mapping[str, System]:
        """Return the declared systems by id."""
        return self._systems

    def declares(self, label: Label, node_id: str) -> bool:
        """Whether a table declares the id as that kind of node."""
        if label in self._numbers:
            return node_id in self._numbers[label].number
        return node_id in set(self.declared(label))

    def declared(self, label: Label) -> Iterable[str]:
        """Return the ids that are declared as that kind of node."""
        if label in self._numbers:
            return self._numbers[label].ids
        table = DECLARED_IN[label]
        return self.dataset.texts(np.unique(self.dataset[table.name][table.key[0]]))

    def name_of(self, label: Label, node_id: str, day: int) -> str:
        """Return a node's name, for people to read."""
        table, code = DECLARED_IN[label], self.dataset.vocabulary.find(node_id)
        rows = self.dataset[table.name]
        found = np.flatnonzero(rows[table.key[0]] == (-1 if code is None else code))
        if not len(found):
            return ""
        valid = [row for row in found if self._row_holds(table.name, int(row), day)]
        return name_in(self.dataset.entity(table.name, int((valid or found)[0])))

    def role_parts(self, label: Label) -> frozenset[str]:
        """Return the specialties, professions or capabilities that declared roles name."""
        codes = np.unique(self.dataset["roles"][_PARTS[label]])
        return frozenset(text for text in self.dataset.texts(codes) if text)

    def check(self, system: str, employee: str, unit: str, role: str, day: int) -> bool:
        """Whether the ticket holds at the day."""
        units = self._one(Label.UNIT, unit)
        found = self._finder(system).tickets(self._one(Label.EMPLOYEE, employee), day, units)
        wanted = self._numbers[Label.ROLE].number.get(role, -2) if role else -1
        return bool(np.any(found.role == wanted)) and self._takes(system, role)

    def check_many(self, system: str, asks: Sequence[Ask], day: int) -> list[bool]:
        """Answer a batch: the tickets of all employees asked about, looked up."""
        people = frozenset(ask.employee for ask in asks)
        held = {row[:3] for row in self.matrix(system, day, Filters(employees=people))}
        return [tuple(ask) in held for ask in asks]

    def tickets(self, system: str, employee: str, day: int) -> list[TicketRow]:
        """Return an employee's tickets, sorted by unit and role."""
        found = self._finder(system).tickets(self._one(Label.EMPLOYEE, employee), day)
        return list(self._rows(found))

    def who(self, system: str, unit: str, role: str | None, day: int) -> list[TicketRow]:
        """Return a unit's tickets, sorted by employee and role."""
        roles = None if role is None else frozenset({role})
        return list(self.matrix(system, day, Filters(units=frozenset({unit}), roles=roles)))

    def matrix(self, system: str, day: int, filters: Filters) -> Iterator[TicketRow]:
        """Yield every ticket that passes, sorted by employee, unit and role."""
        for found in self.matrix_arrays(system, day, filters):
            yield from self._rows(found)

    def matrix_arrays(self, system: str, day: int, filters: Filters) -> Iterator[TicketArrays]:
        """Yield the matrix as arrays of numbers, some employees at a time, in its order."""
        finder = self._finder(system)
        units = None if filters.units is None else self._chosen(Label.UNIT, filters.units)
        people = self._people(filters)
        if units is not None:
            people = np.intersect1d(people, finder.people_at(units))
        for begin in range(0, len(people), _CHUNK):
            found = finder.tickets(people[begin : begin + _CHUNK], day, units)
            if filters != EVERYTHING:
                found = found.take(self._passes(found.unit, found.role, found.vo, day, filters))
            yield found

    def coverage(self, system: str | None, day: int, filters: Filters) -> Iterator[CoverageRow]:
        """Yield the staffing of every unit × role that passes, sorted by unit and role."""
        offers, width = self._relations.offers, max(len(self._numbers[Label.ROLE]), 1)
        now = offers.key[offers.at(day)]
        unit, role = np.divmod(now, width)
        valid = self._valid_at(Label.UNIT, day)[unit]
        now, unit, role = now[valid], unit[valid], role[valid]
        vo, holders = self._owners(day)[unit], self._holders(day)[role]
        able = self._able(system, day, now, width)
        kept = self._passes(unit, role, vo, day, filters)
        units, roles = self._numbers[Label.UNIT].ids, self._numbers[Label.ROLE].ids
        vos = [*self._numbers[Label.VO].ids, ""]
        columns = (column[kept].tolist() for column in (unit, role, vo, holders, able))
        for u, r, v, held, can in zip(*columns, strict=True):
            yield CoverageRow(units[u], roles[r], vos[v], held, can)

    def changes(self, first: int, last: int) -> list[int]:
        """Return the days on which anything starts to hold, or ceases to."""
        return change_days(self.dataset, first, last)

    def part(self, employees: Iterable[str], units: Iterable[str]) -> DataSet:
        """Return the rows that a question about these can rest on."""
        return part_of(self.dataset, employees, units)

    def _finder(self, system: str) -> TicketFinder:
        if system not in self._finders:
            asked = self._systems[system]
            reach = Reach(self.dataset, self._relations, asked)
            self._finders[system] = TicketFinder(self._relations, reach, roles=asked.requires_role)
        return self._finders[system]

    def _takes(self, system: str, role: str) -> bool:
        return self._systems[system].requires_role == bool(role)

    def _one(self, label: Label, node_id: str) -> Ints:
        return self._chosen(label, (node_id,))

    def _chosen(self, label: Label, ids: Iterable[str]) -> Ints:
        known = self._numbers[label].number
        return np.array(sorted(known[one] for one in ids if one in known), np.int64)

    def _people(self, filters: Filters) -> Ints:
        if filters.employees is None:
            return np.arange(len(self._numbers[Label.EMPLOYEE]), dtype=np.int64)
        return self._chosen(Label.EMPLOYEE, filters.employees)

    def _rows(self, found: TicketArrays) -> Iterator[TicketRow]:
        employees, units = self._numbers[Label.EMPLOYEE].ids, self._numbers[Label.UNIT].ids
        roles, vos = [*self._numbers[Label.ROLE].ids, ""], self._numbers[Label.VO].ids
        parts = self._role_parts
        for e, u, r, v, until in zip(*(column.tolist() for column in found), strict=True):
            specialty, profession, capability = parts[r]
            yield TicketRow(
                employees[e], units[u], roles[r], vos[v], specialty, profession, capability, until
            )

    def _parts_of_roles(self) -> list[tuple[str, str, str]]:
        """Return the three parts of every role by number; blank ones for the role -1, at the end."""
        rows = self.dataset["roles"]
        order = np.argsort(self._numbers[Label.ROLE].of_code[rows["role_id"]])
        texts = (self.dataset.texts(rows[column][order]) for column in _PARTS.values())
        specialties, professions, capabilities = texts
        return [*zip(specialties, professions, capabilities, strict=True), ("", "", "")]

    def _passes(
        self, unit: Ints, role: Ints, vo: Ints, day: int, filters: Filters
    ) -> NDArray[np.bool_]:
        """Return which rows pass the filters on what they show; employees are chosen before."""
        kept = np.ones(len(unit), np.bool_)
        if filters.units is not None:
            kept &= np.isin(unit, self._chosen(Label.UNIT, filters.units))
        if filters.vos is not None:
            ids = [*self._chosen(Label.VO, filters.vos), *([-1] if "" in filters.vos else [])]
            kept &= np.isin(vo, ids)
        if filters.providers is not None:
            kept &= np.isin(vo, self._vos_of(filters.providers, day))
        if filters.roles is not None:
            ids = [*self._chosen(Label.ROLE, filters.roles), *([-1] if "" in filters.roles else [])]
            kept &= np.isin(role, ids)
        for place, ids_asked in enumerate(
            (filters.specialties, filters.professions, filters.capabilities)
        ):
            if ids_asked is not None:
                passing = np.array([parts[place] in ids_asked for parts in self._role_parts])
                kept &= passing[role]
        return kept

    def _vos_of(self, providers: Iterable[str], day: int) -> Ints:
        rows = self.dataset["vos"]
        codes = [self.dataset.vocabulary.find(one) for one in providers]
        named = np.isin(rows["provider_id"], [code for code in codes if code is not None])
        named &= (rows["valid_from"] <= day) & (day <= rows["valid_to"])
        return self._numbers[Label.VO].of_code[rows["vo_id"][named]]

    def _valid_at(self, label: Label, day: int) -> NDArray[np.bool_]:
        facts = {
            Label.EMPLOYEE: self._relations.employees,
            Label.VO: self._relations.vos,
            Label.UNIT: self._relations.units,
        }[label]
        valid = np.zeros(len(self._numbers[label]), np.bool_)
        valid[facts.key[facts.at(day)]] = True
        return valid

    def _owners(self, day: int) -> Ints:
        """Return each unit's first valid owner in byte order; -1 where none is."""
        units, vos = len(self._numbers[Label.UNIT]), len(self._numbers[Label.VO])
        owns = self._relations.owns
        vo, unit = np.divmod(owns.key[owns.at(day)], max(units, 1))
        valid = self._valid_at(Label.VO, day)[vo]
        owner = np.full(units, vos, np.int64)
        np.minimum.at(owner, unit[valid], vo[valid])
        return np.where(owner == vos, -1, owner)

    def _holders(self, day: int) -> Ints:
        grants, roles = self._relations.grants, len(self._numbers[Label.ROLE])
        employee, role = np.divmod(grants.key[grants.at(day)], max(roles, 1))
        valid = self._valid_at(Label.EMPLOYEE, day)[employee]
        return np.bincount(role[valid], minlength=roles).astype(np.int64)

    def _able(self, system: str | None, day: int, offered: Ints, width: int) -> Ints:
        able = np.zeros(len(offered), np.int64)
        if system is None or not self._systems[system].requires_role or not len(offered):
            return able
        for found in self.matrix_arrays(system, day, EVERYTHING):
            np.add.at(able, np.searchsorted(offered, found.unit * width + found.role), 1)
        return able

    def _row_holds(self, table: str, row: int, day: int) -> bool:
        rows = self.dataset[table]
        if not rows.schema.is_dated:
            return True
        return bool(rows["valid_from"][row] <= day <= rows["valid_to"][row])
