"""What several rules about rows ask: which rows say again what an earlier one says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.arrays import key_of, overlaps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graphauth.rules.facts import Facts


def said_again(facts: Facts, table: str, columns: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield each row that overlaps an earlier one with the same columns, and that one."""
    rows = facts[table]
    # most ids of a country stand on one row: only the others are compared
    several = np.flatnonzero(facts.count(rows[columns[0]])[rows[columns[0]]] > 1)
    key = key_of(*(rows[one][several] for one in columns))
    found = overlaps(key, rows["valid_from"][several], rows["valid_to"][several])
    yield from zip(several[found.left].tolist(), several[found.right].tolist(), strict=True)
