"""GA305: two roles of one catalogue have the same specialty, profession and capability."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


PARTS = ("catalogue_id", "specialty_id", "profession_id", "capability_id")


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every role that counts, grouped by its parts."""
    oracle = Oracle(tables)
    groups: dict[tuple[str, ...], list[str]] = {}
    for role_id in sorted({row["role_id"] for row in oracle.rows("roles")}):
        role = oracle.first("roles", "role_id", role_id)
        assert role is not None
        groups.setdefault(tuple(role.get(part, "") for part in PARTS), []).append(role_id)
    return {
        ("", f"Role:{role}", f"Role:{roles[0]}") for roles in groups.values() for role in roles[1:]
    }
