"""HSA-ids: which kinds of node have them, and which of theirs fail a test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.model.schema import DECLARED_IN, Label
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graphauth.rules.facts import Facts

FROM_HSA: Final = (Label.EMPLOYEE, Label.UNIT, Label.VO, Label.PROVIDER)
"""The kinds of node that stand in HSA; the others have ids of the region's own making."""


def wrong_ids(
    facts: Facts, is_wrong: Callable[[str], bool]
) -> Iterator[tuple[tuple[Label, int], At]]:
    """Yield every declared id that is wrong, with each row that declares it."""
    for label in FROM_HSA:
        table = DECLARED_IN[label]
        ids = facts[table.name][table.key[0]]
        wrong = facts.ids(label)[[is_wrong(text) for text in facts.id_texts(label)]]
        for row in np.flatnonzero(facts.flags(wrong)[ids]):
            yield (label, int(ids[row])), At(table.name, row)


def ids_looked_at(facts: Facts) -> int:
    """Return how many declared ids there are of these kinds."""
    return sum(len(facts.ids(label)) for label in FROM_HSA)
