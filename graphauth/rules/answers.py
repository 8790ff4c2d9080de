"""What an engine says of tickets and staffing, as vocabulary codes, for rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

import numpy as np

from graphauth.model.question import EVERYTHING
from graphauth.model.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.engines.base import Engine
    from graphauth.model.dataset import DataSet
    from graphauth.model.question import Filters
    from graphauth.rules.arrays import Column, Ints


class Staffing(NamedTuple):
    """The staffing of every unit-role at a system, as codes, in byte order of (unit, role)."""

    unit: Ints
    role: Ints
    vo: Ints
    holders: Ints
    able: Ints


class Choices(NamedTuple):
    """Every ticket at a system, as int32 codes; role 0 where the system has none.

    A region has a hundred thousand, the country fourteen million: count, don't sort.
    """

    employee: Column
    unit: Column
    role: Column


@runtime_checkable
class LaysOutArrays(Protocol):
    """An engine that hands out the matrix as numbers of the declared ids in byte order."""

    def matrix_arrays(
        self, system: str, day: int, filters: Filters
    ) -> Iterator[tuple[Ints, Ints, Ints, Ints, Ints]]:
        """Yield (employee, unit, role, VO, until), some employees at a time; a role may be -1."""
        ...

    def codes(self, label: Label) -> Ints:
        """Return the vocabulary codes of the declared ids, in byte order of the ids."""
        ...

    def coverage_arrays(
        self, system: str | None, day: int, filters: Filters
    ) -> tuple[Column, Column, Column, Column, Column]:
        """Return (unit, role, VO, holders, able); a VO may be -1."""
        ...


def staffing_of(engine: Engine, dataset: DataSet, system: str, day: int) -> Staffing:
    """Return the staffing of every valid unit and every declared role that it validly offers."""
    if isinstance(engine, LaysOutArrays):
        unit, role, vo, holders, able = engine.coverage_arrays(system, day, EVERYTHING)
        return Staffing(
            _codes(engine, Label.UNIT)[unit],
            _codes(engine, Label.ROLE)[role],
            _codes(engine, Label.VO)[vo],
            holders,
            able,
        )
    code = dataset.vocabulary.codes
    rows = [
        (code[row.unit_id], code[row.role_id], code[row.vo_id], row.holders, row.able)
        for row in engine.coverage(system, day, EVERYTHING)
    ]
    return Staffing(*np.array(rows, np.int64).reshape(-1, 5).T)


def choices_of(engine: Engine, dataset: DataSet, system: str, day: int) -> Choices:
    """Return every ticket: who can log in where, and as what."""
    if isinstance(engine, LaysOutArrays):
        return _choices_of_arrays(engine, system, day)
    code = dataset.vocabulary.codes
    rows = [
        (code[row.employee_id], code[row.unit_id], code[row.role_id])
        for row in engine.matrix(system, day, EVERYTHING)
    ]
    return Choices(*np.array(rows, np.int32).reshape(-1, 3).T)


def _choices_of_arrays(engine: LaysOutArrays, system: str, day: int) -> Choices:
    codes = [_codes(engine, one) for one in (Label.EMPLOYEE, Label.UNIT, Label.ROLE)]
    pages = [
        [code[number] for code, number in zip(codes, page[:3], strict=True)]
        for page in engine.matrix_arrays(system, day, EVERYTHING)
    ]
    if not pages:
        return Choices(*(np.empty(0, np.int32),) * 3)
    return Choices(*(np.concatenate(column) for column in zip(*pages, strict=True)))


def _codes(engine: LaysOutArrays, label: Label) -> Column:
    """Return the code of each number of a label, and blank's at the end, for -1."""
    return np.append(engine.codes(label), 0).astype(np.int32)
