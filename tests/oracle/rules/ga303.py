"""GA303: the VO that owns a role's catalogue is not the VO that answers for the role's specialty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every role that counts, its two VOs compared."""
    oracle = Oracle(tables)
    keys: set[tuple[str, ...]] = set()
    for role_id in {row["role_id"] for row in oracle.rows("roles")}:
        role = oracle.first("roles", "role_id", role_id)
        assert role is not None
        specialty = oracle.first("specialties", "specialty_id", role["specialty_id"])
        catalogue = oracle.first("catalogues", "catalogue_id", role["catalogue_id"])
        answers = (specialty or {}).get("vo_id", "")
        owner = (catalogue or {}).get("owner_vo_id", "")
        if answers and owner and answers != owner:
            keys.add(("", f"Role:{role_id}", f"Specialty:{role['specialty_id']}"))
    return keys
