"""What every scene is computed from: an engine, a system, a day, and the names of things."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from graphauth.errors import UsageError
from graphauth.i18n import message
from graphauth.model.entities import VO, Dated, Role, Unit
from graphauth.model.schema import Label
from graphauth.questions.held import held
from graphauth.questions.validate import system_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from graphauth.engines.base import Engine
    from graphauth.model.dataset import DataSet
    from graphauth.model.entities import System


class RoleParts(NamedTuple):
    """The catalogue and the parts of a role; blank where it is not known, or has none."""

    catalogue: str = ""
    specialty: str = ""
    profession: str = ""
    capability: str = ""


class Sight:
    """A view of the data on a day.

    Parameters
    ----------
    data
        What the data were read from, as people know it.
    skipped
        Rows left out because of errors.

    Raises
    ------
    UnknownIdError
        When the system is not declared.
    """

    def __init__(
        self, engine: Engine, system: str, on: date, data: tuple[str, ...] = (), skipped: int = 0
    ) -> None:
        self.engine = engine
        self.system: System = system_named(engine, system)
        self.on = on
        self.day = on.toordinal()
        self.data = data
        self.skipped = skipped
        self._names: dict[tuple[Label, str], str] = {}

    def over_everything(self) -> Sight:
        """Return the same view over an engine that holds its data, for a scene that needs it all."""
        return Sight(held(self.engine), self.system.system_id, self.on, self.data, self.skipped)

    def name(self, label: Label, node_id: str) -> str:
        """Return a node's name, else its id."""
        key = label, node_id
        if key not in self._names:
            known = self.engine.name_of(label, node_id, self.day) if node_id else ""
            self._names[key] = known or node_id
        return self._names[key]

    def require_roles(self) -> None:
        """Raise `UsageError` where the system has no roles: then there is no staffing to draw."""
        if not self.system.requires_role:
            raise UsageError(
                message(
                    "`{system}` has no roles, so no staffing to draw: name a system that has",
                    system=self.system.system_id,
                )
            )

    @cached_property
    def whole(self) -> DataSet:
        """The data set, or what an engine that holds none in memory hands out of it."""
        held: DataSet | None = getattr(self.engine, "dataset", None)
        if held is not None:
            return held
        engine = self.engine
        return engine.part(engine.declared(Label.EMPLOYEE), engine.declared(Label.UNIT))

    @cached_property
    def roles(self) -> dict[str, RoleParts]:
        """The parts of every declared role, by id, in byte order."""
        known = {
            row.role_id: RoleParts(
                row.catalogue_id, row.specialty_id, row.profession_id, row.capability_id
            )
            for row in self.whole.entities("roles")
            if isinstance(row, Role)
        }
        return {
            one: known.get(one, RoleParts()) for one in sorted(self.engine.declared(Label.ROLE))
        }

    @cached_property
    def vos(self) -> dict[str, VO]:
        """The VOs that are valid on the day, by id, each by the first row that is."""
        return _first((row.vo_id, row) for row in self._valid("vos") if isinstance(row, VO))

    @cached_property
    def owners(self) -> dict[str, str]:
        """The first valid owner, in byte order, of every valid unit; blank where none is valid."""
        found: dict[str, list[str]] = {}
        for row in self._valid("units"):
            if isinstance(row, Unit):
                found.setdefault(row.unit_id, []).append(row.vo_id)
        return {
            unit: min((vo for vo in found[unit] if vo in self.vos), default="")
            for unit in sorted(found)
        }

    def _valid(self, table: str) -> Iterator[Dated]:
        for row in self.whole.entities(table):
            if isinstance(row, Dated) and self._holds(row):
                yield row

    def _holds(self, row: Dated) -> bool:
        begun = row.valid_from is None or row.valid_from <= self.on
        return begun and (row.valid_to is None or self.on <= row.valid_to)


def _first(pairs: Iterable[tuple[str, VO]]) -> dict[str, VO]:
    found: dict[str, VO] = {}
    for key, row in pairs:
        found.setdefault(key, row)
    return dict(sorted(found.items()))
