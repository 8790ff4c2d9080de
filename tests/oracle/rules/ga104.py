"""GA104: one id is declared as two kinds; a VO and a unit that it owns at some time may share one."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from tests.oracle.rules.ids import DECLARED, declared_ids

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every two kinds, their ids compared."""
    own = {row["unit_id"] for row in tables.get("units", []) if row["vo_id"] == row["unit_id"]}
    return {
        ("", f"{later}:{one}", f"{earlier}:{one}")
        for earlier, later in combinations(DECLARED, 2)
        for one in declared_ids(tables, earlier) & declared_ids(tables, later)
        if (earlier, later) != ("VO", "Unit") or one not in own
    }
