"""GA102: the last of the ten digits of a well-formed HSA-id is not their check digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.rules.ga101 import is_hsa_id
from tests.oracle.rules.ids import declared_ids

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every id, its first nine digits summed up to what the tenth must be."""
    return {
        ("", f"{label}:{one}")
        for label in ("Employee", "Unit", "VO", "Provider")
        for one in declared_ids(tables, label)
        if is_hsa_id(one) and check_digit(one[2:11]) != int(one[11])
    }


def check_digit(nine: str) -> int:
    """The digit that makes the sum of all a multiple of ten, every other doubled, digits summed."""
    doubled = [int(one) * (2 if place % 2 == 0 else 1) for place, one in enumerate(nine)]
    return -sum(number // 10 + number % 10 for number in doubled) % 10
