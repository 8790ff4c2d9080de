"""GA105: rows of one id that share a day disagree; undated rows differ (of those, the first counts)."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from tests.oracle.rules.ga309 import begins, ends
from tests.oracle.rules.ids import DECLARED

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Row, Tables

NAMES = ("given_name", "family_name")
DATED = {
    "Unit": ("name",),
    "VO": ("name", "provider_id", "catalogue_id", "care_level"),
}


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every two rows of one id, compared cell by cell."""
    hidden = {row["employee_id"] for row in tables["employees"] if row.get("protected") == "true"}
    keys: set[tuple[str, ...]] = set()
    for label, (table, key) in DECLARED.items():
        for one, other in combinations(tables.get(table, []), 2):
            if one[key] != other[key]:
                continue
            if label == "Employee":
                if one[key] not in hidden and disagree(one, other, NAMES):
                    keys.add(("two_people", f"Employee:{one[key]}"))
            elif label in DATED:
                if one.get("vo_id") == other.get("vo_id") and disagree(one, other, DATED[label]):
                    keys.add(("differing", f"{label}:{one[key]}"))
            elif one != other:
                keys.add(("differing", f"{label}:{one[key]}"))
    return keys


def disagree(one: Row, other: Row, columns: tuple[str, ...]) -> bool:
    """Whether two rows share a day, and a column in which both say something else."""
    return (
        begins(one) <= ends(other)
        and begins(other) <= ends(one)
        and any(
            one.get(column, "") and other.get(column, "") and one[column] != other[column]
            for column in columns
        )
    )
