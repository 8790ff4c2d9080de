"""GA103: two declared ids of one kind are the same but for upper and lower case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.rules.ids import DECLARED, declared_ids

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every id that is like another, with the first in byte order of those that it is like."""
    keys: set[tuple[str, ...]] = set()
    for label in DECLARED:
        ids = declared_ids(tables, label)
        for one in ids:
            first = min((each for each in ids if each.upper() == one.upper()), key=str.encode)
            if first != one:
                keys.add(("", f"{label}:{one}", f"{label}:{first}"))
    return keys
