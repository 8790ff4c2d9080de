"""GA302: a valid row of a specialist VO names a declared catalogue that the VO does not own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every valid row of a VO, its catalogue's owner asked for."""
    oracle = Oracle(tables)
    keys: set[tuple[str, ...]] = set()
    for row in oracle.valid("vos", day, care_level="specialist"):
        catalogue = oracle.first("catalogues", "catalogue_id", row["catalogue_id"])
        if catalogue is not None and catalogue["owner_vo_id"] != row["vo_id"]:
            keys.add(("", f"VO:{row['vo_id']}", f"Catalogue:{row['catalogue_id']}"))
    return keys
