"""The rows that declare ids."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from graphauth.model.schema import DECLARED_IN, Label
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphauth.rules.facts import Facts


def declaring_rows(facts: Facts, label: Label, codes: Iterable[int]) -> Mapping[int, list[At]]:
    """Return the rows that declare each code as that label, on any day, in the order they were read.

    One look through the table, however many codes there are.
    """
    table = DECLARED_IN[label]
    ids = facts[table.name][table.key[0]]
    rows: dict[int, list[At]] = defaultdict(list)
    for row in np.flatnonzero(np.isin(ids, np.fromiter(codes, np.int64))):
        rows[int(ids[row])].append(At(table.name, row))
    return rows
