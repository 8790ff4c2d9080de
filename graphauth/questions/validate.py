"""Refuse a question about what isn't declared, before an engine is asked."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from graphauth.errors import UnknownIdError, UsageError
from graphauth.i18n import message
from graphauth.model.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
_LONGER: Final = 2
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
    same: list[str] = []
    alike: list[str] = []
    few: list[str] = []
    for one in known:
        if abs(len(one) - len(given)) <= _LONGER:
            other = one.casefold()
            if other == folded:
                same.append(one)
            if other[:-3] == folded[:-3] or other[-3:] == folded[-3:]:
                alike.append(one)
            if len(few) <= _FEW:
                few.append(one)
    if same:
        return sorted(same)[:_SUGGESTIONS]
    candidates = few if len(few) <= _FEW else sorted(alike)[:_FEW]
    return [one for *_, one in sorted(_likely(folded, candidates))[:_SUGGESTIONS]]


def _likely(folded: str, candidates: Iterable[str]) -> Iterator[tuple[float, int, str]]:
    """Yield what is alike enough: by likeness, then by letters that differ in their place."""
    matcher = SequenceMatcher(b=folded)
    for one in candidates:
        other = one.casefold()
        matcher.set_seq1(other)
        if matcher.quick_ratio() >= _LIKENESS and (likeness := matcher.ratio()) >= _LIKENESS:
            yield -likeness, sum(a != b for a, b in zip(other, folded, strict=False)), one
