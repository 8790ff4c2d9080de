"""The small tables that an engine keeps: systems, and the parts of roles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graphauth.engines.neo4j.restoring import Restoring
from graphauth.model.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphauth.engines.neo4j.connection import Row
    from graphauth.model.entities import System
    from graphauth.model.question import Filters

_PARTS: Final = (Label.SPECIALTY, Label.PROFESSION, Label.CAPABILITY)
_FILTERS: Final = ("specialties", "professions", "capabilities")


@dataclass(frozen=True)
class Reference:
    """Systems by id, and each declared role's specialty, profession and capability."""

    systems: Mapping[str, System]
    roles: Mapping[str, tuple[str, str, str]]

    def role_parts(self, label: Label) -> frozenset[str]:
        """Return the specialties, professions or capabilities that roles name."""
        place = _PARTS.index(label)
        return frozenset(parts[place] for parts in self.roles.values() if parts[place])

    def roles_that(self, filters: Filters) -> frozenset[str] | None:
        """Return the roles that pass the filters, ``""`` (no role) among them; None: every one."""
        asked = [getattr(filters, name) for name in _FILTERS]
        if filters.roles is None and asked == [None, None, None]:
            return None
        known = {"": ("", "", ""), **self.roles}
        return frozenset(
            role
            for role, parts in known.items()
            if (filters.roles is None or role in filters.roles)
            and all(ids is None or part in ids for part, ids in zip(parts, asked, strict=True))
        )


def reference_of(rows: Iterable[Row], roles: Iterable[Row], files: Sequence[str]) -> Reference:
    """Return what the queries ``list_reference`` and ``list_roles`` have found."""
    gathered = Restoring(files)
    for row in rows:
        if row["kind"] == Label.SYSTEM:
            gathered.add(row)
    parts = {
        row["id"]: (row["specialty_id"], row["profession_id"], row["capability_id"])
        for row in roles
    }
    return Reference(gathered.dataset(0).systems(), parts)
