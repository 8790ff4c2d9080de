"""GA602: a catalogue names no owner, an owner that is not a valid VO, or nobody who tends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every catalogue that counts, its owner looked for."""
    oracle = Oracle(tables)
    keys: set[tuple[str, ...]] = set()
    for catalogue_id in {row["catalogue_id"] for row in oracle.rows("catalogues")}:
        row = oracle.first("catalogues", "catalogue_id", catalogue_id)
        assert row is not None
        owner, node = row.get("owner_vo_id", ""), f"Catalogue:{catalogue_id}"
        if not owner:
            keys.add(("no_owner", node))
        elif not oracle.valid("vos", day, vo_id=owner):
            keys.add(("owner_gone", node, f"VO:{owner}"))
        if not row.get("managed_by"):
            keys.add(("untended", node))
    return keys
