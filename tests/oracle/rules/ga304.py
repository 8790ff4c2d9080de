"""GA304: a role names a catalogue, specialty, profession or capability that no table declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


PARTS = {
    "catalogue": "catalogues",
    "specialty": "specialties",
    "profession": "professions",
    "capability": "capabilities",
}


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every role that counts, each of its parts looked for."""
    oracle = Oracle(tables)
    roles = [oracle.first("roles", "role_id", row["role_id"]) for row in oracle.rows("roles")]
    return {
        (part, f"Role:{role['role_id']}", f"{part.capitalize()}:{role[f'{part}_id']}")
        for role in roles
        if role is not None
        for part, table in PARTS.items()
        if role.get(f"{part}_id") and oracle.first(table, f"{part}_id", role[f"{part}_id"]) is None
    }
