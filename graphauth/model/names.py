"""Names of nodes, for people to read."""

from __future__ import annotations

from graphauth.model.entities import Employee, Entity


def name_in(row: Entity) -> str:
    """Return the name that a row gives its node; blank where it gives none.

    Examples
    --------
    >>> name_in(Employee(employee_id="E1", given_name="Åsa", family_name="Ek"))
    'Åsa Ek'
    """
    if isinstance(row, Employee):
        return f"{row.given_name} {row.family_name}".strip()
    return str(getattr(row, "name", ""))
