"""Refuse a question about what isn't declared, before an engine is asked."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from graphauth.errors import UnknownIdError, UsageError
from graphauth.i18n import message
from graphauth.model.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphauth.engines.base import Engine
    from graphauth.model.entities import System
    from graphauth.model.question import Filters

_FILTERED: Final = {
    "employees": Label.EMPLOYEE,
    "units": Label.UNIT,
    "roles": Label.ROLE,
    "vos": Label.VO,
    "specialties": Label.SPECIALTY,
    "professions": Label.PROFESSION,
    "capabilities": Label.CAPABILITY,
    "providers": Label.PROVIDER,
}
_NEED_NOT_BE_DECLARED: Final = (Label.SPECIALTY, Label.PROFESSION, Label.CAPABILITY)
_SUGGESTIONS: Final = 3
_LIKENESS: Final = 0.75
_FEW: Final = 2000
"""So many ids are compared letter by letter; of more, those that share the beginning or the end."""


def system_named(engine: Engine, system: str) -> System:
    """Return the declared system of that id.

    Raises
    ------
    UnknownIdError
        When there is none.
    """
    systems = engine.systems()
    if system not in systems:
        raise UnknownIdError(Label.SYSTEM, system, suggestions(system, systems))
    return systems[system]


def require_declared(engine: Engine, label: Label, node_id: str) -> None:
    """Raise `UnknownIdError`, with ids that look alike, unless the node is declared."""
    if not engine.declares(label, node_id):
        raise UnknownIdError(label, node_id, suggestions(node_id, engine.declared(label)))


def require_filters(engine: Engine, filters: Filters) -> None:
    """Raise `UnknownIdError` for the first id that a filter names and no table knows.

    Specialties, professions and capabilities may be used by a role without being declared; they are
    known where a role names them, too.
    """
    for name, ids in filters.given():
        label = _FILTERED[name]
        for node_id in sorted(ids):
            if label in _NEED_NOT_BE_DECLARED and node_id in engine.role_parts(label):
                continue
            require_declared(engine, label, node_id)


def require_role(system: System, role: str | None) -> str:
    """Return the role to ask about: blank where the system has no roles.

    Raises
    ------
    UsageError
        When a role is given to a system that has none, or is missing where one is needed.
    """
    refuse_needless_role(system, role)
    if system.requires_role and not role:
        raise UsageError(
            message("`{system}` asks for a role: name one after the unit", system=system.system_id)
        )
    return role or ""


def refuse_needless_role(system: System, role: str | None) -> None:
    """Raise `UsageError` when a role is given to a system that has none."""
    if role and not system.requires_role:
        raise UsageError(
            message("`{system}` has no roles: leave the role out", system=system.system_id)
        )


def suggestions(given: str, known: Iterable[str]) -> list[str]:
    """Return up to three known ids that look like `given`, best first.

    Ids that differ only by case come first; then those of nearly the same length that are alike.

    Examples
    --------
    >>> suggestions("kardmott", ["KardMott", "KARDAVD", "ORTO"])
    ['KardMott']
    """
    folded = given.casefold()
    near = {one.casefold(): one for one in known if abs(len(one) - len(given)) <= 2}
    if folded in near:
        return [near[folded]]
    alike = [one for one in near if one[:-3] == folded[:-3] or one[-3:] == folded[-3:]]
    candidates = list(near) if len(near) <= _FEW else alike[:_FEW]
    return [near[one] for one in get_close_matches(folded, candidates, _SUGGESTIONS, _LIKENESS)]
