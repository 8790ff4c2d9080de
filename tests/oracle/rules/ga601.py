"""GA601: a valid row of a VO names no head or no contact, or one who is not a valid employee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every valid row of a VO, its head and contact looked for."""
    oracle = Oracle(tables)
    keys: set[tuple[str, ...]] = set()
    for row in oracle.valid("vos", day):
        for part in ("head", "contact"):
            person = row.get(f"{part}_id", "")
            if not person:
                keys.add((f"no_{part}", f"VO:{row['vo_id']}"))
            elif not oracle.valid("employees", day, employee_id=person):
                keys.add((f"{part}_not_employed", f"VO:{row['vo_id']}", f"Employee:{person}"))
    return keys
